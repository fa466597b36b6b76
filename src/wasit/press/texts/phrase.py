"""The phrase a document is called by: where it begins and ends around its noun."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from wasit.language.folding import folded
from wasit.language.numbers.numeral import norm, words
from wasit.language.spans import Language, Span
from wasit.language.tokens import Token
from wasit.press.lexicons import data
from wasit.press.places import calendar_words

_LEFT_REACH = 5
_RIGHT_REACH = 4

_ADJECTIVE_ENDS = ("ه", "ي", "ا", "ان", "ين")
_ABOUT = frozenset(("بشان", "حول", "عن", "لاجل", "بخصوص"))
_LINKS = frozenset(("on", "for", "about", "of"))


@cache
def stops(language: Language) -> frozenset[str]:
    """The folded words a noun phrase ends at."""
    return frozenset(folded(str(word)) for word in data(language, "grammar")["stops"]["stop"])


def english_phrase(
    tokens: Sequence[Token], first: int, behind: int, verbs: frozenset[int]
) -> tuple[int, int]:
    """The tokens of the noun phrase around the noun ``first`` to ``behind``.

    ``verbs`` are the places of words that tell what becomes of a document: one of them belongs
    to the phrase only behind an article (the updated plan).
    """
    start = first
    while start > 0 and first - start < _LEFT_REACH:
        token = tokens[start - 1]
        if token.text in "'’" and start > 1:
            start -= 1
            continue
        if token.text == "-" and start > 1 and tokens[start - 2].kind != "mark":
            start -= 2
            continue
        if token.kind == "number" and start < first and tokens[start].text == "-":
            start -= 1
            continue
        if token.norm == "of" and start == first - 1 and norm(tokens, start - 2).isalpha():
            start -= 2  # a cessation of hostilities agreement
            continue
        if token.kind != "word" or token.norm in stops("en") or token.norm.endswith("ly"):
            break
        if start - 1 in verbs and not _determined(tokens, start - 2):
            break
        start -= 1
    end = behind
    linked = norm(tokens, end) in _LINKS and norm(tokens, end + 1) not in calendar_words()
    if first - start <= 1 and linked:
        end = _right_of(tokens, end + 1)
    return start, end


def _determined(tokens: Sequence[Token], n: int) -> bool:
    return norm(tokens, n) in {"the", "a", "an", "this", "that", "its", "their", "his", "her"}


def _right_of(tokens: Sequence[Token], n: int) -> int:
    """Behind the words that follow a preposition."""
    end = n
    while (
        end < len(tokens)
        and end - n < _RIGHT_REACH
        and (tokens[end].kind == "word" or (tokens[end].kind == "number" and end <= n + 1))
        and (tokens[end].norm not in stops("en") or (tokens[end].norm in ("the", "and")))
    ):
        end += 1
    while end > n and tokens[end - 1].norm in stops("en"):
        end -= 1
    return end if end > n else n - 1


def arabic_phrase(
    tokens: Sequence[Token], first: int, behind: int, verbs: frozenset[int]
) -> tuple[int, int]:
    """The same for Arabic, where what describes a noun follows it.

    A definite word goes on; an indefinite one only as what the noun is of, or as an adjective.
    """
    end = behind
    while end < len(tokens) and end - behind < _RIGHT_REACH:
        token = tokens[end]
        if end == behind and token.norm in _ABOUT and end + 1 < len(tokens):
            end += 2  # ورقة بشأن الحصص
            continue
        if token.kind != "word" or token.norm in stops("ar"):
            break
        definite = token.norm.startswith("ال")
        joined = token.norm.startswith(("وال", "لل")) and end > behind
        joined = joined or (end == behind and token.norm.startswith(("بال", "لل")))
        if definite and end in verbs and not token.norm.endswith("ه"):
            break
        plain = end == behind and end not in verbs and _describes(tokens[first], token)
        if not (definite or joined or plain):
            break
        end += 1
    return first, end


def _describes(noun: Token, token: Token) -> bool:
    """Whether an indefinite word behind an indefinite noun may belong to it."""
    if noun.norm.startswith(("ال", "وال", "بال", "لل")):
        return False
    if token.norm.startswith(("و", "ب", "ل", "ف", "ي", "ت", "س")) and len(token.norm) > 3:
        return token.norm.endswith(("ه", "يه")) and not token.norm.startswith(("ي", "س", "و"))
    return token.norm.endswith(_ADJECTIVE_ENDS) or len(token.norm) > 3


def span_of(tokens: Sequence[Token], first: int, behind: int, language: Language) -> Span:
    """The words from token ``first`` up to ``behind``, without what is joined on in front."""
    start = tokens[first].start
    if language == "ar" and tokens[first].kind == "word":
        start += _joined(tokens[first].text)
    return Span(language, start, tokens[behind - 1].end)


def _joined(word: str) -> int:
    """How many letters in front of a noun are words of their own (and, by, for)."""
    cut = 0
    if word[:1] == "و" and folded(word[1:]) in words("ar", "units"):
        return 1
    if word[:1] in ("و", "ف") and len(word) > 4 and word[1:3] in ("ال", "بال", "لل", "لا"):
        cut = 1
    rest = word[cut:]
    if rest.startswith(("بال", "كال")):
        return cut + 1
    if rest.startswith("لل") and len(rest) > 4:
        return cut + 2
    return cut
