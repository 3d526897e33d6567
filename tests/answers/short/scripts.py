"""Short and plain questions, by people who had not seen the rules: Hebrew, Arabic and Hindi."""

from tests.answers.alternatives import last_days, last_time, most_at, newest, over_any, versus
from tests.answers.conditions import LAST_WEEK, SHELL, at, day, month, over, paid, quarter, year
from tests.answers.gold import Case, average, by_method, by_vendor, count, invoices, largest, total

HEBREW = [
    Case("h", "סך כל ההוצאות שלי השנה", total(year(2026))),
    Case("h", "כמה בזבזתי בשבוע שעבר", total(LAST_WEEK)),
    Case("h", "כמה קבלות היו לי בפברואר?", count(month(2, 2026))),
    Case("h", "הוצאות לפי ספק בחודש שעבר", by_vendor(month(2, 2026))),
    Case("h", "חמש ההוצאות הגדולות ביותר", largest(5)),
    Case("h", "כמה עלו לי הנסיעות בגט?", total(at("gett"))),
    Case("h", "חשבוניות בלי תאריך", invoices("invoice_date IS NULL")),
    Case("h", "השווה בין ינואר לפברואר", versus(month(1, 2026), month(2, 2026))),
]  # fmt: skip
ARABIC = [
    Case("h", "ما مجموع مصاريفي هذا العام؟", total(year(2026))),
    Case("h", "كم صرفت يوم 8 مارس", total(day("2026-03-08"))),
    Case("h", "أكبر فاتورة في 2025", most_at(year(2025))),
    Case("h", "أرني الفواتير التي تزيد عن 500", invoices(over(500))),
    Case("h", "المصاريف حسب طريقة الدفع", by_method()),
    Case("h", "كم مرة اشتريت من أمازون؟", count(at("amazon"))),
    Case("h", "آخر ثلاث فواتير", newest(3)),
    Case("h", "كم دفعت لشل في الربع الأخير من 2025", total(quarter(4, 2025), SHELL)),
]  # fmt: skip
HINDI = [
    Case("i", "इस महीने का कुल खर्च बताओ", total(month(3, 2026))),
    Case("i", "पिछले 30 दिनों में कितना खर्च हुआ", over_any(last_days(30), total)),
    Case("i", "एयरटेल का आखिरी बिल कब आया था?", last_time(at("airtel"))),
    Case("i", "फ्लिपकार्ट पर औसत खर्च", average(at("flipkart"))),
    Case("i", "kitne bill UPI se diye", count(paid("upi"))),
    Case("i", "टॉप 3 दुकानें", by_vendor(first=3) | by_vendor(of="COUNT(*)", first=3)),
    Case("i", "2025 ki sabse badi kharidari", most_at(year(2025))),
    Case("i", "2000 रुपये से ज़्यादा वाले बिल दिखाओ", invoices(over(2000))),
]  # fmt: skip
CASES = [*HEBREW, *ARABIC, *HINDI]
