"""Sides that no list has: told by their acronym, their office, their verbs, their city."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from wasit.language.spans import Language
from wasit.language.tokens import Token
from wasit.press.document import Document
from wasit.press.lexicons import data
from wasit.press.names import Names
from wasit.press.names.gazetteer import gazetteer
from wasit.press.positions.vocabulary import cities
from wasit.press.reading import Body

_SMALL = frozenset(("of", "for", "the", "and", "in"))
_ACRONYM = re.compile(r"[A-Z][A-Za-z]{1,7}")
_LONGEST = 8
_OFFICES = frozenset(
    (
        *("foreign", "defence", "defense", "prime", "chief", "lead", "president", "minister"),
        *("negotiator", "negotiators", "delegation", "government", "spokesman", "spokeswoman"),
        *("spokesperson", "general", "leader", "leaders", "envoy", "team", "ministry", "head"),
        *("military", "deputy", "interior", "finance", "trade", "side", "representative", "army"),
        *("political", "director", "managers", "management", "members", "secretary", "chair"),
        *("demand", "demands", "offer", "refusal", "insistence", "position", "human", "people"),
    )
)
"""What a side has: *Derinia's defence minister*."""
_STAND = frozenset(
    (
        *("wants", "insists", "rejects", "refuses", "demands", "accepts", "says", "agreed"),
        *("insisted", "rejected", "refused", "demanded", "accepted", "wanted", "opposes", "seeks"),
        *(
            "offers",
            "offered",
            "proposed",
            "proposes",
            "opposed",
            "sought",
            "signed",
            "agrees",
            "refusing",
        ),
    )
)
_NOT_NAMES = frozenset(
    (
        *("The", "A", "An", "But", "And", "It", "He", "She", "They", "We", "In", "On", "Its"),
        *("This", "That", "Both", "Neither", "Each", "One", "Under", "Mr", "Ms", "Mrs", "Dr"),
        *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "I"),
        *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
        *("October", "November", "December", "Article", "President", "General", "Minister"),
        *("Ramadan", "Easter", "Ministers", "Talks", "Officials", "Sources", "Neither"),
    )
)
_GOVERNMENTS = frozenset(("government", "authorities", "administration"))


@dataclass(slots=True)
class Unlisted:
    """Sides found in the text itself."""

    names: dict[str, dict[Language, str]] = field(default_factory=dict)
    """Key -> what it is called by language."""
    aliases: dict[Language, dict[str, str]] = field(default_factory=dict)
    """By language: a word of the text as written -> the key it stands for."""
    counts: dict[str, int] = field(default_factory=dict)
    """How often each is named."""
    of_cities: list[str] = field(default_factory=list)
    """The keys of two governments of one country."""
    states: set[str] = field(default_factory=set)
    """Those that have ministers or a government."""
    governments: dict[str, str] = field(default_factory=dict)
    """Country -> what its government is called: ``Central African government``."""

    def add(self, key: str, language: Language, *words: str) -> None:
        """Enters a side and the words that stand for it."""
        self.names.setdefault(key, {}).setdefault(language, key)
        for word in words:
            self.aliases.setdefault(language, {}).setdefault(word, key)


def unlisted(document: Document, names: Names) -> Unlisted:
    """The sides of ``document`` that ``names`` does not have. Cost: linear."""
    found = Unlisted()
    if "en" in document.parts:
        _english(document, names, found)
    if "ar" in document.parts:
        _cities(document, found)
        _republics(document, found)
    for language, words in found.aliases.items():
        for _, sentence in document.sentences(language):
            for token in sentence.tokens:
                key = words.get(_bare(token.text))
                if key is not None:
                    found.counts[key] = found.counts.get(key, 0) + 1
    return found


