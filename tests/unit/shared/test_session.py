from datetime import UTC, datetime

import pytest

from shared.safe_naming import UserState
from shared.session import PENDING_AT_MOST, Session

NOW = datetime(2026, 3, 15, 9, 0, tzinfo=UTC)
FRESH, STALE = int(NOW.timestamp()) - 5, int((NOW - PENDING_AT_MOST).timestamp()) - 5


def test_what_is_still_being_worked_on_stays() -> None:
    session = Session(state=UserState.PROCESSING, pending={"MM1": FRESH})
    assert session.without_stale(NOW) == session


def test_what_can_never_end_is_forgotten_and_with_it_the_waiting() -> None:
    session = Session(state=UserState.PROCESSING, pending={"MM1": STALE})
    assert session.without_stale(NOW) == Session(state=UserState.CHOOSING)


def test_one_that_is_fresh_keeps_the_user_waiting() -> None:
    session = Session(state=UserState.PROCESSING, pending={"MM1": STALE, "MM2": FRESH})
    assert session.without_stale(NOW) == Session(state=UserState.PROCESSING, pending={"MM2": FRESH})


@pytest.mark.parametrize("state", [state for state in UserState if state is not UserState.PROCESSING])
def test_only_processing_ends_by_itself(state: UserState) -> None:
    assert Session(state=state, pending={"MM1": STALE}).without_stale(NOW) == Session(state=state)
