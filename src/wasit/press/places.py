"""Cities, countries and houses named in a sentence: where an encounter may have been.

A place is known by the lexicons (``places.yaml``, and the seats of government in
``countries.yaml``), or told by the words around it: *the town of* Rimbo, in the *Omani capital*.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from babel import Locale

from wasit.language.folding import folded, forms
from wasit.language.spans import Language, Span
from wasit.language.tokens import Token
from wasit.press.cues import Cue, Cues, cues
from wasit.press.lexicons import data, phrases


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a list of tokens, from token ``first`` up to but not with ``behind``."""

    key: str
    """Its English name where it is known, else as written."""
    first: int
    behind: int
    span: Span
    names: Mapping[Language, str]
    """What it is called in each language, where that is known."""
    at: bool
    """Whether a word stands before it that an encounter happens at: *in* Geneva."""
    heading: bool = False
    """Whether somebody is on the way there: *flew to* Geneva."""
    sort: str = "city"
    """``city``, ``country``, ``house`` (a seat of government, a ministry, a hotel), or ``told`` by
    the words around it."""
    city: str | None = None
    """The city of a house."""
    lead: str = ""
    """The word right before it, folded."""


@dataclass(slots=True)
class _Known:
    """The names of places in one language, as cues, and what each stands for."""

    finder: Cues
    capitals: dict[str, str] = field(default_factory=dict)
    """Folded adjective of a country -> key of its capital."""


_SIDES_OF_A_PLACE = frozenset(
    ("the", "central", "downtown", "neutral", "nearby", "neighbouring", "northern", "southern",
     "eastern", "western", "east", "west", "north", "south", "inner", "old")
)  # fmt: skip
"""What may stand between *in* and a town or country."""
_NO_STATES = frozenset(("EU", "EZ", "UN", "QO", "ZZ", "XA", "XB", "XK"))
"""Codes of no country, or of one listed otherwise."""
_BEHIND_A_TOWN = frozenset(("in", "on", "and", "from", "last", "this", "for", "between", "where"))
_RELATIVE = frozenset(("الذي", "التي"))
_PARTICLES = frozenset(
    ("al", "el", "as", "ar", "an", "de", "del", "da", "do", "di", "du", "la", "le", "bin", "ben",
     "sur", "upon")
)  # fmt: skip
"""Small words within the name of a town: Ras *al*-Sawari."""
_DESCRIBED = 4
"""How many words may describe a place in front of it: in *the Red Sea resort of*."""


def places(
    tokens: Sequence[Token], language: Language, houses: dict[str, str] | None = None
) -> list[Place]:
    """The places in ``tokens`` in order, none overlapping. Cost: linear.

    ``houses`` remembers what ministries and the like were called in sentences before: *at the
    ministry* is the one last named.
    """
    words = cues(language, "places").of(tokens)
    before = {cue.behind: cue for cue in words if cue.sort in ("settlements", "capital", "venues")}
    hosted = False
    for cue in words:
        hosted = hosted or cue.idea == "host"
        if cue.sort == "at" and (cue.idea != "and host" or hosted):
            before[cue.behind] = cue  # in the ministry: both words stand before what follows
    found = list(_listed(tokens, language, before))
    taken = {n for place in found for n in range(place.first, place.behind)}
    found += _told(tokens, language, before, taken)
    found += _houses(tokens, language, words, before, {} if houses is None else houses)
    return sorted(found, key=lambda place: place.first)


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
def _known(language: Language) -> _Known:
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


def _listed(
    tokens: Sequence[Token], language: Language, before: Mapping[int, Cue]
) -> Iterator[Place]:
    for cue in _known(language).finder.of(tokens):
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
        written = _written(tokens, cue.first, cue.behind)
        name = written[span.start - tokens[cue.first].start :]
        if name.isupper() and sort == "city":
            name = key  # a dateline in capitals
        names: dict[Language, str] = {language: name}
        city = key if sort == "house" else None
        at = _at(tokens, cue.first, language, before)
        lead = before.get(cue.first)
        heading = at and lead is not None and lead.idea == "heading"
        yield Place(
            name if city else key, cue.first, cue.behind, span, names, at, heading, sort, city,
            tokens[cue.first - 1].norm if cue.first else "",
        )  # fmt: skip


