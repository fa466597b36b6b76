"""Whether the encounters of a sentence were held, are planned, or hang on something."""

from __future__ import annotations

from functools import cache

from wasit.language.folding import folded
from wasit.language.spans import Span
from wasit.press.cues import Cue
from wasit.press.lexicons import data
from wasit.press.meetings.scene import Scene, Status

_CUE_REACH = 12
"""How far from its encounter a word may stand that says whether it was held."""
_BESIDE = 4
"""How near a word stands that tells for sure whether something is still to come."""
_WEAK = 6
"""How many words farther a word counts that a new round has in common with one held."""
_PAST = frozenset(
    ("met", "sat", "held", "brought", "shook", "came", "spent", "broke", "took", "flew", "went",
     "put", "struck", "drew")
)  # fmt: skip
"""The verbs of encounter whose past does not end in -ed."""
_FUTURE_BEFORE = frozenset(("be", "is", "are", "not", "n't"))
"""Before what looks like a past: *to be* signed, *is* expected."""
_WENT = frozenset(
    ("flew", "travelled", "traveled", "went", "came", "arrived", "headed", "returned", "drove",
     "landed", "journeyed", "sailed", "crossed", "was", "were")
)  # fmt: skip
"""What somebody did to meet: flew to Baku on Sunday *to meet* the envoy."""
_PARTICLES = ("لم", "ولم", "كان", "كانت", "وكان", "وكانت", "قد", "لن", "لا", "ان")
"""Before a present they make it past."""
_OPENS_REACH = 8
"""How far behind talks their verb may stand."""
_DATELINE = 8
"""Before which word of a report its first sentence begins."""
_DASHES = ("-", "–", "—", ":", "ـ")
_NO_FUTURE = (
    *("سياس", "سياد", "سيار", "سينا", "سيطر", "سيول", "سيناريو", "سيره", "سيده"),
    *("ستين", "ستون", "ستار", "ستراتيج", "سته", "ستمايه"),
)
"""How nouns begin that look like verbs of the future."""
_PRESENT = frozenset(
    ("meet", "meets", "sit", "sits", "return", "returns", "reconvene", "reconvenes", "convene",
     "convenes", "gather", "gathers", "resume", "host", "hosts", "sign", "signs", "reassemble")
)  # fmt: skip


def status_of(scene: Scene, anchor: Cue) -> tuple[Status, bool, bool, Span | None]:
    """Held, planned or conditional, by the words nearest; and the words of a condition.

    Also whether the status was told by a word, and whether by one right beside.
    """
    here = (anchor.first, anchor.behind)
    if _went(scene, anchor):
        return "held", True, True, None
    ahead = [cue for cue in scene.cues if cue.sort in ("planned", "conditional")]
    best: dict[str, int] = {}
    for cue in scene.cues:
        if cue.sort not in ("planned", "conditional", "held") or is_a_name(scene, cue):
            continue
        if cue.idea == "previous":
            continue
        if cue.sort == "held" and any(0 <= cue.first - one.behind <= 2 for one in ahead):
            continue  # proposed holding a meeting, اقترحت عقد لقاء
        far = scene.far(here, (cue.first, cue.behind), past_asides=True) + _WEAK * (
            cue.idea == "next"
        )
        if far <= _CUE_REACH:
            best[cue.sort] = min(best.get(cue.sort, far), far)
    for cue in scene.of("ending"):
        if 0 <= cue.first - anchor.behind <= 3:
            return "held", False, False, None
    condition = _condition(scene, anchor)
    if _will(scene, anchor) or _is_to_come(scene, anchor) or opens_soon(scene, anchor):
        best["planned"] = 0
    opening = _opening(scene, anchor)
    if opening is not None:
        best[opening] = min(best.get(opening, _BESIDE + 1), _BESIDE + 1)
    if scene.language == "ar" and (far := _future_near(scene, anchor)) <= _CUE_REACH:
        best["planned"] = min(best.get("planned", far), far)
    if _present_arabic(scene, anchor):
        best["planned"] = min(best.get("planned", _BESIDE + 1), _BESIDE + 1)
    if _past(scene, anchor):
        best["held"] = 0
    held = best.get("held", _CUE_REACH + 1)
    if best.get("conditional", held + 1) <= held:
        return "conditional", True, best["conditional"] <= _BESIDE, condition
    if best.get("planned", held + 1) <= held:
        opens = scene.conditions()[0][0] if condition is not None else -1
        if condition is not None and (opens > anchor.first or opens <= 1):
            return "conditional", True, best["planned"] <= _BESIDE, condition
        return "planned", True, best["planned"] <= _BESIDE, None
    if condition is not None and "held" not in best:
        return "conditional", True, False, condition
    return "held", "held" in best, held <= _BESIDE, None


def is_held(scene: Scene, anchor: Cue) -> bool:
    """Whether the words around say or suppose that it took place."""
    return status_of(scene, anchor)[0] == "held"


def is_a_name(scene: Scene, cue: Cue) -> bool:
    """Whether a word is part of a name: *New* Delhi."""
    return scene.language == "en" and cue.first > 0 and scene.tokens[cue.first].capital


