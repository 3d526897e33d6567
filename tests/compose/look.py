"""What an operator would measure on a running compose project; fails when something is not as it should be.

python -m tests.compose.look start    # docker compose up -d, and the seconds until everything is healthy
python -m tests.compose.look images   # size above the base image, what is inside, and as whom it runs
python -m tests.compose.look memory   # docker stats, all containers together at the end
python -m tests.compose.look health   # GET /health of the four services from inside the network
python -m tests.compose.look metrics  # series of each service's /metrics, and names that the docs do not list
"""

import json
import re
import sys
import time
from collections.abc import Callable, Iterator

from tests.compose.project import ROOT, compose, containers, docker, health, inspected

BASE = "python:3.11-slim"
SERVICES = {
    "whatsapp_webhook_service": (8000, 9000),
    "invoice_extraction_service": (8001, 8001),
    "query_generator_service": (8002, 8002),
    "client_response_service": (8003, 8003),
}
OURS = (*SERVICES, "init", "whatsapp_sandbox", "s3")
TOOLS = ("pip", "gcc", "cc", "make", "curl", "wget", "git")
OCR = ("rapidocr", "onnxruntime", "cv2", "numpy")
WITH_OCR = ("invoice_extraction_service",)
_INSIDE = """
import glob, importlib.util, os, shutil, sys
tools, ocr = sys.argv[1].split(","), sys.argv[2].split(",")
print("user", os.getuid())
print("services", *sorted(path.split("/")[3] for path in glob.glob("/app/services/[a-z]*/")))
print("files", *sorted(os.listdir("/app")) if os.path.isdir("/app") else "")
print("tools", *(tool for tool in tools if shutil.which(tool)), *(("pip",) if importlib.util.find_spec("pip") else ()))
print("ocr", *(name for name in ocr if importlib.util.find_spec(name)))
"""


def start() -> Iterator[str]:
    began = time.monotonic()
    compose("up", "-d")
    yield f"{time.monotonic() - began:6.1f} s docker compose up -d returned"
    while waiting := {name: state for name, key in containers().items() if not _well(name, state := health(key))}:
        if time.monotonic() - began > 300:
            raise SystemExit(f"not healthy after 300 s: {waiting}")
        time.sleep(1)
    yield f"{time.monotonic() - began:6.1f} s everything is healthy: {', '.join(containers())}"


def _well(name: str, state: str) -> bool:
    return state == ("exited" if name == "init" else "running healthy")


def images() -> Iterator[str]:
    base = int(inspected(BASE, "{{.Size}}"))
    for name in OURS:
        image = f"fintrak-{name}"
        inside = _looked_inside(image)
        size = (int(inspected(image, "{{.Size}}")) - base) / 1e6
        yield f"{size:6.0f} MB {name}: {inside}"
        wanted = {name} if name in SERVICES or name == "whatsapp_sandbox" else set()
        if name == "init":
            wanted = {"query_generator_service"}  # for `main.py ask`
        assert set(inside["services"]) == wanted, name
        assert inside["user"] == ["10001"], name
        assert inside["tools"] == [], name
        assert name in WITH_OCR or inside["ocr"] == [], name
        assert ("main.py" in inside["files"]) is ("fintrak_schema.sql" in inside["files"]) is (name == "init"), name


def _looked_inside(image: str) -> dict[str, list[str]]:
    command = ["run", "--rm", "--read-only", "--network", "none", "--entrypoint", "python", image, "-c", _INSIDE]
    lines = docker(*command, ",".join(TOOLS), ",".join(OCR)).splitlines()
    return {words[0]: words[1:] for words in (line.split() for line in lines)}


def memory() -> Iterator[str]:
    ids = {key: name for name, key in containers().items() if name != "init"}
    rows = [json.loads(line) for line in docker("stats", "--no-stream", "--format", "json", *ids).splitlines()]
    used = {row["Name"]: _mebibytes(row["MemUsage"].split(" / ")[0]) for row in rows}
    for name, mebibytes in sorted(used.items(), key=lambda item: -item[1]):
        yield f"{mebibytes:7.0f} MiB {name}"
    yield f"{sum(used.values()):7.0f} MiB all"


def _mebibytes(text: str) -> float:
    number, unit = re.fullmatch(r"([\d.]+)([KMG]?i?B)", text).groups()  # type: ignore[union-attr]
    return float(number) * {"B": 1 / 1024**2, "KiB": 1 / 1024, "MiB": 1.0, "GiB": 1024.0}[unit]


def answers() -> Iterator[str]:
    for name, (port, _) in SERVICES.items():
        yield f"{name}: {_fetched(name, port, 'health')}"


def metrics() -> Iterator[str]:
    documented = set(re.findall(r"^\| `(fintrak_\w+)", (ROOT / "docs/operations.md").read_text("utf-8"), re.MULTILINE))
    seen: set[str] = set()
    for name, (_, port) in SERVICES.items():
        text = _fetched(name, port, "metrics")
        series = [line for line in text.splitlines() if line.startswith("fintrak_")]
        families = set(re.findall(r"^# TYPE (fintrak_\w+)", text, re.MULTILINE))
        seen |= {family for family in families if not family.endswith("_created")}
        yield f"{name}: {len(series)} series"
    assert seen == documented, f"only in code: {seen - documented}, only in docs: {documented - seen}"
    yield f"{len(seen)} metrics, the same as in docs/operations.md"


def _fetched(service: str, port: int, path: str) -> str:
    url = f"http://127.0.0.1:{port}/{path}"
    ask = f"import urllib.request as r; print(r.urlopen('{url}', timeout=5).read().decode())"
    return compose("exec", "-T", service, "python", "-c", ask).strip()


COMMANDS: dict[str, Callable[[], Iterator[str]]] = {
    "start": start,
    "images": images,
    "memory": memory,
    "health": answers,
    "metrics": metrics,
}


def main() -> None:
    for line in COMMANDS[sys.argv[1]]():
        sys.stdout.write(line + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
