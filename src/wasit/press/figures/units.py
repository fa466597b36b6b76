"""What a number counts: the words behind it, in front of it, or those of the number before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from wasit.language.folding import folded, forms
from wasit.language.lexicons import Phrases
from wasit.language.numbers import Numeral
from wasit.language.numbers.numeral import norm
from wasit.language.spans import Language
from wasit.language.tokens import Token
from wasit.press.lexicons import data

PERIODS = frozenset({"hours", "days", "weeks", "months", "years"})
_MEASURES = frozenset(
    {
        *("%", "percentage points", "basis points", "km", "miles", "nautical miles", "metres"),
        *("feet", "yards", "inches", "hectares", "acres", "dunams", "feddans", "litres"),
        *("gallons", "degrees", "kg", "grams", "ounces", "tonnes", "carats", "quintals", "bushels"),
        *("barrels", "barrels per day"),
    }
)
_MEASURED_BY = ("square ", "cubic ", "million ", "billion ", "kilowatt", "megawatt", "gigawatt")
_ADJECTIVES = 3
"""How many words may stand between an English number and its noun."""


@cache
def _stops() -> frozenset[str]:
    """Words that no English noun phrase runs through."""
    return frozenset(data("en", "figures")["stops"])


@dataclass(frozen=True, slots=True)
class Unit:
    """What is counted: its name, and the tokens that say so."""

    name: str
    first: int
    behind: int


@cache
def money() -> frozenset[str]:
    """The names of currencies, as units have them."""
    return frozenset(
        str(name) for language in ("ar", "en") for name in data(language, "figures")["money"]
    )


@cache
def is_measure(name: str) -> bool:
    """Whether a unit measures something, rather than being the thing counted."""
    return (
        name in PERIODS
        or name in _MEASURES
        or name in money()
        or name.startswith((*_MEASURED_BY, "terawatt"))
    )


@cache
def kind(name: str) -> str:
    """The unit that stands for all that are told by other names across: ``ships`` for vessels."""
    alike = data("en", "figures")["alike"]
    return next((str(first) for first, others in alike.items() if name in others), name)


_MARKS = {"units": "", "money": "", "not_figures": "-", "steps": "~"}
"""What is put before the name of a unit, by the section it is listed in."""


@cache
def _units(language: Language) -> Phrases:
    found = Phrases(language)
    for section, mark in _MARKS.items():
        for idea, listed in data(language, "figures")[section].items():
            for phrase in listed:
                found.add(str(phrase), f"{mark}{idea}")
    for word in _peoples(language):
        found.add(word, "people")
    return found


def _peoples(language: Language) -> Iterator[str]:
    """Plurals of people of a country: nine Americans, ``تسعة أمريكيين``."""
    for country in data(language, "countries").values():
        for word in country.get("people", ()):
            if language == "en" and not word.endswith(("s", "sh", "ch")):
                yield word if word.endswith("ese") else f"{word}s"
            elif language == "ar":
                yield from (f"{word}{ending}" for ending in ("ا", "ين", "ون"))


def unit_at(tokens: Sequence[Token], n: int, language: Language) -> Unit | None:
    """The unit or counted noun at ``n``.

    Its name begins with ``-`` where it makes no figure, with ``~`` where it hardly ever does.
    """
    if not 0 <= n < len(tokens):
        return None
    found = _units(language).at(tokens, n)
    if not found or (tokens[n].text == "M" and language == "en"):  # 2M is no two metres
        return None
    return Unit(found[0], n, found[1])


def unit_of(tokens: Sequence[Token], numeral: Numeral, language: Language) -> Unit | None:
    """What ``numeral`` counts, by the words around it; None for a bare number."""
    return (
        _in_front(tokens, numeral, language)
        or (unit_at(tokens, numeral.counted, language) if numeral.counted is not None else None)
        or (_arabic if language == "ar" else _english)(tokens, numeral)
    )


def _in_front(tokens: Sequence[Token], numeral: Numeral, language: Language) -> Unit | None:
    """``$5 million``, ``US$ 5 million``, ``USD 5 million``, ``%50``, ``نسبة ٪50``."""
    n = numeral.first - 1
    found = unit_at(tokens, n, language)
    if found is None:
        return None
    before = tokens[n]
    if found.name in money():
        short = len(before.text) <= 3 and before.text[:1].isupper()  # EUR, Rs
        spelt = before.kind == "word" and not short
        return None if spelt else _longer(tokens, n, found, language)
    tight = before.kind == "mark" and before.end == tokens[numeral.first].start
    return found if found.name == "%" and tight else None


def _longer(tokens: Sequence[Token], n: int, found: Unit, language: Language) -> Unit:
    """The sign of a currency with the letters in front of it: ``C$``."""
    tight = n > 0 and tokens[n - 1].end == tokens[n].start  # "A $5 million loan" is in US dollars
    longer = unit_at(tokens, n - 1, language) if tight else None
    return longer if longer and longer.behind > n and longer.name in money() else found


_OF_ALL = frozenset({"the", "its", "their", "these", "those", "all", "his", "her"})


def _english(tokens: Sequence[Token], numeral: Numeral) -> Unit | None:
    n = numeral.behind
    if norm(tokens, n) == "-" and n + 1 < len(tokens):
        n += 1
    if norm(tokens, n) == "of":
        n += 2 if norm(tokens, n + 1) in _OF_ALL else 1
    elif norm(tokens, n) in _FURTHER and norm(tokens, n + 1) not in _stops():
        n += 1
    for k in range(n, min(n + 1 + _ADJECTIVES, len(tokens))):
        found = unit_at(tokens, k, "en")
        if found:
            return _head(tokens, found)
        word = tokens[k]
        if word.norm in _stops() or (word.kind != "word" and word.text != "-"):
            break
    return _unlisted(tokens, numeral, n)


_FURTHER = frozenset({"more", "other", "such", "extra", "plus"})
_STATES = frozenset(
    {*("dead", "killed", "wounded", "injured", "missing", "over", "living", "displaced", "strong")}
)
"""Behind a noun they say what has become of what it names, and are no noun it belongs to."""


def _head(tokens: Sequence[Token], found: Unit) -> Unit:
    """The last of several nouns in a row, for which the others stand: prisoner lists."""
    if is_measure(found.name):
        # A 5-hour meeting is of hours, a 10 km corridor of kilometres.
        return found
    after = unit_at(tokens, found.behind, "en")
    while after and after.name != "%" and after.name not in money():
        if tokens[after.first].norm in _stops() or tokens[after.first].norm in _STATES:
            break
        found, after = after, unit_at(tokens, after.behind, "en")
    return found


def _unlisted(tokens: Sequence[Token], numeral: Numeral, n: int) -> Unit | None:
    """A plural in no list: a word for persons by its ending, anything behind digits."""
    year = numeral.low == numeral.high and 1800 <= numeral.low <= 2100
    if year and len(tokens[numeral.first].text) == 4:
        return None
    for k in range(n, min(n + 2, len(tokens))):
        word = tokens[k].norm
        if tokens[k].kind != "word" or word in _stops() or tokens[k].capital:
            return None
        if word not in _things("en") and word.endswith(_OF_PERSONS) and len(word) > 5:
            return Unit("people", k, k + 1)
        if word.endswith("s") and len(word) > 4 and not word.endswith(("ss", "us", "is")):
            return Unit(word, k, k + 1) if numeral.sort == "digits" else None
    return None


_OF_PERSONS = ("ers", "ors", "ists", "ians", "ees", "men", "women")


@cache
def _things(language: Language) -> frozenset[str]:
    """Folded words with the ending of a word for persons that are none."""
    return frozenset(map(folded, data(language, "figures")["things"]))


def _arabic(tokens: Sequence[Token], numeral: Numeral) -> Unit | None:
    n = numeral.behind
    before = _defined_before(tokens, numeral)
    if before and numeral.low > 10:
        # منطقة العشرين ميلاً: from eleven on, what is counted stands behind.
        before = unit_at(tokens, n, "ar") or before
    if before or _is_defined(tokens, numeral, n):
        return before
    of = norm(tokens, n) == "من" and norm(tokens, n + 1) not in _SIDES
    if of and norm(tokens, n + 1).startswith(("ال", "ه")):
        n += 1
    found = unit_at(tokens, n, "ar")
    if norm(tokens, n) == "من" and n + 1 < len(tokens):
        found = _owned(tokens[n + 1], n + 1)  # 11 من أبنائها
    if found:
        return found
    word = tokens[n] if n < len(tokens) else None
    if word is None or word.kind != "word":
        return None
    if word.norm.endswith(("ين", "ون")) and _is_sound_plural(word.norm, numeral):
        return Unit("people", n, n + 1)
    if numeral.sort == "digits" and word.text.endswith(("اً", "ًا")):
        return Unit(word.text.rstrip("ًا"), n, n + 1)
    return None


_SIDES = frozenset({"الطرف", "الجانب"})
"""Behind من they are who has them, not what is counted: 40 من الطرف الآخر."""


def _is_sound_plural(word: str, numeral: Numeral) -> bool:
    """Whether a word behind a number from 3 to 10 is a plural in ``-ين``: hardly ever of things."""
    few = 3 <= numeral.low <= 10 and numeral.sort in ("digits", "words")
    return few and len(word) > 5 and _things("ar").isdisjoint(forms(word))


def _is_defined(tokens: Sequence[Token], numeral: Numeral, n: int) -> bool:
    """Whether a number has the article and what is behind it has not: it counts nothing there."""
    few = numeral.high <= 10 and numeral.sort == "words"
    defined = norm(tokens, numeral.first).startswith("ال")
    return few and defined and norm(tokens, n) != "من" and not norm(tokens, n).startswith("ال")


def _defined_before(tokens: Sequence[Token], numeral: Numeral) -> Unit | None:
    """``الضباط العشرة``, ``أسراها الخمسة``, ``مقاعدها الـ29``: the noun stands before."""
    first = norm(tokens, numeral.first)
    apart = norm(tokens, numeral.first - 1) == "ال"
    if not apart and not (first.startswith("ال") and numeral.sort == "words"):
        return None
    if norm(tokens, numeral.behind) == "من":
        return None
    n = numeral.first - (2 if apart else 1)
    return unit_at(tokens, n, "ar") or (_owned(tokens[n], n) if n >= 0 else None)


_OWNERS = ("ها", "هم", "هما", "هن", "نا", "ه")


def _owned(token: Token, n: int) -> Unit | None:
    """What a noun names without the pronoun of who has it: ``أسراها``."""
    for ending in _OWNERS:
        bare = token.norm.removesuffix(ending)
        for word in (bare, bare[:-1] + "ي", bare[:-1] + "ه") if len(bare) < len(token.norm) else ():
            found = unit_at([replace(token, norm=word)], 0, "ar") if len(word) > 2 else None
            if found:
                return Unit(found.name, n, n + 1)
    return None
