"""The verbs of speech: every form of them, and what each asks for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from wasit.language.folding import folded
from wasit.language.spans import Language
from wasit.press.lexicons import data

Form = Literal["finite", "plain", "participle"]
"""``said``; ``say`` (also an infinitive); ``saying``, ``مؤكداً``."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A form of a verb of speech."""

    lemma: str
    form: Form
    clause: str | None = None
    """What the speaker does by it, where a clause or quotation follows."""
    noun: str | None = None
    """The same where a noun follows; ``None`` where none may."""
    link: str = ""
    """The preposition or adverb it takes before a noun, folded."""


@cache
def _table(language: Language) -> dict[str, list[Verb]]:
    content = data(language, "speech")
    lemmas: dict[str, dict[str, str]] = {}
    for section, key in (("verbs", "clause"), ("nouns", "noun")):
        for act, listed in content.get(section, {}).items():
            for lemma in listed:
                lemmas.setdefault(str(lemma), {}).setdefault(key, str(act))
    table: dict[str, list[Verb]] = {}
    irregular = content.get("irregular", {})
    for lemma, acts in lemmas.items():
        inflected = english_forms(lemma, irregular) if language == "en" else arabic_forms(lemma)
        words = lemma.split()
        link = " ".join(words[1:]) if language == "en" else " ".join(words[3:])
        for text, form in inflected:
            verb = Verb(folded(words[0]), form, acts.get("clause"), acts.get("noun"), folded(link))
            known = table.setdefault(folded(text), [])
            if verb not in known:
                known.append(verb)
    return table


def english_forms(lemma: str, irregular: dict[str, list[str]]) -> list[tuple[str, Form]]:
    """Every form of the first word of an English verb: ``irregular`` has those not by rule."""
    word = lemma.split()[0]
    if word in irregular:
        third, *past, participle = irregular[word]
        return [
            (word, "plain"),
            (third, "finite"),
            *((form, "finite") for form in past),
            (participle, "participle"),
        ]
    stem = word[:-1] if word.endswith("e") else word
    third = word + "es" if word.endswith(("s", "sh", "ch", "x")) else word + "s"
    return [
        (word, "plain"),
        (third, "finite"),
        (stem + "ed", "finite"),
        (stem + "ing", "participle"),
    ]


def arabic_forms(entry: str) -> list[tuple[str, Form]]:
    """Every form of an Arabic verb given by past, present and participle; ``-`` for none."""
    past, present, participle, *_ = entry.split()
    found: list[tuple[str, Form]] = []
    if past != "-":
        weak = past[:-1] if past.endswith(("ى", "ا")) else past
        dual = past[:-1] + "يا" if past.endswith("ى") else past + "ا"
        found += [(past, "finite"), (weak + "ت", "finite"), (weak + "وا", "finite")]
        found += [(dual, "finite"), (weak + "تا", "finite")]
    if present != "-":
        weak = present[:-1] if present.endswith(("ى", "ي", "و")) else present
        for start in ("ي", "ت"):
            found += [(start + present[1:], "finite"), (start + weak[1:] + "ون", "finite")]
            found.append((start + present[1:] + "ان", "finite"))
            # The jussive behind لم drops a weak ending.
            found.append((start + weak[1:], "finite"))
    if participle != "-":
        # Weak verbs have a ya before an ending: داعياً, مكتفياً.
        short = present.endswith(("ي", "و", "ى")) and len(participle) < len(present) + 1
        weak = participle + "ي" if short and not participle.endswith("يي") else participle
        for ending in ("اً", "ة", "ين", "ان", "ات", "ون"):
            found.append((weak + ending, "participle"))
    return found


def finite_verbs(language: Language) -> frozenset[str]:
    """Every finite form behind which a clause may stand, folded."""
    return frozenset(
        norm
        for norm, listed in _table(language).items()
        if any(verb.form == "finite" and verb.clause is not None for verb in listed)
    )


@lru_cache(maxsize=65_536)
def verbs_of(norm: str, language: Language) -> tuple[Verb, ...]:
    """The verbs a folded word may be a form of; an Arabic one also behind و and ف."""
    table = _table(language)
    found = table.get(norm)
    if found is None and language == "ar":
        start = norm[1:] if norm[:1] in ("و", "ف") else ""
        found = table.get(start)
        if found is None and (norm[:1] == "س" or norm[:2] in ("لي", "لت")):
            # "سيقول", "عاد ليقول"
            found = table.get(norm[1:])
        if found is None:
            found = _with_object(norm)
    return tuple(found or ())


_OBJECTS = ("هما", "هم", "ها", "نا", "ه")
"""Pronouns joined on behind a verb: ``أخبرها``, ``اتهمته``."""


def _with_object(norm: str) -> list[Verb]:
    """The finite forms behind which a pronoun is joined on, of verbs that speak to somebody."""
    for ending in _OBJECTS:
        if norm.endswith(ending) and len(norm) > len(ending) + 3:
            verbs = verbs_of(norm.removesuffix(ending), "ar")
            return [v for v in verbs if v.form == "finite" and v.lemma in _spoken_to()]
    return []


@cache
def _spoken_to() -> frozenset[str]:
    return frozenset(folded(str(word)) for word in data("ar", "speech").get("objects", ()))
