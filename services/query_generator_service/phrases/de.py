"""German."""

from services.query_generator_service.phrases.names import Phrase

WORDING: dict[Phrase, str] = {
    Phrase.TOTAL: "Ausgegeben hast du {figure}{period}{filters} ({count}).",
    Phrase.VAT: "Gezahlte Mehrwertsteuer: {figure}{period}{filters} ({count}).",
    Phrase.AVERAGE: "Der Durchschnitt beträgt {figure}{period}{filters}.",
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
}
