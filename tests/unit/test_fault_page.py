"""docs/faults.md keeps the rows that a session did not measure."""

from pathlib import Path

from tests.faults.page import COUNTS, OUTAGE, update

ROW = dict.fromkeys(COUNTS, "0") | {"sent": "200"}
AWAY = dict.fromkeys(OUTAGE, "1.0")


def test_rows_measured_anew_replace_the_old_and_the_others_stay(tmp_path: Path) -> None:
    page = tmp_path / "faults.md"
    update(page, {"redis away": ROW, "s3 slow": ROW}, {"redis 30 s": AWAY}, hidden_s=4)
    update(page, {"redis away": {**ROW, "lost": "7"}}, {}, hidden_s=4)
    lines = page.read_text().splitlines()
    found = {line.split(" | ")[0]: line.split(" | ")[1:] for line in lines if line.startswith("| ")}
    assert found["| redis away"][COUNTS.index("lost")] == "7"
    assert found["| s3 slow"][COUNTS.index("sent")] == "200"
    assert found["| redis 30 s"][0] == "1.0"
    assert len(found) == 5


def test_writing_the_same_again_changes_nothing(tmp_path: Path) -> None:
    page = tmp_path / "faults.md"
    update(page, {"redis away": ROW}, {"redis 30 s": AWAY}, hidden_s=4)
    before = page.read_text()
    update(page, {"redis away": ROW}, {"redis 30 s": AWAY}, hidden_s=4)
    assert page.read_text() == before
