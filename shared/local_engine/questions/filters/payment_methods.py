"""How payment methods look in the database."""

from collections.abc import Mapping

METHOD_PATTERNS: Mapping[str, tuple[str, ...]] = {
    "cash": ("cash",),
    "card": ("%card%", "%visa%", "%mastercard%", "%amex%", "%american express%", "%maestro%"),
    "debit card": ("%debit card%", "%debit_card%"),
    "visa": ("%visa%",),
    "mastercard": ("%mastercard%",),
    "amex": ("%amex%", "%american express%"),
    "bank_transfer": ("%transfer%", "%wire%"),
    "direct_debit": ("%direct_debit%",),
    "online": ("%online%",),
    "cheque": ("%cheque%", "%check%"),
    "paypal": ("%paypal%",),
    "bizum": ("%bizum%",),
    "pix": ("pix",),
    "boleto": ("%boleto%",),
    "upi": ("upi",),
    "net banking": ("%net_banking%", "%netbanking%"),
    "bit": ("bit",),
    "apple pay": ("%apple_pay%",),
    "google pay": ("%google_pay%", "%gpay%"),
}
"""How stored payment methods look; `_` stands for a blank or an underscore."""
