"""Twilio's refusals: the codes FinTrak can meet, and the JSON they arrive in."""

from starlette.responses import JSONResponse

from shared.errors import FintrakError

_MEANING = {
    20003: (401, "Authenticate"),
    20404: (404, "The requested resource was not found"),
    20429: (429, "Too many requests"),
    20500: (500, "An internal error has occurred"),
    21211: (400, "The 'To' number is not a valid WhatsApp address"),
    21603: (400, "A 'From' address is required"),
    21604: (400, "A 'To' address is required"),
    21608: (400, "The recipient is not verified and the account is on trial"),
    21609: (400, "The 'StatusCallback' URL is not valid"),
    21610: (400, "The recipient has unsubscribed"),
    21611: (429, "The sender's queue is full"),
    21617: (400, "The message body exceeds the 1600 character limit"),
    21619: (400, "A text message body or media URLs must be specified"),
    21620: (400, "The media URL is not valid"),
    21623: (400, "The message has too many media URLs"),
    63007: (400, "No channel was found for the 'From' address"),
}


class TwilioRefusal(FintrakError):
    """The twin refuses a request as Twilio does."""

    def __init__(self, code: int, *, status: int | None = None, retry_after_s: float | None = None) -> None:
        known_status, meaning = _MEANING.get(code, (400, f"Error {code}"))
        super().__init__(meaning)
        self.code, self.status, self.meaning, self.retry_after_s = code, status or known_status, meaning, retry_after_s

    def response(self) -> JSONResponse:
        body = {
            "code": self.code,
            "message": self.meaning,
            "more_info": f"https://www.twilio.com/docs/errors/{self.code}",
            "status": self.status,
        }
        headers = {"Retry-After": f"{self.retry_after_s:g}"} if self.retry_after_s is not None else {}
        if self.status == 401:
            headers["WWW-Authenticate"] = 'Basic realm="Twilio API"'
        return JSONResponse(body, status_code=self.status, headers=headers)


def refusal_for_status(status: int, *, retry_after_s: float | None = None) -> TwilioRefusal:
    """What a bare HTTP status looks like as Twilio's JSON."""
    code = {401: 20003, 404: 20404, 429: 20429}.get(status, 20500 if status >= 500 else status)
    return TwilioRefusal(code, status=status, retry_after_s=retry_after_s)
