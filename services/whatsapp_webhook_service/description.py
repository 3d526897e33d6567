"""What the OpenAPI document says about Twilio's forms, which the routes parse themselves: for routes.py."""

from typing import Any

Description = dict[str, Any]  # OpenAPI objects, written into the document as they are


def signed_form(required: tuple[str, ...], fields: dict[str, str]) -> Description:
    """A form of Twilio; it sends more fields than we name, and new ones without notice."""
    properties = {name: {"type": "string", "description": text} for name, text in fields.items()}
    schema = {"type": "object", "required": list(required), "properties": properties, "additionalProperties": True}
    return {
        "parameters": [
            {
                "name": "X-Twilio-Signature",
                "in": "header",
                "required": True,
                "schema": {"type": "string"},
                "description": "HMAC-SHA1 of PUBLIC_BASE_URL, path and sorted fields with the account's auth token.",
            }
        ],
        "requestBody": {"required": True, "content": {"application/x-www-form-urlencoded": {"schema": schema}}},
    }


INCOMING = signed_form(
    ("MessageSid", "From"),
    {
        "MessageSid": "Id of the message; one that comes again gets the same answer and changes nothing.",
        "From": "Who wrote, such as whatsapp:+34611222333.",
        "Body": "The text; empty beside a picture without a caption.",
        "ProfileName": "The name the user gave WhatsApp.",
        "NumMedia": "How many files there are; MediaUrl0 and MediaContentType0 describe the first.",
        "MediaUrl0": "Where the first file is, behind the account's credentials.",
        "MediaContentType0": "What WhatsApp says it is.",
        "MessageType": "text, image, sticker, location ...",
        "Latitude": "Of a location.",
        "Longitude": "Of a location.",
    },
)
STATUS = signed_form(
    ("MessageSid", "MessageStatus"),
    {
        "MessageSid": "Id that Twilio gave the reply.",
        "MessageStatus": "queued, sent, delivered, read, undelivered or failed.",
        "ErrorCode": "Why it failed.",
    },
)

REFUSALS: dict[int | str, Description] = {
    403: {"description": "X-Twilio-Signature is missing or wrong; nothing was done."},
    408: {"description": "The body did not arrive in time."},
    413: {"description": "The body is larger than Twilio ever sends."},
    415: {"description": "The body is not a form."},
}
TWIML: dict[int | str, Description] = {
    200: {
        "description": "TwiML with what the user hears at once; an empty Response is silence.",
        "content": {"text/xml": {"schema": {"type": "string"}}},
    }
}
TAKEN_IN: dict[int | str, Description] = {
    204: {"description": "The report was taken in."},
    503: {"description": "It could not be kept; Twilio may send it again."},
}
FILE: dict[int | str, Description] = {
    200: {"description": "The file, with its type, length and name.", "content": {"*/*": {}}},
    404: {"description": "The link is forged or has expired, or its invoice was deleted."},
    503: {"description": "The store is away; try again after some seconds."},
}
HEALTH: dict[int | str, Description] = {
    200: {"description": "The service can work.", "content": {"application/json": {}}},
    503: {"description": "It cannot; `dependencies` says why.", "content": {"application/json": {}}},
}
