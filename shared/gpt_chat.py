"""One conversation with an OpenAI-compatible server: every way it can end, mapped to a value or to our errors."""

import asyncio
import json
import logging
from dataclasses import dataclass, replace
from typing import cast

import httpx2
import openai
from openai.types.chat import ChatCompletion, ChatCompletionMessageParam
from openai.types.chat.chat_completion import Choice
from openai.types.chat.completion_create_params import ResponseFormat

from shared import metrics
from shared.engine import Usage
from shared.errors import TemporaryFailure
from shared.gpt_errors import GptRequestRejected, GptUnavailable, before_paid_call
from shared.gpt_prices import prices
from shared.gpt_prompts import ANSWER_AS_JSON, REPAIR, Schema
from shared.settings import EngineSettings

logger = logging.getLogger(__name__)

FIRST_ROOM_TOKENS = 8_000  # reasoning is charged to it too
MORE_ROOM_TOKENS = 24_000
_ASSUMED_IN, _ASSUMED_OUT = 4_000, 1_000  # a large page and a long answer
_NO_CREDIT = frozenset({"insufficient_quota", "credit_balance_exhausted", "billing_hard_limit_reached"})
_FILTERED = frozenset({"content_filter", "content_policy_violation"})


@dataclass(frozen=True)
class Task:
    """One request: `said` are the user's messages, each a text or the API's content parts; all of it is data."""

    model: str
    instructions: str
    said: tuple[str | list[dict[str, object]], ...]
    form: str
    schema: Schema


@dataclass(frozen=True)
class Answer:
    """`text` may be empty or nonsense; `declined` when the model or its filter would not answer at all."""

    text: str
    usage: Usage
    declined: bool = False


class _Declined(Exception):
    """The server's filter would not let the model see the request."""


