"""Everything FinTrak needs on one machine: servers, sandbox and the four services, started and stopped in order."""

import asyncio
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from services.whatsapp_sandbox import leftovers
from services.whatsapp_sandbox.local_environment import (
    DRAIN_S,
    SERVICE_PORTS,
    given_servers,
    local_environment,
    service_environment,
)
from services.whatsapp_sandbox.local_servers import make_database, server_starters
from services.whatsapp_sandbox.local_state import LocalState, load_state, only_one, say_who_runs
from services.whatsapp_sandbox.servers import rabbitmq
from services.whatsapp_sandbox.servers.children import (
    Child,
    start_child,
    stop_children,
    wait_until_answering,
)
from services.whatsapp_sandbox.servers.http_probe import answers_ok
from services.whatsapp_sandbox.servers.ports import HOST
from shared.initialise import apply_schema
from shared.safe_naming import Service
from shared.settings import PostgresSettings, S3Settings, SettingsType

ROOT = Path(__file__).resolve().parents[2]
SANDBOX = "whatsapp_sandbox"
SERVERS_UP_S = 90
SERVICES_UP_S = 120
SERVICES_STOP_S, SERVERS_STOP_S = DRAIN_S + 0.5, 1.5  # then what is left is killed
BIG_LOG_BYTES = 5_000_000

Say = Callable[[str], None]


@dataclass
class Stack:
    """`starters` start a child by its name, also again after it died; `children` are in starting order."""

    folder: Path
    state: LocalState
    environment: dict[str, str]
    given: frozenset[str]
    starters: dict[str, Callable[[], Child]] = field(default_factory=dict)
    children: dict[str, Child] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)

    @property
    def chat_page(self) -> str:
        return f"http://{HOST}:{self.state.ports['sandbox']}"

    @property
    def broker_is_real(self) -> bool:
        return "rabbitmq" in self.given or rabbitmq.installed()

    def service_url(self, service: Service) -> str:
        return f"http://{HOST}:{self.state.ports[SERVICE_PORTS[service]]}"

    def log(self, name: str) -> Path:
        return self.folder / "logs" / f"{name}.log"

    def start(self, *names: str) -> list[Child]:
        """All at once, as making a database takes its time. One that fails must not make us forget the others."""
        with ThreadPoolExecutor() as threads:
            starting = {name: threads.submit(self.starters[name]) for name in names}
        started = {name: start.result() for name, start in starting.items() if not start.exception()}
        self.children |= started
        leftovers.remember(self.folder, reversed(self.children.values()))
        for start in starting.values():
            start.result()  # raises what went wrong
        return list(started.values())


@contextmanager
def running_stack(folder: Path, say: Say, *, random_ports: bool = False, use_given: bool = False) -> Iterator[Stack]:
    """Yields when everything answers. `use_given` takes servers named in the environment instead of starting ours."""
    folder = folder.resolve()
    with only_one(folder) as lock:
        if left := leftovers.end_leftovers(folder):
            say(f"ended {left} processes that an earlier run left behind")
        state = load_state(folder, random_ports=random_ports)
        given = given_servers() if use_given else frozenset[str]()
        stack = Stack(folder, state, local_environment(state, folder, given), given)
        with leftovers.guarded(folder):
            try:
                _start_all(stack, say)
                say_who_runs(lock, f"chat page {stack.chat_page}")
                yield stack
            finally:
                _stop_all(stack)


def _start_all(stack: Stack, say: Say) -> None:
    """RabbitMQ takes longest, so it goes on starting while the services do: they wait for it by themselves."""
    began = time.monotonic()
    servers = server_starters(stack.state, stack.folder, stack.log, stack.given)
    stack.starters = servers | _process_starters(stack)
    for name in stack.starters:
        _shorten(stack.log(name))
    say(f"starting {', '.join(servers) or 'no servers: all are given'}")
    stack.start(*servers)
    wait_until_answering([child for name, child in stack.children.items() if name != "rabbitmq"], SERVERS_UP_S)
    if "postgres" not in stack.given:
        make_database(stack.state)
    asyncio.run(apply_schema(_settings(PostgresSettings, stack), None, _settings(S3Settings, stack)))
    stack.seconds["database and store"] = time.monotonic() - began
    say("starting the sandbox and the four services")
    stack.start(SANDBOX, *Service)
    wait_until_answering(list(stack.children.values()), SERVICES_UP_S)
    stack.seconds["everything up"] = time.monotonic() - began


def _settings(settings_class: type[SettingsType], stack: Stack) -> SettingsType:
    """From the stack's environment instead of our own."""
    fields = settings_class.model_fields
    return settings_class.model_validate(
        {name.lower(): value for name, value in stack.environment.items() if name.lower() in fields and value}
    )


def _process_starters(stack: Stack) -> dict[str, Callable[[], Child]]:
    """Python processes of our own, each as it starts in production."""
    starters: dict[str, Callable[[], Child]] = {
        SANDBOX: partial(_start_module, stack, SANDBOX, stack.environment, f"{stack.chat_page}/")
    }
    for service in Service:
        environment = service_environment(stack.environment, stack.state, service)
        health = f"{stack.service_url(service)}/health"
        starters[service] = partial(_start_module, stack, service, environment, health)
    return starters


def _start_module(stack: Stack, name: str, environment: dict[str, str], url: str) -> Child:
    return start_child(
        name,
        [sys.executable, "-m", f"services.{name}.main"],
        log=stack.log(name),
        environment={**environment, "PYTHONPATH": str(ROOT)},
        answers=partial(answers_ok, url),
    )


def _stop_all(stack: Stack) -> None:
    """The services may still need every server while they finish what is in hand."""
    processes = (*Service, SANDBOX)
    stop_children([child for name, child in stack.children.items() if name in processes], SERVICES_STOP_S)
    stop_children([child for name, child in stack.children.items() if name not in processes], SERVERS_STOP_S)


def _shorten(log: Path) -> None:
    """One older file is kept."""
    if log.exists() and log.stat().st_size > BIG_LOG_BYTES:
        log.replace(log.with_suffix(".log.1"))
