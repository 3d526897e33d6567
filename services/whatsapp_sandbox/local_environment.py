"""The environment local mode gives to the services: addresses of this machine's servers, everything else as usual."""

import os
from collections.abc import Mapping
from pathlib import Path

from services.whatsapp_sandbox.local_state import LocalState, known_state
from services.whatsapp_sandbox.servers.ports import HOST
from shared.safe_naming import Service

ACCOUNT_SID = f"AC{'fa11' * 8}"
PHONE_NUMBER = "whatsapp:+14155238886"
BUCKET = "fintrak-local"
DATABASE = "fintrak"
DRAIN_S = 2
"""Ctrl-C ends everything within 5 s: the services get two, the servers the rest."""

SERVICE_PORTS = {
    Service.WEBHOOK: "webhook",
    Service.EXTRACTION: "extraction",
    Service.QUERY: "query",
    Service.RESPONSE: "response",
}

_GIVEN_BY = {"postgres": "RDS_HOST", "redis": "REDIS_HOST", "rabbitmq": "RABBITMQ_HOST", "s3": "S3_ENDPOINT_URL"}
"""A server whose variable is in the environment is used as it is; none of ours is started."""


def given_servers() -> frozenset[str]:
    return frozenset(name for name, variable in _GIVEN_BY.items() if os.environ.get(variable))


def local_environment(state: LocalState, folder: Path, given: frozenset[str]) -> dict[str, str]:
    """The process environment passes through, such as GPT_API_KEY; what we start ourselves overrides it."""
    ours = _twilio(state, folder)
    for name, values in _servers(state).items():
        if name not in given:
            ours |= values
    secret_files = {f"{variable}_FILE" for variable in ours}
    return {name: value for name, value in os.environ.items() if name not in secret_files} | ours


def environment_of_run(folder: Path) -> dict[str, str]:
    """For a command beside `main.py run`: where its servers are, and their passwords."""
    return local_environment(known_state(folder), folder, given_servers())


def service_environment(environment: Mapping[str, str], state: LocalState, service: Service) -> dict[str, str]:
    return {**environment, "SERVICE_PORT": str(state.ports[SERVICE_PORTS[service]])}


def _twilio(state: LocalState, folder: Path) -> dict[str, str]:
    """What Twilio's console would say; and how a process of local mode listens and ends."""
    return {
        "PYTHONUNBUFFERED": "1",
        "SERVICE_HOST": HOST,
        "SHUTDOWN_GRACE_S": str(DRAIN_S),
        "METRICS_PORT": str(state.ports["metrics"]),
        "TWILIO_ACCOUNT_SID": ACCOUNT_SID,
        "TWILIO_AUTH_TOKEN": state.twilio_auth_token,
        "TWILIO_PHONE_NUMBER": PHONE_NUMBER,
        "TWILIO_API_BASE_URL": f"http://{HOST}:{state.ports['sandbox']}",
        "MEDIA_ALLOWED_HOSTS": HOST,
        "PUBLIC_BASE_URL": f"http://{HOST}:{state.ports['webhook']}",
        "LINK_SIGNING_KEY": state.link_signing_key,
        "SANDBOX_PORT": str(state.ports["sandbox"]),
        "SANDBOX_DATA": str(folder / "sandbox"),
    }


def _servers(state: LocalState) -> dict[str, dict[str, str]]:
    return {
        "postgres": {
            "RDS_HOST": HOST,
            "RDS_PORT": str(state.ports["postgres"]),
            "RDS_DATABASE": DATABASE,
            "RDS_USER": DATABASE,
            "RDS_PASSWORD": state.database_password,
            "RDS_SSLMODE": "disable",
        },
        "redis": {
            "REDIS_HOST": HOST,
            "REDIS_PORT": str(state.ports["redis"]),
            "REDIS_PASSWORD": state.redis_password,
            "REDIS_TLS": "false",
        },
        "rabbitmq": {
            "RABBITMQ_HOST": HOST,
            "RABBITMQ_PORT": str(state.ports["rabbitmq"]),
            "RABBITMQ_USER": "fintrak",
            "RABBITMQ_PASSWORD": state.rabbitmq_password,
            "RABBITMQ_VHOST": "/",
            "RABBITMQ_TLS": "false",
        },
        "s3": {
            "AWS_ACCESS_KEY_ID": "fintrak-local",
            "AWS_SECRET_ACCESS_KEY": state.s3_secret,
            "AWS_REGION": "us-east-1",
            "S3_BUCKET_NAME": BUCKET,
            "S3_ENDPOINT_URL": f"http://{HOST}:{state.ports['s3']}",
        },
    }
