"""The list of commands is read from the command itself: none goes without a probe."""

from __future__ import annotations

import sys

import pytest
import typer.main

from tests.noninterference.surfaces import KEEPERS, KEEPERS_OPTIONS
from tests.noninterference.walk import plan_for
from tests.strategies import WRITERS
from wasit.entries import KINDS

COMMANDS = typer.main.get_command(sys.modules["wasit.cli.app"].parser()).commands  # type: ignore[attr-defined]
STEPS = plan_for(0, "lower").steps


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_walked_or_is_the_keepers(name: str) -> None:
    walked = any(step.command == name for step in STEPS)
    assert walked != (name in KEEPERS)


def test_the_keepers_commands_are_commands() -> None:
    assert set(KEEPERS) <= set(COMMANDS)


OPTIONS = [
    (name, option.opts)
    for name, command in COMMANDS.items()
    if name not in KEEPERS
    for option in command.params
    if option.param_type_name == "option" and option.name not in ("record", "seat", "help")
]


@pytest.mark.parametrize(("name", "spellings"), OPTIONS)
def test_every_option_is_walked_or_is_the_keepers(name: str, spellings: list[str]) -> None:
    used = {word for step in STEPS if step.command == name for word in step.line}
    walked = bool(used & set(spellings))
    assert walked != any(f"{name} {spelling}" in KEEPERS_OPTIONS for spelling in spellings)


def test_every_kind_has_its_generator() -> None:
    assert set(WRITERS) == set(KINDS)
