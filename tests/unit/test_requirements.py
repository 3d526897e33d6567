"""Each image installs what its code imports, and no more than it should."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, packages_distributions, requires
from pathlib import Path

import pytest

from tests.unit.source_imports import imports

ROOT = Path(__file__).resolve().parents[2]
REQUIREMENTS = {
    "whatsapp_webhook_service": "webhook.txt",
    "invoice_extraction_service": "extraction.txt",
    "query_generator_service": "query.txt",
    "client_response_service": "response.txt",
    "whatsapp_sandbox": "sandbox.txt",
}


@pytest.mark.parametrize("service", REQUIREMENTS)
def test_the_requirements_of_a_service_hold_whatever_it_imports(service: str) -> None:
    installed = _closure(_pinned(ROOT / "requirements" / REQUIREMENTS[service]))
    missing = {
        package
        for package in _reached_packages(ROOT / "services" / service / "main.py")
        if not {_normal(owner) for owner in _providers().get(package, [package])} & installed
    }
    assert missing == set()


@pytest.mark.parametrize("light", ["webhook.txt", "response.txt"])
def test_light_images_have_no_ocr(light: str) -> None:
    assert {"rapidocr", "onnxruntime", "numpy", "opencv-python-headless"} & _closure(
        _pinned(ROOT / "requirements" / light)
    ) == set()


def _reached_packages(start: Path) -> set[str]:
    """Third-party packages that `start` imports, directly or through our own modules."""
    seen: set[Path] = set()
    packages: set[str] = set()
    waiting = [start]
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        for name in imports(path):
            if name.split(".")[0] in ("shared", "services"):
                waiting += _modules(name)
            else:
                packages.add(name.split(".")[0])
    return {package for package in packages if package in _providers()}


def _modules(name: str) -> list[Path]:
    """`shared.a.b` is the module b or the name b in the module a."""
    whole = ROOT / name.replace(".", "/")
    candidates = (
        whole.with_suffix(".py"),
        whole / "__init__.py",
        whole.parent.with_suffix(".py"),
        whole.parent / "__init__.py",
    )
    return [path for path in candidates if path.exists()]


def _pinned(file: Path) -> set[str]:
    names: set[str] = set()
    for line in file.read_text().splitlines():
        text = line.split("#")[0].strip()
        names |= _pinned(file.parent / text.removeprefix("-r ")) if text.startswith("-r ") else {_normal(text)} - {""}
    return names


def _normal(requirement: str) -> str:
    match = re.match(r"[A-Za-z0-9._-]+", requirement)
    return re.sub(r"[-_.]+", "-", match.group()).lower() if match else ""


def _closure(names: set[str]) -> set[str]:
    """With what they bring along; extras are not followed."""
    found: set[str] = set()
    waiting = set(names)
    while waiting:
        name = waiting.pop()
        found.add(name)
        waiting |= _brought_along(name) - found
    return found


def _brought_along(name: str) -> set[str]:
    """Nothing for a package that other systems need and this one does not have."""
    try:
        lines = requires(name) or ()
    except PackageNotFoundError:
        return set()
    return {_normal(line) for line in lines if "extra ==" not in line}


@cache
def _providers() -> Mapping[str, list[str]]:
    return packages_distributions()