def _joined(token: Token, language: Language) -> int:
    """How many letters joined on in front do not belong to the name: بجنيف."""
    if language == "en" or len(token.norm) < 4 or _is_name(token.norm):
        return 0
    for cut in (1, 2):
        if _is_name(token.norm[cut:]) and token.text[:cut] == token.norm[:cut]:
            return cut
    return 0


def _is_name(word: str) -> bool:
    return word in _arabic_firsts()


@cache
def _arabic_firsts() -> frozenset[str]:
    """The folded first words of places in Arabic."""
    listed = data("ar", "places")
    names = [
        name
        for group in ("cities", "buildings")
        for many in listed[group].values()
        for name in many
    ]
    for entry in data("ar", "countries").values():
        names += [*entry.get("seats", ()), *entry.get("names", ())]
    names += list(Locale.parse("ar").territories.values())
    return frozenset(folded(str(name).split()[0]) for name in names)


def _at(tokens: Sequence[Token], first: int, language: Language, before: Mapping[int, Cue]) -> bool:
    """Whether ``in`` or the like stands before, with or without *the town of*."""
    if language == "ar" and tokens[first].norm[0] == "ب" and not _is_name(tokens[first].norm):
        return True
    cue = before.get(first)
    if cue is not None and cue.sort == "at":
        return True
    if cue is not None:
        return _at(tokens, cue.first, language, before) or (
            language == "en" and _at_what_is(tokens, cue.first, before)
        )
    if language == "en" and first > 0 and tokens[first - 1].norm in _SIDES_OF_A_PLACE:
        return _is_at(before.get(first - 1))
    return False


def _at_what_is(tokens: Sequence[Token], first: int, before: Mapping[int, Cue]) -> bool:
    """Whether words that describe stand between: in *the Red Sea* resort of."""
    for n in range(first - 1, max(first - 1 - _DESCRIBED, -1), -1):
        if tokens[n].kind != "word" and tokens[n].text != "-":
            return False
        if _is_at(before.get(n)):
            return True
    return False


def _is_at(cue: Cue | None) -> bool:
    return cue is not None and cue.sort == "at"


