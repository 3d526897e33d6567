"""English."""

from services.query_generator_service.phrases.names import Phrase

WORDING: dict[Phrase, str] = {
    Phrase.TOTAL: "You spent {figure}{period}{filters} ({count}).",
    Phrase.VAT: "You paid {figure} of VAT{period}{filters} ({count}).",
    Phrase.AVERAGE: "The average is {figure}{period}{filters}.",
    Phrase.COUNT: "I count {figure}{period}{filters}.",
    Phrase.FIGURE: "The answer is {figure}{period}{filters}.",
    Phrase.LARGEST: "The largest{period}{filters}:",
    Phrase.SMALLEST: "The smallest{period}{filters}:",
    Phrase.LISTED: "Found {count}{period}{filters}:",
    Phrase.BREAKDOWN: "Here it is{period}{filters}:",
    Phrase.ONE_INVOICE: "1 invoice",
    Phrase.INVOICES: "{n} invoices",
    Phrase.ON_DAY: " on {day}",
    Phrase.SPAN: " from {start} to {end}",
    Phrase.SINCE: " since {start}",
    Phrase.UNTIL: " until {end}",
    Phrase.MORE_ROWS: "… and {n} more in the workbook.",
    Phrase.UNDATED: "Left out, as they have no date: {count}.",
    Phrase.NOTHING: "I found nothing{period}{filters}.",
    Phrase.NO_CURRENCY: "(currency unknown)",
    Phrase.NONE: "no value",
    Phrase.BY_RULES: "The language model is away, so I worked this out by rules; please check that I understood you.",
}
