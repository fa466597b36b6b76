"""People named in Arabic, which has no capitals: given names, offices before, verbs of speech."""

from __future__ import annotations

from wasit.language.lexicons import Remembered
from wasit.press.names.arabic.parts import family_at, part_at, with_third
from wasit.press.names.arabic.roles import label_before, office_before, role_before, role_behind
from wasit.press.names.arabic.strangers import stranger_at
from wasit.press.names.arabic.words import Arabic, arabic, bare, name_words
from wasit.press.names.found import Candidate
from wasit.press.names.vocabulary import joined, labels

__all__ = ["Arabic", "arabic", "bare", "candidate", "candidates", "name_words"]


def candidates(words: Arabic) -> list[Candidate]:
    """The names of a paragraph that office, verb or given name give away."""
    if words.paragraph.kind == "heading":
        return []
    found = []
    behind = 0
    for n in [n for n, token in enumerate(words.tokens) if _MAY_BEGIN[token.norm]]:
        last = _name_at(words, n) if n >= behind else None
        if last is not None:
            found.append(candidate(words, n, last, sure=True))
            behind = last
    return found


def _may_begin(norm: str) -> bool:
    """Whether a name may begin with a folded word: not with a mark or a small word."""
    if not norm or not norm[0].isalpha():
        return False
    return norm == "علي" or "stop" not in labels(norm[joined(norm) :], "ar")


_MAY_BEGIN = Remembered(_may_begin)


def candidate(words: Arabic, first: int, last: int, *, sure: bool) -> Candidate:
    """Tokens ``first`` to ``last`` (the one behind) as a name."""
    tokens = words.tokens[first:last]
    start = tokens[0].start + joined(tokens[0].norm)
    role, side = role_before(words, first)
    if role is None:
        role, side = role_behind(words, last)
    return Candidate(
        "ar",
        start,
        tokens[-1].end,
        name_words(tokens),
        words.paragraph.index,
        sure,
        role,
        side,
    )


def _name_at(words: Arabic, n: int) -> int | None:
    """The token behind a name that begins at token ``n``."""
    token = words.tokens[n]
    if token.kind != "word":
        return None
    norm = token.norm[joined(token.norm) :]
    if norm == "علي" and token.text.endswith("ى"):
        return None
    if n and _goes_with_before(words, n):
        return None
    known = labels(norm, "ar")
    if words.bodies[n] is not None and "given" not in known:
        return None
    if "stop" in known and norm != "علي":
        return None
    sure = "given" in known and not (words.bodies[n] and words.bodies[n].last - n > 1)  # type: ignore[union-attr]
    if not sure and "word" not in known and norm not in _OPENERS:
        return stranger_at(words, n)
    last = part_at(words, n)
    if last is None:
        return None
    end = family_at(words, last, firm=office_before(words, n))
    if end is None:
        return None
    # "عبد" and "أبو" open family names too, everyday words open sentences: an office must stand by.
    by_itself = sure and (norm not in _OPENERS or _opens_alone(words, n))
    if not (by_itself or office_before(words, n) or _speech_before(words, n)):
        return None
    if "title" in known and not office_before(words, n):
        return None
    if norm == "باسم" and n and bare(words.tokens[n - 1].norm) in _SPOKESMEN:
        # "المتحدث باسم": on behalf of, not a name.
        return None
    if label_before(words, n) or _is_byline(words, n) or _everyday_pair(words, n, end):
        return None
    return with_third(words, n, last, end)


def _is_byline(words: Arabic, n: int) -> bool:
    """Whether a report tells by whom it is: ``كتب - فلان الفلاني``."""
    if words.paragraph.index > 1 or n == 0 or n > _BYLINE:
        return False
    first = words.tokens[0].norm
    return first in _WRITTEN_BY and words.tokens[n - 1].kind == "mark"


_BYLINE = 6


_WRITTEN_BY = frozenset(("كتب", "كتبت", "اعداد", "تقرير", "بقلم", "متابعه"))


def _everyday_pair(words: Arabic, n: int, end: int) -> bool:
    """Whether given name and family name are everyday words: «سيف مسلط», أسماء المطلوبين."""
    first, second = words.tokens[n].norm, words.tokens[end - 1].norm
    if first == "اسماء" and second.endswith(("ين", "ون", "ات")):
        return True
    if first in ("شروق", "غروب") and second == "الشمس":
        return True
    quoted = n > 0 and words.tokens[n - 1].text in ("«", '"', "“")
    return quoted and end - n == 2 and not second.startswith("ال") and not words.labels(end - 1)


def _goes_with_before(words: Arabic, n: int) -> bool:
    """Whether a word is counted, or of a tribe or a saint's name: 240 ألف فدان, آل جابر."""
    before = words.tokens[n - 1]
    if before.kind == "number" or before.norm in _THOUSANDS:
        return True
    return before.text in _TRIBES or before.norm == "سانتا"


_THOUSANDS = frozenset(("الف", "مليون", "مليار", "الاف", "ملايين", "ميه", "مايه"))


_TRIBES = frozenset(("آل", "بني", "بنو", "البو", "وآل", "وبني", "وبنو"))


_SPOKESMEN = frozenset(("متحدث", "متحدثه", "ناطق", "ناطقه", "متكلم", "متحدثا", "ناطقا"))


_OPENERS = frozenset(("عبد", "ابو"))


def _opens_alone(words: Arabic, n: int) -> bool:
    """Whether ``عبد`` begins a name by itself: with the article behind it and no name before."""
    opens = words.tokens[n].norm.endswith("عبد") and n + 1 < len(words.tokens)
    known = words.labels(n - 1) if n else frozenset(("mark",))
    begun = bool(known & {"mark", "verb", "stop", "title", "kind"})
    return opens and begun and words.tokens[n + 1].norm.startswith("ال")


def _speech_before(words: Arabic, n: int) -> bool:
    return n > 0 and "verb" in words.labels(n - 1)
