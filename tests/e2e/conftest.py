"""The whole system on free ports, started once for all e2e tests; each test chats from a number of its own."""

from collections.abc import AsyncIterator, Iterator
from itertools import count

import pytest

from services.whatsapp_sandbox.client import SandboxClient
from services.whatsapp_sandbox.stack import Stack, running_stack

_numbers = count(34_600_000_001)


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    with running_stack(tmp_path_factory.mktemp("stack"), lambda _: None, random_ports=True) as stack:
        yield stack


@pytest.fixture
async def phone(stack: Stack) -> AsyncIterator[SandboxClient]:
    async with SandboxClient(stack.chat_page) as phone:
        yield phone


@pytest.fixture
async def number(phone: SandboxClient) -> str:
    """A person who never wrote before."""
    number = f"+{next(_numbers)}"
    await phone.add_user(number, "Ana")
    return number
