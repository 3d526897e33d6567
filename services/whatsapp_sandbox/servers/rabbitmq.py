"""A private RabbitMQ node where one can be started, for local mode and tests; the machine's own is untouched.

Everything it keeps is in one folder, everything it listens on is on loopback: its own node name, cookie, configuration,
plugins (none) and port mapper, which ends with it instead of staying behind as a daemon.
"""

import os
import shutil
import socket
from contextlib import suppress
from pathlib import Path

from services.whatsapp_sandbox.servers.children import Child, start_child
from services.whatsapp_sandbox.servers.ports import HOST, any_port

_SEARCHED = os.pathsep.join(
    (
        "/usr/lib/rabbitmq/bin",  # Debian's command on the path insists on being root; this one does not
        os.environ.get("PATH", ""),
        "/usr/sbin",
        "/opt/homebrew/sbin",
        "/usr/local/sbin",
    )
)
NODE = "fintrak@localhost"
_AMQP_GREETING = b"AMQP\x00\x00\x09\x01"
_METHOD_FRAME = b"\x01"


def installed() -> bool:
    """The node needs Erlang's port mapper too, which every Erlang brings along."""
    return all(_command(name) for name in ("rabbitmq-server", "epmd"))


def start_rabbitmq(data: Path, port: int, *, user: str, password: str, log: Path) -> Child:
    """Ready in 5 to 10 s. User and password count at the first start of the folder, when its database is made."""
    data = data.resolve()
    for folder in ("home", "database", "logs", "conf.d"):
        (data / folder).mkdir(parents=True, exist_ok=True)
    _write_configuration(data, port, user, password)
    taken = {port}
    mapper_port = any_port(taken)
    mapper = f'"$EPMD" -port {mapper_port} -address {HOST} & exec "$RABBITMQ_SERVER"'
    return start_child(
        "RabbitMQ",
        ["/bin/sh", "-c", mapper],
        log=log,
        environment=_environment(data, node_port=any_port(taken), mapper_port=mapper_port),
        answers=lambda: speaks_amqp(port),
    )


def speaks_amqp(port: int) -> bool:
    """An open port is not enough: it also has to answer."""
    with suppress(OSError), socket.create_connection((HOST, port), timeout=1) as connection:
        connection.sendall(_AMQP_GREETING)
        return connection.recv(1) == _METHOD_FRAME
    return False


def _command(name: str) -> str | None:
    return shutil.which(name, path=_SEARCHED)


def _write_configuration(data: Path, port: int, user: str, password: str) -> None:
    """The password goes into a file only we can read."""
    configuration = data / "rabbitmq.conf"
    configuration.touch(mode=0o600)
    configuration.write_text(
        f"listeners.tcp.1 = {HOST}:{port}\n"
        f"default_user = {user}\n"
        f"default_pass = {password}\n"
        "log.file.level = warning\n"
        "log.console = false\n"
    )
    (data / "enabled_plugins").write_text("[].\n")
    (data / "advanced.config").write_text("[].\n")
    (data / "environment.sh").touch()


def _environment(data: Path, *, node_port: int, mapper_port: int) -> dict[str, str]:
    """Each of these would otherwise come from the machine's own node."""
    ours = {
        "RABBITMQ_SERVER": _command("rabbitmq-server") or "rabbitmq-server",
        "EPMD": _command("epmd") or "epmd",
        "ERL_EPMD_PORT": str(mapper_port),
        "ERL_EPMD_ADDRESS": HOST,
        "HOME": str(data / "home"),
        "RABBITMQ_NODENAME": NODE,
        "RABBITMQ_DIST_PORT": str(node_port),
        "RABBITMQ_CONF_ENV_FILE": str(data / "environment.sh"),
        "RABBITMQ_CONFIG_FILE": str(data / "rabbitmq.conf"),
        "RABBITMQ_CONFIG_FILES": str(data / "conf.d"),
        "RABBITMQ_ADVANCED_CONFIG_FILE": str(data / "advanced.config"),
        "RABBITMQ_ENABLED_PLUGINS_FILE": str(data / "enabled_plugins"),
        "RABBITMQ_MNESIA_BASE": str(data / "database"),
        "RABBITMQ_LOG_BASE": str(data / "logs"),
        "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS": "-kernel inet_dist_use_interface {127,0,0,1}",
        "detached": "1",  # lets the start script become the node, which then gets our signals itself
    }
    inherited = {
        name: value for name, value in os.environ.items() if not name.startswith(("RABBITMQ_", "ERL_")) and value
    }
    return inherited | ours
