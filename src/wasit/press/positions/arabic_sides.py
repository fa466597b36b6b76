"""Sides of an Arabic report that no list has: who is said to take a stand, by a word of no lexicon.

``تصر أرفينيا على``, ``أما سورلاند فترفض``, ``زعيما أرفينيا وسورلاند``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from wasit.language.folding import folded, forms
from wasit.language.tokens import Token
from wasit.press.arabic_words import may_be_a_name
from wasit.press.conjugation import arabic_forms
from wasit.press.document import Document
from wasit.press.names import Names
from wasit.press.names.gazetteer import gazetteer
from wasit.press.positions.own import Unlisted
from wasit.press.positions.vocabulary import lemmas
from wasit.press.positions.words import word_set

_SHORTEST = 4
"""Letters of such a name, at least."""
_OFTEN = 2
"""How often it must be named in a report."""
_JOINED = ("", "و", "ف", "ل", "ب")
"""Letters joined on in front of a name."""


def acting_in_arabic(document: Document, names: Names, found: Unlisted) -> None:
    """Enters the sides that the Arabic version alone names. Cost: linear."""
    taken = {
        at for one in names.mentions.get("ar", ()) for at in range(one.start, one.end)
    }  # fmt: skip
    counts: Counter[str] = Counter()
    told: dict[str, str] = {}
    for _, sentence in document.sentences("ar"):
        tokens = sentence.tokens
        counts.update(form for token in tokens for form in {token.text, _bare(token.text)})
        for n in _acting(tokens):
            if tokens[n].start not in taken and _may_name(tokens, n):
                word = tokens[n].text
                told.setdefault(_bare(word) if _is_joined(tokens, n) else word, _whole(tokens, n))
    for word, name in told.items():
        if counts[word] >= _OFTEN:
            found.add(name, "ar", *(start + word for start in _JOINED))


def _acting(tokens: Sequence[Token]) -> Iterator[int]:
    """Where somebody stands who takes a stand, or is one of two at the head of sides."""
    for n, token in enumerate(tokens[:-1]):
        word = token.norm
        if any(form in _verbs() for form in forms(word)) or (
            word == "اما" and n + 2 < len(tokens) and tokens[n + 2].norm.startswith("ف")
        ):
            yield n + 1
        elif any(form in word_set("of_two_sides") for form in forms(word)):
            yield n + 1
            if n + 2 < len(tokens) and tokens[n + 2].norm.startswith("و"):
                yield n + 2


def _is_joined(tokens: Sequence[Token], n: int) -> bool:
    """Whether a name has the *and* of two sides joined on: زعيما أرفينيا *و*سورلاند."""
    two = n > 1 and any(form in word_set("of_two_sides") for form in forms(tokens[n - 2].norm))
    return two and tokens[n].norm.startswith("و")


def _may_name(tokens: Sequence[Token], n: int) -> bool:
    token = tokens[n]
    word = _bare(token.text) if _is_joined(tokens, n) else token.text
    return (
        token.kind == "word"
        and len(word) >= _SHORTEST
        and may_be_a_name(word)
        and gazetteer("ar").at(tokens, n) is None
    )


def _whole(tokens: Sequence[Token], n: int) -> str:
    """A name of one word or two: بورت إلياس."""
    word = _bare(tokens[n].text) if _is_joined(tokens, n) else tokens[n].text
    if n + 1 < len(tokens) and not tokens[n + 1].norm.startswith(("و", "ف", "ل", "ب")):
        return f"{word} {tokens[n + 1].text}" if _may_name(tokens, n + 1) else word
    return word


def _bare(word: str) -> str:
    return word[1:] if word[:1] in "وف" and len(word) > _SHORTEST else word


@cache
def _verbs() -> frozenset[str]:
    """The folded forms of the Arabic verbs of stance."""
    return frozenset(
        folded(form) for lemma in lemmas("ar") for form in arabic_forms(*lemma.split()[:2])
    )
