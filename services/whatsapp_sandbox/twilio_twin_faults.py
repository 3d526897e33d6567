"""What goes wrong on purpose: tests switch Twilio's failures on and off with `/sandbox/faults`.

POST {"operation": "send", "status": 429, "times": 3}               refused with 20429
POST {"operation": "send", "status": 400, "code": 21610}            refused for good
POST {"operation": "send", "after_accepting": true, "hang_s": 20}   accepted, delivered, not answered in time
POST {"operation": "deliver", "code": 63019, "number": "+34..."}    accepted, then `undelivered` by callback
POST {"operation": "fetch"}                                         our link cannot be fetched: 63019 by callback
POST {"operation": "callback"}                                      status callbacks get lost
POST {"operation": "list", "hide_s": 5}                             new messages stay out of lists for a while
POST {"operation": "media", "status": 404, "times": 2}              media is not there yet
POST {"operation": "typing", "status": 500}                         no typing indicator
DELETE                                                              all is well again
"""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Operation = Literal["send", "deliver", "callback", "list", "fetch", "media", "typing"]


class Fault(BaseModel):
    """`times` None: until cleared. `number` limits it to one user. `hang_s` waits before answering."""

    model_config = ConfigDict(extra="forbid")

    operation: Operation
    status: int = Field(500, ge=400, le=599)
    code: int | None = None
    times: int | None = Field(None, ge=1)
    number: str | None = None
    hang_s: float = Field(0, ge=0, le=600)
    hide_s: float = Field(0, ge=0, le=600)
    after_accepting: bool = False
    retry_after_s: float | None = None


class Faults:
    """The faults that are on, oldest first."""

    def __init__(self) -> None:
        self._active: list[Fault] = []

    def add(self, fault: Fault) -> None:
        self._active.append(fault)

    def clear(self) -> None:
        self._active.clear()

    def active(self) -> list[Fault]:
        return list(self._active)

    def take(self, operation: Operation, number: str | None = None) -> Fault | None:
        """The first fault for this operation, used up by one."""
        for fault in self._active:
            if fault.operation == operation and fault.number in (None, number):
                self._use(fault)
                return fault
        return None

    def _use(self, fault: Fault) -> None:
        if fault.times is None:
            return
        fault.times -= 1
        if fault.times == 0:
            self._active.remove(fault)
