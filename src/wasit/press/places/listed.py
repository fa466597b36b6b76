"""Places of the lexicons: cities, seats of government, states and territories."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from babel import Locale

from wasit.language.folding import folded
from wasit.language.spans import Language, Span
from wasit.language.tokens import Token
from wasit.press.cues import Cue, Cues
from wasit.press.lexicons import data
from wasit.press.places.leading import is_at_it
from wasit.press.places.names import is_name
from wasit.press.places.place import Place, written


@dataclass(slots=True)
class _Known:
    """The names of places in one language, as cues, and what each stands for."""

    finder: Cues
    capitals: dict[str, str] = field(default_factory=dict)
    """Folded adjective of a country -> key of its capital."""


_NO_STATES = frozenset(("EU", "EZ", "UN", "QO", "ZZ", "XA", "XB", "XK"))
"""Codes of no country, or of one listed otherwise."""


def listed(
    tokens: Sequence[Token], language: Language, before: Mapping[int, Cue]
) -> Iterator[Place]:
    """The places of the lexicons in ``tokens``; ``before``: the words in front, by their end."""
    for cue in known(language).finder.of(tokens):
        if language == "en" and not tokens[cue.first].capital:
            continue
        sort, key = cue.idea.split(":", 1)
        if key == "Amman" and "\u064f" in tokens[cue.first].text[-5:]:
            sort, key = "country", "Oman"  # told from Amman by its first vowel alone: عُمان
        span = Span(
            language,
            tokens[cue.first].start + _joined(tokens[cue.first], language),
            tokens[cue.behind - 1].end,
        )
        whole = written(tokens, cue.first, cue.behind)
        name = whole[span.start - tokens[cue.first].start :]
        if name.isupper() and sort == "city":
            name = key  # a dateline in capitals
        names: dict[Language, str] = {language: name}
        city = key if sort == "house" else None
        at = is_at_it(tokens, cue.first, language, before)
        lead = before.get(cue.first)
        heading = at and lead is not None and lead.idea == "heading"
        yield Place(
            name if city else key, cue.first, cue.behind, span, names, at, heading, sort, city,
            tokens[cue.first - 1].norm if cue.first else "",
        )  # fmt: skip


def name_of(key: str, language: Language) -> str | None:
    """What a listed place is called in a language."""
    return _names(language).get(key)


@cache
def _names(language: Language) -> Mapping[str, str]:
    """The key of each listed place -> its first name in a language."""
    found = {str(key): str(names[0]) for key, names in data(language, "places")["cities"].items()}
    for code, entry in data(language, "countries").items():
        key = _capital(code)
        if key and entry.get("seats"):
            found.setdefault(key, str(entry["seats"][0]))
    return found


@cache
def city_names() -> frozenset[str]:
    """The keys of all listed cities, capitals among them: their English names."""
    capitals = (_capital(code) for code in data("en", "countries"))
    return frozenset(
        (*(str(key) for key in data("en", "places")["cities"]), *filter(None, capitals))
    )


def capital_of(country: str) -> str | None:
    """The key of the capital of a country, told by its key."""
    return _capitals().get(country)


@cache
def _capitals() -> Mapping[str, str]:
    found: dict[str, str] = {}
    english = Locale.parse("en").territories
    for code, entry in data("en", "countries").items():
        names = entry.get("names") or [english.get(code, code)]
        capital = _capital(code)
        if capital:
            found[str(names[0])] = capital
    return found


def _capital(code: str) -> str | None:
    seats = data("en", "countries").get(code, {}).get("seats")
    return str(seats[0]) if seats else None


@cache
def known(language: Language) -> _Known:
    """The names of the places of all lists in one language."""
    known = _Known(Cues(language))
    listed = data(language, "places")
    for key, names in listed["cities"].items():
        for name in names:
            known.finder.add(str(name), "place", f"city:{key}")
    for city, names in listed["buildings"].items():
        for name in names:
            known.finder.add(str(name), "place", f"house:{city}")
    territories = Locale.parse(language).territories
    for code, entry in data(language, "countries").items():
        capital = _capital(code)
        own = data("en", "countries").get(code, {}).get("names") or [
            Locale.parse("en").territories.get(code, code)
        ]
        for seat in entry.get("seats", ()):
            if capital:
                kind = "city" if str(seat)[:1] and _is_city(str(seat), language) else "house"
                known.finder.add(str(seat), "place", f"{kind}:{capital}")
        for name in entry.get("names") or [territories.get(code, code)]:
            known.finder.add(str(name), "place", f"country:{own[0]}")
        for adjective in entry.get("people", ()):
            if capital:
                known.capitals[folded(str(adjective))] = capital
    listed_codes = data(language, "countries")
    english = Locale.parse("en").territories
    for code, name in territories.items():
        if (
            len(code) == 2
            and code.isalpha()
            and code not in listed_codes
            and code not in _NO_STATES
        ):
            known.finder.add(str(name), "place", f"country:{english.get(code, name)}")
    return known


def _is_city(name: str, language: Language) -> bool:
    """Whether a seat of government is a city, not one of the houses listed with it."""
    houses = data(language, "places")["buildings"].values()
    return folded(name) not in {folded(str(one)) for names in houses for one in names}


def _joined(token: Token, language: Language) -> int:
    """How many letters joined on in front do not belong to the name: بجنيف."""
    if language == "en" or len(token.norm) < 4 or is_name(token.norm):
        return 0
    for cut in (1, 2):
        if is_name(token.norm[cut:]) and token.text[:cut] == token.norm[:cut]:
            return cut
    return 0
