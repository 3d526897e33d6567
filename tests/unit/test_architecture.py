"""Imports point one way, settings come from one place, and one boundary catches everything."""

import ast
import re
from pathlib import Path

import pytest

from tests.unit.source_imports import imports

ROOT = Path(__file__).resolve().parents[2]
SERVICES = (
    "whatsapp_webhook_service",
    "invoice_extraction_service",
    "query_generator_service",
    "client_response_service",
)
SANDBOX = "services.whatsapp_sandbox"
ENVIRONMENT_READERS = {
    "shared/settings.py",
    "shared/documents_worker",  # limits of a child process
    "services/whatsapp_sandbox",  # starts processes and passes the environment on; never deployed
}


def _sources(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("service", SERVICES)
def test_a_service_never_imports_another(service: str) -> None:
    others = tuple(f"services.{other}." for other in (*SERVICES, "whatsapp_sandbox") if other != service)
    wrong = [
        f"{_name(path)}: {name}"
        for path in _sources(f"services/{service}")
        for name in imports(path)
        if name.startswith(others)
    ]
    assert wrong == []


def test_shared_code_imports_no_service() -> None:
    wrong = [_name(path) for path in _sources("shared") if any(name.startswith("services") for name in imports(path))]
    assert wrong == []


def test_the_sandbox_imports_no_service() -> None:
    services = tuple(f"services.{service}" for service in SERVICES)
    wrong = [
        _name(path)
        for path in _sources("services/whatsapp_sandbox")
        if any(name.startswith(services) for name in imports(path))
    ]
    assert wrong == []


def test_no_image_of_a_service_holds_the_sandbox() -> None:
    copied = [
        _name(file)
        for service in SERVICES
        for file in [ROOT / "services" / service / "Dockerfile"]
        if re.search(r"^COPY .*(whatsapp_sandbox|services/? )", file.read_text(), re.MULTILINE)
    ]
    assert copied == []


def test_only_settings_read_the_environment() -> None:
    readers = {
        _name(path)
        for path in _sources("shared", "services")
        if re.search(r"\bos\.(environ|getenv)\b", path.read_text())
        and not any(_name(path).startswith(allowed) for allowed in ENVIRONMENT_READERS)
    }
    assert readers == set()


def test_one_place_catches_every_exception() -> None:
    catching = [
        _name(path)
        for path in _sources("shared", "services")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.ExceptHandler) and (node.type is None or ast.unparse(node.type) in _EVERYTHING)
    ]
    assert catching == ["shared/rabbitmq.py"]


_EVERYTHING = ("Exception", "BaseException")


@pytest.mark.parametrize(("sdk", "adapters"), [
    ("asyncpg", "postgres"), ("redis", "redis"), ("aio_pika", "rabbitmq"), ("boto3", "s3"), ("botocore", "s3"),
    ("openai", "gpt"), ("twilio", "twilio"),
])  # fmt: skip
def test_services_know_no_sdk(sdk: str, adapters: str) -> None:
    wrong = [
        _name(path)
        for service in SERVICES
        for path in _sources(f"services/{service}")
        if any(name == sdk or name.startswith(f"{sdk}.") for name in imports(path))
    ]
    assert wrong == [], f"only shared/{adapters}*.py may"
