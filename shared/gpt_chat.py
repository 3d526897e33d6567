"""One conversation with an OpenAI-compatible server: every way it can end, mapped to a value or to our errors."""

import asyncio
import json
import logging
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import cast

import httpx2
import openai
from openai.types.chat import ChatCompletion, ChatCompletionMessageParam
from openai.types.chat.completion_create_params import ResponseFormat

from shared import metrics
from shared.engine import Usage
from shared.errors import TemporaryFailure
from shared.gpt_completions import (
    asked_wait_s,
    first_choice,
    is_cut_off,
    is_declined,
    parameter_not_taken,
    text_of,
    together,
    usage_of,
)
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


class _NotTaken(Exception):
    """The server knows no such parameter; the request may be made without it."""


class Chat:
    """Asks once; repeats nothing but a cut-off answer: waiting belongs to the queue's ladder, which counts."""

    def __init__(self, client: openai.AsyncOpenAI, settings: EngineSettings) -> None:
        self._client = client
        self._settings = settings
        self._prices = prices(settings.gpt_prices)
        self._told: set[tuple[str, str]] = set()
        self._left_out: set[str] = set()

    async def ask(self, task: Task) -> Answer:
        return await self._answered(task, self._said(task))

    async def ask_again(self, task: Task, answer: Answer, problem: str) -> Answer:
        """One more request that shows the model its own unusable answer."""
        said = self._said(task)
        if answer.text.strip():
            said.append({"role": "assistant", "content": answer.text})
        said.append({"role": "user", "content": REPAIR.format(problem=problem)})
        second = await self._answered(task, said)
        return replace(second, usage=together(answer.usage, second.usage))

    async def _answered(self, task: Task, said: list[ChatCompletionMessageParam]) -> Answer:
        try:
            return await self._with_room(task, said)
        except _Declined:
            logger.warning("a filter declined the request", extra={"model": task.model})
            return Answer("", Usage(model=task.model), declined=True)

    async def _with_room(self, task: Task, said: list[ChatCompletionMessageParam]) -> Answer:
        completion = await self._call(task, said, FIRST_ROOM_TOKENS)
        answer = self._read(task, completion)
        if answer is not None:
            return answer
        logger.warning("the model's answer was cut off; asking with more room", extra={"model": task.model})
        longer = await self._call(task, said, MORE_ROOM_TOKENS)
        answer = self._read(task, longer)
        if answer is None:
            raise TemporaryFailure("the model's answer was cut off twice")
        return replace(answer, usage=together(usage_of(task.model, completion), answer.usage))

    def _read(self, task: Task, completion: ChatCompletion) -> Answer | None:
        """None when the answer was cut off."""
        usage, choice = usage_of(task.model, completion), completion.choices[0]
        if is_cut_off(choice):
            return None
        if is_declined(choice):
            logger.warning("the model declined", extra={"model": task.model, "finish_reason": choice.finish_reason})
            return Answer("", usage, declined=True)
        return Answer(text_of(choice), usage)

    async def _call(self, task: Task, said: list[ChatCompletionMessageParam], room: int) -> ChatCompletion:
        while True:
            try:
                return await self._call_once(task, said, room)
            except _NotTaken as refused:  # each parameter is left out only once
                logger.warning("the model's server knows no such parameter", extra={"parameter": str(refused)})

    async def _call_once(self, task: Task, said: list[ChatCompletionMessageParam], room: int) -> ChatCompletion:
        call = await before_paid_call(task.model, self._cost(task.model, _ASSUMED_IN, _ASSUMED_OUT))
        try:
            async with asyncio.timeout(self._settings.gpt_timeout_s):
                completion = await self._complete(task, said, room)
        except TimeoutError as error:
            raise TemporaryFailure("the model did not answer in time") from error
        except openai.APIConnectionError as error:
            if isinstance(error.__cause__, httpx2.ConnectError | httpx2.ConnectTimeout):
                await call.not_charged()
            raise TemporaryFailure("no connection to the model's server, or no answer in time") from error
        except openai.APIStatusError as error:
            await call.not_charged()
            raise self._explained(task, error) from error
        except (openai.APIError, ValueError) as error:
            raise TemporaryFailure("the model's server answered something else than JSON") from error
        if first_choice(completion) is None:
            raise TemporaryFailure("the model's server answered without a choice")
        self._told = {(model, advice) for model, advice in self._told if model != task.model}
        await call.charged(usage_of(task.model, completion), self._count(task.model, completion))
        return completion

    async def _complete(self, task: Task, said: list[ChatCompletionMessageParam], room: int) -> ChatCompletion:
        """Posted as it is: `chat.completions.create` spends more on looking through it than on all the rest."""
        room_name = "max_tokens" if "max_completion_tokens" in self._left_out else "max_completion_tokens"
        body: dict[str, object] = {
            "model": task.model,
            "messages": [self._instructions(task), *said],
            room_name: room,
        }
        if form := self._response_format(task):
            body["response_format"] = form
        if self._settings.gpt_reasoning_effort and "reasoning_effort" not in self._left_out:
            body["reasoning_effort"] = self._settings.gpt_reasoning_effort
        return await self._client.post("/chat/completions", body=body, cast_to=ChatCompletion)

    def _count(self, model: str, completion: ChatCompletion) -> float:
        """Dollars. Under the name that was asked for: servers answer with dated ones, and some without usage."""
        usage = usage_of(model, completion)
        tokens_in = _ASSUMED_IN if usage.prompt_tokens is None else usage.prompt_tokens
        tokens_out = _ASSUMED_OUT if usage.completion_tokens is None else usage.completion_tokens
        metrics.GPT_TOKENS.labels(model, "in").inc(tokens_in)
        metrics.GPT_TOKENS.labels(model, "out").inc(tokens_out)
        cost = self._cost(model, tokens_in, tokens_out)
        metrics.GPT_COST.labels(model).inc(cost)
        return cost

    def _cost(self, model: str, tokens_in: int, tokens_out: int) -> float:
        price = self._prices.get(model)
        return price.of(tokens_in, tokens_out) if price else 0.0

    def _explained(self, task: Task, error: openai.APIStatusError) -> Exception:
        status, code = error.status_code, error.code or ""
        if code in _FILTERED:
            return _Declined()
        if status == 402 or code in _NO_CREDIT or error.type in _NO_CREDIT:
            return self._unavailable(task, status, "no credit is left: see the account's billing page")
        if status in (401, 403):
            return self._unavailable(task, status, "GPT_API_KEY is not accepted")
        if status == 404:
            return self._unavailable(task, status, "no such model or path: check GPT_MODEL and GPT_BASE_URL")
        if status in (408, 409, 429) or status >= 500:
            wait_s = asked_wait_s(error, datetime.now(UTC))
            return TemporaryFailure(f"the model's server answered {status}", retry_after_s=wait_s)
        parameter = parameter_not_taken(error)
        if parameter and parameter not in self._left_out:
            self._left_out.add(parameter)
            return _NotTaken(parameter)
        logger.error("the model's server rejects our request", extra={"status": status, "code": code})
        return GptRequestRejected(f"the model's server answered {status} {code}")

    def _unavailable(self, task: Task, status: int, advice: str) -> GptUnavailable:
        """Said once as an error, until a call works again: the queue tries often."""
        if (task.model, advice) not in self._told:
            self._told.add((task.model, advice))
            logger.error("GPT cannot be used", extra={"advice": advice, "status": status, "model": task.model})
        return GptUnavailable(f"GPT cannot be used: {advice}")

    def _instructions(self, task: Task) -> ChatCompletionMessageParam:
        """The schema goes in words to a server that cannot be given it in any other way."""
        with_schema = self._settings.gpt_structured_mode == "json_schema" and "response_format" not in self._left_out
        schema = "" if with_schema else ANSWER_AS_JSON.format(schema=json.dumps(task.schema))
        return {"role": "system", "content": task.instructions + schema}

    def _said(self, task: Task) -> list[ChatCompletionMessageParam]:
        return [cast(ChatCompletionMessageParam, {"role": "user", "content": content}) for content in task.said]

    def _response_format(self, task: Task) -> ResponseFormat | None:
        mode = "prompt" if "response_format" in self._left_out else self._settings.gpt_structured_mode
        match mode:
            case "json_schema":
                form = {"name": task.form, "strict": True, "schema": task.schema}
                return cast(ResponseFormat, {"type": "json_schema", "json_schema": form})
            case "json_object":
                return {"type": "json_object"}
            case "prompt":
                return None
