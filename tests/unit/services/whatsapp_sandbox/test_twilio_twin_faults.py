"""Faults are used up in order and limited to whom they are meant for."""

from services.whatsapp_sandbox.twilio_twin_faults import Fault, Faults


def test_a_fault_ends_after_its_times() -> None:
    faults = Faults()
    faults.add(Fault(operation="send", status=429, times=2))
    assert [bool(faults.take("send")) for _ in range(3)] == [True, True, False]


def test_a_fault_without_times_stays_until_cleared() -> None:
    faults = Faults()
    faults.add(Fault(operation="send"))
    assert all(faults.take("send") for _ in range(5))
    faults.clear()
    assert faults.take("send") is None


def test_a_fault_is_for_its_operation_and_number_only() -> None:
    faults = Faults()
    faults.add(Fault(operation="deliver", number="+1", code=63016))
    assert faults.take("send", "+1") is None
    assert faults.take("deliver", "+2") is None
    assert faults.take("deliver", "+1") is faults.active()[0]
