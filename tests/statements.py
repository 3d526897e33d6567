"""The collections of SQL in tests/data: one statement a line, `--` begins a comment."""

from pathlib import Path

DATA = Path(__file__).parent / "data"


def statements(name: str) -> list[str]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line.replace("\\n", "\n") for line in lines if line and not line.startswith("--")]
