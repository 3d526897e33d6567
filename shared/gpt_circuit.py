"""When the model is left alone for a while because it does not work: a count of failures, and a clock."""

from collections.abc import Callable

FIRST_PAUSE_S = 30.0
LONGEST_PAUSE_S = 900.0


class Circuit:
    """Opens after `patience` failures in a row, or at once; after a pause one call may try, and pauses grow."""

    def __init__(self, *, patience: int, clock: Callable[[], float]) -> None:
        self._patience = patience
        self._clock = clock
        self._failures = 0
        self._pause_s = FIRST_PAUSE_S
        self._closed_until: float | None = None

    @property
    def lets_through(self) -> bool:
        """Asking is taking the turn: while a pause has just ended, one caller gets through and the others do not."""
        if self._closed_until is None:
            return True
        if self._clock() < self._closed_until:
            return False
        self._closed_until = self._clock() + self._pause_s
        return True

    def worked(self) -> None:
        self._failures, self._pause_s, self._closed_until = 0, FIRST_PAUSE_S, None

    def failed(self, *, for_good: bool = False) -> bool:
        """True when the model is now left alone. `for_good`: no call will work before an operator acts."""
        self._failures += 1
        if self._closed_until is not None:
            self._pause_s = min(2 * self._pause_s, LONGEST_PAUSE_S)
        elif self._failures < self._patience and not for_good:
            return False
        self._closed_until = self._clock() + self._pause_s
        return True
