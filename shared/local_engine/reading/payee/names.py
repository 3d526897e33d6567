"""What names of shops look like, and what they do not: helps payees.py choose."""

import re
from itertools import chain

from shared.local_engine.reading.payee.addresses import (
    GLUED_STREET,
    HOUSE,
    POSTCODE,
    STREET,
    TOWN,
    TOWN_FIRST,
    is_address,
)
from shared.local_engine.reading.wording import vocabulary as words
from shared.local_engine.reading.wording.phrases import folded

LONGEST = 70
"""Letters; what is longer is a sentence."""
_DOMAIN = re.compile(
    r"(?:www\.|@|https?://)\s?((?:[\w-]+\.)*?)([\w-]{2,40})\s?\.\s?(?:com?|net|org|info|biz|eu|shop|online|[a-z]{2})(?:\.[a-z]{2})?\b",
    re.IGNORECASE,
)
_BARE_DOMAIN = re.compile(
    r"(?<![\w@./-])()([a-z][a-z\d-]{2,39})\.(?:com|net|org|co\.uk|de|at|ch|fr|nl|be|es|it)(?=[\s/,;)]|$)", re.MULTILINE
)
"""In small letters only: `Ste.De` ends an abbreviation."""
_MAIL_HOUSES = {
    "gmail",
    "hotmail",
    "yahoo",
    "outlook",
    "web",
    "gmx",
    "aol",
    "icloud",
    "facebook",
    "instagram",
    "twitter",
    "localhost",
    "t-online",
    "google",
    "whatsapp",
    "payback",
    "streamyx",
}
ADDRESS_ON_THE_NET = re.compile(
    r"\S+@\S+|www\.\S+|https?:\S+|(?:visit|e-?mail|web|website|internet)\b:?", re.IGNORECASE
)
_PHONE = re.compile(r"\d[\d\s()./-]{6,}\d")
_AFTER_A_NUMBER = re.compile(r"\w*\d{6,}\s+([^\W\d_][^\d]+)$")  # `Reg. no 123456789 Nova Ltd`
_ABBREVIATED = re.compile(r"\b\w\.\s?\w(?:\.\s?\w)?$")  # `S.L` of `Nova S.L.`
_COMPOUND_HEADING = re.compile(r"^\w{3,}(?:quittung|rechnung|beleg|kvitto|kvittering|factuur|faktura|kassabon)$")
_BANK = re.compile(
    r"bank\b|sparkasse|\bbanco\b|\bbanque\b|\bbanca\b|cr[ée]dit (?:agricole|mutuel)|caisse d.?[ée]pargne", re.IGNORECASE
)
_NUMBERING = re.compile(r"(?:\bno|\bnr|\bn°|#|:)\s*[.:]?\s*\d", re.IGNORECASE)
_OFTEN = ("table", "time", "open", "order", "unit", "counter", "server", "original", "page", "copy", "tack", "to go")
_IN_NAMES = {**dict.fromkeys(_OFTEN, 3), "kopi": 2, "mobile": 2}
"""In names of so many words: `The Round Table` is one, `Table 7` is none, `Kopi Nova` sells coffee."""
_STORE = re.compile(r"\s*(?:\bstore\s*)?#\s?\d{2,6}$|^#\s?\d{1,6}\s+", re.IGNORECASE)
_BESIDE_IT = re.compile(r"\s?[·•|]\s?|\s[*–-]\s|,\s|\s{2,}")
_SPACED = re.compile(r"(?<!\S)[^\W\d_](?: [^\W\d_]){2,}(?!\S)")  # `N O V A`
_BRANCH = re.compile(
    r"(?<=\w)\W+(?:sklep|filiale?|filia|store|shop|branch|outlet|magasin|tienda|sucursal|negozio|butik|winkel|loja)"
    r"\s*(?:n[ro]\b|n°|#|num\b)?[.:\s]*\d+$",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"^(?:tax )?(?:invoice|receipt|facture|rechnung|factuur|fattura)\s+(?=\w)"
    r"|\s+(?:tax )?(?:invoice|receipt|bill|statement)$",
    re.IGNORECASE,
)

