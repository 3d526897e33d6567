"""The commands people type: each explains itself, and failures have an exit code and a sentence."""

from pathlib import Path

import pytest

import main

COMMANDS = ("run", "demo", "extract", "ask", "init", "dead-letters", "check")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main.main([command, "--help"])
    assert ended.value.code == 0
    assert f"main.py {command}" in capsys.readouterr().out


def test_the_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main.main(["--help"])
    told = capsys.readouterr().out
    assert [command for command in COMMANDS if command not in told] == []


def test_a_question_needs_a_user(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["ask", "how", "much"]) == main.BAD_USAGE
    assert "--user NUMBER" in capsys.readouterr().err


def test_a_day_that_does_not_exist_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main.main(["ask", "--user", "+34611222333", "--now", "2026-02-30", "how much?"])
    assert ended.value.code == main.BAD_USAGE
    assert "'2026-02-30' is no day" in capsys.readouterr().err


def test_messages_are_only_thrown_away_from_a_queue_that_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["dead-letters", "drop"]) == main.BAD_USAGE
    assert "name the QUEUE" in capsys.readouterr().err


@pytest.mark.parametrize("missing", ["services.whatsapp_sandbox", "asyncpg"])
def test_what_is_not_installed_is_named_with_the_way_to_get_it(
    missing: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def command(_: object) -> int:
        raise ModuleNotFoundError(name=missing)

    monkeypatch.setattr(main, "_check", command)
    assert main.main(["check"]) == 1
    told = capsys.readouterr().err
    assert told.startswith(f"fintrak: {missing} is not installed here")
    assert "make install" in told


def test_a_demo_is_kept_in_a_folder_of_its_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "answer.xlsx").touch()
    assert main.main(["demo", "--keep", str(tmp_path)]) == 1
    assert "name a new folder" in capsys.readouterr().err


def test_missing_settings_are_named_and_end_with_an_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("RDS_HOST", "RDS_USER", "RDS_PASSWORD"):
        monkeypatch.delenv(name, raising=False)
    assert main.main(["init"]) == main.BAD_USAGE
    told = capsys.readouterr().err
    assert [name for name in ("RDS_HOST", "RDS_USER", "RDS_PASSWORD") if f"{name} is missing" not in told] == []
