"""Every Arabic word that the lexicons use: what is none of them may be a name of no list."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from wasit.language.folding import folded, forms
from wasit.language.lexicons import data_of
from wasit.press.lexicons import data

_LEXICONS = {
    "wasit.press": ("acts", "anchors", "bodies", "clauses", "dates", "differences", "fields",
                    "figures", "frames", "gloss", "grammar", "hedges", "issues", "meetings",
                    "offices", "positions", "roles", "speech", "stances", "texts", "words"),
    "wasit.language": ("numerals",),
}  # fmt: skip
"""Where Arabic words stand that are no names."""


PROVIDING = frozenset(("القاضي", "الرامي", "الداعي", "الساعي"))
"""What a proposal does, no part of whose it is: مقترح وزارة الصحة *القاضي* بزيادة."""

_NO_NAMES = ("ات", "ين", "ون", "ها", "هم", "هما", "ه", "ًا", "اً", "ية", "ي", "ى", "ء", "وا", "نا")
"""How words end, as written, that are no name of a land."""


@cache
def may_be_a_name(written: str) -> bool:
    """Whether an indefinite Arabic word, as written, is in no lexicon and may name a land."""
    return not (
        written.startswith("ال") or written.endswith(_NO_NAMES) or is_a_word(folded(written))
    )


@cache
def is_a_word(norm: str) -> bool:
    """Whether a folded Arabic word, or what is left of it without joined letters, is any word."""
    words = _words()
    return any(form in words for form in forms(norm))


@cache
def _words() -> frozenset[str]:
    found: set[str] = set()
    for room, names in _LEXICONS.items():
        for name in names:
            _gather(data_of(room, "ar", name), found)
    _gather(data("ar", "places")["no_names"], found)
    return frozenset(found)


def _gather(listed: Any, found: set[str]) -> None:
    """Every word of a lexicon, folded."""
    if isinstance(listed, dict):
        for key, value in listed.items():
            _gather(key, found)
            _gather(value, found)
    elif isinstance(listed, list):
        for value in listed:
            _gather(value, found)
    elif isinstance(listed, str):
        found.update(folded(word) for word in re.split(r"[\s/*]+", listed))
