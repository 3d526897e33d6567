"""Which country a document is from: tax numbers, telephone codes, addresses and legal forms each give it points."""

import re
from collections import Counter
from dataclasses import dataclass

CURRENCY_OF = {
    "US": "USD", "CA": "CAD", "GB": "GBP", "AU": "AUD", "NZ": "NZD", "SG": "SGD", "HK": "HKD", "MY": "MYR", "ID": "IDR", "PH": "PHP",
    "TH": "THB", "VN": "VND", "IN": "INR", "PK": "PKR", "IL": "ILS", "CH": "CHF", "SE": "SEK", "NO": "NOK", "DK": "DKK", "PL": "PLN",
    "CZ": "CZK", "HU": "HUF", "RO": "RON", "TR": "TRY", "JP": "JPY", "CN": "CNY", "TW": "TWD", "KR": "KRW", "BR": "BRL", "MX": "MXN",
    "AR": "ARS", "CL": "CLP", "CO": "COP", "PE": "PEN", "ZA": "ZAR", "AE": "AED", "SA": "SAR", "EG": "EGP", "MA": "MAD", "NG": "NGN", "KE": "KES",
    "IS": "ISK", "UA": "UAH",
    **dict.fromkeys("DE AT FR ES IT PT NL BE IE FI GR LU SK SI EE LV LT CY MT HR MC BG".split(), "EUR"),
}  # fmt: skip
STATES = "AL|AK|AZ|AR|CA|CO|CT|DE|DC|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY"
_STATE_NAMES = (
    "Alabama|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky"
    "|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Jersey|New Mexico|New York"
    "|North Carolina|Ohio|Oklahoma|Oregon|Pennsylvania|South Carolina|Tennessee|Texas|Utah|Vermont|Virginia|Washington|Wisconsin"
)
PROVINCES = "ON|QC|BC|AB|MB|SK|NS|NB|NL|PE"
_VAT_ID = re.compile(
    r"\b(DE\s?\d{3}\s?\d{3}\s?\d{3}|ATU\s?\d{8}|BE\s?0\d{3}\.?\d{3}\.?\d{3}|NL\s?\d{4}\.?\d{2}\.?\d{3}\.?B\.?\d{2}|FR\s?\w{2}\s?\d{3}\s?\d{3}\s?\d{3}|ES\s?[A-Z]-?\d{8}|IT\s?\d{11}|PT\s?\d{9}"
    r"|GB\s?\d{3}\s?\d{4}\s?\d{2}|IE\s?\d{7}[A-Z]{1,2}|PL\s?\d{10}|SE\s?\d{12}|DK\s?\d{8}|FI\s?\d{8}|LU\s?\d{8}|CZ\s?\d{8,10}|HU\s?\d{8}|RO\s?\d{6,10}|CHE-?\d{3}\.?\d{3}\.?\d{3})\b"
)
_IBAN = re.compile(
    r"\b(DE|AT|FR|ES|IT|PT|NL|BE|IE|FI|GR|LU|CH|GB|SE|NO|DK|PL|CZ|HU|RO|TR|IL|HR|SK|SI|EE|LV|LT|CY|MT)\d{2}(?:\s?\w{4}){3,}"
)
_CODES = (
    "1|7|20|27|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|35[1-9]|37[0-2]|38[5-6]|420|421|852|971|972|966|254|234"
)
_PHONE = re.compile(rf"(?:\+|\(\+)\s?({_CODES})(?=[\s().\-/]*\d)|\b00\s?({_CODES})(?=[\s().\-/](?:[\s().\-/]*\d){{8}})")
_BY_CODE = {
    "20": "EG", "27": "ZA", "30": "GR", "31": "NL", "32": "BE", "33": "FR", "34": "ES", "36": "HU", "39": "IT", "40": "RO", "41": "CH", "43": "AT", "44": "GB", "45": "DK",
    "46": "SE", "47": "NO", "48": "PL", "49": "DE", "51": "PE", "52": "MX", "54": "AR", "55": "BR", "56": "CL", "57": "CO", "60": "MY", "61": "AU", "62": "ID", "63": "PH", "64": "NZ", "65": "SG",
    "66": "TH", "81": "JP", "82": "KR", "84": "VN", "86": "CN", "90": "TR", "91": "IN", "92": "PK", "351": "PT", "352": "LU", "353": "IE", "354": "IS", "358": "FI", "371": "LV", "370": "LT", "372": "EE",
    "385": "HR", "386": "SI", "420": "CZ", "421": "SK", "852": "HK", "971": "AE", "972": "IL", "966": "SA", "254": "KE", "234": "NG", "1": "US",
}  # fmt: skip
_CLUES: tuple[tuple[str, float, str], ...] = (
    ("MY", 3, r"sdn\.?\s?bhd|\bs/b\b|\bselangor|kuala ?lumpur|\bjalan\b|\bjln\b|\bjohor|\bpenang|malaysia|\bringgit|\bbhd\b|\bgst[^\d\n]{0,15}00(?: ?\d){10}\b"),
    ("ID", 3, r"\bnpwp|jakarta|indonesia|\bpb1\b|surabaya|bandung|\bkembali\b|\btunai\b"),
    ("SG", 3, r"singapore|\bpte\.? ltd"),
    ("HK", 3, r"hong ?kong|kowloon"),
    ("PH", 3, r"philippines|\bmanila|quezon|\bvatable|makati"),
    ("IN", 3, r"\bgstin|\bcgst|\bsgst|\bindia\b|mumbai|bengaluru|bangalore|\bfssai"),
    ("AU", 3, r"\babn\b|australia|\bpty\.? ltd|\bnsw\b|\bqld\b"),
    ("NZ", 3, r"new zealand|auckland"),
    ("CA", 3, rf"\bhst\b|canad[ai]|\bpst\b|\brt ?00\d\d\b|\bqst\b|\btvq\b|\btps\b|\b(?:{PROVINCES}),?\s+[A-Z]\d[A-Z][ -]?\d[A-Z]\d|\b[A-Z]\d[A-Z][ -]\d[A-Z]\d\b"),
    ("CA", 2, r"\b(?:alberta|ontario|qu[eé]bec|british columbia|manitoba|saskatchewan|nova scotia|new brunswick|newfoundland)\b"),
    ("CA", 2, r"\b(?:toronto|montr[eé]al|vancouver|calgary|edmonton|ottawa|winnipeg|mississauga)\b"),
    ("GB", 3, r"united kingdom|\blondon\b|\bengland\b|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b"),
    ("IE", 3, r"\bireland\b|\bdublin\b"),
    ("US", 3, r"(?<!general )(?<!provincial )(?<!harmonized )sales ?tax|\busa\b|united states|\bstate tax|\bcounty tax"),
    ("IL", 3, r"מע\"?מ|₪|ישראל"),
    ("PL", 2, r"got[óo]wka|do zap[łl]aty|\breszta\b|\brazem\b|\bsuma pln|karta p[łl]at"),
    ("SE", 2, r"\bkontant\b.*|\bv[äa]xel\b|\btotalt\b|\batt betala|\bkr\b.*\bmoms\b"),
    ("DK", 2, r"\bi alt\b|\bat betale\b|\bdankort|\btak for\b|\bbel[øo]b\b|\bheraf moms"),
    ("NL", 1, r"\btotaal\b|\bcontant\b|\bwisselgeld|\bbedankt\b|\bte betalen\b"),
    ("FR", 1, r"\besp[eè]ces\b|\bmerci\b|carte bancaire|\brendu\b|[àa] payer"),
    ("ES", 1, r"\befectivo\b|\bgracias\b|\btarjeta\b|\bimporte\b"),
    ("IT", 1, r"\bcontanti\b|\bgrazie\b|\btotale\b|\bresto\b"),
    ("PT", 1, r"\bobrigado\b|\btroco\b|\bmultibanco\b|\bdinheiro\b"),
    ("DE", 1, r"\bsumme\b|r[üu]ckgeld|vielen dank|\bgegeben\b|\bkasse\b|girocard"),
    ("ID", 2, r"terima ?kasih|\bkembali(?:an)?\b|\btunai\b.*\bkembali|\bkasir\b"),
    ("DE", 2, r"\bmwst|\bust[.-]?id|\bgmbh\b|deutschland|germany|rechnung|\bsteuernummer|mehrwertst|umsatzst|\bstra(?:ß|ss)e\b"),
    ("AT", 3, r"\bösterreich|\baustria\b|\bwien\b"),
    ("CH", 3, r"\bschweiz|switzerland|suisse|zürich|\bgen[eè]ve\b"),
    ("FR", 2, r"\btva\b|\bfacture|\bsiret|\bfrance\b|\bttc\b|\bcedex|\bparis\b|\bsiren\b"),
    ("BE", 3, r"\bbelgi|\bbruxelles|\bbrussel"),
    ("ES", 2, r"\biva\b.*\bfactura|\bfactura\b|\bespaña|\bspain\b|\bmadrid|\bbarcelona|\bc\.?i\.?f\b|\bn\.?i\.?f\b"),
    ("IT", 2, r"\bfattura|\bscontrino|\bp\.?\s?iva|\bpartita iva|\bitalia|\bitaly|\bs\.?r\.?l\b|documento commerciale"),
    ("PT", 2, r"\bfatura\b|portugal|\blisboa|\bnif\b|contribuinte"),
    ("NL", 2, r"\bbtw\b|\bfactuur|nederland|netherlands|\bkvk\b|\bb\.v\b|amsterdam"),
    ("SE", 3, r"\bmoms\b.*\bkvitto|\bkvitto|\bsverige|sweden|stockholm|org\.?nr"),
    ("NO", 3, r"\d{3} ?\d{3} ?\d{3} ?mva\b|\bveksel\b|\bvarer\b"),
    ("NO", 3, r"\bmva\b|\bnorge|norway|\boslo\b"),
    ("DK", 3, r"\bcvr\b|\bdanmark|denmark|københavn"),
    ("FI", 3, r"\balv\b|suomi|finland|helsinki"),
    ("PL", 3, r"\bptu\b|paragon|\bnip\b|polska|poland|warszawa"),
    ("CZ", 3, r"\bdph\b|česk|czech|\bpraha"),
    ("HU", 3, r"\báfa\b|magyar|hungary|budapest|nyugta|számla"),
    ("RO", 3, r"\bromania|bucure|bonfiscal"),
    ("IS", 3, r"\bvsk\b|\behf\b|reykjav|\bsamtals\b|[íi]sland"),
    ("TR", 3, r"\bkdv\b|türkiye|istanbul|\bfiş"),
    ("GR", 3, r"greece|ελλ|αθήνα|φπα"),
    ("CY", 3, r"cyprus|nicosia|limassol"),
    ("BR", 3, r"\bcnpj\b|brasil|r\$|\bcpf\b|nota fiscal"),
    ("MX", 3, r"\brfc\b|m[eé]xico|\bcfdi\b"),
    ("LV", 3, r"\bpvn\b|latvija|\br[iī]ga\b|\bLV\d{11}"),
    ("LT", 3, r"\bpvm\b|lietuva|\bvilnius|\bkaunas"),
    ("EE", 3, r"k[äa]ibemaks|\beesti\b|\btallinn|\btartu"),
    ("SK", 3, r"slovensk|\bbratislava|\bi[čc] dph"),
    ("HR", 3, r"\bhrvatsk|\bzagreb|\boib\b"),
    ("SI", 3, r"\bddv\b|slovenij|ljubljana"),
    ("VN", 3, r"vi[eệ]t ?nam|\bh[aà] n[oộ]i|\bho chi minh|\bvnd\b"),
    ("JP", 3, r"japan|tokyo,|円|消費税"),
    ("CN", 3, r"\bchina\b|人民币|元整"),
    ("TH", 3, r"thailand|bangkok"),
    ("AE", 3, r"dubai|\buae\b|\btrn\b"),
    ("ZA", 3, r"south africa|johannesburg|cape town"),
)  # fmt: skip
_COMPILED = tuple((country, weight, re.compile(pattern, re.IGNORECASE)) for country, weight, pattern in _CLUES)
_DOMAIN = re.compile(r"(?:www\.|@|https?://)[\w.-]+?\.(?:co\.|com\.)?([a-z]{2})\b(?![.\w])", re.IGNORECASE)
_US_ADDRESS = re.compile(rf"\b(?:{STATES}|{_STATE_NAMES})\.?,?\s*\d{{5}}(?:-\d{{4}})?\b")
_AMERICAN_PHONE = re.compile(r"(?<![\d+])(?:1[-. ])?(?:\(\d{3}\)\s?|\d{3}[-. ]\s?)\d{3}[-. ]\d{4}(?!\d)")
_GST = re.compile(r"\bGST\b")  # which the United States have not


