"""Spanish."""

from services.query_generator_service.phrases.names import Phrase

WORDING: dict[Phrase, str] = {
    Phrase.TOTAL: "Gastaste {figure}{period}{filters} ({count}).",
    Phrase.VAT: "Pagaste {figure} de IVA{period}{filters} ({count}).",
    Phrase.AVERAGE: "El promedio es {figure}{period}{filters}.",
    Phrase.COUNT: "Son {figure}{period}{filters}.",
    Phrase.FIGURE: "La respuesta es {figure}{period}{filters}.",
    Phrase.LARGEST: "Lo más alto{period}{filters}:",
    Phrase.SMALLEST: "Lo más bajo{period}{filters}:",
    Phrase.LISTED: "He encontrado {count}{period}{filters}:",
    Phrase.BREAKDOWN: "Aquí está el desglose{period}{filters}:",
    Phrase.ONE_INVOICE: "1 factura",
    Phrase.INVOICES: "{n} facturas",
    Phrase.ON_DAY: " el {day}",
    Phrase.SPAN: " del {start} al {end}",
    Phrase.SINCE: " desde el {start}",
    Phrase.UNTIL: " hasta el {end}",
    Phrase.MORE_ROWS: "… y {n} más en el libro de Excel.",
    Phrase.UNDATED: "No se incluyen, por no tener fecha: {count}.",
    Phrase.NOTHING: "No he encontrado nada{period}{filters}.",
    Phrase.NO_CURRENCY: "(moneda desconocida)",
    Phrase.NONE: "sin valor",
    Phrase.BY_RULES: (
        "El modelo de lenguaje no está disponible y lo he calculado con reglas; comprueba que te he entendido."
    ),
}
