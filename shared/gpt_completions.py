"""What a server sent as a completion, read with suspicion: the SDK checks no types, servers leave much out. Pure."""

from datetime import datetime

from openai import APIStatusError
from openai.types.chat import ChatCompletion, ChatCompletionMessage
from openai.types.chat.chat_completion import Choice

from shared.engine import Usage
from shared.retry_after import seconds_asked_for
from shared.utils import whole_characters

OPTIONAL_PARAMETERS = ("response_format", "max_completion_tokens", "reasoning_effort")
_ALSO_MEANS = {"response_format": ("json_schema", "json_object", "structured output")}


def first_choice(completion: object) -> Choice | None:
    """A proxy's error page may come with status 200."""
    choices = completion.choices if isinstance(completion, ChatCompletion) else None
    first = choices[0] if isinstance(choices, list) and choices else None
    return first if isinstance(first, Choice) else None


def is_cut_off(choice: Choice) -> bool:
    return choice.finish_reason == "length"


def is_declined(choice: Choice) -> bool:
    refusal = getattr(choice.message, "refusal", None)
    return bool(refusal) or choice.finish_reason == "content_filter"


def text_of(choice: Choice) -> str:
    """Most servers send a string, some a list of parts, and some what older completions looked like."""
    message: object = choice.message
    content = message.content if isinstance(message, ChatCompletionMessage) else message
    if content is None:
        content = getattr(choice, "text", None)
    if isinstance(content, list):
        content = "".join(str(part.get("text", "")) for part in content if isinstance(part, dict))
    return whole_characters(content) if isinstance(content, str) else ""


def usage_of(model: str, completion: ChatCompletion) -> Usage:
    used: object = completion.usage
    return Usage(
        model=str(completion.model or model),
        prompt_tokens=_count(getattr(used, "prompt_tokens", None)),
        completion_tokens=_count(getattr(used, "completion_tokens", None)),
        request_id=completion._request_id,
    )


def together(first: Usage, second: Usage) -> Usage:
    return second.model_copy(
        update={
            "prompt_tokens": (first.prompt_tokens or 0) + (second.prompt_tokens or 0),
            "completion_tokens": (first.completion_tokens or 0) + (second.completion_tokens or 0),
        }
    )


def parameter_not_taken(error: APIStatusError) -> str | None:
    """Which of the parameters that not every server knows made this one refuse the request."""
    if error.status_code not in (400, 422):
        return None
    said = f"{getattr(error, 'param', None) or ''} {error.message} {error.body or ''}"
    names = ((name, (name, *_ALSO_MEANS.get(name, ()))) for name in OPTIONAL_PARAMETERS)
    return next((name for name, words in names if any(word in said for word in words)), None)


def asked_wait_s(error: APIStatusError, now: datetime) -> float | None:
    headers = error.response.headers
    milliseconds = seconds_asked_for(headers.get("retry-after-ms", ""), now)
    return seconds_asked_for(headers.get("retry-after", ""), now) if milliseconds is None else milliseconds / 1000


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None
