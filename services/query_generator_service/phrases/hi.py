"""Hindi."""

from services.query_generator_service.phrases.names import Phrase

WORDING: dict[Phrase, str] = {
    Phrase.TOTAL: "आपका खर्च: {figure}{period}{filters} ({count})।",
    Phrase.VAT: "आपने टैक्स दिया: {figure}{period}{filters} ({count})।",
    Phrase.AVERAGE: "औसत: {figure}{period}{filters}।",
    Phrase.COUNT: "गिनती: {figure}{period}{filters}।",
    Phrase.FIGURE: "उत्तर: {figure}{period}{filters}।",
    Phrase.LARGEST: "सबसे बड़ा{period}{filters}:",
    Phrase.SMALLEST: "सबसे छोटा{period}{filters}:",
    Phrase.LISTED: "मिले: {count}{period}{filters}:",
    Phrase.BREAKDOWN: "यह रहा विवरण{period}{filters}:",
    Phrase.ONE_INVOICE: "1 बिल",
    Phrase.INVOICES: "{n} बिल",
    Phrase.ON_DAY: ", {day} को",
    Phrase.SPAN: ", {start} से {end} तक",
    Phrase.SINCE: ", {start} से",
    Phrase.UNTIL: ", {end} तक",
    Phrase.MORE_ROWS: "… और {n} वर्कबुक में।",
    Phrase.UNDATED: "तारीख न होने से शामिल नहीं: {count}।",
    Phrase.NOTHING: "कुछ नहीं मिला{period}{filters}।",
    Phrase.NO_CURRENCY: "(मुद्रा अज्ञात)",
    Phrase.NONE: "कोई मान नहीं",
    Phrase.BY_RULES: "भाषा मॉडल उपलब्ध नहीं है, इसलिए मैंने नियमों से हिसाब किया; कृपया जाँच लें कि मैंने सही समझा।",
}
