"""The compose project of a clone, seen from its machine: for the scripts of this folder, which CI does not run.

They reach PostgreSQL and the local S3 by the addresses of their containers, which only Linux allows.
"""

import json
import os
import signal
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CHAT_PAGE = "http://127.0.0.1:8080"
NOT_KILLED = frozenset({"init"})


def compose(*arguments: str, folder: Path = ROOT) -> str:
    done = subprocess.run(["docker", "compose", *arguments], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout


def environment(folder: Path = ROOT) -> dict[str, str]:
    """What compose reads from .env, with the servers' addresses as they are from outside the network."""
    lines = (folder / ".env").read_text(encoding="utf-8").splitlines()
    values = dict(line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))
    secrets = {
        name.removesuffix("_FILE"): Path(values["SECRETS_FOLDER"], Path(file).name).read_text(encoding="utf-8")
        for name, file in values.items()
        if file.startswith("/run/secrets/") and name != "RDS_CA_FILE"
    }
    return (
        values
        | secrets
        | {
            "RDS_HOST": address(container("postgres", folder)),
            "S3_ENDPOINT_URL": f"http://{address(container('s3', folder))}:9000",
        }
    )


def containers(folder: Path = ROOT) -> dict[str, str]:
    """Service -> id of its first container, running or not."""
    lines = compose("ps", "--all", "--format", "json", folder=folder).splitlines()
    found = [json.loads(line) for line in lines]
    return {str(row["Service"]): str(row["ID"]) for row in sorted(found, key=lambda row: str(row["Name"]))}


def container(service: str, folder: Path = ROOT) -> str:
    return containers(folder)[service]


def docker(*arguments: str) -> str:
    return subprocess.run(["docker", *arguments], check=True, capture_output=True, text=True).stdout


def inspected(name: str, template: str) -> str:
    """Of a container or an image."""
    return docker("inspect", "--format", template, name).strip()


def address(container_id: str) -> str:
    return inspected(container_id, "{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}")


def health(container_id: str) -> str:
    return inspected(container_id, "{{.State.Status}} {{if .State.Health}}{{.State.Health.Status}}{{end}}").strip()


def kill_main_process(container_id: str) -> None:
    """As a crash would: `docker kill` counts as wanted by an operator, and nothing restarts then."""
    os.kill(int(inspected(container_id, "{{.State.Pid}}")), signal.SIGKILL)
