"""What a stance is about: an issue of the lexicon, what was named before, or the noun phrase."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from wasit.language.tokens import Token
from wasit.press.cues import Cue
from wasit.press.places import calendar_words
from wasit.press.positions.phrases import LONGEST, phrase, possessed
from wasit.press.positions.scene import About, Scene
from wasit.press.positions.words import issue_set, word_set
from wasit.press.texts.phrase import stops

_REACH = 14
"""How far behind a verb of stance its issue may stand, in words."""
_RELATIVE_REACH = 6


def objects(scene: Scene, start: int, end: int, *, free: bool) -> list[About]:
    """The issues of the object that begins at token ``start``, up to ``end``.

    ``free``: whether it may be one that no lexicon has.
    """
    end = min(end, len(scene.tokens))
    start = _behind_day(scene, _behind_aside(scene, start, end), end)
    if scene.language == "ar" and any(
        possessed(token) for token in scene.tokens[start : min(start + 2, end)]
    ):
        return named_before(scene, start)[:1]  # its opening: of what was named before
    near = min(end, start + _REACH)
    issues = [one for one in scene.issues if start <= one.first < near and not _verb(scene, one)]
    comma = next((n for n in range(start, near) if scene.tokens[n].text in (",", "،")), near)
    while len(issues) > 1 and _qualifies(issues[0], issues[1]):
        del issues[0]
    pay = _pay(scene, start, min(end, comma))
    if issues and (issues[0].first < comma or not free):
        joined = _joined(scene, issues)
        return [pay, *joined] if pay and pay.issue not in [one.issue for one in joined] else joined
    if pay:
        return [pay]
    if scene.label is not None:
        return [scene.label]
    faint = [one for one in scene.faint if start <= one.first < min(near, comma)]
    if faint:
        return [_about(faint[0])]
    if _share_of_count(scene, start, min(end, comma)):
        return []
    if _bare_number(scene, start, min(end, comma)):
        return list(scene.told[:1]) or named_before(scene, start)[:1]
    if scene.language == "ar" and _opens_clause(scene, start):
        return []
    return phrase(scene, start, min(end, comma)) if free else []


def _opens_clause(scene: Scene, start: int) -> bool:
    """Whether the object is a clause, which names no matter: أن نتحدث إلى الطرفين."""
    near = scene.tokens[start : start + 2]
    return any(token.norm in ("ان", "بان", "الا", "لان") for token in near)


def _pay(scene: Scene, start: int, end: int) -> About | None:
    """Pay, where a union or those it talks to ask for or offer a share of it: *wants 6 percent*."""
    if not scene.sides.of_labour or start >= end or scene.tokens[start].kind != "number":
        return None
    rest = [token.norm for token in scene.tokens[start + 1 : min(start + 3, end)]]
    if rest[:2] == ["per", "cent"] or (rest and rest[0] in _PERCENT):
        return About("other:wages and pay", start, start + 2, True)
    return None


_PERCENT = frozenset(("percent", "%", "٪", "بالمئه", "بالمائه", "في"))
"""What follows the number of a share."""


def _qualifies(one: Cue, other: Cue) -> bool:
    """Whether an issue is but the frame of the next: *a timetable for the withdrawal*."""
    return (
        one.idea in issue_set("qualifying")
        and other.idea not in issue_set("qualifying")
        and other.first - one.behind <= _FRAMED
    )


_FRAMED = 2
"""How many words may stand between an issue and what it frames."""


def _share_of_count(scene: Scene, start: int, end: int) -> bool:
    """Whether the object is how many of how many: *nine of thirteen clauses*, تسعة من أصل."""
    n = start
    while n < end and scene.tokens[n].norm in word_set("leading"):
        n += 1
    if n + 1 >= end or not _is_number(scene.tokens[n]):
        return False
    rest = [token.norm for token in scene.tokens[n + 1 : min(n + 4, end)]]
    return rest[0] in ("of", "من") or rest[:2] == ["out", "of"]


def _is_number(token: Token) -> bool:
    return token.kind == "number" or token.norm.removeprefix("ب") in word_set("numbers")


def _bare_number(scene: Scene, start: int, end: int) -> bool:
    """Whether the object is an amount of what was named before: *offered 480 million*."""
    n = start
    while n < end and (
        scene.tokens[n].norm in word_set("leading")
        or (n == start and scene.tokens[n].norm.endswith("ing"))
    ):
        n += 1
    if n > start and scene.tokens[n - 1].norm == "other":
        return False  # urged the other two to extend it
    if n >= end or not _is_number(scene.tokens[n]):
        return False
    rest = [token.norm for token in scene.tokens[n + 1 : min(n + 3, end)] if token.kind == "word"]
    return not rest or rest[0] in word_set("amounts") or rest[0] == "الي"


def named_before(scene: Scene, n: int) -> list[About]:
    """The issue named before token ``n``: *a ceasefire, which Armenia rejects*; *that*."""
    before = [one for one in scene.issues if one.behind <= n and not _verb(scene, one)]
    if before:
        return [_about(before[-1])]
    if scene.label is not None:
        return [scene.label]
    if is_apposed(scene, n):
        faint = [one for one in scene.faint if one.behind <= n]
        if faint:
            return [_about(faint[-1])]
    told = scene.memory.topic or scene.memory.issue
    return [About(told, n, n, True)] if told else []


def subject_matter(scene: Scene, n: int) -> list[About]:
    """What is said to be a red line: the issue before it, or the phrase before the verb."""
    start = next((first for first, behind, _ in scene.said if first <= n < behind), 0)
    before = [one for one in scene.issues if start <= one.first and one.behind <= n]
    before = before or [one for one in scene.faint if start <= one.first and one.behind <= n]
    if before:
        return [_about(before[-1])]
    end = n
    while end > start and scene.tokens[end - 1].norm in word_set("copulas"):
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


def refers_back(scene: Scene, start: int, end: int) -> bool:
    """Whether the object is a pronoun: *turned that down*, *will not wear them*."""
    if start >= end:
        return False
    if scene.language == "ar":
        return scene.tokens[start].norm in word_set("that_arabic")
    while start < end - 1 and scene.tokens[start].norm in word_set("before_that"):
        start += 1
    if start + 1 < end and scene.tokens[start].norm in ("the", "this", "that", "such"):
        behind = scene.tokens[start + 2].norm if start + 2 < len(scene.tokens) else "."
        if scene.tokens[start + 1].norm in word_set("notions"):
            return behind not in ("of", "to", "for", "that", "on", "from", "by")
    word = scene.tokens[start].norm
    after = scene.tokens[start + 1].norm if start + 1 < len(scene.tokens) else "."
    if word in word_set("that_object") and after.endswith("ed"):
        return True  # wants it scrapped
    if word in word_set("that_owner"):
        return after in word_set("deeds_owned")
    if word not in word_set("that") or (word == "one" and after == "of"):
        return False
    return after in word_set("behind_pronoun") or not after[:1].isalnum()


def of_proposition(scene: Scene, first: int) -> bool:
    """Whether a verb is said of all that was told: *, something the front rejects*; وهو ما."""
    tokens = scene.tokens
    for n in range(max(first - _RELATIVE_REACH, 1), first):
        if scene.language == "en" and tokens[n].norm == "something" and tokens[n - 1].text == ",":
            return True
        if tokens[n].norm == "ما" and tokens[n - 1].norm in ("وهو", "الامر", "هو"):
            return n == first - 1
    return False


def is_apposed(scene: Scene, first: int) -> bool:
    """Whether a verb belongs to a relative: *an idea the front accepts*, وهو ما ترفضه."""
    tokens = scene.tokens
    for n in range(max(first - _RELATIVE_REACH, 0), first):
        if tokens[n].norm in word_set("relative") or tokens[n].norm.removeprefix("ال") in word_set(
            "relative"
        ):
            if scene.language == "en":
                return tokens[n].norm == "which"
            if tokens[n].norm == "ما":
                return n == first - 1 and n > 0 and tokens[n - 1].norm in ("وهو", "هو")
            return n >= first - 2
        if scene.language == "ar" and tokens[n].norm in ("التي", "الذي", "والتي", "والذي"):
            return n >= first - 2
        if tokens[n].norm in word_set("apposed") and scene.language == "en":
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
    return before in ("that", "which", "who") and after in word_set("objects_of_verbs")


def _behind_aside(scene: Scene, start: int, end: int) -> int:
    """The token behind an aside set between commas right after the verb."""
    if start < end and scene.tokens[start].text in (",", "،"):
        for n in range(start + 1, min(start + _REACH, end)):
            if scene.tokens[n].text in (",", "،"):
                return n + 1
    return start


def _behind_day(scene: Scene, start: int, end: int) -> int:
    """The token behind a day right behind the verb: agreed *on Saturday* to pull back."""
    if scene.language == "en" and start + 2 < end:
        n = start + (scene.tokens[start].norm == "on")
        if scene.tokens[n].norm in calendar_words() and scene.tokens[n].capital:
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
