"""Every form of an Arabic verb that a report may use, from its past and its present."""

from __future__ import annotations

from collections.abc import Iterator

_OBJECTS = ("ه", "ها", "هما", "هم")
"""Joined on behind: التقاه, استضافتها."""


def arabic_forms(past: str, present: str) -> tuple[str, ...]:
    """The forms of the third person of ``اجتمع``, ``يجتمع``: ``اجتمعت``, ``يجتمعون`` and so on.

    Masculine and feminine, one, two and many, with and without an object joined on behind. The
    passive and the future with س are written alike or found without it.
    """
    return tuple(dict.fromkeys((*_past(past), *_present(present))))


def _past(verb: str) -> Iterator[str]:
    weak = verb.endswith(("ى", "ا"))
    stem = verb[:-1] if weak else verb
    dual = stem + "يا" if verb.endswith("ى") else stem + "ا"
    yield from (verb, stem + "ت", dual, stem + "تا", stem + "وا")
    before = stem + "ا" if weak else stem
    for ending in _OBJECTS:
        yield before + ending
        yield stem + "ت" + ending


def _present(verb: str) -> Iterator[str]:
    weak = verb.endswith(("ى", "ي", "و"))
    for person in ("ي", "ت"):
        whole = person + verb[1:]
        stem = whole[:-1] if weak else whole
        both = stem + "ي" if weak and not verb.endswith("و") else whole
        yield from (whole, stem, stem + "ون", stem + "وا", both + "ان", both + "ا")
        for ending in _OBJECTS:
            yield whole + ending
