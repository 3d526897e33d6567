"""Each image installs what its code imports, and no more than it should."""

from collections.abc import Mapping
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.supply_chain.packages import closure, normal, wanted
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
    installed = closure(wanted(ROOT / "requirements" / REQUIREMENTS[service]))
    missing = {
        package
        for package in _reached_packages(ROOT / "services" / service / "main.py")
        if not {normal(owner) for owner in _providers().get(package, [package])} & installed
    }
    assert missing == set()


@pytest.mark.parametrize("light", ["webhook.txt", "response.txt"])
def test_light_images_have_no_ocr(light: str) -> None:
    assert {"rapidocr", "onnxruntime", "numpy", "opencv-python-headless"} & closure(
        wanted(ROOT / "requirements" / light)
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


@cache
def _providers() -> Mapping[str, list[str]]:
    return packages_distributions()
