"""A service of ours as a process of its own, as it is deployed: started, asked for its health, stopped."""

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp
from pydantic import SecretStr
from pydantic_settings import BaseSettings

from tests.ports import free_port

UP_WITHIN_S = 60


@dataclass
class ServiceProcess:
    process: asyncio.subprocess.Process
    base_url: str
    log: Path

    async def until_able(self) -> None:
        """`/health` has no event to wait for, so it is asked until it is well."""
        await self._until_status(200)

    async def until_unable(self) -> dict[str, str]:
        """The state of each dependency while the service cannot work."""
        return await self._until_status(503)

    async def _until_status(self, status: int) -> dict[str, str]:
        async with asyncio.timeout(UP_WITHIN_S), aiohttp.ClientSession() as http:
            while True:
                found, dependencies = await self._health(http)
                if found == status:
                    return dependencies
                await asyncio.sleep(0.05)

    async def _health(self, http: aiohttp.ClientSession) -> tuple[int, dict[str, str]]:
        assert self.process.returncode is None, self.log.read_text()[-4000:]
        with contextlib.suppress(aiohttp.ClientError):
            async with http.get(f"{self.base_url}/health") as answer:
                return answer.status, (await answer.json())["dependencies"]
        return 0, {}

    async def stop(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        return await self.process.wait()


def environment_of(*groups: BaseSettings) -> dict[str, str]:
    """The variables that would give these settings."""
    values = {name: value for group in groups for name, value in group.model_dump().items()}
    return {name.upper(): _as_variable(value) for name, value in values.items() if value is not None}


def _as_variable(value: object) -> str:
    if isinstance(value, SecretStr):
        return value.get_secret_value()
    return ",".join(str(part) for part in value) if isinstance(value, tuple) else str(value)


@asynccontextmanager
async def running_service(module: str, environment: dict[str, str], folder: Path) -> AsyncIterator[ServiceProcess]:
    port, log = free_port(), folder / f"{module}.log"
    variables = {"PATH": os.environ["PATH"], "SERVICE_HOST": "127.0.0.1", "SERVICE_PORT": str(port), **environment}
    with log.open("wb") as output:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", module), env=variables, stdout=output, stderr=output
        )
    try:
        yield ServiceProcess(process, f"http://127.0.0.1:{port}", log)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
