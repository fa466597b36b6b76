"""What a sentence says no to, and with what force it says the rest."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from wasit.language.numbers import arabic, english
from wasit.language.spans import Language
from wasit.language.tokens import Token
from wasit.text.compare.words import tokens
from wasit.text.concord.phrases import listed, phrasebook, words
from wasit.text.concord.terms import months

_NEAR_THAN = 9
"""How many words behind a no a comparison makes a bound of it."""
_NEAR_ONLY = 14
_NEAR_BEFORE = 4
"""How many words behind a no a "before" still belongs to its verb."""
_ASIDE = 5
_CLAUSE_LEAVE = 6
"""How many words behind ``للطرفين`` its ``أن`` may stand."""
_CLAUSE_DUTY = 12
_UN = re.compile(
    r"un(?!i|der|til)\w+(?:ed|able|ible|ful|ing|en|fit|fair|safe|lawful)|i[nmr]\w+[ai]ble"
)
"""Words that begin with a no: unoccupied, ineligible."""
_HELPERS = frozenset(
    {"shall", "may", "must", "will", "should", "can", "is", "are", "do", "does", "has", "have"}
)
_HARD = ("no", "ban")
_OPENS = frozenset({".", ",", "،", ";", "؛", ":", "[", "("})


@dataclass(frozen=True, slots=True)
class Said:
    """A word or phrase that says no, or with what force something is said."""

    sense: str
    start: int
    end: int
    """Half-open offsets into the words."""
    soft: bool = False
    """A no that an exception turns into a bound; a force in a clause that sets nothing."""


# --- negation -----------------------------------------------------------------------------------


@lru_cache(maxsize=8_192)
def negations(text: str, language: Language) -> tuple[Said, ...]:
    """What says no in a sentence, in order; bounds (``no later than``) as such."""
    return tuple(_negations(tokens(text), language))


def _negations(listed_: Sequence[Token], language: Language) -> Iterator[Said]:
    book = phrasebook("negations", language)
    n = 0
    while n < len(listed_):
        token = listed_[n]
        sense, behind = "", n + 1
        if token.kind == "word":
            sense, behind = _sense(listed_, n, language, next(book.at(listed_, n), ("", n + 1)))
        if sense:
            soft = sense in _HARD and _made_soft(listed_, behind, language)
            yield Said(sense, *_with_verb(listed_, n, behind), soft)
        n = behind


def _with_verb(listed_: Sequence[Token], n: int, behind: int) -> tuple[int, int]:
    """The offsets of a no with the words it stands at: ``shall not be``, ``لا يجوز``."""
    helped = _norm(listed_, n - 1) in _HELPERS
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
        if token.norm == "no" and (token.text == "No" and _norm(listed_, n + 1) == "."):
            return "", n + 1
        if token.norm == "not" and _norm(listed_, n + 1) == "only":
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
    if bare == "لا" and _norm(listed_, n - 1).endswith("ما") and _norm(listed_, n - 1) == "ب":
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
    if any(_norm(listed_, k) in bounds for k in range(n, n + reach)):
        return True
    than = words("negations", "than", language)
    for k in range(n, min(n + _NEAR_THAN, len(listed_))):
        if listed_[k].text in ".;؛":
            return False
        pair = f"{listed_[k].norm} {_norm(listed_, k + 1)}"
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


def _norm(listed_: Sequence[Token], n: int) -> str:
    return listed_[n].norm if 0 <= n < len(listed_) else ""


@dataclass(frozen=True, slots=True)
class Unequal:
    """A no that one side alone says."""

    language: Language
    said: Said


def plain_noes(text: str, language: Language) -> int:
    """How often a sentence says no outright."""
    return sum(one.sense in _HARD and not one.soft for one in negations(text, language))


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
        hard = [one for one in mine if one.sense in _HARD and not one.soft]
        # "not before June" may be said as "from June on".
        if rest["until"]:
            continue
        surplus = sum(rest[sense] for sense in _HARD)
        if not hard or not surplus or any(one.sense in _HARD for one in other):
            continue
        if sum(there.values()) - there["until"] >= surplus:
            continue
        return Unequal("en" if language == "en" else "ar", hard[0])
    return None


# --- modality -----------------------------------------------------------------------------------


@lru_cache(maxsize=8_192)
def forces(text: str, language: Language) -> tuple[Said, ...]:
    """The words of force in a sentence, in order; those under a no are called ``forbid``."""
    return tuple(_forces(tokens(text), language))


def _forces(listed_: Sequence[Token], language: Language) -> Iterator[Said]:
    book = phrasebook("forces", language)
    n = 0
    while n < len(listed_):
        token = listed_[n]
        if token.kind != "word" or _is_month(listed_, n, language):
            n += 1
            continue
        found = list(book.at(listed_, n))
        if language == "ar":
            found += list(_arabic_clauses(listed_, n))
        behind = n + 1
        for sense, end in found:
            if sense == "advice" and language == "en" and _is_if(listed_, n):
                continue
            soft = _is_aside(listed_, n, language)
            named = "forbid" if _under_no(listed_, n, end, language) else sense
            named = sense if sense in ("loosely", "wish", "effort") else named
            yield Said(named, token.start, listed_[end - 1].end, soft)
            behind = max(behind, end)
        n = behind


def _is_month(listed_: Sequence[Token], n: int, language: Language) -> bool:
    token = listed_[n]
    if language == "ar" or token.norm not in months("en") or not token.capital:
        return False
    before, behind = _norm(listed_, n - 1), _norm(listed_, n + 1)
    return n > 0 and (before[:1].isdigit() or behind[:1].isdigit() or listed_[n - 1].text != ".")


def _is_if(listed_: Sequence[Token], n: int) -> bool:
    """``Should a dispute arise``: a condition."""
    return listed_[n].capital or _norm(listed_, n - 1) in (",", "if")


def _is_aside(listed_: Sequence[Token], n: int, language: Language) -> bool:
    aside = words("forces", "aside", language)
    reach = _ASIDE if language == "en" else 2
    for k in range(n - 1, max(n - 1 - reach, -1), -1):
        if listed_[k].text in _OPENS:
            return False
        if listed_[k].norm in aside:
            return True
    return False


def _under_no(listed_: Sequence[Token], n: int, end: int, language: Language) -> bool:
    """Whether a no stands at a force: ``may not``, ``no boat may``, ``لا يجوز``."""
    if language == "ar":
        before = _norm(listed_, n - 1).lstrip("وف")
        if before in ("لا", "لن", "لم", "ليس", "ليست", "غير"):
            return True
        follows = [_norm(listed_, k) for k in range(end, end + 5)]
        texts = [listed_[k].text for k in range(end, min(end + 7, len(listed_)))]
        return any(text.startswith(("ألا", "ألّا", "بألا")) for text in texts) or (
            "عدم" in follows[:3] or "بعدم" in follows[:3]
        )
    if any(_norm(listed_, k) in ("not", "never", "neither", "no") for k in range(end, end + 3)):
        return True
    for k in range(n - 1, max(n - 12, -1), -1):
        if listed_[k].text in ".;:":
            return False
        if listed_[k].norm in ("no", "nobody", "neither", "none", "nothing", "nor"):
            return True
    return False


def _arabic_clauses(listed_: Sequence[Token], n: int) -> Iterator[tuple[str, int]]:
    """``للطرفين أن`` gives leave, ``على الطرفين أن`` sets a duty, at the head of a clause."""
    norm = listed_[n].norm
    bare = norm[1:] if norm[:1] in "وف" and len(norm) > 3 else norm
    head = n == 0 or listed_[n - 1].text in _OPENS or norm[:1] in "وف"
    if not head:
        return
    if bare == "علي" or bare in ("عليه", "عليها", "عليهم", "عليهما"):
        for k in range(n + 2, min(n + _CLAUSE_DUTY, len(listed_))):
            if listed_[k].text in ".;؛":
                return
            if _is_that(listed_, k):
                yield "duty", n + 1
                return
    elif bare.startswith("ل") and len(bare) >= 2 and bare not in listed("forces", "no leave"):
        if bare in ("لا", "لم", "لن"):
            return
        # للجنة استدعاء الشهود: leave as well, if the word behind is a deed.
        yield "loosely", n + 1
        for k in range(n + 1, min(n + _CLAUSE_LEAVE, len(listed_))):
            if listed_[k].text in ".;؛،,":
                return
            if _is_that(listed_, k):
                if _norm(listed_, k - 1) not in ("من", "الي", "علي", "في"):
                    yield "leave", k + 1
                return


def _is_that(listed_: Sequence[Token], n: int) -> bool:
    return listed_[n].norm in ("ان", "الا") and listed_[n].text[:1] in "أا"


@dataclass(frozen=True, slots=True)
class Forced:
    """Where two sentences are said with different force; either may be the whole sentence."""

    en: Said | None
    ar: Said | None


def differently_forced(en: str, ar: str) -> Forced | None:
    """Whether one sentence gives leave or advice where the other sets a duty, or the reverse."""
    ours, theirs = _Forces(forces(en, "en")), _Forces(forces(ar, "ar"))
    found = _advice(ours, theirs)
    if found is None and not (_sets_bound(en, "en") or _sets_bound(ar, "ar")):
        # "may only with" is "لا ... إلا".
        found = _leave(ours, theirs)
    return found or _effort(ours, theirs)


def _sets_bound(text: str, language: Language) -> bool:
    return any(one.soft for one in negations(text, language) if one.sense in _HARD)


class _Forces:
    """The forces of one sentence, counted."""

    def __init__(self, said: Sequence[Said]) -> None:
        self.said = said

    def first(self, sense: str, *, soft: bool = False) -> Said | None:
        found = (one for one in self.said if one.sense == sense and (soft or not one.soft))
        return next(found, None)

    def count(self, sense: str) -> int:
        return sum(one.sense == sense and not one.soft for one in self.said)

    def any(self, *senses: str) -> bool:
        return any(one.sense in senses for one in self.said)


def _advice(en: _Forces, ar: _Forces) -> Forced | None:
    ours, theirs = en.first("advice"), ar.first("advice")
    if ours and not ar.any("advice", "wish"):
        return Forced(ours, ar.first("duty") or ar.first("leave"))
    if theirs and not en.any("advice", "wish"):
        return Forced(en.first("duty") or en.first("leave"), theirs)
    return None


def _leave(en: _Forces, ar: _Forces) -> Forced | None:
    ours, theirs = en.count("leave"), ar.count("leave")
    if ours and not theirs and not ar.any("leave", "forbid", "loosely"):
        return Forced(en.first("leave"), ar.first("duty") or ar.first("advice"))
    if theirs and not ours and not en.any("leave", "forbid", "loosely"):
        return Forced(en.first("duty") or en.first("advice"), ar.first("leave"))
    surplus = ours - theirs
    if surplus > 0 and ar.count("duty") > en.count("duty"):
        return Forced(en.first("leave"), ar.first("duty"))
    return None


def _effort(en: _Forces, ar: _Forces) -> Forced | None:
    ours = en.first("effort")
    if ours and not ar.any("effort", "advice", "wish", "loosely"):
        return Forced(ours, ar.first("duty"))
    return None
