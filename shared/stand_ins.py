"""What tells a stand-in from Twilio, and an example from a secret: for settings.py and media_hosts.py. Pure."""

import re
from urllib.parse import urlsplit

_EXAMPLE_SECRETS = ("your_", "change_me", "changeme", "example", "sandbox")
_FAKE_SID_DIGITS = 8  # a real SID is 32 random hex digits; stand-ins repeat a few


def is_example(secret: str) -> bool:
    return secret.lower().startswith(_EXAMPLE_SECRETS)


def looks_real(account_sid: str) -> bool:
    """A real SID is `AC` and 32 random hex digits; ones made up by hand repeat a few digits."""
    digits = account_sid.removeprefix("AC")
    return bool(re.fullmatch(r"[0-9a-f]{32}", digits)) and len(set(digits)) > _FAKE_SID_DIGITS


def on_loopback(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    return host in ("localhost", "::1") or host.startswith("127.")
