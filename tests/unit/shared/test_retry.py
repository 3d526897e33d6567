"""What follows a failed delivery."""

import pytest

from shared.errors import DependencyAway, NotYet, Refused, TemporaryFailure
from shared.rabbitmq import HANDLING_LIMIT_S, PATIENCE_S
from shared.retry import DeadLetter, RetryIn, TellUser, after_failure
from shared.safe_naming import Dependency

DELAYS_S = (2, 15, 60)


@pytest.mark.parametrize(
    ("error", "attempt", "expected"),
    [
        pytest.param(TemporaryFailure("x"), 0, RetryIn(2), id="first-hiccup-waits-the-shortest-step"),
        pytest.param(TemporaryFailure("x"), 2, RetryIn(60), id="each-hiccup-waits-longer"),
        pytest.param(TemporaryFailure("x"), 3, DeadLetter("gave up after 3 retries: x"), id="after-the-last-step"),
        pytest.param(TemporaryFailure("x", retry_after_s=10), 0, RetryIn(15), id="waits-as-long-as-it-was-asked-to"),
        pytest.param(TemporaryFailure("x", retry_after_s=1), 1, RetryIn(15), id="a-shorter-wish-changes-nothing"),
        pytest.param(TemporaryFailure("x", retry_after_s=900), 0, RetryIn(60), id="at-most-the-longest-step"),
        pytest.param(
            DependencyAway(Dependency.S3, "x"), 0, RetryIn(2), id="an-away-dependency-is-a-hiccup-when-it-gets-here"
        ),
        pytest.param(NotYet("x", seconds=10), 9, RetryIn(15, counted=False), id="waiting-for-a-moment-is-no-try"),
        pytest.param(NotYet("x", seconds=90), 9, RetryIn(60, counted=False), id="nor-is-waiting-for-a-late-one"),
        pytest.param(Refused("no"), 0, TellUser(), id="a-refusal-goes-to-the-user"),
        pytest.param(KeyError("x"), 0, DeadLetter("KeyError"), id="a-bug-is-never-retried-and-never-quoted"),
    ],
)
def test_after_failure(error: Exception, attempt: int, expected: RetryIn | TellUser | DeadLetter) -> None:
    assert after_failure(error, attempt=attempt, delays_s=DELAYS_S) == expected


def test_no_delivery_is_held_as_long_as_the_broker_allows() -> None:
    """It waits until its patience ends, is handled once more, and waits for one more server to come back."""
    broker_s = 30 * 60  # RabbitMQ's consumer_timeout, unless somebody shortens it
    assert broker_s > PATIENCE_S + HANDLING_LIMIT_S + PATIENCE_S
