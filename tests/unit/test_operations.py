"""Every line of the failure table in docs/operations.md names the tests that show it, and these exist."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SECTION = (ROOT / "docs" / "operations.md").read_text().partition("## When something fails")[2].partition("\n## ")[0]
TABLE, _, SHOWN_BY = SECTION.partition("<details>")


def _failures() -> list[str]:
    return [line.split("|")[1].strip() for line in TABLE.splitlines() if line.startswith("| ")][1:]


def _tests_of() -> dict[str, list[str]]:
    items = (line.removeprefix("- ").partition(": `") for line in SHOWN_BY.splitlines() if line.startswith("- "))
    return {failure: re.findall(r"\w+", names) for failure, _, names in items}


def test_each_line_of_the_table_names_its_tests() -> None:
    assert len(_failures()) > 20
    assert list(_tests_of()) == _failures()


def test_the_tests_it_names_exist() -> None:
    sources = "\n".join(path.read_text() for path in (ROOT / "tests").rglob("test_*.py"))
    there = set(re.findall(r"^(?:async )?def (test_\w+)\(", sources, re.MULTILINE))
    named = [name for names in _tests_of().values() for name in names]
    assert named
    assert [name for name in named if name not in there] == []
