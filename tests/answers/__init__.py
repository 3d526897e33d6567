"""Questions with their gold answers, as people type them: a folder for each way of asking, a file for each language."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages

from tests.answers.gold import Case


def _cases() -> Iterator[Case]:
    for found in walk_packages(__path__, f"{__name__}."):
        yield from getattr(import_module(found.name), "CASES", ())


ALL_CASES = list(_cases())
