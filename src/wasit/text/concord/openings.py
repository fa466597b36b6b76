"""Words that a figure may begin with: most words begin none, and are passed over at once."""

from __future__ import annotations

from functools import cache, lru_cache

from wasit.language.numbers import arabic, english
from wasit.language.spans import Language
from wasit.text.compare.terms import edges
from wasit.text.concord.quantities import ONE
from wasit.text.concord.shares import arabic_part, dividers
from wasit.text.concord.terms import (
    bare,
    dual_unit,
    months,
    numbered,
    often,
    reference_nouns,
    units,
)
from wasit.text.numbering import ORDINALS

_LISTED = ("weekdays", "hijri", "times", "counts")
_MORE = (
    "thousand",
    "hundred",
    "million",
    "billion",
    "half",
    "quarter",
    "five",
    "الساعه",
    "ساعه",
    "مره",
    "بمره",
    "مناصفه",
    "بالتساوي",
    "فاتح",
    "غره",
)


@lru_cache(maxsize=65_536)
def may_begin(norm: str, language: Language) -> bool:
    """Whether a figure may begin with a folded word."""
    if (arabic if language == "ar" else english).begins(norm):
        return True
    forms = bare(norm, language)
    if not _firsts(language).isdisjoint(forms):
        return True
    if language == "en":
        return norm in ONE or norm in ORDINALS
    return dual_unit(norm) is not None or any(arabic_part(form) is not None for form in forms)


@cache
def _firsts(language: Language) -> frozenset[str]:
    tables = (
        *(numbered(name, language) for name in _LISTED),
        edges(language),
        months(language),
        units(language),
        often(language),
        reference_nouns(language),
        dividers(language),
        _MORE,
    )
    return frozenset(words.split()[0] for table in tables for words in table if words)
