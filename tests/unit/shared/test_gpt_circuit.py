import pytest

from shared.gpt_circuit import FIRST_PAUSE_S, LONGEST_PAUSE_S, Circuit


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_single_failures_with_successes_between_them_change_nothing(clock: Clock) -> None:
    circuit = Circuit(patience=2, clock=clock)
    assert not circuit.failed()
    circuit.worked()
    assert not circuit.failed()
    assert circuit.lets_through


def test_failures_in_a_row_open_it(clock: Clock) -> None:
    circuit = Circuit(patience=2, clock=clock)
    circuit.failed()
    assert circuit.failed()
    assert not circuit.lets_through


def test_what_only_an_operator_can_mend_opens_it_at_once(clock: Clock) -> None:
    circuit = Circuit(patience=3, clock=clock)
    assert circuit.failed(for_good=True)
    assert not circuit.lets_through


def test_after_the_pause_one_call_may_try_and_its_success_closes_it(clock: Clock) -> None:
    circuit = Circuit(patience=1, clock=clock)
    circuit.failed()
    clock.now += FIRST_PAUSE_S
    assert [circuit.lets_through, circuit.lets_through] == [True, False]
    circuit.worked()
    assert circuit.lets_through


def test_pauses_grow_while_the_trials_fail_up_to_a_limit(clock: Clock) -> None:
    circuit = Circuit(patience=1, clock=clock)
    circuit.failed()
    for _ in range(12):
        clock.now += LONGEST_PAUSE_S
        assert circuit.lets_through
        assert circuit.failed()
    clock.now += LONGEST_PAUSE_S - 1
    assert not circuit.lets_through
    clock.now += 1
    assert circuit.lets_through
