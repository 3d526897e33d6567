"""Work the sandbox does after it has answered; if any of it dies of a bug, the process stops."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager

Spawn = Callable[[Coroutine[object, object, None]], None]


@asynccontextmanager
async def background_work() -> AsyncIterator[Spawn]:
    """Yields what starts a task; leaving it cancels what still runs."""
    running: set[asyncio.Task[None]] = set()
    async with asyncio.TaskGroup() as group:

        def spawn(work: Coroutine[object, object, None]) -> None:
            task = group.create_task(work)
            running.add(task)
            task.add_done_callback(running.discard)

        yield spawn
        for task in tuple(running):
            task.cancel()
