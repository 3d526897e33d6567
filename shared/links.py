"""Signed, expiring links to stored files: made by responder and query generator, opened by the webhook service."""

import base64
import binascii
import hashlib
import hmac
from datetime import UTC, datetime, timedelta

from shared.errors import FintrakError
from shared.settings import LinkSettings

DAY_S = 24 * 3600
WORKBOOK_LIFETIME_S = 400 * DAY_S
_ROUNDED_S = 3600  # a reply sent again within the hour holds the same link, so its text is recognised at Twilio
_TIME_BYTES = 5
_MAC_BYTES = 32
_LABEL = b"fintrak media links v1"


class DeadLink(FintrakError):
    """Forged, damaged or expired: whoever asks gets a 404 and no reason."""


def link_key(settings: LinkSettings, twilio_auth_token: str) -> bytes:
    """LINK_SIGNING_KEY, else a key derived from the Twilio token; either way used for nothing but links."""
    given = settings.link_signing_key
    secret = given.get_secret_value() if given else twilio_auth_token
    return hmac.new(secret.encode(), _LABEL, hashlib.sha256).digest()


def make_link(base_url: str, key: bytes, object_key: str, *, now: datetime, lifetime_s: int = DAY_S) -> str:
    """Lives at least `lifetime_s`, rounded up to a full hour."""
    expires = int((now + timedelta(seconds=lifetime_s)).timestamp())
    expires += -expires % _ROUNDED_S
    payload = expires.to_bytes(_TIME_BYTES) + object_key.encode()
    token = base64.urlsafe_b64encode(_mac(key, payload) + payload).rstrip(b"=")
    return f"{base_url.rstrip('/')}/media/{token.decode()}"


def open_token(token: str, key: bytes, now: datetime) -> str:
    """The object key of a link that is ours and alive; raises DeadLink."""
    try:
        raw = base64.b64decode(token + "=" * (-len(token) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as error:
        raise DeadLink("not a token") from error
    mac, payload = raw[:_MAC_BYTES], raw[_MAC_BYTES:]
    if not hmac.compare_digest(mac, _mac(key, payload)):
        raise DeadLink("not signed by us")
    if datetime.fromtimestamp(int.from_bytes(payload[:_TIME_BYTES]), UTC) <= now:
        raise DeadLink("expired")
    return payload[_TIME_BYTES:].decode()


def _mac(key: bytes, payload: bytes) -> bytes:
    return hmac.new(key, payload, hashlib.sha256).digest()
