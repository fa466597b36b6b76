"""What a speaker does by a statement: told by the verb first, then by the words said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import get_args

from wasit.language.folding import folded
from wasit.language.spans import LANGUAGES, Language
from wasit.press.lexicons import data
from wasit.press.reading import Act

_ACTS: tuple[Act, ...] = get_args(Act)
_OVER_VERB = ("condition",)
"""What the words say even against the verb."""
_GLAD = frozenset(("accept", "accept_partly", "offer", "praise", "concede"))
_HELPERS = frozenset(("negation", "not_condition", "times", "determiners", "to_come"))
"""Sections of the lexicon that are no acts."""
_MARKS = re.compile(r"[\"“”«»„‹›()\[\]…\s]+")
"""Marks between words: a phrase may begin a quotation."""
_BREAKS = re.compile(r"\s*[,،;؛:.]+(?=\s|$)\s*|\s*[،؛]\s*")
_NOT = re.compile(r" (?:not|never|no longer|لم|لن|ليس|ليست)(?: \S{1,6})? $")
_LATER = re.compile(r" (?:after|if|بعد|اذا) ")
_NO_FUTURE = (
    "سياس",
    "سيار",
    "سياد",
    "سياق",
    "سياح",
    "سيطر",
    "سينا",
    "سنو",
    "ستين",
    "ستون",
    "سيده",
    "سيول",
)
"""Words that only look like a future."""
_FIRM = frozenset(("reject", "demand", "offer", "praise", "criticise", "concede", "accept"))
"""Acts a verb settles whatever is said."""
_SHAPES: dict[str, dict[Language, re.Pattern[str]]] = {
    # "could live with quotas provided …", "Should both be cleared, leaders will sign".
    "condition": {
        "en": re.compile(
            r" (?:will|would|could|can|may|shall|ready|prepared|willing)(?: \S+){1,30} provided "
            r"|^ (?:should|were|had) (?:the |both |all )?\S+ (?:\S+ ){1,12}, .*(?:will|would|may) "
        ),
        "ar": re.compile(r" ان (?:اكتمل|حصل|وافق|صمد|نجح|قبل|التزم)\S* "),
    },
    # "No fighter would move": what nobody will do is refused.
    "reject": {
        "en": re.compile(
            r"^ (?:no|nobody|no one|none|not one|not a single)(?: \S+){0,6}"
            r" (?:will|would|can|could|may|shall|is going to|are going to) "
        ),
        "ar": re.compile(r"^ (?:لا|ما من) \S+ (?:\S+ ){0,2}(?:س|لن )"),
    },
    # "It is on the ministry to pay": على الوزارة أن تدفع.
    "demand": {
        "en": re.compile(r" it is (?:up to|for|on) (?:\S+ ){1,4}to "),
        "ar": re.compile(r" ف?علي ال\S+ (?:\S+ )?ان "),
    },
}
"""Acts told by how the words stand together."""
_JUDGING = frozenset(("praise", "criticise", "reject", "condition", "demand", "accept"))
"""What somebody does who describes something; else it is run down."""
_PLAIN = frozenset(("not deny", "relay"))
"""What leaves a statement a mere report: a denial not made, the words of somebody else."""


@cache
def _cues(language: Language) -> dict[str, tuple[str, ...]]:
    """Ideas with their phrases, in the order in which they are looked for."""
    return {
        str(idea): tuple(" " + folded(str(phrase)) for phrase in listed)
        for idea, listed in data(language, "acts").items()
    }


def act_of(verb: str, words: str, language: Language) -> Act:
    """The act of what was said by a verb that stands for ``verb``."""
    if verb in _PLAIN:
        return "report"
    said = _said(words, language)
    if verb == "not rule out":
        return "condition" if _has(said, language, "condition") else "accept_partly"
    if verb == "describe":
        judged = act_of("report", words, language)
        return judged if judged in _JUDGING else "criticise"
    if verb == "vow":
        verb = "reject" if _tells(said, language, "reject") else "announce"
    if verb in _FIRM:
        return _known(verb)
    for idea in _told_of(said, language):
        if not _tells(said, language, idea):
            continue
        act = "condition" if idea.endswith("condition") else idea
        if verb == "report" or (act in _OVER_VERB and verb in ("announce", "offer")):
            return _known(act)
        break
    return _known(verb)


def _told_of(said: str, language: Language) -> Sequence[str]:
    """The ideas that the words may tell of, in the order in which they are looked for."""
    possible = set(_ALWAYS)
    heads = _heads(language)
    for head in heads.keys() & _beginnings(said):
        possible |= heads[head]
    return [idea for idea in _cues(language) if idea in possible]


_ALWAYS = frozenset((*_SHAPES, "announce", "negated_condition"))
"""Ideas told by more than phrases."""


@cache
def _heads(language: Language) -> dict[str, frozenset[str]]:
    """How phrases begin -> the ideas of those phrases, mere helpers left out."""
    found: dict[str, set[str]] = {}
    for idea in _cues(language):
        if idea not in _HELPERS:
            for head in _by_head(language, idea):
                found.setdefault(head, set()).add(idea)
    return {head: frozenset(ideas) for head, ideas in found.items()}


def _said(words: str, language: Language) -> str:
    """The words as phrases are looked for in them: folded, marks as commas or not at all."""
    said = " " + _MARKS.sub(" ", folded(words).replace("’", "'")) + " "
    said = _BREAKS.sub(" , ", said)
    if language == "ar" and " و" in said:
        # Once more without what is joined on.
        said += ", " + said.replace(" و", " ").lstrip()
    for phrase in _possible(said, language, "not_condition"):
        said = said.replace(phrase, " ")
    return said


_HEAD = 5
"""So many letters of a phrase, with the blank before it, are compared first."""


def _possible(said: str, language: Language, idea: str) -> Sequence[str]:
    """The phrases of an idea that begin as some of the words do, in their order: mostly none."""
    table = _by_head(language, idea)
    heads = table.keys() & _beginnings(said)
    if not heads:
        return ()
    return [phrase for _, phrase in sorted(one for head in heads for one in table[head])]


@cache
def _by_head(language: Language, idea: str) -> dict[str, list[tuple[int, str]]]:
    """How phrases of an idea begin -> those phrases, numbered."""
    found: dict[str, list[tuple[int, str]]] = {}
    for number, phrase in enumerate(_cues(language)[idea]):
        found.setdefault(phrase[:_HEAD], []).append((number, phrase))
    return found


@lru_cache(maxsize=64)
def _beginnings(said: str) -> frozenset[str]:
    """How the words begin, at every length up to that of a head: some phrases are shorter."""
    starts = [found.start() for found in _BLANK.finditer(said)]
    found = {said[at : at + _HEAD] for at in starts}
    found.update(head for head in _short_heads() if head in said)
    return frozenset(found)


@cache
def _short_heads() -> tuple[str, ...]:
    """The heads of phrases shorter than the others, of both languages."""
    return tuple(
        {
            phrase
            for language in LANGUAGES
            for phrases in _cues(language).values()
            for phrase in phrases
            if len(phrase) < _HEAD
        }
    )


_BLANK = re.compile(" ")


def _tells(said: str, language: Language, idea: str) -> bool:
    """Whether the words tell of an act."""
    if idea == "negated_condition":
        return _negated_condition(said, language)
    if idea == "eventual_condition":
        # "in the event of a fire": a condition only for what is to come.
        return _has(said, language, idea) and _to_come(said, language)
    if idea in _SHAPES and _SHAPES[idea][language].search(said):
        return True
    for phrase in _possible(said, language, idea):
        at = said.find(phrase)
        if idea == "demand" and _ASKED.search(said, 0, max(at, 0)):
            continue  # how many years it should take
        if at < 0 or _attribute(said, at, language):
            continue
        if idea in _GLAD and _NOT.search(said, 0, at + 1):
            # "had not yet accepted".
            continue
        if idea == "accept" and _LATER.search(said, 0, at + 1):
            # "closed after Yerevan accepted": the acceptance is not what is said.
            continue
        return True
    return idea == "announce" and language == "ar" and _future(said)


_ASKED = re.compile(r" (?:how|whether|which|what|who|when) (?:\S+ ){0,4}\S* ?$")
"""Before a verb of an indirect question: nothing is demanded."""


def _attribute(said: str, at: int, language: Language) -> bool:
    """Whether an English participle only describes a noun: "the proposed line"."""
    if language == "ar":
        return False
    word = said[at + 1 : at + 24].split(" ", 1)[0]
    before = said[max(at - 12, 0) : at].rpartition(" ")[2]
    return word.endswith("ed") and " " + before + " " in _determiners()


@cache
def _determiners() -> frozenset[str]:
    return frozenset(phrase + " " for phrase in _cues("en")["determiners"])


def _negated_condition(said: str, language: Language) -> bool:
    """``not until``, ``no … before``, in one clause and with no mere time behind."""
    cues = _cues(language)
    for clause in said.split(" , "):
        clause = " " + clause.strip() + " "
        first = min((clause.find(one) for one in cues["negation"] if one in clause), default=-1)
        if first < 0:
            continue
        for phrase in cues["negated_condition"]:
            at = clause.find(phrase, first)
            if at < 0 or (language == "en" and " and " in clause[first:at]):
                continue
            behind = clause[at + len(phrase) :]
            if not _time(" " + behind.lstrip(), language):
                return True
    return False


def _time(behind: str, language: Language) -> bool:
    """Whether a time follows: ``before Thursday``, ``قبل نهاية الشهر``."""
    for article in (" the ", " ال"):
        behind = " " + behind.removeprefix(article) if behind.startswith(article) else behind
    return behind[1:2].isdigit() or behind.startswith(_cues(language)["times"])


def _to_come(said: str, language: Language) -> bool:
    return _has(said, language, "to_come") or (language == "ar" and _future(said))


def _future(said: str) -> bool:
    """Whether an Arabic verb in the future is among the words."""
    return any(
        word[:2] in ("سي", "ست", "سن") and len(word) > 4 and not word.startswith(_NO_FUTURE)
        for word in said.split()
    )


def _has(said: str, language: Language, idea: str) -> bool:
    return any(phrase in said for phrase in _possible(said, language, idea))


def _known(act: str) -> Act:
    for one in _ACTS:
        if one == act:
            return one
    return "report"
