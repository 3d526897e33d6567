import json
import logging
import warnings

import pytest

from shared.logs import REMIND_S, Reminder, about_message, configure_logs
from shared.safe_naming import Service


@pytest.fixture(autouse=True)
def _logging_as_before() -> object:
    handlers, level = logging.root.handlers[:], logging.root.level
    yield
    logging.captureWarnings(False)
    logging.root.handlers[:], logging.root.level = handlers, level


def test_every_line_is_one_json_object_with_the_message_it_belongs_to(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs(Service.QUERY, "INFO")
    with about_message("SM1"):
        logging.getLogger("shared.x").info("invoice stored", extra={"invoice_id": 7})
    line = json.loads(capsys.readouterr().out)
    assert (line["event"], line["invoice_id"], line["message_id"]) == ("invoice stored", 7, "SM1")
    assert line["service"] == "query_generator_service"


def test_what_lasts_is_said_when_it_begins_when_it_changes_and_once_a_minute() -> None:
    seconds = [0.0, 1.0, 2.0, 3.0, 2.0 + REMIND_S]
    reminder = Reminder(clock=lambda: seconds.pop(0))
    assert [reminder.is_due(what) for what in ("refused", "refused", "timed out", "timed out")] == [
        *(True, False),
        *(True, False),
    ]
    assert reminder.is_due("timed out")


def test_what_begins_again_is_said_again() -> None:
    reminder = Reminder(clock=lambda: 0.0)
    assert reminder.is_due()
    reminder.reset()
    assert reminder.is_due()


def test_an_exception_stays_on_its_line(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs(Service.QUERY, "INFO")
    try:
        raise ValueError("odd")
    except ValueError:
        logging.getLogger("shared.x").exception("failed")
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 1
    assert "ValueError" in json.dumps(json.loads(lines[0]))


def test_access_logs_with_link_tokens_in_their_paths_are_off(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs(Service.WEBHOOK, "INFO")
    logging.getLogger("uvicorn.access").info("GET /media/secret")
    assert capsys.readouterr().out == ""


def test_warnings_of_libraries_are_lines_like_the_others(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs(Service.QUERY, "INFO")
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(True)  # again inside, where pytest's own catching is put aside
        warnings.warn("coroutine was never awaited", RuntimeWarning, stacklevel=1)
    told = capsys.readouterr()
    assert (json.loads(told.out)["level"], told.err) == ("warning", "")
