"""The forms Twilio posts, built exactly as it builds them. Pure."""

import json
import mimetypes

from services.whatsapp_sandbox.chat_messages import ChatMessage, ChatUser
from services.whatsapp_sandbox.twilio_twin_messages import TwilioMessage

Form = list[tuple[str, str]]

_API_VERSION = "2010-04-01"
_EVENTS = {"sent": "SENT", "delivered": "DELIVERED", "read": "READ"}


def inbound_form(message: TwilioMessage, chat: ChatMessage, user: ChatUser, api_base_url: str) -> Form:
    """What the webhook gets for one message; parameters FinTrak has never heard of are part of it."""
    form = [
        ("SmsMessageSid", message.sid),
        ("NumMedia", str(len(chat.attachments))),
        ("ProfileName", user.name),
        ("MessageType", str(chat.kind)),
        ("SmsSid", message.sid),
        ("WaId", user.number.removeprefix("+")),
        ("SmsStatus", "received"),
        ("Body", chat.text),
        ("To", message.to),
        ("NumSegments", "1"),
        ("MessageSid", message.sid),
        ("AccountSid", message.account_sid),
        ("ChannelMetadata", _channel_metadata(user)),
        ("From", message.sender),
        ("ApiVersion", _API_VERSION),
        ("ExternalUserId", _external_user_id(user)),
    ]
    for index, attachment in enumerate(chat.attachments):
        form.append((f"MediaContentType{index}", attachment.content_type))
        form.append((f"MediaUrl{index}", media_url(api_base_url, message, attachment.sid)))
    if chat.place:
        form += [
            ("Latitude", f"{chat.place.latitude:.6f}"),
            ("Longitude", f"{chat.place.longitude:.6f}"),
            ("Label", chat.place.label),
            ("Address", chat.place.address),
        ]
    return form


def media_url(api_base_url: str, message: TwilioMessage, media_sid: str) -> str:
    return f"{api_base_url}/{_API_VERSION}/Accounts/{message.account_sid}/Messages/{message.sid}/Media/{media_sid}"


def _channel_metadata(user: ChatUser) -> str:
    context = {"ProfileName": user.name, "WaId": user.number.removeprefix("+")}
    return json.dumps({"type": "whatsapp", "data": {"context": context}}, ensure_ascii=False)


def _external_user_id(user: ChatUser) -> str:
    """The business-scoped id WhatsApp adds beside the number; made up from it here."""
    if not user.number.startswith("+"):
        return f"whatsapp:{user.number}"
    return f"whatsapp:ZZ.{int(user.number[1:]) * 7919}"


def status_form(message: TwilioMessage) -> Form:
    """What a StatusCallback gets for the message's present status."""
    form = [
        ("ChannelPrefix", "whatsapp"),
        ("ApiVersion", _API_VERSION),
        ("MessageStatus", message.status),
        ("SmsSid", message.sid),
        ("SmsStatus", message.status),
        ("ChannelToAddress", message.to),
        ("To", message.to),
        ("From", message.sender),
        ("MessageSid", message.sid),
        ("StructuredMessage", "false"),
        ("AccountSid", message.account_sid),
    ]
    if event := _EVENTS.get(message.status):
        form.append(("EventType", event))
    if message.error_code:
        form += [("ErrorCode", str(message.error_code)), ("ChannelStatusMessage", f"Error {message.error_code}")]
    return form


def file_extension(content_type: str) -> str:
    return mimetypes.guess_extension(content_type.split(";")[0].strip()) or ""
