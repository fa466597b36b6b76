"""The bodies known by name: states, movements, organisations, outlets; one table a language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Literal

from babel import Locale

from wasit.language.folding import folded, forms, without_genitive
from wasit.language.lexicons import Remembered
from wasit.language.spans import Language
from wasit.language.tokens import NORM, Token
from wasit.press.lexicons import data

Kind = Literal["country", "movement", "organisation", "outlet", "sources"]
How = Literal["name", "seat", "people"]
"""By its name; by the city or house of its government; by its people or adjective."""


@dataclass(frozen=True, slots=True)
class Idea:
    """What a phrase of the table stands for."""

    key: str
    kind: Kind
    how: How = "name"


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: its tokens ``first`` to ``last`` (the one behind)."""

    first: int
    last: int
    idea: Idea


_Entry = tuple[tuple[str, ...], Idea, bool]
"""The folded words, what they stand for, and whether they are written in capitals alone."""
_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*|\d+|[^\s\w]")
_SECTIONS: tuple[tuple[str, Kind], ...] = (
    ("movements", "movement"),
    ("organisations", "organisation"),
    ("outlets", "outlet"),
)
_ADJECTIVE = ("", "ة", "ون", "ين", "ان", "تين", "ات", "و", "اً")
"""What an Arabic adjective of origin ends in."""


@dataclass(slots=True)
class Gazetteer:
    """Phrases by their first word."""

    language: Language
    entries: dict[str, list[_Entry]] = field(default_factory=dict)

    def add(self, phrase: str, idea: Idea) -> None:
        """Enters a phrase."""
        words = tuple(folded(word) for word in _WORD.findall(phrase))
        acronym = phrase.isupper() and len(phrase) <= 6
        if words:
            self.entries.setdefault(words[0], []).append((words, idea, acronym))

    def sort(self) -> Gazetteer:
        """Puts longer phrases first."""
        for found in self.entries.values():
            found.sort(key=lambda one: -len(one[0]))
        return self

    def at(self, tokens: Sequence[Token], n: int) -> Hit | None:
        """The longest phrase that begins at token ``n``."""
        token = tokens[n]
        if token.kind == "mark" or (self.language == "en" and not token.capital):
            return None
        for words, idea, acronym in _BEGINNING[self.language][token.norm]:
            if acronym and not token.text.replace("'s", "").replace("’s", "").isupper():
                continue
            if len(words) == 1 or self._fits(words, tokens, n):
                return Hit(n, n + len(words), idea)
        return None

    def _fits(self, words: tuple[str, ...], tokens: Sequence[Token], n: int) -> bool:
        if n + len(words) > len(tokens):
            return False
        for k, word in enumerate(words[1:], start=1):
            norm = tokens[n + k].norm
            if norm != word and not (self.language == "en" and without_genitive(norm) == word):
                return False
        return True

    def all(self, tokens: Sequence[Token]) -> list[Hit]:
        """Every phrase found, in order; none overlap."""
        found: list[Hit] = []
        behind = 0
        beginning = map(_BEGINNING[self.language].__getitem__, map(NORM, tokens))
        for n in [n for n, entries in enumerate(beginning) if entries]:
            hit = self.at(tokens, n) if n >= behind else None
            if hit:
                found.append(hit)
                behind = hit.last
        return found


def _looked_up(language: Language, norm: str) -> tuple[_Entry, ...]:
    entries = gazetteer(language).entries
    if language == "en":
        return tuple(entries.get(norm) or entries.get(without_genitive(norm)) or ())
    found: list[_Entry] = []
    tried = forms(norm)
    for form in tried:
        # Only an adjective stands without its article, or with the alif of an indefinite word.
        adjective = "ال" + form in tried or not norm.endswith(form)
        found += [
            entry for entry in entries.get(form, ()) if not adjective or entry[1].how == "people"
        ]
    return tuple(sorted(found, key=lambda one: -len(one[0])))


_BEGINNING: dict[Language, Remembered[tuple[_Entry, ...]]] = {
    "ar": Remembered(lambda norm: _looked_up("ar", norm)),
    "en": Remembered(lambda norm: _looked_up("en", norm)),
}
"""The phrases that may begin with a folded word."""


@cache
def gazetteer(language: Language) -> Gazetteer:
    """The table of a language, from the CLDR names of territories and the lexicons."""
    table = Gazetteer(language)
    for phrase, idea in _bodies(language):
        table.add(phrase, idea)
    for phrase, idea in _countries(language):
        table.add(phrase, idea)
    return table.sort()


def _bodies(language: Language) -> Iterable[tuple[str, Idea]]:
    content = data(language, "bodies")
    for section, kind in _SECTIONS:
        for key, phrases in content.get(section, {}).items():
            for phrase in ([key] if language == "en" else []) + list(phrases or ()):
                yield str(phrase), Idea(str(key), kind)
    if language == "ar":
        # Outlets stand in Latin letters in Arabic reports too.
        for key in data("en", "bodies").get("outlets", {}):
            if len(str(key)) > 2:
                yield str(key), Idea(str(key), "outlet")


def _countries(language: Language) -> Iterable[tuple[str, Idea]]:
    territories = Locale(language).territories
    keys = country_keys()
    lexicon = data(language, "countries")
    for code in sorted(set(lexicon) | set(territories)):
        if len(code) != 2 or code not in keys or code in ("XA", "XB", "ZZ", "EU", "UN", "EZ", "QO"):
            continue
        entry = lexicon.get(code, {})
        for name in entry.get("names") or [territories[code]]:
            yield name, Idea(keys[code], "country")
        for seat in entry.get("seats", ()):
            yield seat, Idea(keys[code], "country", "seat")
        for people in entry.get("people", ()):
            for form in _people(people, language):
                yield form, Idea(keys[code], "country", "people")


def _people(word: str, language: Language) -> Iterable[str]:
    if language == "ar":
        *before, last = word.split()
        endings = _ADJECTIVE if last.endswith("ي") else ("",)
        for ending in endings:
            # Both words of "South African" take the article; the first takes it from `forms`.
            yield " ".join([*before, last + ending])
        return
    yield word
    if not word.endswith(("ese", "sh", "ch", "s", "Swiss", "Thai")):
        yield word + "s"


@cache
def country_keys() -> dict[str, str]:
    """ISO code -> the name used as key."""
    lexicon = data("en", "countries")
    names = {code: str(name) for code, name in Locale("en").territories.items() if len(code) == 2}
    return {code: lexicon.get(code, {}).get("names", [name])[0] for code, name in names.items()}


@lru_cache(maxsize=4096)
def name_of(key: str, language: Language) -> str | None:
    """What a body of the table is called in a language."""
    for code, name in country_keys().items():
        if name == key:
            names = data(language, "countries").get(code, {}).get("names")
            return str(names[0] if names else Locale(language).territories[code])
    content = data(language, "bodies")
    for section, _ in _SECTIONS:
        listed = content.get(section, {})
        if key in listed:
            return key if language == "en" else str(listed[key][0])
    return None