def _told(
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
                yield _unlisted(tokens, n + 1, language)  # العاصمة الروريتانية ستريلسو
            n = _apposed(tokens, n, language)
            if n and n not in taken and _could_be_a_name(tokens, n, language):
                yield _unlisted(tokens, n, language)
        elif n >= len(tokens) or n in taken:
            continue
        elif cue.sort == "venues":
            # في دارته بالقصبة
            town = _behind_a_house(tokens, cue, before) if language == "ar" else None
            if town is not None:
                yield _unlisted(tokens, town, language, cut=1)
        elif cue.idea == "heading" and cue.behind - cue.first > 1 and language == "en":
            if _could_be_a_name(tokens, n, language):
                yield replace(_unlisted(tokens, n, language), heading=True)
        elif (
            _names_follow(tokens, cue, language)
            and (_could_be_a_name(tokens, n, language) or _is_a_town(tokens, n, cue))
            and not ("host" in cue.idea and _is_hosted(tokens, n, language))
        ):
            yield _unlisted(tokens, n, language)


def _behind_a_house(tokens: Sequence[Token], cue: Cue, before: Mapping[int, Cue]) -> int | None:
    """Where the town of a house is named: في دارته *بالقصبة*, في ديوان الوقف *بالقصبة*."""
    n = cue.behind
    if tokens[n].norm.startswith("بال"):
        return n if n - cue.first == 1 else None
    named = n + 1 < len(tokens) and tokens[n].norm.startswith("ال")
    led = named and tokens[n + 1].norm.startswith("بال") and _is_at(before.get(cue.first))
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
    return plain and _could_be_a_name(tokens, n + 1, "ar") and not cues("ar", "places").of([name])


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
    if led and _could_be_a_name(tokens, first, language):
        yield _unlisted(tokens, first, language)


def _capital_of(tokens: Sequence[Token], n: int, cue: Cue, language: Language) -> Iterator[Place]:
    """The Omani capital, العاصمة العمانية."""
    beside = n if language == "ar" else cue.first - 1
    key = _of_adjective(tokens, beside, language, _known(language).capitals)
    if key:
        first, behind = min(cue.first, beside), max(cue.behind, beside + 1)
        span = Span(language, tokens[first].start, tokens[behind - 1].end)
        name = name_of(key, language)
        names: dict[Language, str] = {language: name} if name else {}
        yield Place(key, first, behind, span, names, at=True)


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


def _houses(
    tokens: Sequence[Token],
    language: Language,
    words: Sequence[Cue],
    before: Mapping[int, Cue],
    houses: dict[str, str],
) -> Iterator[Place]:
    """Ministries, hotels and the like that something is in; those named are remembered."""
    for cue in words:
        if cue.sort != "houses":
            continue
        first, behind = _house(tokens, cue, language)
        if behind - first > 1:
            name = _written(tokens, first, behind)
            name = name[_joined_house(tokens[first], language) :]
            houses[cue.idea] = name
        elif cue.idea in houses:
            name = houses[cue.idea]
        else:
            continue
        described = language == "en" and _at_what_is(tokens, first, before)
        if described or _at(tokens, first, language, before):
            start = tokens[first].start + _joined_house(tokens[first], language)
            span = Span(language, start, tokens[behind - 1].end)
            yield Place(name, first, behind, span, {language: name}, at=True, sort="house")


def _house(tokens: Sequence[Token], cue: Cue, language: Language) -> tuple[int, int]:
    """The tokens of a house with its name: Labour Ministry, وزارة العمل."""
    first, behind = cue.first, cue.behind
    if language == "en":
        while first > 0 and tokens[first - 1].capital and tokens[first - 1].kind == "word":
            if tokens[first - 1].norm in ("a", "an", "the", "at", "in"):
                break
            first -= 1
        after = tokens[behind : behind + 2]
        if len(after) == 2 and after[0].norm == "of" and after[1].capital:
            behind += 2  # the Chamber of Agriculture
            while behind < len(tokens) and tokens[behind].capital and tokens[behind].kind == "word":
                behind += 1
    elif behind < len(tokens) and not tokens[cue.first].norm.startswith(("ال", "بال", "لل", "وال")):
        behind += tokens[behind].kind == "word"
        # Its adjective too: وزارة الشؤون الاجتماعية.
        while behind < len(tokens) and _describes_house(tokens[behind]):
            behind += 1
    elif behind < len(tokens) and _describes_house(tokens[behind]):
        behind += 1  # القصر الجمهوري
    return first, behind


def _describes_house(token: Token) -> bool:
    return (
        token.norm not in _RELATIVE
        and token.norm.startswith("ال")
        and token.norm.endswith(("يه", "ي"))
    )


def _joined_house(token: Token, language: Language) -> int:
    return int(language == "ar" and token.norm[:1] in "بل" and len(token.norm) > 4)


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


def _could_be_a_name(tokens: Sequence[Token], n: int, language: Language) -> bool:
    token = tokens[n]
    if token.kind != "word" or len(token.text) < 3:
        return False
    if language == "en":
        return token.capital and not token.text.isupper() and token.norm not in calendar_words()
    return not token.norm.startswith(("ال", "وال", "لل")) and len(token.norm) > 3


@cache
def calendar_words() -> frozenset[str]:
    """English names of months and days: *in July* is no place."""
    locale = Locale.parse("en")
    words = [*locale.months["format"]["wide"].values(), *locale.days["format"]["wide"].values()]
    return frozenset(word.lower() for word in words) | {"ramadan", "muharram", "english", "arabic"}


def _unlisted(tokens: Sequence[Token], n: int, language: Language, cut: int = 0) -> Place:
    behind = n + 1
    if language == "en":
        while behind < len(tokens) and tokens[behind].capital and tokens[behind].kind == "word":
            behind += 1
        while (last := _name_goes_on(tokens, behind)) > behind:
            behind = last
    span = Span(language, tokens[n].start + cut, tokens[behind - 1].end)
    name = _written(tokens, n, behind)[cut:]
    return Place(name, n, behind, span, {language: name}, at=True, sort="told")


def _name_goes_on(tokens: Sequence[Token], n: int) -> int:
    """Behind the next word of an English name that goes on at ``n`` with a hyphen or particle."""
    end = n
    if end < len(tokens) and tokens[end].norm in _PARTICLES:
        end += 1
    if end < len(tokens) and tokens[end].text == "-" and tokens[end].start == tokens[end - 1].end:
        end += 1
    return end + 1 if n < end < len(tokens) and tokens[end].capital else n


def _written(tokens: Sequence[Token], first: int, behind: int) -> str:
    """The tokens as they stand in the text; any space is one space."""
    name = tokens[first].text
    for n in range(first + 1, behind):
        name += (" " if tokens[n].start > tokens[n - 1].end else "") + tokens[n].text
    return name
