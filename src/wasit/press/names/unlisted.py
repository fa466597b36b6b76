"""Parties, fronts, unions and ministries that no list has: told by the noun they begin with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from wasit.language.folding import folded, forms
from wasit.language.spans import Language, Span
from wasit.language.tokens import Token
from wasit.press.arabic_words import PROVIDING
from wasit.press.lexicons import data
from wasit.press.names.arabic import Arabic
from wasit.press.names.gazetteer import Kind

Place = tuple[str, Kind, Span]
"""Key, kind and place of a mention."""

_LONGEST = 5
_FIGHTING: Kind = "movement"
_ARTICLES = ("ال", "لل", "وال")
_QUOTES = '«»"“”'


def unlisted(words: Arabic) -> Iterator[Place]:
    """The organisations of a paragraph by their nouns: ``حزب العهد``, ``«الكتلة الشمالية»``."""
    tokens = words.tokens
    n = 0
    while n < len(tokens):
        tribe = _tribe(words, n)
        if tribe is not None:
            yield tribe, _FIGHTING, _from(tokens[n], tokens[n + 1])
            n += 2
            continue
        last = _behind(words, n) if words.bodies[n] is None else None
        if last is None:
            n += 1
            continue
        token = tokens[n]
        cut = _joined(token.norm)
        start = token.start + cut
        written = " ".join((token.text[cut:], *(one.text for one in tokens[n + 1 : last])))
        kind: Kind = "movement" if kind_of(written, "ar") == _FIGHTING else "organisation"
        yield written, kind, Span("ar", start, tokens[last - 1].end)
        n = last


def _tribe(words: Arabic, n: int) -> str | None:
    """What a tribe at token ``n`` is called: آل جابر, بني هلال, البو جاسر; بنو هلال is the same."""
    text = words.tokens[n].text
    head = text if text in _TRIBES else text[1:] if text[:1] in ("و", "ل", "ب") else ""
    if head not in _TRIBES or n + 1 >= len(words.tokens) or words.tokens[n + 1].kind != "word":
        return None
    if n > 0 and words.labels(n - 1) & {"given", "honour"}:
        return None  # somebody's family name
    name = words.tokens[n + 1]
    if words.bodies[n + 1] is not None or words.labels(n + 1) & {"stop", "verb", "title"}:
        return None
    return f"{_TRIBES[head]} {name.text}"


_TRIBES = {"آل": "آل", "بني": "بني", "بنو": "بني", "البو": "البو"}
"""What the name of a tribe begins with, and in which form it is its key."""


def _from(first: Token, last: Token) -> Span:
    """From a word without what is joined on in front up to another."""
    cut = 0 if first.text in _TRIBES else 1
    return Span("ar", first.start + cut, last.end)


def _behind(words: Arabic, n: int) -> int | None:
    """The token behind an organisation that begins at token ``n``."""
    tokens = words.tokens
    definite = _definite(tokens[n].norm)
    if definite is None:
        return None
    last = n + 1
    while last < min(n + _LONGEST, len(tokens)) and _belongs(words, last, first=last == n + 1):
        last += 1
    if last == n + 1:
        return None
    quoted = (
        n > 0
        and tokens[n - 1].text in _QUOTES
        and (last < len(tokens) and tokens[last].text in _QUOTES)
    )
    # The front as before; the joint committee: behind an article only what is called so.
    if definite and not (quoted or _public(words, n, last) or _political(words, n)):
        return None
    return last


@lru_cache(maxsize=65_536)
def _definite(norm: str) -> bool | None:
    """Whether the noun of an organisation has the article; None for any other word."""
    norm = norm[_joined(norm) :]
    return norm.startswith("ال") if norm.removeprefix("ال") in _kinds("ar") else None


def _public(words: Arabic, n: int, last: int) -> bool:
    """Whether a noun with article and adjective goes on with a purpose: الحركة الوطنية للتغيير."""
    return any(token.norm.startswith("لل") for token in words.tokens[n + 2 : last])


def _political(words: Arabic, n: int) -> bool:
    """Whether a bloc, a front or a union has its adjective behind it: ``الكتلة الشمالية``."""
    norm = words.tokens[n].norm
    after = words.tokens[n + 1].norm
    adjective = after.startswith("ال") and after.endswith(("يه", "ي"))
    return norm[_joined(norm) :].removeprefix("ال") in _POLITICAL and adjective


_POLITICAL = frozenset(
    ("حركه", "جبهه", "كتله", "تكتل", "نقابه", "رابطه", "تحالف", "ايتلاف", "تيار")
)


def _belongs(words: Arabic, n: int, *, first: bool) -> bool:
    token = words.tokens[n]
    if token.kind != "word" or words.bodies[n] is not None:
        return False
    if not token.norm.startswith(_ARTICLES[:2]):
        return False
    if token.norm in PROVIDING:
        return False
    if first and token.norm.startswith("ال"):
        return not words.labels(n) & {"stop", "verb", "given"}  # مجلس النواب
    if token.norm.startswith("لل"):
        return not words.labels(n) & {"stop", "verb", "given", "title"}  # المجلس الأعلى للدولة
    return not words.labels(n) & {"stop", "title", "verb", "given", "honour"}


def _joined(norm: str) -> int:
    """How many letters are joined on in front of the noun of an organisation."""
    kinds = _kinds("ar")
    for cut in range(min(3, len(norm))):
        if cut and norm[cut - 1] not in "وفبلك":
            break
        if norm[cut:].removeprefix("ال") in kinds:
            return cut
    return 0


@cache
def _kinds(language: Language) -> dict[str, str]:
    """Folded noun -> kind of organisation, from the kinds of sides."""
    found = {}
    for kind, nouns in data(language, "positions")["kinds"].items():
        for noun in nouns:
            if " " not in str(noun):
                found[folded(str(noun))] = str(kind)
    return found


def kind_of(name: str, language: Language) -> str | None:
    """What kind of organisation a name tells: ``Northern Bloc`` -> ``bloc``."""
    kinds = _kinds(language)
    words = [folded(word) for word in name.split()]
    for word in reversed(words) if language == "en" else words[:1]:
        for form in (word,) if language == "en" else forms(word):
            if form in kinds:
                return kinds[form]
    return None


def counterparts(places: Sequence[Place]) -> dict[str, str]:
    """Arabic name -> the English name of the same organisation.

    Where each text has but one of a kind that no list has, they are the same.
    """
    by_kind: dict[Language, dict[str, dict[str, None]]] = {"en": {}, "ar": {}}
    for key, _, span in places:
        # The keys of the lists are English; a name of no list is its own key.
        own = "ar" if folded(key)[:1] >= "ء" else "en"
        if own != span.language:
            continue
        kind = kind_of(key, span.language)
        if kind:
            by_kind[span.language].setdefault(kind, {})[key] = None
    found = {}
    for kind, names in by_kind["ar"].items():
        english = by_kind["en"].get(kind, {})
        if len(names) == len(english) == 1:
            found[next(iter(names))] = next(iter(english))
    return found
