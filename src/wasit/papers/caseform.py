"""One proposed entry as a piece of a case file, to be mended by hand and read back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import yaml

from wasit.entries import Mistake, Proposal
from wasit.entries.case import read_case

_PLAIN = re.compile(r"[A-Za-z][\w-]*")
_NOT_TEXT = frozenset(("true", "false", "null", "yes", "no", "on", "off", "y", "n"))


class _Dumper(yaml.SafeDumper):
    """Text that is more than a word stands in quotes, so that it is read back as text."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    bare = _PLAIN.fullmatch(text) and text.isascii() and text.lower() not in _NOT_TEXT
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=None if bare else '"')


_Dumper.add_representer(str, _text)


def case_form(fields: Mapping[str, Any]) -> str:
    """The entry as a case file writes it: its kind, then its fields."""
    fields = dict(fields)
    kind = fields.pop("kind")
    return yaml.dump(
        {kind: [fields]}, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**6
    )


def from_case_form(text: str) -> Proposal:
    """The one entry in ``text``. Raises :class:`Mistake` with its line."""
    found = read_case(text.encode("utf-8", "surrogatepass"), "the edited entry")
    if len(found) != 1:
        raise Mistake("{n} entries; expected one", n=len(found))
    return found[0]
