"""With what force a sentence says something: leave, duty, advice, effort."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from wasit.language.spans import Language
from wasit.language.tokens import Token
from wasit.text.compare.words import tokens
from wasit.text.concord.noes import HARD, Said, negations, norm_at
from wasit.text.concord.phrases import listed, phrasebook, words
from wasit.text.concord.terms import months

_ASIDE = 5
_CLAUSE_LEAVE = 6
"""How many words behind ``للطرفين`` its ``أن`` may stand."""
_CLAUSE_DUTY = 12
_OPENS = frozenset({".", ",", "،", ";", "؛", ":", "[", "("})


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
    before, behind = norm_at(listed_, n - 1), norm_at(listed_, n + 1)
    return n > 0 and (before[:1].isdigit() or behind[:1].isdigit() or listed_[n - 1].text != ".")


def _is_if(listed_: Sequence[Token], n: int) -> bool:
    """``Should a dispute arise``: a condition."""
    return listed_[n].capital or norm_at(listed_, n - 1) in (",", "if")


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
        before = norm_at(listed_, n - 1).lstrip("وف")
        if before in ("لا", "لن", "لم", "ليس", "ليست", "غير"):
            return True
        follows = [norm_at(listed_, k) for k in range(end, end + 5)]
        texts = [listed_[k].text for k in range(end, min(end + 7, len(listed_)))]
        return any(text.startswith(("ألا", "ألّا", "بألا")) for text in texts) or (
            "عدم" in follows[:3] or "بعدم" in follows[:3]
        )
    if any(norm_at(listed_, k) in ("not", "never", "neither", "no") for k in range(end, end + 3)):
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
                if norm_at(listed_, k - 1) not in ("من", "الي", "علي", "في"):
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
    return any(one.soft for one in negations(text, language) if one.sense in HARD)


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
