"""Names of people and places that the other language version has not, by sound or translation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from babel import Locale

from wasit.language.folding import folded, forms
from wasit.language.sound import alike, skeletons
from wasit.language.tokens import Token
from wasit.text.compare.words import bare_arabic, is_small, tokens
from wasit.text.concord.anchors import USUAL, ideas_of, may_be_name
from wasit.text.concord.calendar import Calendar
from wasit.text.concord.terms import both, numbered

Span = tuple[int, int]
"""Half-open offsets into the words of a point."""
_ALIKE = 0.7
"""Likeness of sound from which two words may be one name."""
_NEAR = 0.55
_SURE = 3
"""Consonants from which a name that sounds like nothing on the other side is missed."""
_MOST = 400
_JOINTS = frozenset(
    {"al", "el", "de", "la", "van", "von", "bin", "ibn", "ben", "abu", "umm", "of", "-", "’", "'"}
)


@dataclass(frozen=True, slots=True)
class Name:
    """A run of words that are a name, with where it stands."""

    words: tuple[str, ...]
    start: int
    end: int


def unlike(en: str, ar: str) -> Iterator[tuple[Span, Span | None]]:
    """Names that the two versions of a point have different, in their order."""
    yield from _ministries(en, ar)
    translated = _translated(en, ar)
    ours = [
        name
        for name in english_names(en)
        if not any(a <= name.start and name.end <= b for a, b in translated)
        and not _found(name, ar)
    ]
    if not ours:
        return
    theirs = [run for run in arabic_names(ar) if not _heard(run, en)]
    for name, run in zip(ours, _likeliest(ours, theirs, len(en), len(ar)), strict=True):
        if (
            run is not None
            and not _resembles(name, run)
            and (len(name.words) > 1 or _cued(name, en))
        ):
            yield (name.start, name.end), (run.start, run.end)
        elif run is None and _is_sure(name, ar):
            yield (name.start, name.end), None


def _cued(name: Name, en: str) -> bool:
    """Whether what stands around a lone word tells that it is a name: ``in Muscat``."""
    if name.words[0] in _known():
        return True
    before = [token.norm for token in tokens(en[max(name.start - 40, 0) : name.start])]
    behind = [token.norm for token in tokens(en[name.end : name.end + 40])]
    head, tail = ({str(word) for word in listed} for listed in both("cues"))
    if before[-1:] == ["the"]:
        return bool(tail & set(behind[:1]))
    return bool(head & set(before[-1:]) or tail & set(behind[:1]))


def _resembles(name: Name, run: Name) -> bool:
    """Whether two names may be one in a spelling of its own."""
    return any(_sounds(arabic, english) >= _NEAR for arabic in run.words for english in name.words)


def _is_sure(name: Name, ar: str) -> bool:
    """Whether a name is missed though nothing stands in its place: two words, neither is there."""
    long = [word for word in name.words if len(skeletons(word, "en")[0]) >= _SURE]
    there = [token.norm for token in tokens(ar)[:_MOST] if token.kind == "word"]
    if len(name.words) < 2 or not long or any(word.endswith(USUAL) for word in name.words):
        return False
    return all(_sounds(one, word) < _ALIKE for word in long for one in there)


_MINISTRY = re.compile(r"\b(?:Ministry|Minister) (?:of|for) (?:the )?([A-Z]\w+)")
_ARABIC_MINISTRY = re.compile(r"(?<!\w)(?:و?ل?ل?ب?)(?:وزارة|وزير) (ال\w+|\w+)")


def _ministries(en: str, ar: str) -> Iterator[tuple[Span, Span]]:
    """A ministry in the place of another: the only names that are told by translation."""
    ours, theirs = list(_MINISTRY.finditer(en)), list(_ARABIC_MINISTRY.finditer(ar))
    if len(ours) != len(theirs):
        return
    for a, b in zip(ours, theirs, strict=True):
        wanted, held = (
            set(ideas_of(folded(one[1]), language)) for one, language in ((a, "en"), (b, "ar"))
        )
        known = {idea for one in theirs for idea in ideas_of(folded(one[1]), "ar")}
        if wanted and held and not wanted & known:
            yield a.span(), b.span()


def _likeliest(
    ours: Sequence[Name], theirs: Sequence[Name], length: int, other: int
) -> list[Name | None]:
    """For each name the nearest Arabic run that is left."""
    left = list(theirs)
    found: list[Name | None] = []
    for name in ours:
        place = name.start / (length or 1)
        best = min(left, key=lambda run: abs(run.start / (other or 1) - place), default=None)
        if best is not None:
            left.remove(best)
        found.append(best)
    return found


# --- English ------------------------------------------------------------------------------------


@lru_cache(maxsize=4_096)
def english_names(words: str) -> tuple[Name, ...]:
    """Runs of words with capitals that are kept by their sound or have a form of their own."""
    listed = tokens(words)[:_MOST]
    calendar = Calendar(listed, "en")
    found: list[Name] = []
    run: list[Token] = []
    n = 0
    while n < len(listed):
        dated = calendar.at(n)
        if dated:
            found += _name(run)
            run, n = [], dated.behind
            continue
        token = listed[n]
        first = n == 0 or listed[n - 1].text in ".;:[("
        joint = run and token.norm in _JOINTS and n + 1 < len(listed)
        if token.text.isupper() and len(token.text) > 1 and token.norm in _known():
            found += [*_name(run), *_name([token])]
            run = []
        elif (
            may_be_name(token, first)
            and not token.text.isupper()
            and not (first and not _goes_on(listed, n))
        ):
            run.append(token)
        elif not (joint and (listed[n + 1].capital or listed[n + 1].text == "-")):
            found += _name(run)
            run = []
        n += 1
    return (*found, *_name(run))


def _goes_on(listed: Sequence[Token], n: int) -> bool:
    """Whether a name at the head of a sentence is surely one: by what follows."""
    if n + 1 >= len(listed):
        return False
    after = listed[n + 1]
    return (after.capital and may_be_name(after, False)) or after.norm in _AFTER_NAMES


_AFTER_NAMES = frozenset(
    {
        "shall",
        "may",
        "must",
        "will",
        "should",
        "and",
        "is",
        "has",
        "undertakes",
        "agrees",
        "-",
        "'s",
    }
)


def _name(run: Sequence[Token]) -> list[Name]:
    if not run:
        return []
    words = tuple(token.norm.removesuffix("'s").removesuffix("’s") for token in run)
    return [Name(words, run[0].start, run[-1].end)]


def _found(name: Name, ar: str) -> bool:
    """Whether the Arabic has a name: translated, or one that sounds like it."""
    there = [token.norm for token in tokens(ar)[:_MOST] if token.kind == "word"]
    said = " ".join(name.words)
    if any(_said_as(part, there) for part in (said, *name.words)):
        return True
    if said in _acronyms():
        return False
    words = [*name.words, *filter(None, map(_country_of, name.words))]
    long = [word for word in words if len(skeletons(word, "en")[0]) >= _SURE]
    if len(name.words) > 1:
        # كفرزيتا for Kafr Zita.
        long.append("".join(name.words))
    if any(_sounds(one, word) >= _needed(word) for word in long for one in there):
        return True
    other = {
        skeletons(bare_arabic(one), "ar")[0]
        for one in there
        if not any(form in _translated_words() for form in forms(one))
    }
    short = [word for word in name.words if len(skeletons(word, "en")[0]) == 2]
    if any(skeletons(word, "en")[0] in other for word in short):
        return True
    return not long and not short


def _country_of(word: str) -> str:
    """``Turkish`` -> ``turk``; empty for a word that is no such adjective."""
    for ending in ("ish", "ese", "ians", "ian", "ean", "ans", "an", "is", "i", "ite", "ic"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    return ""


def _needed(english: str) -> float:
    """How like a name a word must sound: the shorter, the liker."""
    return 0.82 if len(skeletons(english, "en")[0]) <= 4 else _ALIKE


@lru_cache(maxsize=65_536)
def _sounds(arabic: str, english: str) -> float:
    known = {arabic, bare_arabic(arabic)}
    # The last letter of قلعة is heard as t before another name: Qalaat.
    known |= {f"{form[:-1]}ت" for form in known if form.endswith("ه")}
    return max(alike(form, english) for form in known)


def _said_as(english: str, there: Sequence[str]) -> bool:
    """Whether one of the Arabic forms of a well-known name is among some words."""
    known = _known().get(english)
    if not known:
        return False
    joined = f" {' '.join(there)} "
    for phrase in known:
        first, *more = phrase.split()
        for word in there:
            if first in forms(word) and (not more or f" {word} {' '.join(more)} " in joined):
                return True
    return False


def _translated(en: str, ar: str) -> list[Span]:
    """Where the English has a well-known name of several words that the Arabic has as well."""
    listed = tokens(en)[:_MOST]
    there = [token.norm for token in tokens(ar)[:_MOST] if token.kind == "word"]
    found: list[Span] = []
    for n, token in enumerate(listed):
        for phrase in _by_first().get(token.norm, ()):
            words = phrase.split()
            if [one.norm for one in listed[n : n + len(words)]] == words and _said_as(
                phrase, there
            ):
                found.append((token.start, listed[n + len(words) - 1].end))
    return found


@cache
def _acronyms() -> frozenset[str]:
    """Bodies that are called by their initials, folded: by sound they are nothing."""
    listed = (str(name) for english, _ in both("names") for name in english)
    return frozenset(folded(name) for name in listed if name.isupper())


@cache
def _by_first() -> Mapping[str, tuple[str, ...]]:
    """First word of an English name of several words -> the names."""
    found: dict[str, list[str]] = {}
    for phrase in _known():
        if " " in phrase:
            found.setdefault(phrase.split()[0], []).append(phrase)
    return {word: tuple(phrases) for word, phrases in found.items()}


@cache
def _known() -> Mapping[str, tuple[str, ...]]:
    """English name -> its Arabic forms: countries, and the names of the lexicon."""
    found: dict[str, list[str]] = {}
    english, arabic = Locale("en").territories, Locale("ar").territories
    for code, name in english.items():
        if code in arabic and not code.isdigit():
            found.setdefault(folded(name), []).append(_phrase(arabic[code]))
    for ours, theirs in both("names"):
        for name in ours:
            found.setdefault(_phrase(str(name)), []).extend(_phrase(str(one)) for one in theirs)
    return {name: tuple(forms_) for name, forms_ in found.items()}


def _phrase(words: str) -> str:
    return " ".join(folded(word) for word in words.split())


# --- Arabic -------------------------------------------------------------------------------------


@lru_cache(maxsize=4_096)
def arabic_names(words: str) -> tuple[Name, ...]:
    """Runs of words that may be names: behind a title, a kind of place, or ``في``."""
    listed = tokens(words)[:_MOST]
    before = _before_names()
    found: list[Name] = []
    n = 0
    while n < len(listed):
        known = _known_at(listed, n)
        if known:
            found.append(_arabic_name(listed[n:known]))
            n = known
            continue
        if listed[n].kind == "word" and not _countries().isdisjoint(forms(listed[n].norm)):
            found.append(_arabic_name(listed[n : n + 1]))
        elif listed[n].kind == "word" and not before.isdisjoint(forms(listed[n].norm)):
            start = n + 1
            behind = start
            while behind < len(listed) and behind < start + 4 and _may_be_name(listed[behind]):
                behind += 1
            if behind > start:
                run = listed[start:behind]
                found.append(_arabic_name(run))
                n = behind
                continue
        n += 1
    return tuple(found)


def _arabic_name(run: Sequence[Token]) -> Name:
    return Name(tuple(token.norm for token in run), run[0].start, run[-1].end)


def _known_at(listed: Sequence[Token], n: int) -> int:
    """The token behind a well-known name at ``n``; 0 where there is none."""
    for form in forms(listed[n].norm) if listed[n].kind == "word" else ():
        for phrase in _arabic_by_first().get(form, ()):
            rest = phrase.split()[1:]
            if [one.norm for one in listed[n + 1 : n + 1 + len(rest)]] == rest:
                return n + 1 + len(rest)
    return 0


@cache
def _arabic_by_first() -> Mapping[str, tuple[str, ...]]:
    """First word of an Arabic name of several words, or of a body -> the names."""
    found: dict[str, list[str]] = {}
    for english, listed in both("names"):
        body = any(str(name).isupper() for name in english)
        for phrase in map(_phrase, map(str, listed)):
            if " " in phrase or body:
                found.setdefault(phrase.split()[0], []).append(phrase)
    return {word: tuple(phrases) for word, phrases in found.items()}


@cache
def _countries() -> frozenset[str]:
    """Countries whose Arabic name is one word, that is no other word."""
    listed = Locale("ar").territories.items()
    plain = {folded(name) for code, name in listed if not code.isdigit() and " " not in name}
    return frozenset(name for name in plain if len(name) > 3)


@cache
def _before_names() -> frozenset[str]:
    return frozenset(folded(str(word)) for word in both("before_names"))


def _may_be_name(token: Token) -> bool:
    """Whether an Arabic word may be part of a name: none that translates an English word."""
    if token.kind != "word" or is_small(token.norm, "ar") or len(token.norm) < 2:
        return False
    bare = bare_arabic(token.norm)
    if bare in _ordinary() or token.norm in _ordinary():
        return False
    if token.norm in numbered("weekdays", "ar"):
        return False
    return bare in _NAME_PARTS or not any(form in _translated_words() for form in forms(token.norm))


_NAME_PARTS = frozenset(
    {"راس", "عين", "باب", "تل", "جبل", "دير", "بيت", "ام", "ابو", "وادي", "برج", "حصن", "قلعه"}
)


@cache
def _translated_words() -> frozenset[str]:
    """Arabic words that translate an English one, as listed."""
    return frozenset(folded(str(word)) for _, arabic in both("ideas") for word in arabic)


@cache
def _ordinary() -> frozenset[str]:
    listed = (
        *both("before_names"),
        "موعد",
        "حاله",
        "غضون",
        "اطار",
        "نطاق",
        "اقصي",
        "مجال",
        "مقدمه",
        "الميه",
        "الحد",
        "المايه",
    )
    return frozenset(folded(str(word)) for word in listed)


def _heard(run: Name, en: str) -> bool:
    """Whether the English has an Arabic name by its sound, or a form of its own for it."""
    listed = [token for token in tokens(en)[:_MOST] if token.kind == "word"]
    joined = f" {' '.join(token.norm for token in listed)} "
    there = [token.norm for token in listed if token.capital]
    whole = " ".join(run.words)
    for form in (whole, *(f for word in run.words for f in forms(word))):
        if any(f" {english} " in joined for english in _back().get(form, ())):
            return True
    for arabic in run.words:
        if any(_sounds(arabic, word) >= _needed(word) for word in there if len(word) > 2):
            return True
    return False


@cache
def _back() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for english, listed in _known().items():
        for arabic in listed:
            for word in (arabic, *arabic.split()):
                found.setdefault(word, []).append(english)
    return {word: tuple(names) for word, names in found.items()}