def _english(document: Document, names: Names, found: Unlisted) -> None:
    bodies: dict[int, Body] = {}
    people: set[int] = set()
    for mention in names.mentions.get("en", ()):
        if isinstance(mention.of, Body):
            bodies[mention.start] = mention.of
        else:
            people.update(range(mention.start, mention.end))
    candidates: dict[str, int] = {}
    states: set[str] = set()
    listed = gazetteer("en")
    long_names: dict[str, str] = {}
    for paragraph, sentence in document.sentences("en"):
        if paragraph.kind == "heading":
            continue
        tokens = sentence.tokens
        for first, behind in _capital(tokens):
            phrase = [_bare(token.text) for token in tokens[first:behind]]
            start = tokens[first].start
            if start in people:
                continue
            after = tokens[behind] if behind < len(tokens) else None
            body = bodies.get(start)
            if after is not None and after.norm in _GOVERNMENTS:
                hit = listed.at(tokens, first)
                name = " ".join((*phrase, after.text))
                if hit is None and phrase[-1] == tokens[behind - 1].text:
                    found.add(name, "en", phrase[0])
                    found.states.add(name)
                    continue
                if hit is not None and hit.last == behind and hit.idea.how == "people":
                    found.governments.setdefault(hit.idea.key, name)
            acronym = _bracketed(tokens, behind)
            if acronym:
                key = body.key if body is not None and body.kind != "country" else " ".join(phrase)
                if len(phrase) > 1 and acronym[0] == phrase[0][0]:
                    found.add(key, "en", acronym)
                    long_names.setdefault(phrase[0], key)
                continue
            if body is not None:
                continue
            name = " ".join(phrase)
            if len(phrase) > 1 and not any(word in _SMALL for word in phrase):
                long_names.setdefault(phrase[0], name)
            if after is not None and after.norm in _FORCES and listed.at(tokens, first):
                found.add(f"{name} {after.text}", "en", name)
                continue
            if _acts(tokens, first, behind):
                candidates[name] = candidates.get(name, 0) + 1
                if tokens[behind - 1].text != phrase[-1] and _of_state(tokens, behind):
                    states.add(name)
    kinds = _kind_words()
    for mention in names.mentions.get("en", ()):
        if isinstance(mention.of, Body) and mention.of.kind not in ("outlet", "sources", "country"):
            begins = mention.of.names.get("en", "").split()[:1]
            if begins and len(begins[0]) > 3:
                long_names[begins[0]] = mention.of.key
    peoples = {form: name for name in candidates for form in adjectives_of(name)}
    for name in candidates:
        if name in peoples:
            found.add(peoples[name], "en", name)
            continue
        first_word = name.split()[0]
        known = listed.entries.get(first_word.lower(), ())
        if first_word in _NOT_NAMES or any(len(words) == 1 for words, _, _ in known):
            continue
        if first_word.lower() in kinds:
            continue
        alone = name in states or " " in name
        key = name if alone else long_names.get(first_word, name)
        aliases = found.aliases.get("en", {})
        if first_word in aliases:
            continue
        if first_word.isupper() and len(first_word) < 3:
            continue
        found.add(key, "en", first_word)
        if name in states:
            found.states.add(key)


def _of_state(tokens: Sequence[Token], n: int) -> bool:
    """Whether what somebody has is had by states alone: a foreign minister, an army."""
    return any(token.norm in _STATE for token in tokens[n : n + 3])


_STATE = frozenset(("minister", "ministry", "government", "army", "president", "parliament"))
_FORCES = frozenset(("army", "military"))


@cache
def _kind_words() -> frozenset[str]:
    content = data("en", "positions")
    return frozenset(
        str(word)
        for section in ("kinds", "heads", "go_betweens")
        for listed in content[section].values()
        for word in listed
    )


