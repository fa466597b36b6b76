"""What lines without a number are: notes, annexes, headings."""

from __future__ import annotations

import re

from wasit.text.numbering import key_of_label
from wasit.text.tree import STOPS

NOTE = re.compile(r"\s*\[?(?:note|nb|n\.b\.|ملاحظة|ملحوظة|حاشية)\b", re.IGNORECASE)
ANNEX = re.compile(r"\s*(?:annex|appendix|schedule|(?:ال)?ملحق|(?:ال)?مرفق)\b", re.IGNORECASE)


_ANNEX_LABEL = r"[A-Za-z]|[IVXivx]{1,5}|\d{1,2}|[\u0621-\u064a]|ال[\u0621-\u064a]{3,6}"
_ANNEX_HEAD = re.compile(
    rf"{ANNEX.pattern}(?:\s+\(?(?P<label>{_ANNEX_LABEL}))?\)?(?!\w)", re.IGNORECASE
)


def heads_annex(words: str, *, apart: bool) -> bool:
    """Whether words head an annex: its name alone; ``apart``, with a few more."""
    found = _ANNEX_HEAD.match(words)
    if not found or words.endswith(STOPS):
        return False
    return (apart or found.end() == len(words)) and len(words.split()) <= 12


def annex_key(words: str) -> str:
    """What comes first in the keys of the points of an annex: ``II``, ``annex 2``."""
    found = _ANNEX_HEAD.match(words)
    label = key_of_label(found["label"]) if found and found["label"] else ""
    return label.upper() if label.isalpha() else f"annex {label}".strip()


def reads_as_heading(words: str) -> bool:
    """Whether a line without a number looks like a heading: short, and no sentence."""
    return bool(ANNEX.match(words)) or (len(words.split()) <= 10 and not words.endswith(STOPS))
