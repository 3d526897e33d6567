"""Longer and compound questions, by people who had not seen the rules: Hebrew, Arabic and Hindi."""

from tests.answers.alternatives import any_of, credit, other_than, other_than_cash, versus
from tests.answers.conditions import BOUGHT, CASH, FIRST_HALF, MONTH, SECOND_HALF, at, over, paid, quarter, under, year
from tests.answers.gold import Case, average, by_vendor, count, groups, invoices, total, vat

HEBREW = [
    Case("h", "כמה הוצאתי על סטארבקס וארומה ביחד בשנת 2025?", any_of(total(year(2025), at(f"starbucks|{aroma}")) for aroma in ("aroma|ארומה", "aroma", "ארומה"))),
    Case("h", "תראה לי חשבוניות מעל 200 שקל ששולמו במזומן ב-2025", invoices(year(2025), over(200), CASH)),
    Case("h", "שלושת הספקים שהוצאתי עליהם הכי הרבה ברבעון האחרון של 2025", by_vendor(quarter(4, 2025), first=3)),
    Case("h", 'כמה מע"מ שילמתי בכל חודש ב-2025', groups(MONTH, year(2025), of="SUM(vat)")),
    Case("h", "מה הממוצע של נסיעה בגט בשנת 2025", average(year(2025), at("gett"))),
    Case("h", "כמה קניות מתחת ל-50 שקל עשיתי בשנה שעברה?", count(year(2025), under(50)) | count(year(2025), under(50), BOUGHT)),
    Case("h", "איפה הוצאתי יותר ב-2025, בוולט או בגט?", versus(at("wolt"), at("gett"), within=[year(2025)])),
    Case("h", "סך ההוצאות בשנת 2025 בלי איקאה ובלי אמזון", other_than("ikea|amazon", lambda rest: total(year(2025), rest))),
]  # fmt: skip
ARABIC = [
    Case("h", "كم أنفقت في ستاربكس وأمازون معًا خلال عام 2025؟", total(year(2025), at("starbucks|amazon"))),
    Case("h", "اعرض الفواتير التي تزيد عن 300 والمدفوعة نقدًا في 2025", invoices(year(2025), over(300), CASH)),
    Case("h", "ما هي المتاجر الثلاثة التي أنفقت فيها أكثر في الربع الأخير من 2025؟", by_vendor(quarter(4, 2025), first=3)),
    Case("h", "عدد الفواتير لكل شهر في 2025", groups(MONTH, year(2025), of="COUNT(*)")),
    Case("h", "كم كانت الضريبة في فواتير أمازون عام 2025", vat(year(2025), at("amazon"))),
    Case("h", "ما متوسط فاتورة ستاربكس المدفوعة نقدًا؟", average(at("starbucks"), CASH)),
    Case("h", "هل صرفت أكثر في النصف الأول أم في النصف الثاني من 2025؟", versus(FIRST_HALF, SECOND_HALF)),
    Case("h", "مجموع المشتريات بين 1 أكتوبر و31 ديسمبر 2025 ما عدا المدفوع نقدًا", other_than_cash(lambda rest: total(quarter(4, 2025), rest))),
]  # fmt: skip
HINDI = [
    Case("i", "2025 में स्विगी और ज़ोमैटो पर मिलाकर कितना खर्च हुआ?", total(year(2025), at("swiggy|zomato"))),
    Case("i", "2025 के 1000 रुपये से ज़्यादा के वे बिल दिखाओ जो UPI से भरे", invoices(year(2025), over(1000), paid("upi"))),
    Case("i", "अक्टूबर से दिसंबर 2025 में किन तीन दुकानों पर सबसे ज़्यादा खर्च हुआ", by_vendor(quarter(4, 2025), first=3)),
    Case("i", "2025 mein amazon aur flipkart par kitne order kiye", count(year(2025), at("amazon|flipkart")) | versus(at("amazon"), at("flipkart"), of="COUNT(*)", within=[year(2025)])),
    Case("i", "2025 में हर महीने कितना जीएसटी दिया", groups(MONTH, year(2025), of="SUM(vat)")),
    Case("i", "पिछले साल क्रेडिट कार्ड से अमेज़न पर कितना खर्च किया?", credit(lambda card: total(year(2025), at("amazon"), card))),
    Case("i", "2025 ki pehli chhamahi aur dusri chhamahi ka kharch compare karo", versus(FIRST_HALF, SECOND_HALF)),
    Case("i", "एयरटेल के बिल का औसत 2025 में कितना रहा?", average(year(2025), at("airtel"))),
]  # fmt: skip
CASES = [*HEBREW, *ARABIC, *HINDI]
