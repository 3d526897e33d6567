"""The packages of requirements/: what is pinned, what each brings along, what the images hold."""

import re
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
REQUIREMENTS = ROOT / "requirements"
IMAGES = ("webhook", "extraction", "query", "response", "administration", "s3", "sandbox")
_LOCKED = re.compile(r"^([a-z0-9-]+)==([^\s;]+)", re.MULTILINE)


def locked() -> dict[str, tuple[str, ...]]:
    """Name -> the versions pinned for one system or another."""
    found: dict[str, tuple[str, ...]] = {}
    for name, version in _LOCKED.findall((REQUIREMENTS / "constraints.txt").read_text(encoding="utf-8")):
        found[name] = (*found.get(name, ()), version)
    return found


def wanted(file: Path) -> set[str]:
    """The names in a requirements file and in those it includes."""
    names: set[str] = set()
    for line in file.read_text(encoding="utf-8").splitlines():
        text = line.split("#")[0].strip()
        names |= wanted(file.parent / text.removeprefix("-r ")) if text.startswith("-r ") else {normal(text)} - {""}
    return names


def normal(requirement: str) -> str:
    match = re.match(r"[A-Za-z0-9._-]+", requirement)
    return re.sub(r"[-_.]+", "-", match.group()).lower() if match else ""


def closure(names: set[str]) -> set[str]:
    """With what they bring along; extras are not followed."""
    found: set[str] = set()
    waiting = set(names)
    while waiting:
        name = waiting.pop()
        found.add(name)
        waiting |= _brought_along(name) - found
    return found


def in_images() -> set[str]:
    return closure({name for image in IMAGES for name in wanted(REQUIREMENTS / f"{image}.txt")})


def _brought_along(name: str) -> set[str]:
    """Nothing for a package that other systems need and this one does not have."""
    try:
        lines = requires(name) or ()
    except PackageNotFoundError:
        return set()
    return {normal(line) for line in lines if "extra ==" not in line}
