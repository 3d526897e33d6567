"""Twilio's Media resources: behind Basic auth, redirected to a content network that must not get credentials."""

import hmac
import time
from dataclasses import dataclass
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, RedirectResponse, Response

from services.whatsapp_sandbox.store import Media, Store
from services.whatsapp_sandbox.twilio_twin_delivery import Alerts
from services.whatsapp_sandbox.twilio_twin_errors import TwilioRefusal

_LINK_LIFETIME_S = 4 * 3600
LEAKED_CREDENTIALS = 1


@dataclass(frozen=True, kw_only=True)
class MediaResources:
    store: Store
    alerts: Alerts
    cdn_base_url: str
    key: bytes

    def redirect(self, media: Media) -> Response:
        expires = int(time.time()) + _LINK_LIFETIME_S
        path = f"/cdn/{media.sid}/{expires}/{self._signature(media.sid, expires)}"
        return RedirectResponse(self.cdn_base_url + path, status_code=307)

    def metadata(self, media: Media, account_sid: str) -> Response:
        uri = f"/2010-04-01/Accounts/{account_sid}/Messages/{media.message_sid}/Media/{media.sid}.json"
        return JSONResponse(
            {
                "sid": media.sid,
                "account_sid": account_sid,
                "parent_sid": media.message_sid,
                "content_type": media.content_type,
                "uri": uri,
            }
        )

    def find(self, message_sid: str, media_sid: str) -> Media:
        media = self.store.media(media_sid)
        if media is None or media.message_sid != message_sid or media.gone_at_twilio:
            raise TwilioRefusal(20404)
        return media

    async def serve_cdn(self, request: Request) -> Response:
        """Refuses whoever brings credentials, and says so in the alerts."""
        sid, expires = request.path_params["media"], request.path_params["expires"]
        if "authorization" in request.headers:
            self.alerts.add(LEAKED_CREDENTIALS, "credentials were sent to the redirect's target", sid)
            return Response("credentials do not belong here", status_code=400)
        genuine = hmac.compare_digest(self._signature(sid, expires), request.path_params["signature"])
        media = self.store.media(sid)
        if not genuine or expires < time.time() or media is None:
            return Response("expired", status_code=403)
        return FileResponse(media.path, headers={"Content-Type": media.content_type})

    def _signature(self, sid: str, expires: int) -> str:
        return hmac.new(self.key, f"{sid}:{expires}".encode(), "sha256").hexdigest()


def chat_file(media: Media, *, download: bool) -> Response:
    """The phone's copy. Only what browsers show without running anything is shown; the rest is saved."""
    shown = media.content_type in ("image/jpeg", "image/png", "image/webp", "image/gif", "application/pdf")
    shown = shown or media.content_type.startswith(("audio/", "video/"))
    how = "inline" if shown and not download else "attachment"
    headers = {
        "Content-Disposition": f"{how}; filename*=UTF-8''{quote(media.filename)}",
        "Content-Type": media.content_type if shown else "application/octet-stream",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Cache-Control": "private, max-age=31536000, immutable",
    }
    return FileResponse(media.path, headers=headers)
