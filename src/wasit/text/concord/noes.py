"""What a sentence says no to, in either language, and where only one of two says it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from wasit.language.folding import folded
from wasit.language.numbers import arabic, english
from wasit.language.spans import Language
from wasit.language.tokens import Token
from wasit.text.compare.words import tokens
from wasit.text.concord.phrases import phrasebook, words
from wasit.text.concord.terms import months

_NEAR_THAN = 9
"""How many words behind a no a comparison makes a bound of it."""
_NEAR_ONLY = 14
_NEAR_BEFORE = 4
"""How many words behind a no a "before" still belongs to its verb."""
_UN = re.compile(
    r"un(?!i|der|til)\w+(?:ed|able|ible|ful|ing|en|fit|fair|safe|lawful)|i[nmr]\w+[ai]ble"
)
"""Words that begin with a no: unoccupied, ineligible."""
_HELPERS = frozenset(
    {"shall", "may", "must", "will", "should", "can", "is", "are", "do", "does", "has", "have"}
)
HARD = ("no", "ban")


@dataclass(frozen=True, slots=True)
class Said:
    """A word or phrase that says no, or with what force something is said."""

    sense: str
    start: int
    end: int
    """Half-open offsets into the words."""
    soft: bool = False
    """A no that an exception or a comparison turns into a bound; a force that sets nothing."""


@lru_cache(maxsize=8_192)
def negations(text: str, language: Language) -> tuple[Said, ...]:
    """What says no in a sentence, in order; bounds (``no later than``) as such."""
    return tuple(_negations(tokens(text), language))


def _negations(listed_: Sequence[Token], language: Language) -> Iterator[Said]:
    book = phrasebook("negations", language)
    n = 0
    while n < len(listed_):
        token = listed_[n]
        sense, behind, told = "", n + 1, ""
        if token.kind == "word":
            told, end = next(book.at(listed_, n), ("", n + 1))
            sense, behind = _sense(listed_, n, language, (told, end))
        if sense:
            soft = sense in HARD and _made_soft(listed_, behind, language)
            soft = soft or (sense == "bound" and told != "bound")
            yield Said(sense, *_with_verb(listed_, n, behind), soft)
        n = behind


def _with_verb(listed_: Sequence[Token], n: int, behind: int) -> tuple[int, int]:
    """The offsets of a no with the words it stands at: ``shall not be``, ``لا يجوز``."""
    helped = norm_at(listed_, n - 1) in _HELPERS
    follows = behind < len(listed_) and listed_[behind].kind == "word"
    return listed_[n - helped].start, listed_[behind - (not follows)].end


def _sense(
    listed_: Sequence[Token], n: int, language: Language, found: tuple[str, int]
) -> tuple[str, int]:
    """What the word at ``n`` says no in, once bounds and look-alikes are taken out."""
    token = listed_[n]
    sense, behind = found
    if language == "en":
        if not sense and _UN.fullmatch(token.norm):
            return "lexical", n + 1
        if token.norm.endswith(("n't", "n’t")):
            sense, behind = "no", n + 1
        if token.norm == "no" and (token.text == "No" and norm_at(listed_, n + 1) == "."):
            return "", n + 1
        if token.norm == "not" and norm_at(listed_, n + 1) == "only":
            return "", n + 2
    else:
        sense, behind = _arabic(listed_, n, sense, behind)
    if sense == "no" and _is_bound(listed_, behind, language):
        return "bound", behind
    return sense, behind


def _arabic(listed_: Sequence[Token], n: int, sense: str, behind: int) -> tuple[str, int]:
    """``ألا`` is ``أن لا``, ``إلا`` an exception, ``بعدم`` a no; ``دون أن`` a lack."""
    token = listed_[n]
    bare = token.norm.removeprefix("و").removeprefix("ف")
    if bare == "الا":
        text = token.text.lstrip("وف")
        if text.startswith("أ"):
            return "no", n + 1
        if token.norm.startswith("و") and text.startswith("إ"):
            return "lexical", n + 1
        return "only", n + 1
    if bare in ("عدم", "بعدم", "لعدم", "العدم"):
        return "no", n + 1
    if bare == "لا" and norm_at(listed_, n - 1).endswith("ما") and norm_at(listed_, n - 1) == "ب":
        return "", n + 1
    if bare in ("ولا", "لا") and token.norm.startswith("و") and n and _continues_no(listed_, n):
        return "lexical", n + 1
    if bare in ("دون", "بدون") and n + 1 < len(listed_) and _is_age(listed_, n + 1):
        return "", n + 1
    return sense, behind


def _is_age(listed_: Sequence[Token], n: int) -> bool:
    """Whether a number follows: ``دون الثامنة عشرة``, under eighteen."""
    return listed_[n].kind == "number" or arabic.begins(listed_[n].norm)


def _continues_no(listed_: Sequence[Token], n: int) -> bool:
    """Whether ``ولا`` only goes on with a no before it: ``لا يُفصل ولا يُوقف``."""
    return any(token.norm == "لا" for token in listed_[max(n - 8, 0) : n])


def _is_bound(listed_: Sequence[Token], n: int, language: Language) -> bool:
    """Whether what follows makes a bound of a no: ``no later than``, ``shall not exceed``."""
    bounds = words("negations", "bounds", language)
    reach = 2 if language == "en" else 1
    if any(norm_at(listed_, k) in bounds for k in range(n, n + reach)):
        return True
    than = words("negations", "than", language)
    for k in range(n, min(n + _NEAR_THAN, len(listed_))):
        if listed_[k].text in ".;؛":
            return False
        pair = f"{listed_[k].norm} {norm_at(listed_, k + 1)}"
        if pair in than:
            return True
    return False


def _made_soft(listed_: Sequence[Token], n: int, language: Language) -> bool:
    """Whether an exception follows: ``may not be removed except``, ``لا ... إلا``."""
    book = phrasebook("negations", language)
    for k in range(n, min(n + _NEAR_ONLY, len(listed_))):
        if listed_[k].text in ".;؛":
            return False
        if listed_[k].kind != "word":
            continue
        for sense, behind in book.at(listed_, k):
            if language == "ar":
                sense, _ = _arabic(listed_, k, sense, behind)
            if sense == "only":
                return True
            if sense == "until" and k < n + _NEAR_BEFORE:
                return not _is_dated(listed_, behind, language)
    return False


def _is_dated(listed_: Sequence[Token], n: int, language: Language) -> bool:
    """Whether a figure follows: a no before a day is none before an event."""
    near = listed_[n : n + 4]
    return any(
        token.kind == "number"
        or (arabic if language == "ar" else english).begins(token.norm)
        or token.norm in months(language)
        for token in near
    )


def norm_at(listed_: Sequence[Token], n: int) -> str:
    """The folded word at ``n``; empty where there is none."""
    return listed_[n].norm if 0 <= n < len(listed_) else ""


@dataclass(frozen=True, slots=True)
class Unequal:
    """A no that one side alone says."""

    language: Language
    said: Said


def plain_noes(text: str, language: Language) -> int:
    """How often a sentence says no outright."""
    return sum(one.sense in HARD and not one.soft for one in negations(text, language))


def unequal(en: str, ar: str) -> Unequal | None:
    """The no that one of two sentences says and the other does not say in any way."""
    ours, theirs = negations(en, "en"), negations(ar, "ar")
    left = Counter(one.sense for one in ours)
    right = Counter(one.sense for one in theirs)
    common = left & right
    left, right = left - common, right - common
    for language, mine, other, rest, there in (
        ("en", ours, theirs, left, right),
        ("ar", theirs, ours, right, left),
    ):
        hard = [one for one in mine if one.sense in HARD and not one.soft]
        # "not before June" may be said as "from June on".
        if rest["until"]:
            continue
        surplus = sum(rest[sense] for sense in HARD)
        if not hard or not surplus or any(one.sense in HARD for one in other):
            continue
        if sum(there.values()) - there["until"] >= surplus:
            continue
        return Unequal("en" if language == "en" else "ar", hard[0])
    return _turned(ours, ar, theirs, "en") or _turned(theirs, en, ours, "ar")


def _turned(
    mine: Sequence[Said], other: str, others: Sequence[Said], language: Language
) -> Unequal | None:
    """A bound of one side that the other says the other way round: ``not more than``, *more than*.

    Only where the other says no in no way, and compares.
    """
    bounds = [one for one in mine if one.sense == "bound" and one.soft]
    if not bounds or others or any(one.sense in ("only", "unless", "until") for one in mine):
        return None  # not more than twelve hours but with consent: more needs consent
    compared = _MORE_THAN["ar" if language == "en" else "en"].search(folded(other))
    return Unequal(language, bounds[0]) if compared else None


_MORE_THAN: dict[str, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:more|longer|less|fewer|later|earlier|higher|lower|closer|older) than\b"
    ),
    "ar": re.compile(r"\b(?:اكثر|اقل|اطول|اقصر|ابعد|اقرب|اعلي|ادني) من\b"),
}
