"""The kinds of refusal; each has its own sentence for the user."""

from typing import Literal

Why = Literal["off_topic", "not_understood", "not_allowed", "not_recorded"]
