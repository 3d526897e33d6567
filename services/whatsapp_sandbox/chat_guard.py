"""Keeps the page to the person at this machine: no foreign host names, no foreign pages, no endless bodies."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MAX_BODY_BYTES = 20 * 1024 * 1024

_PAGE_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; media-src 'self';"
    " connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


class ChatGuard:
    """A page on the internet can point its name at 127.0.0.1 or post a form here; both are refused with 403."""

    def __init__(self, app: ASGIApp, *, allowed_hosts: frozenset[str]) -> None:
        self._app = app
        self._allowed_hosts = allowed_hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if problem := self._problem(headers):
            await PlainTextResponse(problem, status_code=403)(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                answer = MutableHeaders(scope=message)
                for name, value in _PAGE_HEADERS.items():
                    answer.setdefault(name, value)
                answer.setdefault("Content-Security-Policy", _PAGE_POLICY)
            await send(message)

        await self._app(scope, receive, send_with_headers)

    def _problem(self, headers: Headers) -> str | None:
        host = headers.get("host", "")
        if urlsplit(f"//{host}").hostname not in self._allowed_hosts:
            return "This name is not allowed here; add it to SANDBOX_ALLOWED_HOSTS."
        origin = headers.get("origin")
        if origin is not None and urlsplit(origin).netloc != host:
            return "Only the sandbox's own page may ask for this."
        if headers.get("sec-fetch-site") in ("cross-site", "same-site"):
            return "Only the sandbox's own page may ask for this."
        return None
