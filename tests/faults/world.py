"""FinTrak under test: real servers behind proxies, Twilio's twin, a model, and the four services as processes."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import asyncpg

from services.whatsapp_sandbox.client import SandboxClient
from services.whatsapp_sandbox.local_environment import SERVICE_PORTS, local_environment, service_environment
from services.whatsapp_sandbox.local_servers import make_database, server_starters
from services.whatsapp_sandbox.local_state import LocalState, load_state
from services.whatsapp_sandbox.servers.children import Child, start_child, stop_children
from services.whatsapp_sandbox.servers.http_probe import answers_ok
from services.whatsapp_sandbox.servers.ports import HOST, any_port
from shared.safe_naming import Service
from tests.faults import fault_points
from tests.faults.paperwork import Model, running_model
from tests.faults.proxy import Proxy, running_proxy

ROOT = Path(__file__).resolve().parents[2]
SANDBOX = "whatsapp_sandbox"
SERVERS = ("rabbitmq", "postgres", "redis", "s3")
LADDER_S = "1,2,4,8,15,31,61"
UP_S = 120.0
HIDDEN_S = 4.0
_LOOK_S = 0.1


@dataclass
class World:
    """Logs of the services are in `folder/logs`: these are searched for what must not be in them."""

    folder: Path
    state: LocalState
    environment: dict[str, str]
    model: Model
    phone: SandboxClient
    proxies: dict[str, Proxy] = field(default_factory=dict)
    starters: dict[str, Callable[[], Child]] = field(default_factory=dict)
    children: dict[str, Child] = field(default_factory=dict)
    media: dict[int, tuple[str, int]] = field(default_factory=dict)
    """Number on a picture or in a question -> message id and index of the medium."""

    def service_url(self, service: Service) -> str:
        return f"http://{HOST}:{self.state.ports[SERVICE_PORTS[service]]}"

    def of(self, service: Service) -> Path:
        """Where the launcher of that service keeps its notes."""
        folder = self.folder / "launch" / service
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    async def is_kept(self, number: int) -> bool:
        """Whether what the model said to that number is committed."""
        if number not in self.media:
            return False
        connection = await owner_connection(self)
        try:
            query = "SELECT outcome IS NOT NULL FROM reads WHERE source_message_id = $1 AND media_index = $2"
            return bool(await connection.fetchval(query, *self.media[number]))
        finally:
            await connection.close()

    async def make_well(self) -> None:
        """Before each run: what an earlier one that failed left switched on or off costs this one nothing."""
        self.model.instead = lambda _: None
        for proxy in self.proxies.values():
            if not proxy.is_well:
                await proxy.come_back()
        await self.start(*(name for name, child in self.children.items() if not child.alive))
        self.arm({service: () for service in Service if fault_points.armed(self.of(service))})
        await self.all_is_well_at_twilio()
        await self.until_up(Service)

    async def all_is_well_at_twilio(self) -> None:
        """No faults, but new messages stay out of its list for some seconds, as they may at the real one."""
        await self.phone.clear_faults()
        await self.phone.add_fault(operation="list", hide_s=HIDDEN_S)

    @property
    def deaths(self) -> int:
        marks = (self.of(service) / "deaths" for service in Service)
        return sum(int(mark.read_text() or 0) for mark in marks if mark.exists())

    async def start(self, *names: str) -> None:
        for name in names:
            self.children[name] = await asyncio.to_thread(self.starters[name])
        await self.until_up(names)

    async def until_up(self, names: Iterable[str]) -> None:
        async with asyncio.timeout(UP_S):
            while not all([await asyncio.to_thread(self.children[name].answers) for name in names]):  # noqa: ASYNC110
                await asyncio.sleep(_LOOK_S)

    async def stop(self, *names: str, grace_s: float = 30) -> None:
        """As an operator does."""
        await asyncio.to_thread(stop_children, [self.children[name] for name in names], grace_s)

    async def restart(self, name: str) -> None:
        await self.stop(name)
        await self.start(name)

    async def kill(self, name: str) -> None:
        """A server or a service with its launcher, as by `kill -9`: it stays dead."""
        await asyncio.to_thread(self.children[name].kill)

    def kill_process(self, service: Service) -> None:
        """By `kill -9`; its launcher starts the next at once."""
        with suppress(ProcessLookupError):
            os.kill(int((self.of(service) / "pid").read_text()), signal.SIGKILL)

    def arm(self, points: Mapping[Service, Sequence[str]]) -> None:
        """Each service dies at each of these points once, the first time by our hand so that it knows them."""
        for service, names in points.items():
            fault_points.arm(self.of(service), names)
            self.kill_process(service)

    def not_passed(self, points: Mapping[Service, Sequence[str]]) -> list[str]:
        return [f"{service}: {point}" for service in points for point in fault_points.not_passed(self.of(service))]

    def start_service(self, service: Service) -> Child:
        return start_child(
            service,
            [sys.executable, "-m", "tests.faults.launch", f"services.{service}.main", self.of(service)],
            log=self.folder / "logs" / f"{service}.log",
            environment=service_environment(self.environment, self.state, service),
            answers=partial(answers_ok, f"{self.service_url(service)}/health"),
        )

    def start_sandbox(self) -> Child:
        return start_child(
            SANDBOX,
            [sys.executable, "-m", "services.whatsapp_sandbox.main"],
            log=self.folder / "twin" / "sandbox.log",
            environment=self.environment | {"WEBHOOK_CONNECT_URL": f"http://{HOST}:{self.proxies['webhook'].port}"},
            answers=partial(answers_ok, f"http://{HOST}:{self.state.ports['sandbox']}/"),
        )


def _environment(state: LocalState, folder: Path, ports: Mapping[str, int], model: Model) -> dict[str, str]:
    """As in local mode, but every server is reached through its proxy."""
    return local_environment(state, folder, frozenset()) | {
        "GPT_API_KEY": "sk-fault-suite",
        "GPT_BASE_URL": model.base_url,
        "GPT_TIMEOUT_S": "15",
        "RETRY_DELAYS_S": LADDER_S,
        "RATE_LIMIT_PER_MINUTE": "100000",
        "SHUTDOWN_GRACE_S": "10",
        "PYTHONPATH": str(ROOT),
        "RDS_PORT": str(ports["postgres"]),
        "REDIS_PORT": str(ports["redis"]),
        "RABBITMQ_PORT": str(ports["rabbitmq"]),
        "S3_ENDPOINT_URL": f"http://{HOST}:{ports['s3']}",
    }


async def owner_connection(world: World) -> asyncpg.Connection:
    """Past the proxy."""
    environment = world.environment
    return await asyncpg.connect(
        host=HOST,
        port=world.state.ports["postgres"],
        user=environment["RDS_USER"],
        password=environment["RDS_PASSWORD"],
        database=environment["RDS_DATABASE"],
        timeout=60,
    )


@asynccontextmanager
async def running_world(folder: Path) -> AsyncIterator[World]:
    async with AsyncExitStack() as opened:
        state = await asyncio.to_thread(load_state, folder, random_ports=True)
        taken = set(state.ports.values())
        ports = {name: any_port(taken) for name in (*SERVERS, "webhook")}
        model = await opened.enter_async_context(running_model())
        phone = await opened.enter_async_context(SandboxClient(f"http://{HOST}:{state.ports['sandbox']}"))
        world = World(folder, state, _environment(state, folder, ports, model), model, phone)
        for name, port in ports.items():
            world.proxies[name] = await opened.enter_async_context(running_proxy(port, state.ports[name]))
        opened.push_async_callback(_stop_all, world)
        await _start_all(world)
        yield world


async def _start_all(world: World) -> None:
    servers = world.folder / "servers"
    world.starters = dict(server_starters(world.state, world.folder, lambda name: servers / name, frozenset()))
    world.starters[SANDBOX] = world.start_sandbox
    world.starters |= {service: partial(world.start_service, service) for service in Service}
    await world.start(*SERVERS)
    await asyncio.to_thread(make_database, world.state)
    init = await asyncio.create_subprocess_exec(
        sys.executable, str(ROOT / "main.py"), "init", env=world.environment, stdout=asyncio.subprocess.DEVNULL
    )
    assert await init.wait() == 0
    await world.start(SANDBOX, *Service)
    await world.all_is_well_at_twilio()
    world.model.is_kept = world.is_kept


async def _stop_all(world: World) -> None:
    for names, grace_s in (((*Service, SANDBOX), 12.0), (SERVERS, 3.0)):
        await world.stop(*(name for name in names if name in world.children), grace_s=grace_s)