def _capital(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Runs of words with a capital; small words between them belong to them."""
    n = 0
    while n < len(tokens):
        if not (tokens[n].kind == "word" and tokens[n].capital) or tokens[n].text in _NOT_NAMES:
            n += 1
            continue
        behind = n + 1
        while behind < min(len(tokens), n + _LONGEST):
            if tokens[behind - 1].norm.endswith(("'s", "’s")):
                break
            if tokens[behind].kind == "word" and tokens[behind].capital:
                behind += 1
                continue
            small = behind
            while small < len(tokens) and small < behind + 2 and tokens[small].norm in _SMALL:
                small += 1
            if small == behind or small >= len(tokens) or not tokens[small].capital:
                break
            if tokens[behind].norm in ("and", "in") or tokens[small].text in _NOT_NAMES:
                break
            if not any(token.norm in _kind_words() for token in tokens[n:behind]):
                break  # the Front for Renewal; not: delegates of the Central African
            behind = small + 1
        yield n, behind
        n = behind


def _bare(word: str) -> str:
    """A word without its genitive."""
    return word[:-2] if word.endswith(("'s", "’s")) else word


def _bracketed(tokens: Sequence[Token], n: int) -> str | None:
    if n + 2 < len(tokens) and tokens[n].text == "(" and tokens[n + 2].text == ")":
        word = tokens[n + 1].text
        if _ACRONYM.fullmatch(word) and sum(letter.isupper() for letter in word) > 1:
            return word
    return None


def _acts(tokens: Sequence[Token], first: int, behind: int) -> bool:
    """Whether what is named takes stands, has offices, or is one of two between whom there is."""
    last = tokens[behind - 1].norm
    after = tokens[behind].norm if behind < len(tokens) else ""
    if last.endswith(("'s", "’s")):
        return any(token.norm in _OFFICES for token in tokens[behind : behind + 3])
    if after in _STAND:
        return True
    before = tokens[first - 1].norm if first else ""
    if before == "between" and after == "and":
        return True
    return before == "and" and first > 2 and tokens[first - 3].norm == "between"


def _cities(document: Document, found: Unlisted) -> None:
    """Two governments of one country, told by their cities: ``حكومة طرابلس``."""
    named: dict[str, str] = {}
    for _, sentence in document.sentences("ar"):
        tokens = sentence.tokens
        for n, token in enumerate(tokens[:-1]):
            if token.norm in ("حكومه", "وحكومه", "لحكومه", "بحكومه", "سلطات", "اداره"):
                city = tokens[n + 1]
                if city.kind == "word" and _is_city(tokens, n + 1):
                    named.setdefault(city.text, f"حكومة {city.text}")
    if len(named) < 2:
        return
    for written, name in named.items():
        english = _city_in_english(written)
        key = f"{english} government" if english else name
        found.names.setdefault(key, {})["ar"] = name
        found.of_cities.append(key)
        for start in ("", "و", "ف", "ل", "ب"):
            found.aliases.setdefault("ar", {})[start + written] = key


def _republics(document: Document, found: Unlisted) -> None:
    """States of no list: ``جمهورية ميريدان``."""
    for _, sentence in document.sentences("ar"):
        tokens = sentence.tokens
        for n, token in enumerate(tokens[:-1]):
            name = tokens[n + 1]
            if token.norm in ("جمهوريه", "مملكه") and name.kind == "word":
                if name.norm.startswith("ال") or gazetteer("ar").at(tokens, n + 1):
                    continue
                found.add(name.text, "ar", name.text)
                found.states.add(name.text)


def _is_city(tokens: Sequence[Token], n: int) -> bool:
    hit = gazetteer("ar").at(tokens, n)
    if hit is not None:
        return hit.idea.kind == "country" and hit.idea.how == "seat"
    return _city_in_english(tokens[n].text) is not None


def _city_in_english(word: str) -> str | None:
    return cities().get(word)


def adjectives_of(name: str) -> Iterator[str]:
    """What the people of a place that no list has may be called: Polvia, Polvian."""
    if " " in name or len(name) < _SHORTEST:
        return
    stem = name.removesuffix("a").removesuffix("i")
    yield from (f"{stem}ian", f"{stem}an", f"{name}n", f"{name}i", f"{name}er", f"{name}ese")


_SHORTEST = 5
