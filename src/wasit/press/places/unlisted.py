"""Places of no list, by their names as written."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from babel import Locale

from wasit.language.spans import Language, Span
from wasit.language.tokens import Token
from wasit.press.places.place import Place, written

_PARTICLES = frozenset(
    ("al", "el", "as", "ar", "an", "de", "del", "da", "do", "di", "du", "la", "le", "bin", "ben",
     "sur", "upon")
)  # fmt: skip
"""Small words within the name of a town: Ras *al*-Sawari."""


def could_be_a_name(tokens: Sequence[Token], n: int, language: Language) -> bool:
    """Whether the word at ``n`` may be the name of a town."""
    token = tokens[n]
    if token.kind != "word" or len(token.text) < 3:
        return False
    if language == "en":
        return token.capital and not token.text.isupper() and token.norm not in calendar_words()
    return not token.norm.startswith(("ال", "وال", "لل")) and len(token.norm) > 3


@cache
def calendar_words() -> frozenset[str]:
    """English names of months and days: *in July* is no place."""
    locale = Locale.parse("en")
    words = [*locale.months["format"]["wide"].values(), *locale.days["format"]["wide"].values()]
    return frozenset(word.lower() for word in words) | {"ramadan", "muharram", "english", "arabic"}


def unlisted(tokens: Sequence[Token], n: int, language: Language, cut: int = 0) -> Place:
    """The place whose name begins at ``n``, but for ``cut`` letters joined on in front."""
    behind = n + 1
    if language == "en":
        while behind < len(tokens) and tokens[behind].capital and tokens[behind].kind == "word":
            behind += 1
        while (last := _name_goes_on(tokens, behind)) > behind:
            behind = last
    span = Span(language, tokens[n].start + cut, tokens[behind - 1].end)
    name = written(tokens, n, behind)[cut:]
    return Place(name, n, behind, span, {language: name}, at=True, sort="told")


def _name_goes_on(tokens: Sequence[Token], n: int) -> int:
    """Behind the next word of an English name that goes on at ``n`` with a hyphen or particle."""
    end = n
    if end < len(tokens) and tokens[end].norm in _PARTICLES:
        end += 1
    if end < len(tokens) and tokens[end].text == "-" and tokens[end].start == tokens[end - 1].end:
        end += 1
    return end + 1 if n < end < len(tokens) and tokens[end].capital else n
