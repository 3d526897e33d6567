"""docs/operations.md lists every metric of the code with its labels, and no other."""

import re
from pathlib import Path

from prometheus_client import Counter, Gauge, Histogram

from shared import metrics

OPERATIONS = Path(__file__).resolve().parents[2] / "docs" / "operations.md"
ROW = re.compile(r"^\| `(fintrak_\w+)(?:\{([\w,]+)\})?` \|", re.MULTILINE)


def test_the_docs_list_the_metrics_of_the_code() -> None:
    documented = {name: tuple(labels.split(",")) if labels else () for name, labels in ROW.findall(_text())}
    assert documented == _declared()


def test_names_end_in_their_unit() -> None:
    counters = [name for name, metric in _metrics() if isinstance(metric, Counter)]
    timings = [name for name, metric in _metrics() if isinstance(metric, Histogram)]
    assert [name for name in counters if not name.endswith("_total")] == []
    assert [name for name in timings if not name.endswith("_seconds")] == []


def _declared() -> dict[str, tuple[str, ...]]:
    return {name: tuple(metric._labelnames) for name, metric in _metrics()}


def _metrics() -> list[tuple[str, Counter | Gauge | Histogram]]:
    found = [value for value in vars(metrics).values() if isinstance(value, Counter | Gauge | Histogram)]
    return [(metric._name + ("_total" if isinstance(metric, Counter) else ""), metric) for metric in found]


def _text() -> str:
    return OPERATIONS.read_text(encoding="utf-8")
