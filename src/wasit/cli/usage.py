"""A wrong command line, told in one line in Wasit's own words."""

from __future__ import annotations

import re
from typing import Any

from wasit.entries import Mistake


def told_usage(error: Exception) -> Mistake | None:
    """What the parser of the command line found wrong; None for any other error.

    The parser's errors are known by their names and words: it is a part of Typer that has no
    public place. What is not known here is told in the parser's own words.
    """
    said = getattr(error, "format_message", None)
    if said is None:
        return None
    context: Any = getattr(error, "ctx", None)
    command = context.command_path if context else "wasit"
    sort = type(error).__name__
    if sort == "NoArgsIsHelpError":
        return Mistake("no command given; `{command} --help` lists them", command=command)
    if sort == "NoSuchOption":
        return _no_such_option(error, command)
    if sort == "MissingParameter":
        return Mistake(
            "{name} is missing; `{command} --help` says how it is used",
            name=_name(getattr(error, "param", None)),
            command=command,
        )
    problem = " ".join(str(said()).split())
    return _known(problem, command, context) or Mistake(
        "{problem}; `{command} --help` says how it is used",
        problem=problem.rstrip("."),
        command=command,
    )


def _no_such_option(error: Any, command: str) -> Mistake:
    from wasit.entries.complaints import nearest

    close = nearest(error.option_name, list(error.possibilities or ()))
    if close:
        return Mistake(
            "no such option {option}; did you mean {close}?", option=error.option_name, close=close
        )
    return Mistake(
        "no such option {option}; `{command} --help` lists them",
        option=error.option_name,
        command=command,
    )


def _name(parameter: Any) -> str:
    """What a user calls a parameter: ``--to``, ``FILE``."""
    if parameter is None:
        return "something"
    if parameter.param_type_name == "option":
        return str(parameter.opts[0])
    return str(parameter.metavar or parameter.name.upper())


_NO_COMMAND = re.compile(r"No such command '(.*?)'\.")
_EXTRA = re.compile(r"Got unexpected extra arguments?\(?s?\)? \((.*)\)")
_NO_VALUE = re.compile(r"Option '(.*)' requires an argument")
_A_VALUE = re.compile(r"Option '(.*)' does not take a value")


def _known(problem: str, command: str, context: Any) -> Mistake | None:
    """The problem in our words, where it is one of those that have them."""
    from wasit.entries.complaints import nearest

    if found := _NO_COMMAND.match(problem):
        close = nearest(found[1], list(getattr(context.command, "commands", {})))
        if close:
            return Mistake("no command {name}; did you mean {close}?", name=found[1], close=close)
        return Mistake(
            "no command {name}; `{command} --help` lists them", name=found[1], command=command
        )
    if found := _EXTRA.match(problem):
        return Mistake(
            "{words} given beyond what it takes; `{command} --help` says how it is used",
            words=found[1],
            command=command,
        )
    if found := _NO_VALUE.match(problem):
        return Mistake("{option} is given without a value", option=found[1])
    if found := _A_VALUE.match(problem):
        return Mistake("{option} takes no value", option=found[1])
    return None
