"""The commands people type: each explains itself, and failures have an exit code and a sentence."""

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


def test_missing_settings_are_named_and_end_with_an_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("RDS_HOST", "RDS_USER", "RDS_PASSWORD"):
        monkeypatch.delenv(name, raising=False)
    assert main.main(["init"]) == main.BAD_USAGE
    told = capsys.readouterr().err
    assert [name for name in ("RDS_HOST", "RDS_USER", "RDS_PASSWORD") if f"{name} is missing" not in told] == []
