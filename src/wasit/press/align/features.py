"""What two languages share in a piece of text: numbers, common ideas, names by their sound."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from wasit.language.folding import folded, forms
from wasit.language.numbers import numerals
from wasit.language.sound import skeletons
from wasit.language.spans import Language
from wasit.language.tokens import Token
from wasit.press.document import Sentence
from wasit.press.lexicons import data

_NUMBER, _IDEA, _NAME = 2.5, 1.0, 0.35
"""How much a shared feature says: a number, an idea, a consonant of a name."""
_SHORTEST_NAME, _LONGEST_NAME = 2, 6


@dataclass(slots=True)
class Unit:
    """A paragraph or sentence as it is aligned."""

    features: Mapping[str, float]
    """Each with its weight."""
    length: int
    """In characters."""
    kind: str = "body"
    weight: float = 0.0
    """How much it has to share."""

    def __post_init__(self) -> None:
        self.weight = sum(self.features.values())


def features(sentence: Sentence) -> dict[str, float]:
    """What of a sentence could stand in the other language too."""
    found: dict[str, float] = {}
    language = sentence.span.language
    for numeral in numerals(sentence.tokens, language):
        if numeral.low > 2 or numeral.sort == "digits":
            found[f"#{numeral.value}"] = _NUMBER
    found.update(_named(sentence.tokens, language))
    return found


def together(sentences: Sequence[Mapping[str, float]]) -> Mapping[str, float]:
    """The features of several sentences."""
    if len(sentences) == 1:
        return sentences[0]
    found: dict[str, float] = {}
    for one in sentences:
        found.update(one)
    return found


def _named(tokens: Sequence[Token], language: Language) -> Iterator[tuple[str, float]]:
    for token in tokens:
        if token.kind != "word":
            continue
        if language == "en" and not token.capital:
            idea = _idea(token.norm, "en")
            if idea:
                yield idea, _IDEA
        else:
            yield from _word(token.norm, language)


@lru_cache(maxsize=65_536)
def _word(norm: str, language: Language) -> tuple[tuple[str, float], ...]:
    """The features of a word that may be a name: its idea, else its sounds."""
    idea = _idea(norm, language)
    if idea:
        return ((idea, _IDEA),)
    starts = _without_joints(norm) if language == "ar" else (norm,)
    sounds = {sound for start in starts for sound in skeletons(start, language)}
    return tuple(
        (f"~{sound}", _NAME * min(len(sound), _LONGEST_NAME))
        for sound in sorted(sounds)
        if len(sound) >= _SHORTEST_NAME
    )


def _without_joints(norm: str) -> tuple[str, ...]:
    """A word as it stands, and without one letter that may be joined on: ``وبوتين``, ``لبوتين``."""
    if norm[:1] in "وفبلك" and len(norm) > 4:
        return norm, norm[1:]
    return (norm,)


@lru_cache(maxsize=65_536)
def _idea(norm: str, language: Language) -> str | None:
    whole, stems = _lexicon(language)
    for form in forms(norm) if language == "ar" else (norm,):
        if form in whole:
            return whole[form]
        for length in range(len(form), 1, -1):
            if form[:length] in stems:
                return stems[form[:length]]
    return None


@cache
def _lexicon(language: Language) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Whole words and stems, each with its idea."""
    whole: dict[str, str] = {}
    stems: dict[str, str] = {}
    for idea, listed in data(language, "anchors").items():
        for word in listed:
            place = stems if word.endswith("*") else whole
            place.setdefault(folded(word.rstrip("*")), str(idea))
    return whole, stems
