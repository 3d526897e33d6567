"""The rules of docker-compose.yaml and of the Dockerfiles, as far as they can be seen without a container engine."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from shared.settings import ExtractionSettings, ProcessSettings, QuerySettings, ResponseSettings, WebhookSettings

ROOT = Path(__file__).resolve().parents[2]
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yaml").read_text(encoding="utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
OURS = {name: service for name, service in SERVICES.items() if "build" in service}
SETTINGS: dict[str, type[ProcessSettings]] = {
    "whatsapp_webhook_service": WebhookSettings,
    "invoice_extraction_service": ExtractionSettings,
    "query_generator_service": QuerySettings,
    "client_response_service": ResponseSettings,
}
DOCKERFILES = sorted(ROOT.glob("services/*/*Dockerfile"))
SECRETS = {
    "AWS_ACCESS_KEY_ID",
    "AWS_SECRET_ACCESS_KEY",
    "GPT_API_KEY",
    "LINK_SIGNING_KEY",
    "RABBITMQ_PASSWORD",
    "RDS_APP_PASSWORD",
    "RDS_PASSWORD",
    "RDS_READER_PASSWORD",
    "REDIS_PASSWORD",
    "TWILIO_AUTH_TOKEN",
}
FIXED_IN_CONTAINERS = {"COMPOSE_PROFILES", "SECRETS_FOLDER", "SERVICE_HOST", "SERVICE_PORT", "METRICS_PORT"}


def test_only_the_webhook_is_published_beyond_this_machine() -> None:
    published = [port for service in SERVICES.values() for port in service.get("ports", ())]
    assert [port for port in published if not port.startswith("127.0.0.1:")] == ["8000:8000"]


@pytest.mark.parametrize("name", SERVICES)
def test_each_container_is_limited_and_watched(name: str) -> None:
    service = SERVICES[name]
    assert service["mem_limit"]
    assert service["pids_limit"]
    assert service["init"] is True
    assert service["restart"] in ("unless-stopped", "on-failure:5")
    assert service["logging"]["options"].keys() == {"max-size", "max-file"}
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]


@pytest.mark.parametrize("name", OURS)
def test_our_containers_cannot_write_to_their_root(name: str) -> None:
    assert OURS[name]["read_only"] is True
    assert "cap_add" not in OURS[name]


@pytest.mark.parametrize("name", SERVICES)
def test_a_stop_leaves_time_for_what_is_in_hand(name: str) -> None:
    grace = int(SERVICES[name]["stop_grace_period"].removesuffix("s"))
    assert grace > ProcessSettings.model_fields["shutdown_grace_s"].default


@pytest.mark.parametrize("name", SETTINGS)
def test_a_service_starts_after_the_queues_and_tables_are_there(name: str) -> None:
    waits = SERVICES[name]["depends_on"]
    assert waits["init"]["condition"] == "service_completed_successfully"


def test_without_profiles_no_stand_in_starts_and_none_is_waited_for() -> None:
    stand_ins = {name for name, service in SERVICES.items() if "profiles" in service}
    assert stand_ins == {"postgres", "s3", "whatsapp_sandbox"}
    waits = [(name, wait) for service in SERVICES.values() for name, wait in service.get("depends_on", {}).items()]
    assert [name for name, wait in waits if name in stand_ins and wait.get("required", True)] == []


@pytest.mark.parametrize("name", SETTINGS)
def test_a_service_is_told_exactly_what_it_reads(name: str) -> None:
    wanted = {field.upper() for field in SETTINGS[name].model_fields} - FIXED_IN_CONTAINERS
    given = {variable for variable in SERVICES[name]["environment"] if variable.removesuffix("_FILE") not in SECRETS}
    assert given | (wanted & SECRETS) == wanted


def test_operators_commands_are_told_whatever_a_service_is() -> None:
    """`docker compose run --rm init python main.py check` would call settings missing that only services were given."""
    told = {variable for name in SETTINGS for variable in SERVICES[name]["environment"]}
    assert told - SERVICES["init"]["environment"].keys() == set()


@pytest.mark.parametrize("name", SETTINGS)
def test_every_secret_may_come_from_a_file(name: str) -> None:
    environment = SERVICES[name]["environment"]
    assert {
        variable for variable in environment if variable in SECRETS and f"{variable}_FILE" not in environment
    } == set()


def test_every_variable_of_the_example_reaches_a_container() -> None:
    example = re.findall(r"^([A-Z0-9_]+)=", (ROOT / ".env.example").read_text(encoding="utf-8"), re.MULTILINE)
    used = set(re.findall(r"\$\{([A-Z0-9_]+)", (ROOT / "docker-compose.yaml").read_text(encoding="utf-8")))
    assert set(example) - used == FIXED_IN_CONTAINERS - {"SECRETS_FOLDER"}


@pytest.mark.parametrize("dockerfile", DOCKERFILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_an_image_is_built_in_two_stages_and_runs_as_nobody_special(dockerfile: Path) -> None:
    text = dockerfile.read_text(encoding="utf-8")
    assert len(re.findall(r"^FROM python:3\.11-slim", text, re.MULTILINE)) == 2
    assert "\nUSER 10001\n" in text
    assert "syntax=" not in text
    assert "curl" not in text


@pytest.mark.parametrize("dockerfile", DOCKERFILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_an_image_installs_only_what_is_hashed_and_keeps_no_installer(dockerfile: Path) -> None:
    text = dockerfile.read_text(encoding="utf-8")
    assert "pip install --no-cache-dir --disable-pip-version-check -r /requirements/pip.txt" in text
    assert "--only-binary :all:" in text
    assert "-c /requirements/constraints.txt" in text
    assert text.count("pip uninstall") == 2


@pytest.mark.parametrize("dockerfile", DOCKERFILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_layers_below_our_code_are_the_same_in_every_image(dockerfile: Path) -> None:
    """So that they are built, pulled and kept once."""
    assert _shared_layers(dockerfile) == _shared_layers(DOCKERFILES[0])


def _shared_layers(dockerfile: Path) -> list[str]:
    stages = dockerfile.read_text(encoding="utf-8").split("\nFROM ")[1:]
    return [stages[0], stages[1].partition("COPY --from=build")[0]]


@pytest.mark.parametrize("name", SETTINGS)
def test_an_image_holds_only_its_own_service(name: str) -> None:
    text = _dockerfile(name)
    assert set(re.findall(r"^COPY (services/\S+|shared/|main\S+)", text, re.MULTILINE)) == {
        "services/__init__.py",
        "services/$SERVICE/",
        "shared/",
    }
    assert f"\nARG SERVICE={name}\n" in text
    assert f"\nARG PORT={SETTINGS[name].model_fields['service_port'].default}\n" in text
    assert "HEALTHCHECK" in text


def test_the_services_images_differ_in_name_requirements_and_port_alone() -> None:
    bodies = {re.sub(r"^(#|ARG \w+=).*\n", "", _dockerfile(name), flags=re.MULTILINE) for name in SETTINGS}
    assert len(bodies) == 1


def _dockerfile(name: str) -> str:
    return (ROOT / "services" / name / "Dockerfile").read_text(encoding="utf-8")
