"""German."""

from services.query_generator_service.phrases.names import Phrase

WORDING: dict[Phrase, str] = {
    Phrase.TOTAL: "Ausgegeben hast du {figure}{period}{filters} ({count}).",
    Phrase.VAT: "Gezahlte Mehrwertsteuer: {figure}{period}{filters} ({count}).",
    Phrase.AVERAGE: "Der Durchschnitt beträgt {figure}{period}{filters} ({count}).",
    Phrase.COUNT: "Es sind {figure}{period}{filters}.",
    Phrase.FIGURE: "Die Antwort ist {figure}{period}{filters}.",
    Phrase.LARGEST: "Am höchsten{period}{filters}:",
    Phrase.SMALLEST: "Am niedrigsten{period}{filters}:",
    Phrase.LISTED: "Gefunden: {count}{period}{filters}:",
    Phrase.BREAKDOWN: "Hier ist die Aufstellung{period}{filters}:",
    Phrase.ONE_INVOICE: "1 Rechnung",
    Phrase.INVOICES: "{n} Rechnungen",
    Phrase.ON_DAY: " am {day}",
    Phrase.SPAN: " vom {start} bis {end}",
    Phrase.SINCE: " seit dem {start}",
    Phrase.UNTIL: " bis zum {end}",
    Phrase.MORE_ROWS: "… und {n} weitere in der Arbeitsmappe.",
    Phrase.UNDATED: "Nicht mitgezählt, weil ohne Datum: {count}.",
    Phrase.NOTHING: "Ich habe nichts gefunden{period}{filters}.",
    Phrase.NO_CURRENCY: "(Währung unbekannt)",
    Phrase.NONE: "kein Wert",
    Phrase.BY_RULES: (
        "Das Sprachmodell ist nicht erreichbar; ich habe nach Regeln "
        "gerechnet. Bitte prüfe, ob ich dich richtig verstanden habe."
    ),
    Phrase.MEDIAN: "Der Median beträgt {figure}{period}{filters} ({count}).",
    Phrase.AVERAGE_PER: "Im Durchschnitt {figure} pro {unit}{period}{filters} ({units}: {n}; {count}).",
    Phrase.SHARE: "Das sind {figure}{period}{filters}.",
    Phrase.PART_OF: "{percent} ({part} von {total})",
    Phrase.COMPARISON: "{figure}{period}{filters}.",
    Phrase.DIFFERENCE: "Der Unterschied beträgt {figure}.",
    Phrase.IN_ALL: "Zusammen {figure} ({count}).",
    Phrase.NEAREST_DAY: "Die nächstliegende Rechnung ist vom {day}.",
    Phrase.NEAREST_PAYEE: "Am nächsten kommt {name}.",
    Phrase.NO_SUCH_PAYEE: "Keine deiner Rechnungen ist von {name}.",
    Phrase.UNNAMED: "ohne Angabe",
    Phrase.THINGS: "{n} {things}",
    Phrase.NEXT: "Du kannst weiterfragen: {question}",
    Phrase.NEXT_BY_VENDOR: "nach Händler",
    Phrase.NEXT_BY_MONTH: "nach Monat",
    Phrase.NEXT_LARGEST: "die größte",
    Phrase.NEXT_LIST: "zeige die Rechnungen",
    Phrase.NEXT_TOTAL: "die Summe",
    Phrase.ONE_MOMENT: "Das sind viele Rechnungen; die Arbeitsmappe braucht einen Moment.",
}
