"""Cities, countries and houses named in a sentence: where an encounter may have been.

A place is known by the lexicons (``places.yaml``, and the seats of government in
``countries.yaml``), or told by the words around it: *the town of* Rimbo, in the *Omani capital*.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wasit.language.spans import Language
from wasit.language.tokens import Token
from wasit.press.cues import cues
from wasit.press.places.houses import houses_of, zones_of
from wasit.press.places.listed import capital_of, listed, name_of
from wasit.press.places.place import Place
from wasit.press.places.told import told
from wasit.press.places.unlisted import calendar_words

__all__ = ["Place", "calendar_words", "capital_of", "name_of", "places"]


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
    found = list(listed(tokens, language, before))
    taken = {n for place in found for n in range(place.first, place.behind)}
    found += told(tokens, language, before, taken)
    found += houses_of(tokens, language, words, before, {} if houses is None else houses)
    found += zones_of(tokens, language, words, before)
    return _with_their_towns(sorted(found, key=lambda place: place.first))


def _with_their_towns(found: Sequence[Place]) -> list[Place]:
    """A house with its town right behind is in that town: فندق شيراتون الدوحة."""
    kept: list[Place] = []
    for place in found:
        house = kept[-1] if kept else None
        behind_it = house is not None and house.sort == "house" and place.first == house.behind
        led = place.lead == "in" or place.span.language == "ar"
        if house is not None and behind_it and place.sort == "city" and (not place.at or led):
            kept[-1] = replace(place, at=house.at, first=house.first)
        else:
            kept.append(place)
    return kept
