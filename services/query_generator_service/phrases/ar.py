"""Arabic."""

from services.query_generator_service.phrases.names import Phrase

WORDING: dict[Phrase, str] = {
    Phrase.TOTAL: "أنفقت {figure}{period}{filters} ({count}).",
    Phrase.VAT: "دفعت ضريبة قدرها {figure}{period}{filters} ({count}).",
    Phrase.AVERAGE: "المتوسط هو {figure}{period}{filters}.",
    Phrase.COUNT: "العدد: {figure}{period}{filters}.",
    Phrase.FIGURE: "الجواب: {figure}{period}{filters}.",
    Phrase.LARGEST: "الأعلى{period}{filters}:",
    Phrase.SMALLEST: "الأدنى{period}{filters}:",
    Phrase.LISTED: "وجدت ({count}){period}{filters}:",
    Phrase.BREAKDOWN: "إليك التفصيل{period}{filters}:",
    Phrase.ONE_INVOICE: "فاتورة واحدة",
    Phrase.INVOICES: "عدد الفواتير: {n}",
    Phrase.ON_DAY: " بتاريخ {day}",
    Phrase.SPAN: " من {start} إلى {end}",
    Phrase.SINCE: " منذ {start}",
    Phrase.UNTIL: " حتى {end}",
    Phrase.MORE_ROWS: "… والمزيد في ملف إكسل: {n}.",
    Phrase.UNDATED: "لم تُحسب لأنها بلا تاريخ: {count}.",
    Phrase.NOTHING: "لم أجد شيئًا{period}{filters}.",
    Phrase.NO_CURRENCY: "(العملة غير معروفة)",
    Phrase.NONE: "لا قيمة",
    Phrase.BY_RULES: "نموذج اللغة غير متاح، فحسبت ذلك وفق قواعد؛ يرجى التأكد من أنني فهمتك.",
}
