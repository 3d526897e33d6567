"""Figures as they are printed, and as OCR spells them: text -> decimal numbers. Pure."""

import re
from decimal import Decimal

_GROUPED = r"\d{1,2}(?:,\d\d)+,\d{3}|\d{1,3}(?:[ .,'’]\d{3})+"  # in India 1,23,456
_CENTS = r"\s?[.,]\s?(?:\d{2}|[-−–—_=]{1,2})|[.,]\d(?!\d|[.,]\d|[^\W\dE_])|:[-−–—]"
ISO = (
    "(?:"
    + "|".join(
        "EUR USD GBP CHF MYR IDR ILS NIS INR SEK NOK DKK PLN"
        " CZK HUF RON JPY CNY CAD AUD NZD SGD HKD BRL MXN TRY ZAR AED".split()
    )
    + ")"
)
MONEY = re.compile(
    r"(?<![\w.,/:-])(?P<sign>[-−–(]\s?)?"
    rf"(?P<mark>US\$|[A-Z]{{0,3}}\$|[€£₪₹¥₺₫₩฿]|R[mMpPs]\.?|S/\.?|kr\.?|{ISO})?\s?(?P<minus>[-−–])?"
    rf"(?P<whole>{_GROUPED}|\d{{1,9}}|(?=[.,]\d\d))(?P<cents>{_CENTS})?(?P<after>\s?[-−–](?!\w)|\))?(?![\d:])"
)
MASKS = re.compile(
    r"\b\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{2,4}\b|\b\d{4}[./-]\d{1,2}[./-]\d{1,2}\b|\b\d{1,2}[:h]\d{2}(?::\d{2})?\b"
    r"|\d+(?:[.,]\d+)?\s?(?:kg|g|ml|cl|l|lb|oz|km|cm|mm|m2|kwh|mb|gb|std|hrs?|stk|pcs)\b(?!\w)",
    re.IGNORECASE,
)
_LEADERS = re.compile(r"\.{2,}|[…·]+(?=\s?\d)")  # `Total......6,80`
_TOUCHING = re.compile(rf"(?<=[^\W\d_]{{3}})(?=(?:R[Mp]|{ISO})?\d{{1,6}}[.,]\d\d(?!\d)|[€£$₪₹¥]\s?\d)")
"""`TOTALRM8.60`, `Summe12,50`: before the figure stood a blank."""


def repaired(text: str) -> str:
    """What OCR commonly does to figures: `O` for nought, `l` for one, a blank after the decimal sign."""
    text = re.sub(r"(?<=\d)[\u00a0\u2000-\u200a\u202f\u2060](?=\d)", " ", text)
    text = _LEADERS.sub(lambda hit: " " * len(hit[0]), text)
    text = _TOUCHING.sub(" ", text)
    if re.fullmatch(r"-?\d{1,5} \d{2}", text.strip()):
        text = text.strip().replace(" ", ".")
    text = re.sub(r"(?<!\S)[.,:;·](?=\d+[.,]\d\d)", " ", text)
    text = re.sub(r"[\u3040-\u30ff\u4e00-\u9fff](?=\d)|(?<=\d)[\u3040-\u30ff\u4e00-\u9fff]", " ", text)
    text = re.sub(r"(?<=[\d.,])[oO](?=[\d.,\s]|$)", "0", text)
    text = re.sub(r"(?<=\d[.,]\d)[lI](?!\w)|(?<=\d[.,])[lI](?=\d(?!\w))", "1", text)
    return re.sub(r"(?<=\d)[lI](?=\d*[.,]\d\d)|(?<![^\W_])[lI|](?=\d*[.,]\d\d(?!\d))", "1", text)


def value_of(hit: re.Match[str]) -> Decimal:
    """`hit` is of MONEY; a minus before or after the figure, or brackets around it, make it negative."""
    whole = re.sub(r"\D", "", hit["whole"])
    cents = re.sub(r"\D", "", hit["cents"] or "").ljust(2, "0")
    value = Decimal(f"{whole or '0'}.{cents}")
    negative = bool(
        hit["minus"]
        or (hit["after"] or "").strip() in ("-", "−", "–")
        or (hit["sign"] or "").strip() in ("-", "−", "–")
    )
    negative = negative or ((hit["sign"] or "").startswith("(") and (hit["after"] or "") == ")")
    return -value if negative else value


def decimals_in(cents: str | None) -> int:
    """`12,-` is as exact as `12,00`; `12,5` may be a price or a quantity."""
    return min(2, sum(sign.isdigit() for sign in cents) or 2) if cents else 0
