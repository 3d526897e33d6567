"""Ports, secrets and addresses of local mode; what a person sees of the services' logs."""

import os
import socket
from datetime import date
from pathlib import Path

import pytest

from services.whatsapp_sandbox.local_environment import (
    environment_of_run,
    given_servers,
    local_environment,
    service_environment,
)
from services.whatsapp_sandbox.local_state import AlreadyRunning, NothingThere, load_state, only_one, say_who_runs
from services.whatsapp_sandbox.run import loud
from services.whatsapp_sandbox.samples import samples
from services.whatsapp_sandbox.stack import SERVERS_STOP_S, SERVICES_STOP_S
from shared.safe_naming import Service
from shared.settings import TwilioSettings, load

EPHEMERAL = 32_768


def test_ports_and_secrets_stay_the_same_across_runs(tmp_path: Path) -> None:
    assert load_state(tmp_path, random_ports=True) == load_state(tmp_path)


def test_only_we_may_read_the_secrets(tmp_path: Path) -> None:
    load_state(tmp_path, random_ports=True)
    assert (tmp_path / "state.json").stat().st_mode & 0o077 == 0


def test_no_two_servers_share_a_port_and_none_is_ephemeral(tmp_path: Path) -> None:
    ports = load_state(tmp_path, random_ports=True).ports
    assert len(set(ports.values())) == len(ports)
    assert max(ports.values()) < EPHEMERAL


def test_a_second_run_in_the_same_folder_is_told_where_the_first_one_is(tmp_path: Path) -> None:
    with only_one(tmp_path) as lock:
        say_who_runs(lock, "chat page http://127.0.0.1:8080")
        with (
            pytest.raises(AlreadyRunning, match=rf"process {os.getpid()}, chat page http://127.0.0.1:8080"),
            only_one(tmp_path),
        ):
            pass


def test_a_folder_is_free_again_after_a_run(tmp_path: Path) -> None:
    for _ in range(2):
        with only_one(tmp_path):
            pass


def test_keys_of_the_environment_reach_the_services(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GPT_API_KEY", "a-key")
    state = load_state(tmp_path, random_ports=True)
    environment = local_environment(state, tmp_path, frozenset())
    assert environment["GPT_API_KEY"] == "a-key"


def test_what_we_start_wins_over_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RDS_HOST", "production.example.com")
    monkeypatch.setenv("RDS_PASSWORD_FILE", "/run/secrets/production")
    state = load_state(tmp_path, random_ports=True)
    environment = local_environment(state, tmp_path, frozenset())
    assert environment["RDS_HOST"] == "127.0.0.1"
    assert "RDS_PASSWORD_FILE" not in environment


def test_a_given_server_is_used_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REDIS_HOST", "cache.example.com")
    state = load_state(tmp_path, random_ports=True)
    assert given_servers() == {"redis"}
    assert local_environment(state, tmp_path, given_servers())["REDIS_HOST"] == "cache.example.com"


def test_a_command_beside_a_run_finds_its_servers_where_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RDS_PASSWORD_FILE", "/run/secrets/production")
    ports = load_state(tmp_path, random_ports=True).ports
    with socket.create_server(("127.0.0.1", ports["postgres"])):
        environment = environment_of_run(tmp_path)
    assert environment["RDS_PORT"] == str(ports["postgres"])
    assert "RDS_PASSWORD_FILE" not in environment


def test_a_command_beside_no_run_says_how_to_start_one(tmp_path: Path) -> None:
    with pytest.raises(NothingThere, match="start it with `make run`"):
        environment_of_run(tmp_path)


def test_each_service_has_its_own_port(tmp_path: Path) -> None:
    state = load_state(tmp_path, random_ports=True)
    environments = [service_environment({}, state, service) for service in Service]
    assert len({environment["SERVICE_PORT"] for environment in environments}) == len(Service)


def test_twilio_is_played_by_the_sandbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    environment = local_environment(load_state(tmp_path, random_ports=True), tmp_path, frozenset())
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert load(TwilioSettings).twilio_api_base_url == f"http://127.0.0.1:{environment['SANDBOX_PORT']}"


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        pytest.param('{"level": "info", "event": "started"}', None, id="what-is-normal-is-not-shown"),
        pytest.param(
            '{"level": "warning", "event": "waiting", "waiting_for": "redis", "logger": "x", "timestamp": "now"}',
            "warning: waiting waiting_for=redis",
            id="a-warning-is-shown-with-its-facts",
        ),
        pytest.param("Segmentation fault", "Segmentation fault", id="what-is-no-log-line-is-shown-as-it-is"),
        pytest.param("17", "17", id="json-that-is-no-log-line-is-shown-as-it-is"),
    ],
)
def test_a_person_sees_warnings_and_errors(line: str, shown: str | None) -> None:
    assert loud(line) == shown


def test_a_stop_waits_for_nobody_longer_than_four_of_its_five_seconds() -> None:
    assert SERVICES_STOP_S + SERVERS_STOP_S <= 4


@pytest.mark.parametrize("today", [date(2026, 1, 1), date(2026, 3, 31), date(2028, 2, 29)])
def test_sample_documents_follow_the_calendar(today: date) -> None:
    dates = [sample.facts.invoice_date for sample in samples(today) if sample.facts]
    months = [(today.year - day.year) * 12 + today.month - day.month for day in dates]
    assert months == [1, 1, 2]


def test_sample_documents_are_the_same_every_time() -> None:
    assert samples(date(2026, 11, 23)) == samples(date(2026, 11, 23))
