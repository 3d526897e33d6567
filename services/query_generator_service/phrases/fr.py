"""French."""

from services.query_generator_service.phrases.names import Phrase

WORDING: dict[Phrase, str] = {
    Phrase.TOTAL: "Vous avez dépensé {figure}{period}{filters} ({count}).",
    Phrase.VAT: "Vous avez payé {figure} de TVA{period}{filters} ({count}).",
    Phrase.AVERAGE: "La moyenne est de {figure}{period}{filters}.",
    Phrase.COUNT: "J’en compte : {figure}{period}{filters}.",
    Phrase.FIGURE: "La réponse est {figure}{period}{filters}.",
    Phrase.LARGEST: "Le plus élevé{period}{filters} :",
    Phrase.SMALLEST: "Le plus bas{period}{filters} :",
    Phrase.LISTED: "J’ai trouvé {count}{period}{filters} :",
    Phrase.BREAKDOWN: "Voici le détail{period}{filters} :",
    Phrase.ONE_INVOICE: "1 facture",
    Phrase.INVOICES: "{n} factures",
    Phrase.ON_DAY: " le {day}",
    Phrase.SPAN: " du {start} au {end}",
    Phrase.SINCE: " depuis le {start}",
    Phrase.UNTIL: " jusqu’au {end}",
    Phrase.MORE_ROWS: "… et {n} de plus dans le classeur.",
    Phrase.UNDATED: "Non comptées, faute de date : {count}.",
    Phrase.NOTHING: "Je n’ai rien trouvé{period}{filters}.",
    Phrase.NO_CURRENCY: "(devise inconnue)",
    Phrase.NONE: "aucune valeur",
    Phrase.BY_RULES: (
        "Le modèle de langage est indisponible : j’ai calculé d’après des règles, vérifiez que je vous ai bien compris."
    ),
}
