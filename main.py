"""FinTrak's entry point for people: run it here, try it, read documents, ask, and look after a deployment."""

import argparse
import asyncio
import logging
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from shared.errors import FintrakError, InvalidSettings
from shared.safe_naming import Queue

LOCAL_FOLDER = Path(__file__).resolve().parent / ".fintrak"
BAD_USAGE = 2


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = options.command
    try:
        if options.local:
            _use_local_servers()
        return command(options)
    except ModuleNotFoundError as error:
        _complain(
            f"fintrak: {error.name} is not installed here: in a checkout run `make install`, then"
            " `.venv/bin/python main.py ...`; an image holds only what its service needs"
        )
        return 1
    except InvalidSettings as error:
        _complain(str(error))
        _hint_at_local(options)
        return BAD_USAGE
    except FintrakError as error:
        _complain(f"fintrak: {error}")
        return 1
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="main.py", description=__doc__)
    parser.set_defaults(local=None)  # for commands that have no such option
    local = argparse.ArgumentParser(add_help=False)
    local.add_argument("--local", action="store_true", help="with the servers of `main.py run` on this machine")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    run = commands.add_parser("run", help="everything on this machine; prints the chat page's address")
    run.add_argument(
        "--data", type=Path, default=LOCAL_FOLDER, metavar="FOLDER", help="default: .fintrak beside main.py"
    )
    run.set_defaults(command=_run)

    demo = commands.add_parser("demo", help="plays a whole conversation with sample documents and checks the result")
    demo.add_argument("--keep", type=Path, metavar="FOLDER", help="leave workbook, samples and logs in FOLDER")
    demo.set_defaults(command=_demo)

    extract = commands.add_parser("extract", help="reads documents with the configured engine; no server needed")
    extract.add_argument("files", nargs="+", type=str, metavar="FILE")
    extract.add_argument("--json", action="store_true", help="one JSON object a line")
    extract.set_defaults(command=_extract)

    ask = commands.add_parser("ask", parents=[local], help="answers a question from the database; writes nothing")
    ask.add_argument("--user", metavar="NUMBER", help="whose invoices, such as +34611222333")
    ask.add_argument("--now", type=_day, metavar="DATE", help="today for this question (YYYY-MM-DD)")
    ask.add_argument("--jsonl", action="store_true", help="serve requests: one JSON object a line in and out")
    ask.add_argument("question", nargs="*", metavar="QUESTION")
    ask.set_defaults(command=_ask)

    init = commands.add_parser(
        "init", parents=[local], help="makes or upgrades schema, roles, queues; as often as you like"
    )
    init.set_defaults(command=_init)

    dead = commands.add_parser("dead-letters", parents=[local], help="messages that could not be processed")
    dead.add_argument("action", choices=("list", "show", "replay", "drop"))
    queues = [str(queue) for queue in Queue]
    dead.add_argument("queue", nargs="?", choices=queues, metavar="QUEUE", help=f"{', '.join(queues)}; default: all")
    dead.add_argument("ids", nargs="*", metavar="ID", help="only these messages, by the ids that `show` prints")
    dead.set_defaults(command=_dead_letters)

    check = commands.add_parser("check", parents=[local], help="settings and every dependency, one line each")
    check.set_defaults(command=_check)
    return parser


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day like 2026-03-31") from None


# Imports are inside, as each command needs only its own part and images hold only some of them.


def _hint_at_local(options: argparse.Namespace) -> None:
    if options.local is False and (LOCAL_FOLDER / "state.json").exists():
        _complain("(for the servers of `make run` on this machine add --local)")


def _use_local_servers() -> None:
    from services.whatsapp_sandbox.local_environment import environment_of_run

    environment = environment_of_run(LOCAL_FOLDER)
    os.environ.clear()  # also of NAME_FILE variables, which would win
    os.environ.update(environment)


def _run(options: argparse.Namespace) -> int:
    from services.whatsapp_sandbox.run import run

    return run(options.data)


def _demo(options: argparse.Namespace) -> int:
    from services.whatsapp_sandbox.demo import demo

    return demo(options.keep)


def _extract(options: argparse.Namespace) -> int:
    from services.invoice_extraction_service.extract import extract
    from shared.settings import EngineSettings, load

    return asyncio.run(extract(options.files, load(EngineSettings), options.json, sys.stdout))


def _ask(options: argparse.Namespace) -> int:
    from services.query_generator_service.ask import ask, serve_jsonl

    if options.jsonl:
        return serve_jsonl()
    if not options.user or not options.question:
        _complain("main.py ask: --user NUMBER and a QUESTION are needed (or --jsonl)")
        return BAD_USAGE
    return ask(options.user, " ".join(options.question), now=options.now)


def _init(_: argparse.Namespace) -> int:
    _log_errors_only()
    from shared.initialise import initialise

    return initialise()


def _dead_letters(options: argparse.Namespace) -> int:
    _log_errors_only()
    from shared.dead_letters import dead_letters

    if options.action == "drop" and not options.queue:
        _complain("main.py dead-letters: drop throws messages away for good, so name the QUEUE")
        return BAD_USAGE
    return dead_letters(options.action, Queue(options.queue) if options.queue else None, options.ids)


def _check(options: argparse.Namespace) -> int:
    _log_errors_only()
    from shared.check import check

    code = check()
    if code:
        _hint_at_local(options)
    return code


def _log_errors_only() -> None:
    """A command says at its end what is wrong, so tries on the way there are noise."""
    logging.basicConfig(level=logging.ERROR, format="fintrak: %(message)s")
    for library in ("aio_pika", "aiormq"):
        logging.getLogger(library).setLevel(logging.CRITICAL)


def _complain(text: str) -> None:
    print(text, file=sys.stderr)  # noqa: T201 - a command talks to a person


if __name__ == "__main__":
    sys.exit(main())