class Chat:
    """Asks once; repeats nothing but a cut-off answer: waiting belongs to the queue's ladder, which counts."""

    def __init__(self, client: openai.AsyncOpenAI, settings: EngineSettings) -> None:
        self._client = client
        self._settings = settings
        self._prices = prices(settings.gpt_prices)
        self._told: set[tuple[str, str]] = set()

    async def ask(self, task: Task) -> Answer:
        return await self._answered(task, self._messages(task))

    async def ask_again(self, task: Task, answer: Answer, problem: str) -> Answer:
        """One more request that shows the model its own unusable answer."""
        messages = self._messages(task)
        if answer.text.strip():
            messages.append({"role": "assistant", "content": answer.text})
        messages.append({"role": "user", "content": REPAIR.format(problem=problem)})
        second = await self._answered(task, messages)
        return replace(second, usage=_sum(answer.usage, second.usage))

    async def _answered(self, task: Task, messages: list[ChatCompletionMessageParam]) -> Answer:
        try:
            return await self._with_room(task, messages)
        except _Declined:
            logger.warning("a filter declined the request", extra={"model": task.model})
            return Answer("", Usage(model=task.model), declined=True)

    async def _with_room(self, task: Task, messages: list[ChatCompletionMessageParam]) -> Answer:
        completion = await self._call(task, messages, FIRST_ROOM_TOKENS)
        answer = self._read(task, completion)
        if answer is not None:
            return answer
        logger.warning("the model's answer was cut off; asking with more room", extra={"model": task.model})
        longer = await self._call(task, messages, MORE_ROOM_TOKENS)
        answer = self._read(task, longer)
        if answer is None:
            raise TemporaryFailure("the model's answer was cut off twice")
        return replace(answer, usage=_sum(_usage(task.model, completion), answer.usage))

    def _read(self, task: Task, completion: ChatCompletion) -> Answer | None:
        """None when the answer was cut off."""
        usage = _usage(task.model, completion)
        choice = completion.choices[0]
        if choice.finish_reason == "length":
            return None
        refusal = choice.message.refusal if choice.message else None
        if refusal or choice.finish_reason == "content_filter":
            logger.warning("the model declined", extra={"model": task.model, "finish_reason": choice.finish_reason})
            return Answer("", usage, declined=True)
        return Answer(_text(choice.message.content if choice.message else None), usage)

    async def _call(self, task: Task, messages: list[ChatCompletionMessageParam], room: int) -> ChatCompletion:
        till = await before_paid_call()
        settings = self._settings
        try:
            async with asyncio.timeout(settings.gpt_timeout_s):
                completion = await self._client.chat.completions.create(
                    model=task.model,
                    messages=messages,
                    response_format=self._response_format(task) or openai.omit,
                    max_completion_tokens=room,
                    reasoning_effort=settings.gpt_reasoning_effort or openai.omit,
                )
        except TimeoutError as error:
            raise TemporaryFailure("the model did not answer in time") from error
        except openai.APIConnectionError as error:
            if isinstance(error.__cause__, httpx2.ConnectError | httpx2.ConnectTimeout):
                await till.not_charged()
            raise TemporaryFailure("no connection to the model's server, or no answer in time") from error
        except openai.APIStatusError as error:
            await till.not_charged()
            raise self._explained(task, error) from error
        except (openai.APIError, ValueError) as error:
            raise TemporaryFailure("the model's server answered something else than JSON") from error
        if not _has_a_choice(completion):
            raise TemporaryFailure("the model's server answered without a choice")
        self._told = {(model, advice) for model, advice in self._told if model != task.model}
        await till.charged(_usage(task.model, completion), self._count(task.model, completion))
        return completion

    def _count(self, model: str, completion: ChatCompletion) -> float:
        """Dollars. Under the name that was asked for: servers answer with dated ones, and some without usage."""
        usage = _usage(model, completion)
        tokens_in = _ASSUMED_IN if usage.prompt_tokens is None else usage.prompt_tokens
        tokens_out = _ASSUMED_OUT if usage.completion_tokens is None else usage.completion_tokens
        metrics.GPT_TOKENS.labels(model, "in").inc(tokens_in)
        metrics.GPT_TOKENS.labels(model, "out").inc(tokens_out)
        price = self._prices.get(model)
        cost = price.of(tokens_in, tokens_out) if price else 0.0
        metrics.GPT_COST.labels(model).inc(cost)
        return cost

    def _explained(self, task: Task, error: openai.APIStatusError) -> Exception:
        status, code = error.status_code, error.code or ""
        if code in _FILTERED:
            return _Declined()
        if code in _NO_CREDIT or error.type in _NO_CREDIT:
            return self._unavailable(task, status, "no credit is left: see the account's billing page")
        if status in (401, 403):
            return self._unavailable(task, status, "GPT_API_KEY is not accepted")
        if status == 404:
            return self._unavailable(task, status, "no such model or path: check GPT_MODEL and GPT_BASE_URL")
        if status in (408, 409, 429) or status >= 500:
            return TemporaryFailure(f"the model's server answered {status}", retry_after_s=_asked_wait(error))
        logger.error("the model's server rejects our request", extra={"status": status, "code": code})
        return GptRequestRejected(f"the model's server answered {status} {code}")

    def _unavailable(self, task: Task, status: int, advice: str) -> GptUnavailable:
        """Said once as an error, until a call works again: the queue tries often."""
        if (task.model, advice) not in self._told:
            self._told.add((task.model, advice))
            logger.error("GPT cannot be used", extra={"advice": advice, "status": status, "model": task.model})
        return GptUnavailable(f"GPT cannot be used: {advice}")

    def _messages(self, task: Task) -> list[ChatCompletionMessageParam]:
        instructions = task.instructions
        if self._settings.gpt_structured_mode != "json_schema":
            instructions += ANSWER_AS_JSON.format(schema=json.dumps(task.schema))
        said = (cast(ChatCompletionMessageParam, {"role": "user", "content": content}) for content in task.said)
        return [{"role": "system", "content": instructions}, *said]

    def _response_format(self, task: Task) -> ResponseFormat | None:
        match self._settings.gpt_structured_mode:
            case "json_schema":
                form = {"name": task.form, "strict": True, "schema": task.schema}
                return cast(ResponseFormat, {"type": "json_schema", "json_schema": form})
            case "json_object":
                return {"type": "json_object"}
            case "prompt":
                return None


def _has_a_choice(completion: object) -> bool:
    """The SDK checks nothing, and a proxy's error page may come with status 200."""
    choices = completion.choices if isinstance(completion, ChatCompletion) else None
    return isinstance(choices, list) and bool(choices) and isinstance(choices[0], Choice)


def _text(content: object) -> str:
    """Most servers send a string, some a list of parts."""
    if isinstance(content, list):
        return "".join(str(part.get("text", "")) for part in content if isinstance(part, dict))
    return content if isinstance(content, str) else ""


def _asked_wait(error: openai.APIStatusError) -> float | None:
    try:
        return max(0.0, float(error.response.headers.get("retry-after", "")))
    except ValueError:
        return None


def _usage(model: str, completion: ChatCompletion) -> Usage:
    used = completion.usage
    return Usage(
        model=str(completion.model or model),
        prompt_tokens=_number(used.prompt_tokens) if used else None,
        completion_tokens=_number(used.completion_tokens) if used else None,
        request_id=completion._request_id,
    )


def _number(value: object) -> int | None:
    return value if isinstance(value, int) else None


def _sum(first: Usage, second: Usage) -> Usage:
    return second.model_copy(
        update={
            "prompt_tokens": (first.prompt_tokens or 0) + (second.prompt_tokens or 0),
            "completion_tokens": (first.completion_tokens or 0) + (second.completion_tokens or 0),
        }
    )
