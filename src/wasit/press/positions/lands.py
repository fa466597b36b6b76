"""Lands that no list has: what they and their people are called in either language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from wasit.language.folding import folded, forms
from wasit.language.sound import alike
from wasit.language.tokens import Token
from wasit.press.document import Document
from wasit.press.lexicons import data
from wasit.press.names.gazetteer import gazetteer
from wasit.press.names.lands import adjectives_of
from wasit.press.positions.own import Unlisted
from wasit.press.positions.vocabulary import cities

HEADS = {
    **dict.fromkeys(("حكومه", "سلطات", "اداره"), "حكومة"),
    **dict.fromkeys(("وفد", "وفدا", "وفدي"), "وفد"),
}
"""What stands before a city whose side is meant, folded -> what that side is called."""
_OF_TWO = ("وفدا", "وفدي")
_ENGLISH = {"حكومة": "government", "وفد": "delegation"}


def same_lands(found: Unlisted) -> None:
    """Puts the Arabic and the English name of one land together: خورازان, Khorazan."""
    english = [key for key, names in found.names.items() if "en" in names]
    for key in [key for key, names in found.names.items() if "en" not in names]:
        same = max(english, key=lambda one: alike(key, one), default=None)
        if same is None or alike(key, same) < _ALIKE:
            continue
        found.names[same]["ar"] = found.names.pop(key)["ar"]
        found.states.discard(key)
        aliases = found.aliases.get("ar", {})
        aliases.update({word: same for word, known in aliases.items() if known == key})


def in_arabic(document: Document, found: Unlisted) -> None:
    """Finds what unlisted lands are called in the Arabic version, by their sound."""
    lands = [key for key, names in found.names.items() if " " not in key and "ar" not in names]
    if not lands or "ar" not in document.parts:
        return
    counts = Counter(
        token.text.removeprefix("و")
        for _, sentence in document.sentences("ar")
        for token in sentence.tokens
        if token.kind == "word" and len(token.text) > 4
    )
    words = [word for word, count in counts.items() if count > 1 and not word.startswith("ال")]
    for key in lands:
        word = max(words, key=lambda one: alike(one, key), default="")
        if word and alike(word, key) >= _ALIKE:
            found.names[key]["ar"] = word
            for start in ("", "و", "ل", "ب"):
                found.aliases.setdefault("ar", {}).setdefault(start + word, key)


_ALIKE = 0.75
"""How much two names of one land sound the same, at least."""


def peoples(document: Document, found: Unlisted) -> None:
    """Enters what the people of an unlisted land are called, where the text calls them so."""
    known = found.aliases.get("en", {})
    called = {
        form: key
        for word, key in tuple(known.items())
        if key in found.names and (key == word or key in found.states)
        for form in adjectives_of(word)
    }
    for _, sentence in document.sentences("en") if called else ():
        for token in sentence.tokens:
            if token.capital and token.text in called:
                known.setdefault(token.text, called[token.text])


def two_governments(document: Document, found: Unlisted) -> None:
    """Two governments of one country, told by their cities.

    ``حكومة طرابلس``, ``وفدي صنعاء وعدن``.
    """
    named: dict[str, str] = {}
    seats: set[str] = set()
    for _, sentence in document.sentences("ar"):
        tokens = sentence.tokens
        for n, token in enumerate(tokens[:-1]):
            head = next((form for form in forms(token.norm) if form in HEADS), None)
            if head is None:
                continue
            noun = HEADS[head]
            for at in (n + 1, n + 2) if head in _OF_TWO else (n + 1,):
                if at < len(tokens) and tokens[at].kind == "word" and _is_city(tokens, at):
                    city = tokens[at].text.removeprefix("و") if at > n + 1 else tokens[at].text
                    named.setdefault(city, noun)
                    seats.update(_country_of(tokens, at))
    if len(named) < 2 or len(seats) > 1:
        return  # Moscow and Kyiv stand for two countries
    for written, noun in named.items():
        english = _city_in_english(written)
        name = f"{noun} {written}"
        key = f"{english} {_ENGLISH[noun]}" if english else name
        found.names.setdefault(key, {})["ar"] = name
        found.of_cities.append(key)
        for start in ("", "و", "ف", "ل", "ب"):
            found.aliases.setdefault("ar", {})[start + written] = key


def _country_of(tokens: Sequence[Token], n: int) -> Iterator[str]:
    """The country whose capital is named at token ``n``."""
    hit = gazetteer("ar").at(tokens, n)
    if hit is not None and hit.idea.how == "seat":
        yield hit.idea.key


def _is_city(tokens: Sequence[Token], n: int) -> bool:
    hit = gazetteer("ar").at(tokens, n)
    if hit is not None:
        return hit.idea.kind == "country" and hit.idea.how == "seat"
    return _city_in_english(tokens[n].text.removeprefix("و")) is not None


def _city_in_english(word: str) -> str | None:
    return cities().get(word) or _seats().get(folded(word))


@cache
def _seats() -> dict[str, str]:
    """Folded Arabic name of a capital -> its English name."""
    english = data("en", "countries")
    return {
        folded(str(listed["seats"][0])): str(english[code]["seats"][0])
        for code, listed in data("ar", "countries").items()
        if listed.get("seats") and english.get(code, {}).get("seats")
    }
