"""The parts of an Arabic name: given name, son-of, family name."""

from __future__ import annotations

import re

from wasit.language.tokens import Token
from wasit.press.names.arabic.words import Arabic, plain
from wasit.press.names.vocabulary import joined, labels

_NOT_NAMES = frozenset({"stop", "title", "kind", "honour", "verb", "group", "place", "label"})


_COMMON_ENDINGS = ("ات", "ها", "هم", "ته", "يه")
"""Endings of everyday words that family names without an article do not have."""


def part_at(words: Arabic, n: int) -> int | None:
    """The token behind one part of a name: ``عبد الله`` and ``نور الدين`` are one part."""
    count = len(words.tokens)
    norm = words.tokens[n].norm[joined(words.tokens[n].norm) :]
    last = n + 1
    if "particle" in labels(norm, "ar"):
        if last >= count or not plain(words, last):
            return None
        last += 1
        if norm not in ("عبد", "سان") and labels(words.tokens[last - 1].norm, "ar") & {"particle"}:
            return last + 1 if last < count and plain(words, last) else None
    if last < count and "behind" in labels(words.tokens[last].norm, "ar"):
        last += 1
    return last


def family_at(words: Arabic, n: int, *, firm: bool = False) -> int | None:
    """The token behind a family name that begins at token ``n``; ``firm`` behind an office."""
    if n >= len(words.tokens) or not plain(words, n):
        return None
    norm = words.tokens[n].norm
    known = words.labels(n)
    if norm.startswith(("بال", "لل", "كال", "فال")) and len(norm) > 4 and "given" not in known:
        return None
    if (joined(norm) and not norm.startswith("بل")) or (norm[:1] == "و" and _two(words, n - 2)):
        return None
    if "particle" in known:
        return part_at(words, n)
    if norm == "حاج" and n + 1 < len(words.tokens) and words.tokens[n + 1].norm[:2] == "ال":
        return n + 2
    if words.bodies[n] is not None and not _nisba(norm):
        return None
    if known & {"given", "word"} and "stop" not in known:
        return part_at(words, n)
    if known & _NOT_NAMES and not (norm.startswith("ال") and known <= {"kind", "verb"}):
        return None
    if not norm.startswith("ال") and is_common(words.tokens[n]):
        return n + 1 if firm and words.tokens[n].text.endswith("ة") else None
    return n + 1


def _two(words: Arabic, n: int) -> bool:
    """Whether an office of two stands at token ``n``: ``الوزيران فلان وفلان``."""
    dual = n >= 0 and words.tokens[n].norm.endswith(("ان", "ين"))
    return dual and _office_of_two(words.tokens[n].norm)


def _office_of_two(norm: str) -> bool:
    """Whether a dual is one of an office."""
    return any("title" in labels(form, "ar") for form in (norm, norm[:-2]))


def _nisba(norm: str) -> bool:
    """Whether a word of origin may be a family name: ``المصري``."""
    return norm.startswith("ال") and norm.endswith("ي")


def is_common(token: Token) -> bool:
    """Whether a word without an article looks like an everyday word."""
    return (
        token.norm.endswith(_COMMON_ENDINGS)
        or token.text.endswith(("اً", "ًا", "ة"))
        or _DEED.fullmatch(token.text) is not None
    )


_DEED = re.compile(r"إ\w\wا\w|است\w\wا\w")
"""Verbal nouns by their pattern: إشراك, استبعاد. Given names of it (إسلام) are in the lists."""


def with_third(words: Arabic, first: int, second: int, end: int) -> int:
    """The token behind a third part, where the second is a given name or a son-of."""
    if end >= len(words.tokens) or not plain(words, end):
        return end
    known = labels(words.tokens[second].norm, "ar")
    third = words.labels(end)
    norm = words.tokens[end].norm
    if "particle" in third and norm not in ("لا", "ذو", "ام", "دون"):
        return part_at(words, end) or end
    if not known & {"given", "word", "particle"}:
        return end
    if joined(norm) or words.bodies[end] is not None or third & _NOT_NAMES:
        return end
    if norm.startswith("ال") or third & {"given"}:
        behind = part_at(words, end) or end
        # روز لور جان باتيست
        return (
            with_third(words, first, end, behind) if third & {"given"} and behind > end else behind
        )
    after = end + 1
    closes = after >= len(words.tokens) or bool(
        words.tokens[after].kind == "mark"
        or words.labels(after) & {"stop", "verb"}
        or words.tokens[after].norm[:1] == "و"
    )
    return after if closes and not is_common(words.tokens[end]) and len(norm) > 3 else end
