"""Portuguese."""

from services.query_generator_service.phrases.names import Phrase

WORDING: dict[Phrase, str] = {
    Phrase.TOTAL: "Você gastou {figure}{period}{filters} ({count}).",
    Phrase.VAT: "Você pagou {figure} de impostos{period}{filters} ({count}).",
    Phrase.AVERAGE: "A média é {figure}{period}{filters}.",
    Phrase.COUNT: "São {figure}{period}{filters}.",
    Phrase.FIGURE: "A resposta é {figure}{period}{filters}.",
    Phrase.LARGEST: "O mais alto{period}{filters}:",
    Phrase.SMALLEST: "O mais baixo{period}{filters}:",
    Phrase.LISTED: "Encontrei {count}{period}{filters}:",
    Phrase.BREAKDOWN: "Aqui está o detalhamento{period}{filters}:",
    Phrase.ONE_INVOICE: "1 nota",
    Phrase.INVOICES: "{n} notas",
    Phrase.ON_DAY: " em {day}",
    Phrase.SPAN: " de {start} a {end}",
    Phrase.SINCE: " desde {start}",
    Phrase.UNTIL: " até {end}",
    Phrase.MORE_ROWS: "… e mais {n} na planilha.",
    Phrase.UNDATED: "Fora da conta, por não ter data: {count}.",
    Phrase.NOTHING: "Não encontrei nada{period}{filters}.",
    Phrase.NO_CURRENCY: "(moeda desconhecida)",
    Phrase.NONE: "sem valor",
    Phrase.BY_RULES: "O modelo de linguagem está indisponível e calculei por regras; confira se entendi você.",
}