def _past(scene: Scene, anchor: Cue) -> bool:
    """Whether the verb of the anchor is in the past: they *met*, التقى."""
    if anchor.sort != "verbs":
        return False
    word = scene.tokens[anchor.first].norm
    if scene.language == "en":
        before = scene.tokens[anchor.first - 1].norm if anchor.first else ""
        if word in _PAST or word.endswith("ed"):
            return before not in _FUTURE_BEFORE
        return False
    return not _is_present(word.removeprefix("و").removeprefix("ف"))


def _went(scene: Scene, anchor: Cue) -> bool:
    """Whether somebody went there for it: *flew* to Baku on Sunday to meet the envoy."""
    before = scene.tokens[anchor.first - 1].norm if anchor.first else ""
    if scene.language == "ar" or anchor.sort != "verbs" or before != "to":
        return False
    clause = scene.tokens[max(anchor.first - _CUE_REACH, 0) : anchor.first - 1]
    words = [token.norm for token in clause]
    if any(word in (",", ";", ":", "will", "that") for word in words):
        return False
    return any(
        word in _WENT and (word not in ("was", "were") or after == "in")
        for word, after in zip(words, [*words[1:], ""], strict=False)
    )


def _is_to_come(scene: Scene, anchor: Cue) -> bool:
    """Whether an English verb of encounter is in the present: they *meet* on Sunday."""
    if scene.language == "ar" or anchor.sort != "verbs":
        return False
    word = scene.tokens[anchor.first].norm
    if word not in _PRESENT:
        return False
    before = scene.tokens[anchor.first - 1].norm if anchor.first else ""
    return before not in ("to", "did", "not", "could", "n't")


def opens_soon(scene: Scene, anchor: Cue) -> bool:
    """Whether talks are said to begin or go on, in the present: they *resume* on Thursday."""
    if anchor.sort != "nouns":
        return False
    for cue in scene.of("opening"):
        before = scene.tokens[cue.first - 1].norm if cue.first else ""
        if scene.language == "ar":
            near = 0 <= anchor.first - cue.behind <= 1 and before not in _PARTICLES
        else:
            near = (
                0 <= cue.first - anchor.behind <= _OPENS_REACH
                and before not in ("to", "not", "n't", "did", "does", "do", "a", "the", "an")
                and not any(t.text in ",;:" for t in scene.tokens[anchor.behind : cue.first])
            )
        if near:
            return True
    return False


def _present_arabic(scene: Scene, anchor: Cue) -> bool:
    """Whether an Arabic verb of encounter is in the present, and no particle makes it past."""
    if scene.language == "en" or anchor.sort != "verbs":
        return False
    word = scene.tokens[anchor.first].norm.removeprefix("و").removeprefix("ف")
    before = scene.tokens[anchor.first - 1].norm if anchor.first else ""
    return _is_present(word) and before not in _PARTICLES[:4]


def _is_present(word: str) -> bool:
    """Whether an Arabic verb of encounter is in the present: يلتقي, تستضيف, not تصافح."""
    return word.startswith(("ي", "ت", "س", "ن")) and not word.startswith(_past_in_t())


@cache
def _past_in_t() -> tuple[str, ...]:
    """The verbs of encounter whose past begins like a present: تصافح, تفاوض."""
    verbs = (verb for listed in data("ar", "meetings")["verbs"].values() for verb in listed)
    return tuple(folded(str(verb).split("/")[0]) for verb in verbs if str(verb).startswith("ت"))


def _will(scene: Scene, anchor: Cue) -> bool:
    """Whether the verb of the anchor, or one right before it, has the س of the future."""
    return scene.language == "ar" and any(
        token.norm.startswith(("سي", "ست", "سن")) and len(token.norm) > 4
        for token in scene.tokens[max(anchor.first - 2, 0) : anchor.behind + 2]
    )


def _opening(scene: Scene, anchor: Cue) -> str | None:
    """What the verb an Arabic sentence opens with says of its first encounter: اختتم الوفدان."""
    if scene.language == "en" or any(
        cue.sort in ("nouns", "verbs") and cue.behind <= anchor.first for cue in scene.cues
    ):
        return None
    start = next(
        (n + 1 for n in range(min(_DATELINE, len(scene.tokens)) - 1, -1, -1)
         if scene.tokens[n].text in _DASHES), 0,
    )  # fmt: skip
    return next((cue.sort for cue in scene.of("held") if cue.first == start), None)


def _future_near(scene: Scene, anchor: Cue) -> int:
    """How far the nearest verb with the س of the future is: سيدعى القادة إلى قمة."""
    first = max(anchor.first - _CUE_REACH, 0)
    return min(
        (
            scene.far((anchor.first, anchor.behind), (n, n + 1), past_asides=True)
            for n in range(first, min(anchor.behind + _CUE_REACH, len(scene.tokens)))
            if _is_future(scene.tokens[n].norm)
        ),
        default=_CUE_REACH + 1,
    )


def _is_future(word: str) -> bool:
    """Whether an Arabic word is a verb of the future by its س."""
    word = word[1:] if word[:1] in "وف" else word
    return len(word) > 4 and word.startswith(("سي", "ست")) and not word.startswith(_NO_FUTURE)


def _condition(scene: Scene, anchor: Cue) -> Span | None:
    """The words of a condition near an encounter, or of one the sentence opens with."""
    for first, end in scene.conditions():
        near = scene.far((anchor.first, anchor.behind), (first, first + 1)) <= 20
        if end > first and (near or first <= 1):
            return Span(scene.language, scene.tokens[first].start, scene.tokens[end - 1].end)
    return None
