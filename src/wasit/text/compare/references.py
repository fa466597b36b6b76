"""References from one text to another: ``point 3(b)``, ``Annex II``, ``المادة الثالثة``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from wasit.language.tokens import Token
from wasit.text.compare.terms import reference_nouns, unit_at
from wasit.text.compare.words import bare_arabic, tokens
from wasit.text.numbering import ORDINALS, roman_value


@lru_cache(maxsize=8_192)
def references_in(words: str, language: str) -> Mapping[int, tuple[int, str]]:
    """The references in some words: first token -> the one behind, and the key referred to."""
    return {n: (behind, key) for n, behind, key in references(tokens(words), language)}


_KEY = re.compile(r"[\w٠-٩]{1,4}")
_LISTED = frozenset({",", "،", "and", "or", "to", "-", "–", "و", "او", "الي"})


def references(listed: Sequence[Token], language: str) -> Iterator[tuple[int, int, str]]:
    """References to numbered texts: first token, the one behind, and the key referred to.

    ``points 3 and 4`` are two, the second without its noun.
    """
    n = 0
    while n < len(listed):
        found = _reference_at(listed, n, language)
        if found is None:
            n += 1
            continue
        yield n, found[1], found[0]
        n = found[1]
        while n + 1 < len(listed) and listed[n].norm in _LISTED and listed[n + 1].kind == "number":
            if (
                n + 2 < len(listed)
                and listed[n + 2].kind == "word"
                and unit_at(listed, n + 2, language)
            ):
                break
            if listed[n].norm in ("و", ",", "،") and not _ends_list(listed, n + 2):
                break
            yield n + 1, n + 2, listed[n + 1].norm
            n += 2


def _ends_list(listed: Sequence[Token], n: int) -> bool:
    return n >= len(listed) or listed[n].kind == "mark" or listed[n].norm in _LISTED


def _reference_at(listed: Sequence[Token], n: int, language: str) -> tuple[str, int] | None:
    """A reference to a numbered text at ``n``: its key, and the token behind it."""
    token = listed[n]
    word = token.norm if language == "en" else bare_arabic(token.norm)
    nouns = reference_nouns(language)
    if token.norm not in nouns and word not in nouns:
        return None
    if n + 1 >= len(listed):
        return None
    after = listed[n + 1]
    text = after.norm
    if after.kind == "number":
        key = text
    elif token.norm in ("annex", "appendix", "schedule") and len(after.text) <= 3 and after.capital:
        key = f"{token.norm} {text}"
    elif text in ORDINALS and language == "ar":
        key = str(ORDINALS[text])
    elif after.text.isupper() and roman_value(text):
        key = str(roman_value(text))
    else:
        return None
    behind = n + 2
    while (
        behind + 2 < len(listed) and listed[behind].text == "(" and listed[behind + 2].text == ")"
    ):
        if not _KEY.fullmatch(listed[behind + 1].text):
            break
        key = f"{key}.{listed[behind + 1].norm}"
        behind += 3
    return key, behind
