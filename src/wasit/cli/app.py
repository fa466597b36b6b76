"""The command line: what the commands are called, and how they end."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Sequence
from importlib import import_module

import typer

import wasit
from wasit.cli.around import complain, say, told, why
from wasit.cli.usage import told_usage
from wasit.entries import Failure, Mistake, Refused, WasitError

ROOMS = {
    "keeping": ("init", "export", "import", "verify", "backup", "schema"),
    "putting": ("load", "append", "say", "release"),
    "reading": ("read",),
    "looking": ("show", "state", "brief"),
    "comparing": ("compare",),
    "concording": ("concord",),
    "texts": ("text",),
    "packages": ("packages",),
    "gaming": ("game",),
    "tabling": ("table",),
    "serving": ("serve",),
    "demo": ("demo",),
}
"""The modules that hold the commands, each with the names of its own."""


def parser(rooms: Iterable[str] = ROOMS) -> typer.Typer:
    """What reads command lines, with the commands of these rooms."""
    app = typer.Typer(
        name="wasit",
        help="A workbench for mediated negotiations. وسيط: طاولة عمل للمفاوضات بوساطة.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        callback=_start,
    )
    for room in rooms:
        import_module(f"wasit.cli.{room}").add_to(app)
    return app


def _rooms_for(arguments: Sequence[str]) -> Iterable[str]:
    """The room of the command meant; all of them where none is, to list or to guess.

    Loading a room that the command does not need would take longer than most commands do.
    """
    name = next((one for one in arguments if not one.startswith("-")), None)
    return [room for room, commands in ROOMS.items() if name in commands] or ROOMS


def _version(asked: bool) -> None:
    if asked:
        say(f"wasit {wasit.__version__}")
        raise typer.Exit


def _start(
    version: bool = typer.Option(
        False, "--version", help="Print the version.", callback=_version, is_eager=True
    ),
) -> None:
    """Options of the whole command."""


EXIT_CODES: tuple[tuple[type[WasitError], int], ...] = ((Refused, 1), (Mistake, 2), (Failure, 3))
"""1 the answer is no, 2 the user's mistake, 3 the machine failed; 0 done."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code. A user's mistake is told in one line."""
    _speak_utf8()
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        code = typer.main.get_command(parser(_rooms_for(words))).main(
            args=words,
            prog_name="wasit",
            standalone_mode=False,
        )
        sys.stdout.flush()
    except WasitError as error:
        return _ended_by(error)
    except typer.Abort:
        complain("stopped")
        return 2
    except (BrokenPipeError, SystemExit):
        # Whoever read the answer has seen enough. (Typer ends the process itself for that.)
        _write_nowhere()
        return 0
    except OSError as error:
        _write_nowhere()
        return _ended_by(Failure("stopped: {why}", why=why(error)))
    except Exception as error:
        mistake = told_usage(error)
        if mistake is None:
            raise
        return _ended_by(mistake)
    return code if isinstance(code, int) else 0


def _ended_by(error: WasitError) -> int:
    complain(told(error))
    return next(code for sort, code in EXIT_CODES if isinstance(error, sort))


def _speak_utf8() -> None:
    """Answers are UTF-8 whatever the locale says: both languages, and an export to the byte."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _write_nowhere() -> None:
    """Whoever read the answer is gone: what is still buffered must not fail when Python ends."""
    try:
        file = sys.stdout.fileno()
    except OSError:
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, file)
    os.close(nowhere)
