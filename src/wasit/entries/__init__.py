"""What can be put on record, and who may read it. Knows no other room.

The names below are loaded on first use: most of the time goes into the models of the entries, and
a program that only reads a report needs none but the mistakes.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wasit.entries.entry import Author, Entry, canonical, entry_of, line_of, plain_entry
    from wasit.entries.errors import Failure, Mistake, NotOnRecord, Place, Refused, WasitError
    from wasit.entries.kinds import KINDS, Kind
    from wasit.entries.proposal import Envelope, Proposal, proposal_of
    from wasit.entries.sight import Sight, chain, may_read, view
    from wasit.entries.when import When

_HOME = {
    "KINDS": "kinds",
    "Author": "entry",
    "Entry": "entry",
    "Envelope": "proposal",
    "Failure": "errors",
    "Kind": "kinds",
    "Mistake": "errors",
    "NotOnRecord": "errors",
    "Place": "errors",
    "Proposal": "proposal",
    "Refused": "errors",
    "Sight": "sight",
    "WasitError": "errors",
    "When": "when",
    "canonical": "entry",
    "chain": "sight",
    "entry_of": "entry",
    "line_of": "entry",
    "may_read": "sight",
    "plain_entry": "entry",
    "proposal_of": "proposal",
    "view": "sight",
}

__all__ = [
    "KINDS",
    "Author",
    "Entry",
    "Envelope",
    "Failure",
    "Kind",
    "Mistake",
    "NotOnRecord",
    "Place",
    "Proposal",
    "Refused",
    "Sight",
    "WasitError",
    "When",
    "canonical",
    "chain",
    "entry_of",
    "line_of",
    "may_read",
    "plain_entry",
    "proposal_of",
    "view",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    return found
