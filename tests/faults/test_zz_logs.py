"""After all faults: nothing that users wrote or must keep to themselves is in any line the services printed."""

import re

import pytest

from tests.faults.traffic import Traffic
from tests.faults.world import World

pytestmark = [pytest.mark.faults, pytest.mark.short, pytest.mark.asyncio(loop_scope="session")]

_PRIVATE = {
    "a phone number": r"(?<![0-9a-f])34[67]\d{8}(?![0-9a-f])",  # not the digits inside a SID
    "what a user wrote": r"How many invoices",
    "what was read": r"Shop \d|\d+\.\d\d EUR",
    "a link to a file": r"/media/[A-Za-z0-9_-]{8}|/cdn/",
    "a link to Twilio's media": r"/Media/ME",
    "a password in a URL": r"://[^/\s\"]+:[^/\s\"]+@",
}


async def test_no_line_of_any_service_holds_what_is_private(world: World) -> None:
    traffic = Traffic(world)
    await traffic.users_join(1)
    await traffic.show(traffic.users[0], traffic.next_number())
    await traffic.ask(traffic.users[0])
    await traffic.until_quiet(60)
    logs = "\n".join(path.read_text(errors="replace") for path in (world.folder / "logs").iterdir())
    secrets = [
        value
        for name, value in world.environment.items()
        if re.search(r"PASSWORD|TOKEN|SECRET|SIGNING_KEY|GPT_API_KEY", name)
    ]
    assert len(logs) > 10_000
    assert [secret for secret in secrets if secret in logs] == []
    assert {what: found[:3] for what, form in _PRIVATE.items() if (found := re.findall(form, logs))} == {}
