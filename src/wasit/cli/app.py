"""The command line: what the commands are called, and how they end."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import typer

import wasit
from wasit.cli import demo, keeping, looking, putting
from wasit.cli.around import complain, say, told
from wasit.entries import Failure, Mistake, Refused, WasitError

app = typer.Typer(
    name="wasit",
    help="A workbench for mediated negotiations. وسيط: طاولة عمل للمفاوضات بوساطة.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for room in (keeping, putting, looking, demo):
    room.add_to(app)


def _version(asked: bool) -> None:
    if asked:
        say(f"wasit {wasit.__version__}")
        raise typer.Exit


@app.callback()
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
    try:
        code = typer.main.get_command(app).main(
            args=list(sys.argv[1:] if arguments is None else arguments),
            prog_name="wasit",
            standalone_mode=False,
        )
        sys.stdout.flush()
    except WasitError as error:
        complain(told(error))
        return next(code for sort, code in EXIT_CODES if isinstance(error, sort))
    except typer.Abort:
        complain("stopped")
        return 2
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115 - so that the exit flushes nowhere
        return 0
    except Exception as error:
        return _usage(error)
    return code if isinstance(code, int) else 0


def _usage(error: Exception) -> int:
    """A wrong command line, in one line; anything else is a fault of ours and goes on."""
    said = getattr(error, "format_message", None)
    if said is None:
        raise error
    complain(" ".join(str(said()).split()) or "wrong command line; see wasit --help")
    return 2
