"""The words of an English paragraph with what is named in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from wasit.language.folding import folded
from wasit.language.tokens import Token
from wasit.press.document import Paragraph, Sentence
from wasit.press.names.gazetteer import Hit, gazetteer
from wasit.press.names.lands import NONE, Lands
from wasit.press.names.vocabulary import labels

_ARTICLE = re.compile(r"(?:al|el|ad|ar|as|ash|at|az|an|ul)-(?=\w)", re.IGNORECASE)


GENITIVE = ("'s", "’s")


@dataclass(slots=True)
class Unit:
    """A word of running text: what hyphens and initials' stops join is one word."""

    text: str
    start: int
    end: int
    norm: str
    """Folded, without genitive and article."""
    capital: bool
    labels: frozenset[str]
    body: Hit | None = None
    """The body it names or helps to name."""
    mark: bool = False

    @property
    def bare_end(self) -> int:
        """The end without a genitive."""
        return self.end - 2 if self.text.endswith(GENITIVE) else self.end


@lru_cache(maxsize=65_536)
def name_word(text: str) -> str:
    """A word of a name as it is compared: folded, without genitive and article."""
    norm = folded(text)
    if norm.endswith(GENITIVE):
        norm = norm[:-2]
    return _ARTICLE.sub("", norm, count=1)


@lru_cache(maxsize=65_536)
def _known(text: str) -> tuple[str, frozenset[str]]:
    """A word as it is compared, and its labels."""
    norm = name_word(text)
    return norm, labels(norm, "en")


_MARK: frozenset[str] = frozenset()
"""A mark is no kind of word."""


def units_of(sentence: Sentence, lands: Lands = NONE) -> list[Unit]:
    """The words and marks of a sentence, with the ``lands`` of the report among its bodies."""
    tokens = sentence.tokens
    bodies: dict[int, Hit] = {}
    for one in (*lands.at(tokens, "en"), *gazetteer("en").all(tokens)):
        for n in range(one.first, one.last):
            bodies[n] = one
    found: list[Unit] = []
    n = 0
    count = len(tokens)
    while n < count:
        token = tokens[n]
        last = n + 1
        if last < count and tokens[last].start == token.end:
            last = _joined(tokens, n)
        text = token.text
        if last - n > 1:
            text = "".join(one.text for one in tokens[n:last])
        mark = token.kind == "mark"
        norm, known = _known(text) if not mark else (text, _MARK)
        capital = token.capital or (last - n > 2 and bool(_ARTICLE.match(text)) and _tall(text))
        hit = bodies.get(n)
        if last - n > 1 and not known:
            known = labels(tokens[last - 1].norm, "en") & {"title", "organisation"}
            known |= labels(token.norm, "en") & {"title"}  # Mayor-elect
        found.append(
            Unit(
                text,
                token.start,
                tokens[last - 1].end,
                norm,
                capital and token.kind == "word",
                known,
                hit if hit and (last - n == 1 or hit.last >= last) else None,
                mark,
            )
        )
        n = last
    return found


def _tall(text: str) -> bool:
    return any(part[:1].isupper() for part in text.split("-"))


def _joined(tokens: Sequence[Token], n: int) -> int:
    """The token behind a word with all that hyphens join to it."""
    last = n + 1
    if tokens[n].kind == "mark" or last == len(tokens) or tokens[last].start != tokens[n].end:
        return last
    while (
        last + 1 < len(tokens)
        and tokens[last].text in "-‑"
        and tokens[last].start == tokens[last - 1].end
        and tokens[last + 1].start == tokens[last].end
        and tokens[last + 1].kind != "mark"
    ):
        last += 2
    if (
        last == n + 1
        and len(tokens[n].text) == 1
        and tokens[n].capital
        and last < len(tokens)
        and tokens[last].text == "."
        and tokens[last].start == tokens[n].end
    ):
        last += 1
    return last


@dataclass(slots=True)
class English:
    """A paragraph's sentences as words, and the runs of capitals that may be people."""

    paragraph: Paragraph
    sentences: list[list[Unit]]


def english(paragraphs: Iterable[Paragraph], lands: Lands = NONE) -> list[English]:
    """The paragraphs as words, with the ``lands`` of the report among its bodies."""
    return [English(p, [units_of(one, lands) for one in p.sentences]) for p in paragraphs]
