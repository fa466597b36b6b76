"""What a stance is about: an issue of the lexicon, what was named before, or the noun phrase."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from wasit.press.cues import Cue
from wasit.press.positions.phrases import LEADING, LONGEST, phrase, possessed
from wasit.press.positions.scene import About, Scene
from wasit.press.texts.phrase import stops

_REACH = 14
"""How far behind a verb of stance its issue may stand, in words."""
_THAT = frozenset(("it", "that", "this", "them", "either", "both", "so", "one"))
_BEHIND_PRONOUN = frozenset(
    (
        *("and", "but", "or", "until", "unless", "if", "on", "in", "for", "as", "at", "outright"),
        *("out", "down", "off", "before", "without", "while", "because", "only", "again", "only"),
        *("completely", "entirely", "altogether", "so", "provided", "when", "too", "either"),
    )
)
_DETERMINERS = frozenset(("it", "them", "a", "an", "the", "its", "their", "him", "her", "us"))
_APPOSED = frozenset(
    (
        *("demand", "idea", "step", "move", "condition", "proposal", "something", "request"),
        *("point", "option", "solution", "formula", "measure", "term", "concession", "scheme"),
        *(
            "instrument",
            "mechanism",
            "tool",
            "matter",
            "issue",
            "subject",
            "topic",
            "claim",
            "suggestion",
            "arrangement",
            "sum",
            "figure",
            "clause",
            "plan",
        ),
    )
)
_RELATIVE = frozenset(("which", "ما", "الامر", "مطلب", "شرط", "امر", "مقترح", "فكره", "خطوه"))
_RELATIVE_REACH = 6


def objects(scene: Scene, start: int, end: int, *, free: bool) -> list[About]:
    """The issues of the object that begins at token ``start``, up to ``end``.

    ``free``: whether it may be one that no lexicon has.
    """
    end = min(end, len(scene.tokens))
    start = _behind_aside(scene, start, end)
    if scene.language == "ar" and any(
        possessed(token) for token in scene.tokens[start : min(start + 2, end)]
    ):
        return named_before(scene, start)[:1]  # its opening: of what was named before
    near = min(end, start + _REACH)
    issues = [one for one in scene.issues if start <= one.first < near and not _verb(scene, one)]
    comma = next((n for n in range(start, near) if scene.tokens[n].text in (",", "،")), near)
    if issues and (issues[0].first < comma or not free):
        return _joined(scene, issues)
    if scene.label is not None:
        return [scene.label]
    if _bare_number(scene, start, min(end, comma)):
        return named_before(scene, start)[:1]
    return phrase(scene, start, min(end, comma)) if free else []


def _bare_number(scene: Scene, start: int, end: int) -> bool:
    """Whether the object is an amount of what was named before: *offered 480 million*."""
    n = start
    while n < end and scene.tokens[n].norm in LEADING:
        n += 1
    if n >= end or not (scene.tokens[n].kind == "number" or scene.tokens[n].norm in _NUMBERS):
        return False
    rest = [token.norm for token in scene.tokens[n + 1 : min(n + 3, end)] if token.kind == "word"]
    return not rest or rest[0] in _AMOUNTS


_NUMBERS = frozenset(
    ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
)
_AMOUNTS = frozenset(
    (
        *("million", "billion", "percent", "per", "thousand", "instead", "over", "a", "on", "to"),
        *("مليون", "مليونا", "مليار", "في", "الف", "بالمايه", "بالمئه", "مليارا", "فقط"),
    )
)


def named_before(scene: Scene, n: int) -> list[About]:
    """The issue named before token ``n``: *a ceasefire, which Armenia rejects*; *that*."""
    before = [one for one in scene.issues if one.behind <= n and not _verb(scene, one)]
    if before:
        return [_about(before[-1])]
    if scene.label is not None:
        return [scene.label]
    told = scene.memory.topic or scene.memory.issue
    return [About(told, n, n, True)] if told else []


def subject_matter(scene: Scene, n: int) -> list[About]:
    """What is said to be a red line: the issue before it, or the phrase before the verb."""
    start = next((first for first, behind, _ in scene.said if first <= n < behind), 0)
    before = [one for one in scene.issues if start <= one.first and one.behind <= n]
    if before:
        return [_about(before[-1])]
    end = n
    while end > start and scene.tokens[end - 1].norm in _COPULAS:
        end -= 1
    first = end
    while first > start and end - first < LONGEST and scene.tokens[first - 1].kind == "word":
        if scene.tokens[first - 1].norm in stops("en"):
            break
        first -= 1
    if scene.language == "ar":
        first = max([start, *(m + 1 for m in range(start, end) if _opens(scene.tokens[m].norm))])
    return phrase(scene, first, end) if first < end <= first + 2 * LONGEST else []


def _opens(word: str) -> bool:
    """Whether an Arabic word opens a clause."""
    return word in ("ان", "بان", "اي", "،", ",", "«", ":", "لكن")


_COPULAS = frozenset(("is", "are", "was", "were", "remains", "remained", "be", "as", "still", "a"))


def refers_back(scene: Scene, start: int, end: int) -> bool:
    """Whether the object is a pronoun: *turned that down*, *will not wear them*."""
    if start >= end:
        return False
    if scene.language == "ar":
        return scene.tokens[start].norm in (
            "ذلك",
            "هذا",
            "بذلك",
            "الامر",
            "به",
            "بها",
            "عليه",
            "عليها",
        )
    while start < end - 1 and scene.tokens[start].norm in (
        "have",
        "see",
        "let",
        "to",
        "on",
        "of",
        "take",
        "do",
        "discuss",
        "doing",
    ):
        start += 1
    word = scene.tokens[start].norm
    after = scene.tokens[start + 1].norm if start + 1 < len(scene.tokens) else "."
    if word in ("its", "their"):
        return after in ("being", "opening", "inclusion", "removal")
    if word not in _THAT or (word == "one" and after == "of"):
        return False
    return after in _BEHIND_PRONOUN or not after[:1].isalnum()


def is_apposed(scene: Scene, first: int) -> bool:
    """Whether a verb belongs to a relative: *an idea the front accepts*, وهو ما ترفضه."""
    tokens = scene.tokens
    for n in range(max(first - _RELATIVE_REACH, 0), first):
        if tokens[n].norm in _RELATIVE or tokens[n].norm.removeprefix("ال") in _RELATIVE:
            if scene.language == "en":
                return tokens[n].norm == "which"
            if tokens[n].norm == "ما":
                return n == first - 1 and n > 0 and tokens[n - 1].norm in ("وهو", "هو")
            return n >= first - 2
        if scene.language == "ar" and tokens[n].norm in ("التي", "الذي", "والتي", "والذي"):
            return n >= first - 2
        if tokens[n].norm in _APPOSED and scene.language == "en":
            back = [token.norm for token in tokens[max(n - 2, 0) : n]]
            if back[-1:] and back[-1] in ("a", "an") and "," in back:
                return True
            if tokens[n].norm == "something" and back[-1:] == [","]:
                return True
    return False


def _verb(scene: Scene, issue: Cue) -> bool:
    """Whether a word is a verb here: a split *that guarantees it* a share."""
    if scene.language != "en" or issue.behind - issue.first > 1:
        return False
    before = scene.tokens[issue.first - 1].norm if issue.first else ""
    after = scene.tokens[issue.behind].norm if issue.behind < len(scene.tokens) else ""
    return before in ("that", "which", "who") and after in _DETERMINERS


def _behind_aside(scene: Scene, start: int, end: int) -> int:
    """The token behind an aside set between commas right after the verb."""
    if start < end and scene.tokens[start].text in (",", "،"):
        for n in range(start + 1, min(start + _REACH, end)):
            if scene.tokens[n].text in (",", "،"):
                return n + 1
    return start


def _about(cue: Cue) -> About:
    return About(cue.idea, cue.first, cue.behind, True)


def _joined(scene: Scene, issues: Sequence[Cue]) -> list[About]:
    """The first issue, and those joined to it by *and* or *or*."""
    found = [_about(issues[0])]
    for before, one in pairwise(issues):
        words = [token.norm for token in scene.tokens[before.behind : one.first]]
        if len(words) > _REACH // 2 or any(word in (";", "؛", ":") for word in words):
            break
        if scene.language == "en":
            linked = bool({"and", "or", "plus", "nor"} & set(words))
        else:
            linked = any(
                t.norm.startswith("و") for t in scene.tokens[before.behind : one.first + 1]
            )
        if linked and one.idea not in [known.issue for known in found]:
            found.append(_about(one))
        elif not linked:
            break
    return found


_WAW = frozenset(
    ("وزار", "وقف", "وضع", "وحده", "وصول", "وفد", "وقود", "وسيط", "وقت", "ورقه", "ولاي")
)
"""How words begin whose first letter is not *and*."""
