"""Arabic names behind في that stand in no list: known by their sound, or taken as they stand.

Press style spells a town in several ways (كاراكاس, كراكاس); its consonants stay. A word that the
lexicons use for anything else is no name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from wasit.language.folding import folded
from wasit.language.sound import alike, skeletons
from wasit.language.tokens import Token
from wasit.press.arabic_words import is_a_word
from wasit.press.lexicons import data
from wasit.press.places.listed import city_names
from wasit.press.places.place import Place
from wasit.press.places.unlisted import could_be_a_name, unlisted

_NO_TOWNS = ("ه", "ها", "هم", "هما", "ية", "يات", "ات")
"""How words end, as written, that are no town: كلمته, عملية, عمليات."""
_LEAST = 3
"""How many consonants a name must have to be known by their sound."""
_BEHIND = frozenset(("،", ".", "؛", ":", "يوم", "امس", "اليوم", "غدا", "في", "بين"))
"""What may stand behind a town of no list."""


def heard(tokens: Sequence[Token], n: int) -> Iterator[Place]:
    """The town that the word at ``n``, behind في, names; none where it may be any other word."""
    word = tokens[n]
    if not could_be_a_name(tokens, n, "ar") or is_a_word(word.norm):
        return
    place = unlisted(tokens, n, "ar")
    key = _by_sound(word.norm)
    if key is not None:
        yield replace(place, key=key, sort="city")
    elif _stands_for_itself(tokens, n):
        yield place


def _stands_for_itself(tokens: Sequence[Token], n: int) -> bool:
    """Whether what follows can follow a town: a mark, a day, another preposition."""
    if tokens[n].text.endswith(_NO_TOWNS):
        return False
    behind = tokens[n + 1] if n + 1 < len(tokens) else None
    return behind is None or behind.norm in _BEHIND or behind.norm in _days()


@cache
def _days() -> frozenset[str]:
    """The folded first words of weekdays, and of days such as yesterday."""
    listed = data("ar", "dates")
    names = [name for part in ("weekdays", "days") for many in listed[part].values()
             for name in many]  # fmt: skip
    return frozenset(folded(str(name).split()[0]) for name in names)


@cache
def _by_sound(word: str) -> str | None:
    """The listed city that a folded Arabic word spells, if just one has its consonants."""
    sound = skeletons(word, "ar")[0]
    if len(sound) < _LEAST:
        return None
    found = {key for key in _sounds().get(sound, ()) if alike(word, key) == 1}
    return found.pop() if len(found) == 1 else None


@cache
def _sounds() -> dict[str, tuple[str, ...]]:
    """The cities by the consonants of their English names, those of one word."""
    found: dict[str, tuple[str, ...]] = {}
    for key in city_names():
        if " " not in key:
            for sound in skeletons(key, "en"):
                found[sound] = (*found.get(sound, ()), key)
    return found
