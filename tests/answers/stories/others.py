"""Questions wrapped in slang, courtesy, a story, an emoji or a typo: All but English."""

from tests.answers.conditions import PAO_DE_ACUCAR, at, month, over, paid, year
from tests.answers.gold import Case, by_vendor, count, invoices, largest, latest, total, vat

SPANISH = [
    Case("s", "¿Cuánto pagué a Vodafone en 2025?", total(year(2025), at("vodafone"))),
    Case("s", "Facturas pagadas con Bizum este año", invoices(year(2026), paid("bizum"))),
    Case("s", "Oye, guapa, ¿me dices cuánto llevo fundido en Cabify este año? 😅", total(year(2026), at("cabify"))),
    Case("s", "Madre mía cómo está todo... ¿cuánto me dejé en Mercadona el año pasado?", total(year(2025), at("mercadona"))),
]  # fmt: skip
FRENCH = [
    Case("s", "Combien ai-je payé à Iberdrola en 2025 ?", total(year(2025), at("iberdrola"))),
    Case("s", "Mes trois plus grosses dépenses de l'année dernière", largest(3, year(2025))),
    Case("s", "Coucou, dis-moi vite fait combien j'ai claqué chez Zara en 2025 stp 😬", total(year(2025), at("zara"))),
    Case("s", "Mon comptable s'impatiente : quel est le total de la TVA pour février ?", vat(month(2, 2026))),
]  # fmt: skip
GERMAN = [
    Case("s", "Wie viel habe ich letztes Jahr bei MediaMarkt ausgegeben?", total(year(2025), at("mediamarkt"))),
    Case("s", "Ausgaben pro Händler im Januar", by_vendor(month(1, 2026))),
    Case("s", "Na du, sag mal, was hab ich bei Starbucks letztes Jahr so verballert? 🙈", total(year(2025), at("starbucks"))),
    Case("s", "Könntest du mir bitte freundlicherweise die letzten drei Rechnungen von Repsol zeigen?", latest(3, at("repsol"))),
]  # fmt: skip
PORTUGUESE = [
    Case("b", "Quanto gastei no Pão de Açúcar em 2025?", total(year(2025), PAO_DE_ACUCAR)),
    Case("b", "Quantas notas da Petrobras eu tenho?", count(at("petrobras"))),
    Case("b", "e aí beleza? me fala quanto torrei no ifood ano passado kkkk", total(year(2025), at("ifood"))),
    Case("b", "Gente, o salário sumiu... qual foi minha maior despesa em fevereiro?", largest(1, month(2, 2026))),
]  # fmt: skip
HEBREW = [
    Case("h", "כמה שילמתי לבזק בשנת 2025?", total(year(2025), at("bezeq"))),
    Case("h", "רשימת החשבוניות מעל 100 בפברואר", invoices(month(2, 2026), over(100))),
    Case("h", "אחי, כמה שרפתי על וולט בשנה שעברה? 😅", total(year(2025), at("wolt"))),
    Case("h", "סליחה על ההפרעה, אפשר לדעת כמה חשבוניות היו לי בינואר? תודה רבה", count(month(1, 2026))),
]  # fmt: skip
ARABIC = [
    Case("h", "كم دفعت لستاربكس في عام 2025؟", total(year(2025), at("starbucks"))),
    Case("h", "اعرض أكبر خمس فواتير هذا العام", largest(5, year(2026))),
    Case("h", "يا صديقي لو سمحت قل لي كم صرفت على أمازون السنة الماضية 🙏", total(year(2025), at("amazon"))),
    Case("h", "والله الراتب طار، كم صرفت الشهر الماضي؟", total(month(2, 2026))),
]  # fmt: skip
HINDI = [
    Case("i", "2025 में एयरटेल को कुल कितना दिया?", total(year(2025), at("airtel"))),
    Case("i", "जोमैटो के सारे बिल दिखाओ", invoices(at("zomato"))),
    Case("i", "भाई ज़रा बता दो, स्विगी पर पिछले साल कितना उड़ा दिया 😅", total(year(2025), at("swiggy"))),
    Case("i", "yaar mahina abhi khatam nahi hua, is mahine kitna kharcha ho gaya?", total(month(3, 2026))),
]  # fmt: skip
CASES = [*SPANISH, *FRENCH, *GERMAN, *PORTUGUESE, *HEBREW, *ARABIC, *HINDI]
