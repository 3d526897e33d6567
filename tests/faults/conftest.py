"""One world for all faults; what became of the messages of each is printed as a table at the end."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.faults.runs import table, write_page
from tests.faults.world import World, running_world


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def world(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    async with running_world(tmp_path_factory.mktemp("faults")) as world:
        yield world


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for line in table():
        terminalreporter.write_line(line)


def pytest_runtest_teardown() -> None:
    write_page()
