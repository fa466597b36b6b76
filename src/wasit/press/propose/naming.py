"""Names, words and labels of proposals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from babel import Locale

from wasit.language.folding import folded
from wasit.language.spans import Language, Span

ISSUES: Mapping[str, str] = {
    "territory": "الأراضي",
    "ceasefire": "وقف إطلاق النار",
    "security guarantees": "الضمانات الأمنية",
    "prisoners": "الأسرى والمحتجزون",
    "sanctions": "العقوبات",
    "borders": "الحدود",
    "aid": "المساعدات",
    "water": "المياه",
    "governance": "الحكم",
}
"""The issues a position can be about, and their names in Arabic."""

_ARABIC = re.compile("[\u0600-\u06ff]")
_NOT_A_LABEL = re.compile(r"[^\w]+")
_ENGLISH_STOP = frozenset(("the", "a", "an", "of", "on", "for", "to", "and", "in"))


def one_line(text: str) -> str:
    """``text`` on one line, white space single."""
    return " ".join(text.split())


def name(names: Mapping[Language, str]) -> dict[str, str]:
    """A name by language, on one line each, without languages that have none."""
    found = {language: one_line(text) for language, text in names.items()}
    return {language: text for language, text in found.items() if text}


def named(text: str) -> dict[str, str]:
    """A name of which only the words are known; its script tells the language."""
    return {"ar" if _ARABIC.search(text) else "en": one_line(text)}


def words(spans: Iterable[Span], text: str) -> dict[str, str]:
    """The words at ``spans`` by language; several of one language with … between them."""
    found: dict[str, list[str]] = {}
    for span in spans:
        piece = span.of(text).strip()
        if piece and piece not in found.setdefault(span.language, []):
            found[span.language].append(piece)
    return {language: " … ".join(pieces) for language, pieces in found.items() if pieces}


def slug(text: str, longest: int = 32) -> str:
    """A label made from words: ``American peace plan`` -> ``american-peace-plan``."""
    kept = [word for word in folded(text).split() if word not in _ENGLISH_STOP]
    joined = "-".join(filter(None, (_NOT_A_LABEL.sub("-", word).strip("-_") for word in kept)))
    return joined[:longest].strip("-_")


def seat_label(names: Mapping[str, str]) -> str:
    """A label for a seat: the country's code, else its English name; ``side`` without one."""
    english = names.get("en", "")
    code = _codes().get(folded(english).removeprefix("the "))
    if code:
        return code
    made = re.sub("[^a-z0-9-]", "", slug(english))
    return made if re.match("[a-z]", made) else "side"


@cache
def _codes() -> dict[str, str]:
    """Country codes by folded English name; two letters, small."""
    territories = Locale("en").territories
    found = {folded(shown): code.lower() for code, shown in territories.items() if len(code) == 2}
    return {**found, "united states of america": "us", "turkey": "tr", "britain": "gb"}


def free(label: str, taken: Iterable[str]) -> str:
    """``label``, with a number behind it where it is taken."""
    used = set(taken)
    if label not in used:
        return label
    return next(f"{label}-{n}" for n in range(2, len(used) + 3) if f"{label}-{n}" not in used)
