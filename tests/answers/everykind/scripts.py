"""Every kind of question: Hebrew, Arabic, Hindi."""

from tests.answers.alternatives import newest
from tests.answers.conditions import CASH, LAST_WEEK, SHUFERSAL, SO_FAR, at, day, month, quarter, year
from tests.answers.gold import REFUSED, Case, count, largest, total, vat

CASES = [
    Case("h", "מה סך כל ההוצאות שלי בשנה שעברה?", total(year(2025))),
    Case("h", "כמה בזבזתי אתמול", total(day("2026-03-14"))),
    Case("h", "כמה מע״מ שילמתי ברבעון הראשון של 2026", vat(quarter(1, 2026))),
    Case("h", "תראה לי את 3 החשבוניות האחרונות", newest(3)),
    Case("h", "כמה הוצאתי בשופרסל בינואר", total(at("שופרסל"), month(1, 2026)) | total(SHUFERSAL, month(1, 2026))),
    Case("h", "ما مجموع مصاريفي في السنة الماضية؟", total(year(2025))),
    Case("h", "كم عدد الفواتير في فبراير 2026", count(month(2, 2026))),
    Case("h", "كم دفعت نقدا الشهر الماضي", total(CASH, month(2, 2026))),
    Case("i", "2025 में कुल कितना खर्च हुआ?", total(year(2025))),
    Case("i", "स्विगी नहीं, Zomato पर कितना खर्च किया", total(at("zomato"))),
    Case("i", "इस साल का सबसे बड़ा बिल कौन सा है", largest(1, year(2026)) | largest(1, SO_FAR)),
    Case("i", "पिछले हफ्ते का खर्च बताओ", total(LAST_WEEK)),
    Case("h", "ספר לי בדיחה", REFUSED),
]
