"""The words that weaken a statement: within it, or in how it is attributed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from wasit.language.folding import folded
from wasit.language.spans import Language, Span
from wasit.language.tokens import Token
from wasit.press.document import Document
from wasit.press.lexicons import data, phrases
from wasit.press.statements.model import Said

_Hits = list[tuple[int, int, str]]
"""First token, the token behind, and the section."""
MOST_LOOKED_AT = 20
"""Hedges looked at for one statement."""
NEAR = 2
"""Tokens between a hedge and the verb it goes with: "reportedly also said"."""


def enter_hedges(document: Document, language: Language, found: Sequence[Said]) -> None:
    """Enters with each statement the first words that weaken it. Cost: linear in the text.

    Those within its words come first, then those of the attribution: an adverb beside the verb
    ("reportedly said"), the verb itself ("alleged"), a speaker who is not named ("sources").
    """
    paragraphs: dict[int, tuple[list[Token], _Hits]] = {}
    for said in found:
        if said.paragraph not in paragraphs:
            tokens = document.parts[language][said.paragraph].tokens
            paragraphs[said.paragraph] = tokens, _hits(tokens, language)
        tokens, hits = paragraphs[said.paragraph]
        span = _within(said, tokens, hits) or _beside(said, tokens, hits)
        said.hedge = span.of(document.text) if span else _unnamed(said)


def _hits(tokens: Sequence[Token], language: Language) -> _Hits:
    found: _Hits = []
    for section in ("words", "verbs"):
        table = phrases(language, "hedges", section)
        found += [(first, behind, section) for _, first, behind in table.all(tokens)]
    if language == "ar":
        found += [
            (n, n + 2, "words")
            for n, token in enumerate(tokens[:-1])
            if token.norm in _QAD and _may(tokens, n)
        ]
    else:
        # The month is no hedge.
        found = [hit for hit in found if tokens[hit[0]].text != "May"]
    return sorted(found)


_QAD = frozenset(("قد", "وقد", "فقد"))


def _may(tokens: Sequence[Token], n: int) -> bool:
    """``قد`` before a verb in the present: "may"; before one in the past it is none."""
    verb = tokens[n + 1].norm
    if verb[:1] == "ي":
        return len(verb) > 3
    return verb in _presents() or (verb.startswith("تست") and not verb.endswith("ت"))


@cache
def _presents() -> frozenset[str]:
    """Feminine presents behind ``قد``: many of their letters are a past as well."""
    return frozenset(folded(str(word)) for word in data("ar", "hedges")["presents"]["may"])


def _within(said: Said, tokens: Sequence[Token], hits: _Hits) -> Span | None:
    begin = bisect_left(tokens, said.words.start, key=_start)
    for first, behind, section in hits[bisect_left(hits, (begin, 0, "")) :][:MOST_LOOKED_AT]:
        if tokens[first].start >= said.words.end:
            return None
        if section == "words":
            return _span(said.language, tokens, first, behind)
    return None


def _beside(said: Said, tokens: Sequence[Token], hits: _Hits) -> Span | None:
    at = bisect_left(tokens, said.verb.start, key=_start)
    for first, behind, section in hits[bisect_left(hits, (at - NEAR - 6, 0, "")) :][
        :MOST_LOOKED_AT
    ]:
        if first > at + 1:
            return None
        if section == "verbs" and first == at:
            return _span(said.language, tokens, first, behind)
        # Nothing but a word or two stands between: no mark, no other clause.
        between = tokens[behind:at] if behind <= at else tokens[at + 1 : first]
        near = len(between) <= NEAR and all(token.kind == "word" for token in between)
        if section == "words" and near and (behind <= at or first == at + 1):
            return _span(said.language, tokens, first, behind)
    return None


def _start(token: Token) -> int:
    return token.start


def _span(language: Language, tokens: Sequence[Token], first: int, behind: int) -> Span:
    """The words as they stand, without an Arabic "and" joined on in front."""
    start = tokens[first].start
    if tokens[first].norm in _joined(language):
        start += 1
    return Span(language, start, tokens[behind - 1].end)


@cache
def _joined(language: Language) -> frozenset[str]:
    """First words of hedges with an Arabic "and" joined on."""
    if language == "en":
        return frozenset()
    first = {
        folded(str(phrase).split()[0])
        for section in ("words", "verbs")
        for listed in data("ar", "hedges")[section].values()
        for phrase in listed
    }
    return frozenset(start + word for word in first | {"قد"} for start in ("و", "ف")) - first


def _unnamed(said: Said) -> str | None:
    """The words for a speaker who is not named: sources are weaker than a name."""
    if said.speaker.of is not None:
        return None
    known = _sources(said.language)
    words = said.speaker.text.split()
    found = [word for word in words if folded(word) in known]
    return found[0] if found else None


@cache
def _sources(language: Language) -> frozenset[str]:
    """The words for speakers without a name, folded."""
    listed = data(language, "hedges")["speakers"].values()
    return frozenset(folded(str(word)) for words in listed for word in words)
