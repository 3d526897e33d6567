"""Whether a webhook comes from Twilio: X-Twilio-Signature over the public URL and every form parameter."""

from collections.abc import Mapping
from urllib.parse import parse_qsl

from twilio.request_validator import RequestValidator

MAX_FIELDS = 500


class Form(dict[str, list[str]]):
    """A decoded form as the validator wants it: nothing trimmed, nothing dropped, blank values kept."""

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

    def getlist(self, name: str) -> list[str]:
        return self.get(name, [])

    def first(self, name: str) -> str:
        return next(iter(self.get(name, ())), "")


class SignatureCheck:
    """Never trusts Host or X-Forwarded-*: the URL is built from PUBLIC_BASE_URL and the raw path and query."""

    def __init__(self, auth_token: str, public_base_url: str) -> None:
        self._validator = RequestValidator(auth_token)
        self._base = public_base_url

    def is_genuine(self, scope: Mapping[str, object], form: Form, signature: str) -> bool:
        path, query = scope.get("raw_path") or b"", scope.get("query_string") or b""
        url = self._base + bytes(path).decode("latin-1")  # type: ignore[call-overload]
        if query:
            url += "?" + bytes(query).decode("latin-1")  # type: ignore[call-overload]
        return bool(self._validator.validate(url, form, signature))
