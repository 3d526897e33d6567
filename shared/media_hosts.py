"""Which hosts media may come from, and which of them may see our credentials. Pure."""

import ipaddress
import re
from collections.abc import Iterable
from urllib.parse import SplitResult, urlsplit

from shared.stand_ins import on_loopback

_TWILIO_CONTENT = re.compile(r"(.+\.)?twiliocdn\.com")
_AWS_S3 = re.compile(r"(.+\.)?s3([.-][a-z0-9-]+)*\.amazonaws\.com(\.cn)?")
_PORTS = {"http": 80, "https": 443}


class MediaHosts:
    """`listed` are names or addresses, with or without a port, that the operator vouches for."""

    def __init__(self, api_base_url: str, listed: Iterable[str] = ()) -> None:
        self._api = urlsplit(api_base_url)
        self._on_loopback = on_loopback(api_base_url)  # stand-ins may spread over several ports of their machine
        self._listed = frozenset(entry.strip().lower() for entry in listed)

    def allows(self, url: str) -> bool:
        """Twilio itself, its content network and AWS S3 over https; what is listed over plain http too."""
        parts = _parts(url)
        if parts is None:
            return False
        if self.is_api(url) or self._is_listed(parts):
            return True
        host = parts.hostname or ""
        known = _TWILIO_CONTENT.fullmatch(host) or _AWS_S3.fullmatch(host)
        return parts.scheme == "https" and parts.port in (None, 443) and bool(known)

    def is_api(self, url: str) -> bool:
        """Only there credentials may go, and never more openly than the setting itself says."""
        parts = _parts(url)
        if parts is None:
            return False
        same = (parts.hostname, _port(parts)) == (self._api.hostname, _port(self._api))
        stand_in = self._on_loopback and on_loopback(url)
        return (same or stand_in) and parts.scheme in ("https", self._api.scheme)

    def may_be_private(self, host: str) -> bool:
        """Whether the name may stand for an address inside our own network."""
        host = host.lower()
        return (
            host == self._api.hostname
            or (self._on_loopback and host == "localhost")
            or any(entry == host or entry.startswith(f"{host}:") for entry in self._listed)
        )

    def _is_listed(self, parts: SplitResult) -> bool:
        host = parts.hostname or ""
        return host in self._listed or f"{host}:{_port(parts)}" in self._listed


def is_public(address: str) -> bool:
    return ipaddress.ip_address(address.partition("%")[0]).is_global


def _parts(url: str) -> SplitResult | None:
    """None for what is no plain http(s) URL: a name and password inside it, a broken port, another scheme."""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return None
    usable = parts.scheme in _PORTS and parts.hostname and "@" not in parts.netloc and "\\" not in url
    return parts if usable else None


def _port(parts: SplitResult) -> int:
    return parts.port or _PORTS[parts.scheme]