_LITTLE = frozenset("de du des la d di del della da do dos et und and of the y e en van het".split())
_ADDRESSED = re.compile(
    r"(?:hi|hello|hey|dear|hallo|lieber?|sehr geehrter?|bonjour|cher|chere|hola|estimad[oa]|gentile|beste|geachte)\s\w"
)
_HONORIFIC = re.compile(
    r"(?:mr|mrs|ms|miss|mr and mrs|herrn?|frau|familie|fam|mme|mlle|monsieur|madame|m et mme|sra?|srta|sig|signora?"
    r"|de heer|dhr|mevr|mw|mevrouw)\s\w"
)
_UNFINISHED = re.compile(r"\w (?:at|to|for|with|from|bei|mit|fur|chez|avec|bij|met)$")  # `Dining with us at`
_SENTENCES = re.compile(r"\w [^\W\d_]{4,}[.!] [^\W\d_]+ [^\W\d_]")  # `Buy less. Live more.`
_LABELS = (words.SELLER, words.BUYER, words.TENDERED, words.CHANGE)


def unlike_a_name(text: str) -> float:
    """0 for what may be a name, below that the more it looks like something else: a heading, a street, a sentence."""
    plain = folded(text)
    score = 0.0
    if found := words.NOT_A_NAME.found(text):
        part_of_it = found in _IN_NAMES and len(plain.split()) >= _IN_NAMES[found] and not re.search(r"\d|:", text)
        score -= 0.6 if part_of_it else 2.5
    small = [word for word in re.findall(r"[^\W\d_]{2,}", text) if word[0].islower()]
    score -= 1.2 if len(small) >= 2 and len(small) * 2 >= len(plain.split()) else 0.0
    score -= 2.0 if re.search(r"\w\s?:\s*[\w(]", text) else 0.0  # a label with what it says
    score -= 1.5 if re.fullmatch(r"[^\W\d]+\s?#?\d{1,5}", text) else 0.0  # `Taxi 133`, `Store 7`
    score -= 2.5 if re.fullmatch(r"[A-Z]{1,4}-?\d{3,}[A-Z]{0,2}", text) else 0.0  # the number of a taxi
    score -= 2.5 if _SENTENCES.search(text) and not words.LEGAL_FORM.found(text) else 0.0
    score -= 1.5 if _ADDRESSED.match(plain) or _UNFINISHED.search(plain) else 0.0
    score -= 3.0 if re.match(r"inh(?:aber(?:in)?)?\b", plain) else 0.0  # the shop's own name stands above
    if re.match(r"\d{1,3}\s?[xX×*]?\s+\D", text):
        score -= 2.0
    if words.INVOICE.found(text):
        score -= 1.5 if words.LEGAL_FORM.found(text) else 4.0
    score -= 3.0 if words.ACQUIRER.found(text) or len(words.CARD.rest(text)) < 3 else 1.5 if _BANK.search(text) else 0.0
    score -= 4.0 if any(_COMPOUND_HEADING.match(word) for word in plain.split()) else 0.0
    if words.ADDRESS.found(text) or STREET.search(plain) or HOUSE.search(text) or GLUED_STREET.match(plain):
        named = words.LEGAL_FORM.found(text) or (words.TRADE.found(text) and not re.search(r"\d|,", text))
        score -= 1.5 if words.LEGAL_FORM.found(text) else 0.5 if named else 2.5
    if words.TOTAL.found(text) or words.TAX.found(text) or words.ISSUE_DATE.found(text):
        score -= 2.0
    if _PHONE.search(text) or _NUMBERING.search(text):
        score -= 2.0
    elif POSTCODE.search(text) or TOWN.match(text) or TOWN_FIRST.search(text):
        score -= 1.5
    if any(plain == phrases.found(text) for phrases in _LABELS):
        score -= 5.0
    if text.rstrip().endswith((":", "?", "!")):
        score -= 1.5
    return score - (2.5 if len(plain.split()) > 6 and not words.LEGAL_FORM.found(text) else 0.0)


