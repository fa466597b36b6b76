"""The words of stance: verbs in every form, set phrases, issues."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from wasit.language.folding import folded
from wasit.language.spans import Language
from wasit.press.cues import Cue, Cues
from wasit.press.document import Document, Paragraph, Sentence
from wasit.press.lexicons import data
from wasit.press.placed import LONGEST
from wasit.press.positions.words import word_set
from wasit.press.verbs import arabic_forms, english_forms

_OWNERS = ("ه", "ها", "هم", "هما", "نا")
"""What a verbal noun has joined on for whose it is: رفضها, its refusal."""
_SUFFIXES = ("ه", "ها", "هم", "هما")
"""What an Arabic verb of stance has joined on for what it is about: ترفضه, it rejects it."""
LINK = ">"
"""Ends the idea of a verb that asks for a preposition, which may stand behind its subject."""
PARTICLE = "+"
"""In the idea of a verb whose particle stands behind what it is about: *turns it down*."""
ABOUT_BEFORE = "-it"
"""Ends the idea of a verb that has its object joined on: the issue was named before it."""


_AS_WRITTEN = (
    *("phrases", "nouns", "predicates", "refusals", "modals", "mute", "threats", "terms", "binds"),
)


@cache
def vocabulary(language: Language) -> Cues:
    """Every cue of a language, to be found in one pass over a sentence.

    Its sections are those of ``stances``, ``issues`` and ``positions``.
    """
    found = Cues(language, ("positions", "issues"))
    content = data(language, "stances")
    for sort in _AS_WRITTEN:
        for idea, listed in content.get(sort, {}).items():
            for phrase in listed:
                found.add(str(phrase), sort, str(idea))
                if sort == "modals" and language == "ar" and str(phrase)[:2] in ("سي", "ست"):
                    found.add(f"{phrase}ون", sort, str(idea))
    irregular = content.get("irregular", {})
    for sort in ("verbs", "weak"):
        for idea, listed in content.get(sort, {}).items():
            for lemma in listed:
                words = str(lemma).split()
                link = folded(words[3]) if language == "ar" and len(words) == 4 else ""
                asks = LINK + link if link in word_set("apart_links") else ""
                for form in _forms(str(lemma), language, irregular):
                    found.add(form, sort, str(idea) + asks)
                for form in _with_object(str(lemma), language, sort):
                    found.add(form, sort, str(idea) + ABOUT_BEFORE)
    for idea, listed in content.get("owned", {}).items():
        for noun in map(str, listed):
            stem = noun[:-1] + "ت" if noun.endswith("ة") else noun
            for suffix in _OWNERS:
                found.add(stem + suffix, "owned", str(idea))
    for idea, listed in content.get("split", {}).items():
        for verb, particle in (str(one).split() for one in listed):
            for form, _ in english_forms(verb, irregular):
                found.add(form, "split", f"{idea}{PARTICLE}{particle}")
    return found


def lemmas(language: Language) -> Iterator[str]:
    """Every verb of stance as it is listed."""
    content = data(language, "stances")
    for section in ("verbs", "weak"):
        for listed in content[section].values():
            yield from map(str, listed)


@cache
def english_stances() -> frozenset[str]:
    """Every form of the English verbs of stance, but those that say little alone."""
    irregular = data("en", "stances")["irregular"]
    return frozenset(
        form
        for lemma in lemmas("en")
        if lemma.split()[0] not in word_set("light_verbs")
        for form, _ in english_forms(lemma, irregular)
    )


@cache
def kind_words() -> frozenset[str]:
    """The English nouns of kinds of sides, and of those between them."""
    content = data("en", "positions")
    return frozenset(
        str(word)
        for section in ("kinds", "heads", "go_betweens")
        for listed in content[section].values()
        for word in listed
    )


def _forms(lemma: str, language: Language, irregular: dict[str, list[str]]) -> Iterator[str]:
    """A verb in every form, with the words that follow it."""
    first, *others = lemma.split()
    if language == "en":
        if first == "not":
            return
        for form, _ in english_forms(first, irregular):
            yield " ".join((form, *others))
        return
    rest = (
        lemma.split()[3:]
        if len(lemma.split()) > 4 or folded(lemma.split()[-1]) not in word_set("links")
        else []
    )
    for form, _ in arabic_forms(lemma):
        yield " ".join((form, *rest))
    present = lemma.split()[1]
    if present != "-":
        yield " ".join(("ن" + present[1:], *rest))


def _with_object(lemma: str, language: Language, sort: str) -> Iterator[str]:
    if language == "en" or sort == "weak" or len(lemma.split()) > 4:
        return
    past, present = lemma.split()[:2]
    stems = [past, past + "ت"] if len(past) > 2 and past[-1] not in "اى" else []
    stems += [start + present[1:] for start in "يت"] if present[-1] not in "اى-" else []
    for stem in stems:
        for suffix in _SUFFIXES:
            yield stem + suffix


Read = tuple[Paragraph, Sentence, list[Cue]]
"""A sentence with every cue in it."""


def cues_of(document: Document) -> dict[Language, list[Read]]:
    """Every sentence with its cues; of one too long for the press, those of its beginning."""
    return {
        language: [
            (paragraph, sentence, vocabulary(language).of(sentence.tokens[:LONGEST]))
            for paragraph, sentence in document.sentences(language)
        ]
        for language in document.languages
    }


@cache
def gloss() -> dict[str, str]:
    """Folded Arabic noun -> its English, for issues that no list has."""
    return {
        folded(noun): str(english)
        for english, listed in data("ar", "gloss").get("gloss", {}).items()
        for noun in map(str, listed)
        if " " not in noun
    }


@cache
def cities() -> dict[str, str]:
    """Arabic name of a city -> its English name."""
    return {
        str(name): str(english)
        for english, listed in data("ar", "places").get("cities", {}).items()
        for name in listed or ()
        if " " not in str(name)
    }


@cache
def own_kinds() -> dict[str, str]:
    """A noun of a kind of side, in Arabic with its owner joined on: جماعته -> ``group``."""
    found: dict[str, str] = {}
    for section in ("kinds", "heads"):
        for kind, listed in data("en", "positions")[section].items():
            found.update({str(noun): str(kind) for noun in listed})
        for kind, listed in data("ar", "positions")[section].items():
            for noun in (str(noun) for noun in listed if " " not in str(noun)):
                stem = noun[:-1] + "ت" if noun.endswith("ة") else noun
                found.update({folded(stem + owner): str(kind) for owner in _OWNERS})
    return found
