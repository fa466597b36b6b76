"""Names that say themselves what kind of side they are: *Zandari People's Front (ZPF)*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from wasit.language.tokens import Token
from wasit.press.document import Document
from wasit.press.names.gazetteer import gazetteer
from wasit.press.positions.words import cased, word_set

_LONGEST = 8
_ACRONYM = re.compile(r"[A-Z][A-Za-z]{1,7}")


class Titled(NamedTuple):
    """A name with the noun of a side in it."""

    name: str
    words: tuple[str, ...]
    """The words as tokens have them, without the article."""
    acronym: str | None
    state: bool
    """Whether it governs: a republic, a government, an administration."""


def titled(document: Document, taken: set[int]) -> Iterator[Titled]:
    """The names of an English text, each where it first stands; ``taken`` are offsets of others.

    Cost: linear.
    """
    seen: set[str] = set()
    states = word_set("state_names")
    for paragraph, sentence in document.sentences("en"):
        if paragraph.kind == "heading":
            continue
        tokens = sentence.tokens
        n = 0
        while n < len(tokens):
            found, behind = None, n + 1
            if tokens[n].capital:
                run = _run(tokens, n)
                found = _at(tokens, n, run, taken) if run > n else None
                behind = max(run, behind)
            elif tokens[n].norm in states:
                found = _land_of(tokens, n, taken)
            if found is not None and found.name not in seen:
                seen.add(found.name)
                yield found
            n = behind


def _at(tokens: Sequence[Token], n: int, behind: int, taken: set[int]) -> Titled | None:
    """The name that the words with a capital from token ``n`` are, where they name a side."""
    if behind - n < 2 and not _is_called_so(tokens, behind):
        return None
    if any(token.start in taken for token in tokens[n:behind]):
        return None
    return _titled(tokens, n, behind)


def _is_called_so(tokens: Sequence[Token], n: int) -> bool:
    """Whether the noun behind a name says that it is a side: *National Concord party*."""
    return n < len(tokens) and tokens[n].norm in word_set("named_parties")


def _listed(tokens: Sequence[Token], n: int, behind: int) -> bool:
    """Whether a word with a capital is that of a country or a body of the lists."""
    return any(gazetteer("en").at(tokens, k) is not None for k in range(n, behind))


def _land_of(tokens: Sequence[Token], n: int, taken: set[int]) -> Titled | None:
    """The land of a government that no list has: *the government of Costa Verana*."""
    start = n + 2
    if start >= len(tokens) or tokens[n + 1].norm != "of" or tokens[start].start in taken:
        return None
    if gazetteer("en").at(tokens, start) or not _begins(tokens[start]):
        return None
    words = [token.text for token in tokens[start : _run(tokens, start)]]
    words[-1:] = [words[-1].removesuffix("'s").removesuffix("’s")]
    return Titled(" ".join(words), tuple(words), None, state=True)


def acronym_at(tokens: Sequence[Token], n: int) -> str | None:
    """The acronym in brackets at token ``n``."""
    if n + 2 < len(tokens) and tokens[n].text == "(" and tokens[n + 2].text == ")":
        word = tokens[n + 1].text
        if _ACRONYM.fullmatch(word) and sum(letter.isupper() for letter in word) > 1:
            return word
    return None


def _run(tokens: Sequence[Token], n: int) -> int:
    """The token behind the words with a capital from token ``n``, with small ones between."""
    if not (_begins(tokens[n]) or _month_of_a_name(tokens, n)):
        return n
    behind = n + 1
    while behind < min(len(tokens), n + _LONGEST):
        token = tokens[behind]
        if _genitive(tokens[behind - 1]) and not _plural_owner(tokens, behind - 1):
            break
        if token.kind == "word" and token.capital:
            behind += 1
            continue
        small = behind
        while small < len(tokens) and tokens[small].norm in word_set("within_titles"):
            small += 1
        if small in (behind, len(tokens)) or not tokens[small].capital:
            break
        if tokens[behind].norm == "and" and small > behind + 1:
            break  # the government and the front
        if not any(one.norm in word_set("side_names") for one in tokens[n:behind]):
            break  # the Front for Renewal; not: delegates of the North
        behind = small + 1
    return behind


def _begins(token: Token) -> bool:
    return token.kind == "word" and token.capital and token.text not in cased("not_names")


def _month_of_a_name(tokens: Sequence[Token], n: int) -> bool:
    """Whether a word that begins no name begins one here: the *April* Front."""
    if n + 1 >= len(tokens) or not tokens[n].capital or tokens[n].norm in word_set("stops"):
        return False
    after = tokens[n + 1]
    return after.kind == "word" and after.capital and after.norm in word_set("side_names")


def _genitive(token: Token) -> bool:
    return token.norm.endswith(("'s", "’s"))


def _plural_owner(tokens: Sequence[Token], n: int) -> bool:
    """Whether a genitive is part of a name: the *People's* Front, not *Iran's* Army."""
    bare = tokens[n].norm[:-2]
    return bare in word_set("collective") and n + 1 < len(tokens) and tokens[n + 1].capital


def _titled(tokens: Sequence[Token], n: int, behind: int) -> Titled | None:
    words = [token.text for token in tokens[n:behind]]
    if words[-1].endswith(("'s", "’s")):
        words[-1] = words[-1][:-2]
    while len(words) > 2 and words[0].lower() in word_set("before_names"):
        del words[0]
    nouns = [k for k, word in enumerate(words) if word.lower() in word_set("side_names")]
    if not nouns and words and _is_called_so(tokens, behind) and not _listed(tokens, n, behind):
        return Titled(" ".join(words), tuple(words), acronym_at(tokens, behind + 1), state=False)
    if not nouns or any(word.lower() in word_set("no_sides") for word in words):
        return None
    if gazetteer("en").at(tokens, n) and len(words) - nouns[0] == 1 == nouns[0]:
        return None  # the Yemeni Government: the country itself
    state = any(words[k].lower() in word_set("state_names") for k in nouns)
    if state and words[nouns[0] + 1 : nouns[0] + 2] == ["of"]:
        words = words[nouns[0] :]  # the Federal Government of
    if len(words) < 2:
        return None
    return Titled(" ".join(words), tuple(words), acronym_at(tokens, behind), state)
