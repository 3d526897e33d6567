"""Hebrew."""

from services.query_generator_service.phrases.names import Phrase

WORDING: dict[Phrase, str] = {
    Phrase.TOTAL: "הוצאת {figure}{period}{filters} ({count}).",
    Phrase.VAT: "שילמת {figure} מע״מ{period}{filters} ({count}).",
    Phrase.AVERAGE: "הממוצע הוא {figure}{period}{filters}.",
    Phrase.COUNT: "המספר: {figure}{period}{filters}.",
    Phrase.FIGURE: "התשובה: {figure}{period}{filters}.",
    Phrase.LARGEST: "הגבוה ביותר{period}{filters}:",
    Phrase.SMALLEST: "הנמוך ביותר{period}{filters}:",
    Phrase.LISTED: "נמצאו {count}{period}{filters}:",
    Phrase.BREAKDOWN: "הנה הפירוט{period}{filters}:",
    Phrase.ONE_INVOICE: "חשבונית אחת",
    Phrase.INVOICES: "{n} חשבוניות",
    Phrase.ON_DAY: " בתאריך {day}",
    Phrase.SPAN: " מ־{start} עד {end}",
    Phrase.SINCE: " מאז {start}",
    Phrase.UNTIL: " עד {end}",
    Phrase.MORE_ROWS: "… ועוד {n} בקובץ האקסל.",
    Phrase.UNDATED: "לא נכללו, כי אין להן תאריך: {count}.",
    Phrase.NOTHING: "לא מצאתי דבר{period}{filters}.",
    Phrase.NO_CURRENCY: "(מטבע לא ידוע)",
    Phrase.NONE: "אין ערך",
    Phrase.BY_RULES: "מודל השפה אינו זמין, ולכן חישבתי לפי כללים; כדאי לבדוק שהבנתי נכון.",
}