def is_addressed(text: str) -> bool:
    """`Ms Ann Berg`, as customers are written to. Shops are called `Mr Nova` as well, so their place has to agree."""
    return bool(_HONORIFIC.match(folded(text))) and not words.LEGAL_FORM.found(text) and not words.TRADE.found(text)


def names_its_sender(text: str) -> bool:
    """`Nova GmbH · Ringstr. 5 · 80331 Stadt`, above the customer in the window of an envelope."""
    name, *address = _parted_from_address(text)
    return (
        any(TOWN.match(part) for part in address)
        and not re.search(r"\d|:", name)
        and not is_address(name)
        and (words.LEGAL_FORM.found(name) or not words.ADDRESS.found(name))
        and not words.BUYER.found(name)
    )


def _parted_from_address(text: str) -> list[str]:
    """Where spaces alone stand between them, a name ends with its legal form and a town begins with its number."""
    parts = _BESIDE_IT.split(text)
    if parts[1:]:
        return parts
    whole = text.split()
    ends = [at for at, word in enumerate(whole) if at and words.LEGAL_FORM.found(word)]
    towns = [at for at in range(len(whole) - 1) if TOWN.match(" ".join(whole[at:])) and len(whole[at]) > 3]
    name_ends = max((at for at in ends if not re.search(r"\d", " ".join(whole[:at]))), default=0) + 1
    if name_ends == 1 or not towns or towns[-1] <= name_ends:
        return parts
    return [" ".join(part) for part in (whole[:name_ends], whole[name_ends : towns[-1]], whole[towns[-1] :])]


def domains_in(text: str) -> dict[str, int]:
    """`www.shop.de` and `info@shop.de` name the shop even where its logo cannot be read."""
    names: dict[str, int] = {}
    for hit in chain(_DOMAIN.finditer(text), _BARE_DOMAIN.finditer(text)):
        name = hit[2].lower().replace("-", "")
        if name not in _MAIL_HOUSES and len(name) > 2:
            names[name] = names.get(name, 0) + 1
    return names


def cleaned(name: str) -> str:
    """Without what stands on one line with a name: its address, number, heading or branch, and signs around it."""
    if (hit := _AFTER_A_NUMBER.search(name)) and words.LEGAL_FORM.found(hit[1]):
        name = hit[1]
    elif (parts := _parted_from_address(name))[1:] and (
        names_its_sender(name) or (is_address(name) and not TOWN_FIRST.search(name))
    ):
        name = parts[0]
    name = _SPACED.sub(lambda letters: letters[0].replace(" ", ""), name)
    if len(name.split()) > 1:
        name = _BRANCH.sub("", _HEADING.sub("", name))
    if (bare := _STORE.sub("", name)) != name and not words.NOT_A_NAME.found(bare) and not words.INVOICE.found(bare):
        name = bare
    name = re.sub(
        r"\(\s?(?:co\.?\s?(?:reg)?\.?\s?(?:no\.?)?\s?:?\s?)?[\dA-Z]*\d{4,}[\s-]*\w?\s?\)", "", name, flags=re.IGNORECASE
    )
    bare = name.strip(" .,:;*-–_|/\\#~\"'“”") or name
    return f"{bare}." if _ABBREVIATED.search(bare) and f"{bare}." in name else bare


def initials(name: str) -> str:
    """`Le Comptoir du Lac` -> `lcl`: little words are left out."""
    return "".join(word[0] for word in folded(name).split() if len(word) > 1 and word not in _LITTLE)


def alike(one: str, other: str) -> bool:
    """The same letters, or one the beginning or a part of the other."""
    first, second = folded(one).replace(" ", ""), folded(other).replace(" ", "")
    return bool(first and second) and (first in second or second in first)
