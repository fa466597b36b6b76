"""Places that only the words around them tell: *the town of* Rimbo, in the *Omani capital*."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from wasit.language.folding import forms
from wasit.language.spans import Language, Span
from wasit.language.tokens import Token
from wasit.press.cues import Cue, cues
from wasit.press.lexicons import phrases
from wasit.press.places.heard import heard
from wasit.press.places.leading import is_at
from wasit.press.places.listed import known, name_of
from wasit.press.places.place import Place
from wasit.press.places.unlisted import calendar_words, could_be_a_name, unlisted

_BEHIND_A_TOWN = frozenset(("in", "on", "and", "from", "last", "this", "for", "between", "where"))


def told(
    tokens: Sequence[Token],
    language: Language,
    before: Mapping[int, Cue],
    taken: set[int],
) -> Iterator[Place]:
    """Places that only the words around them tell."""
    for n, cue in before.items():
        if cue.sort == "capital":
            yield from _capital_of(tokens, n, cue, language)
            yield from _named_before(tokens, cue, language, taken)
            if language == "ar" and _described(tokens, n):
                yield unlisted(tokens, n + 1, language)  # العاصمة الروريتانية ستريلسو
            n = _apposed(tokens, n, language)
            if n and n not in taken and could_be_a_name(tokens, n, language):
                yield unlisted(tokens, n, language)
        elif n >= len(tokens) or n in taken:
            continue
        elif cue.sort == "venues":
            # في دارته بالقصبة
            town = _behind_a_house(tokens, cue, before) if language == "ar" else None
            if town is not None:
                yield unlisted(tokens, town, language, cut=1)
        elif cue.idea == "heading" and cue.behind - cue.first > 1 and language == "en":
            if could_be_a_name(tokens, n, language):
                yield replace(unlisted(tokens, n, language), heading=True)
        elif (
            _names_follow(tokens, cue, language)
            and (could_be_a_name(tokens, n, language) or _is_a_town(tokens, n, cue))
            and not ("host" in cue.idea and _is_hosted(tokens, n, language))
        ):
            yield unlisted(tokens, n, language)
        elif language == "ar" and cue.sort == "at":
            yield from heard(tokens, n)


def _behind_a_house(tokens: Sequence[Token], cue: Cue, before: Mapping[int, Cue]) -> int | None:
    """Where the town of a house is named: في دارته *بالقصبة*, في ديوان الوقف *بالقصبة*."""
    n = cue.behind
    if tokens[n].norm.startswith("بال"):
        return n if n - cue.first == 1 else None
    named = n + 1 < len(tokens) and tokens[n].norm.startswith("ال")
    led = named and tokens[n + 1].norm.startswith("بال") and is_at(before.get(cue.first))
    return n + 1 if led else None


def _described(tokens: Sequence[Token], n: int) -> bool:
    """Whether a capital is told of which land it is, and then by a name of no list."""
    if n + 1 >= len(tokens) or not (
        tokens[n].norm.startswith("ال") and tokens[n].norm.endswith("يه")
    ):
        return False
    name = tokens[n + 1]
    plain = (
        not name.norm.startswith(("ب", "ل", "و", "ف", "ك")) and name.norm not in calendar_words()
    )
    return plain and could_be_a_name(tokens, n + 1, "ar") and not cues("ar", "places").of([name])


def _is_a_town(tokens: Sequence[Token], n: int, cue: Cue) -> bool:
    """Whether a definite word is the name of an Arabic town: مدينة الرمانة."""
    return cue.idea == "town" and tokens[n].kind == "word" and tokens[n].norm.startswith("ال")


def _is_hosted(tokens: Sequence[Token], n: int, language: Language) -> bool:
    """Whether the word behind a verb of hosting is no town: what is hosted, or who hosts."""
    if language == "ar":
        return bool(cues("ar", "meetings", "places").of(tokens[n : n + 1]))
    while n < len(tokens) and tokens[n].capital:
        n += 1
    return n < len(tokens) and tokens[n].kind == "word" and tokens[n].norm not in _BEHIND_A_TOWN


def _apposed(tokens: Sequence[Token], n: int, language: Language) -> int:
    """Where the name of a capital told before a comma begins: in its capital, Rimbo; else 0."""
    whole = language == "en" and n + 1 < len(tokens) and tokens[n].text == ","
    owner = tokens[n - 2].norm if n > 1 else ""
    owned = owner in ("its", "their", "the") or owner.endswith(("'s", "’s"))
    owned = owned or (n > 2 and tokens[n - 3].norm == "the")  # the Ruritanian capital, Strelsau
    return n + 1 if whole and owned else 0


def _named_before(
    tokens: Sequence[Token], cue: Cue, language: Language, taken: set[int]
) -> Iterator[Place]:
    """The town that is told to be a capital: to Strelsau, *the Ruritanian capital*."""
    comma = next((n for n in range(cue.first - 1, max(cue.first - 4, 0), -1)
                  if tokens[n].text == ","), 0)  # fmt: skip
    if language == "ar" or comma < 2 or comma - 1 in taken:
        return
    first = comma - 1
    while first > 0 and tokens[first - 1].capital and tokens[first - 1].kind == "word":
        first -= 1
    led = first > 0 and tokens[first - 1].norm in ("in", "to", "at", "for", "near")
    if led and could_be_a_name(tokens, first, language):
        yield unlisted(tokens, first, language)


def _capital_of(tokens: Sequence[Token], n: int, cue: Cue, language: Language) -> Iterator[Place]:
    """The Omani capital, العاصمة العمانية."""
    beside = n if language == "ar" else cue.first - 1
    key = _of_adjective(tokens, beside, language, known(language).capitals)
    if key:
        first, behind = min(cue.first, beside), max(cue.behind, beside + 1)
        span = Span(language, tokens[first].start, tokens[behind - 1].end)
        name = name_of(key, language)
        names: dict[Language, str] = {language: name} if name else {}
        yield Place(key, first, behind, span, names, at=True)


def _of_adjective(
    tokens: Sequence[Token], n: int, language: Language, capitals: Mapping[str, str]
) -> str | None:
    if not 0 <= n < len(tokens):
        return None
    if language == "en" and n:
        both = capitals.get(f"{tokens[n - 1].norm} {tokens[n].norm}")  # South African
        if both:
            return both
    for form in forms(tokens[n].norm) if language == "ar" else (tokens[n].norm,):
        for stem in (form, form.removesuffix("ه")):
            if stem in capitals:
                return capitals[stem]
    return None


def _names_follow(tokens: Sequence[Token], cue: Cue, language: Language) -> bool:
    """Whether a name may follow: *the town of* Rimbo, *in* Rimbo, احتضنت ريمبو, مدينة."""
    if language == "en":
        return cue.idea != "heading"
    if cue.idea == "host":
        return True
    if cue.first > 0 and phrases("ar", "lands", "states").at(tokens, cue.first - 1) is not None:
        return False  # حكومة جزيرة ميرانا: a side, not where it sits
    return cue.sort == "settlements" and not tokens[cue.first].norm.startswith(
        ("ال", "وال", "بال", "لل")
    )
