"""Whether a webhook comes from Twilio: X-Twilio-Signature over the public URL and every form parameter."""

import base64
import hmac
from collections.abc import Mapping
from urllib.parse import parse_qsl, urlsplit

MAX_FIELDS = 500
_DEFAULT_PORTS = {"http": 80, "https": 443}


class Form(dict[str, list[str]]):
    """A decoded form: nothing trimmed, nothing dropped, blank values kept."""

    @classmethod
    def parse(cls, body: bytes) -> "Form":
        """Raises ValueError when there are more fields than Twilio ever sends."""
        form = cls()
        pairs = parse_qsl(
            body.decode("utf-8", "replace"), keep_blank_values=True, errors="replace", max_num_fields=MAX_FIELDS
        )
        for name, value in pairs:
            form.setdefault(name, []).append(value)
        return form

    def first(self, name: str) -> str:
        return next(iter(self.get(name, ())), "")

    def as_signed(self) -> str:
        """Names and values in one string, sorted; a value that repeats under its name counts once."""
        return "".join(name + value for name in sorted(self) for value in sorted(set(self[name])))


class SignatureCheck:
    """Never trusts Host or X-Forwarded-*: the URL is built from PUBLIC_BASE_URL and the raw path and query."""

    def __init__(self, auth_token: str, public_base_url: str) -> None:
        self._secret = auth_token.encode()
        self._bases = _spellings(public_base_url)

    def is_genuine(self, scope: Mapping[str, object], form: Form, signature: str) -> bool:
        path, query = scope.get("raw_path") or b"", scope.get("query_string") or b""
        rest = bytes(path).decode("latin-1")  # type: ignore[call-overload]
        if query:
            rest += "?" + bytes(query).decode("latin-1")  # type: ignore[call-overload]
        rest += form.as_signed()
        given = signature.encode()
        return any(hmac.compare_digest(self._signature(base + rest), given) for base in self._bases)

    def _signature(self, signed: str) -> bytes:
        return base64.b64encode(hmac.digest(self._secret, signed.encode(), "sha1"))


def _spellings(base_url: str) -> tuple[str, ...]:
    """As configured first; Twilio signs some URLs with their port and some without."""
    parts = urlsplit(base_url)
    host = parts.netloc.removesuffix(f":{parts.port}")
    port = parts.port or _DEFAULT_PORTS[parts.scheme]
    others = (parts._replace(netloc=netloc).geturl() for netloc in (host, f"{host}:{port}"))
    return tuple(dict.fromkeys((base_url, *others)))