@dataclass(frozen=True)
class Place:
    """`country` is ISO 3166; `sure` when more than one clue names it."""

    country: str | None
    points: float = 0.0
    rival: float = 0.0

    @property
    def sure(self) -> bool:
        return self.points >= 4 and self.points >= 1.5 * self.rival

    @property
    def month_first(self) -> bool:
        """Only there 03/04 means the fourth of March, in Canada on most tills."""
        return self.country in ("US", "PH", "CA")


def find_place(text: str) -> Place:
    """A number that only one country gives out weighs more than its words, which neighbours may share."""
    points: Counter[str] = Counter()
    for country, weight, pattern in _COMPILED:
        hits = len(set(pattern.findall(text)))
        points[country] += int(10 * (weight * min(hits, 1) + min(max(hits - 1, 0), 4)))
    for hit in _VAT_ID.findall(text):
        points[hit[:2]] += 60  # neighbours share words, never numbers
    for hit in _IBAN.findall(text):
        points[hit] += 30
    for plus, noughts in _PHONE.findall(text):
        points[_BY_CODE.get(plus or noughts, "")] += 25
    for hit in _DOMAIN.findall(text):
        country = {"UK": "GB"}.get(hit.upper(), hit.upper())
        points[country if country in CURRENCY_OF else ""] += 25
    points["US"] += 30 * min(len(_US_ADDRESS.findall(text)), 2)
    phones = min(len(_AMERICAN_PHONE.findall(text)), 2)
    points["US"] += 0 if _GST.search(text) else 10 * phones
    points["CA"] += 5 * phones  # one numbering plan for both
    del points[""]
    ranked = [(country, count / 10) for country, count in points.most_common() if count > 0]
    if not ranked:
        return Place(None)
    return Place(ranked[0][0], ranked[0][1], ranked[1][1] if len(ranked) > 1 else 0.0)
