"""The words of a sentence that tell of encounters, one for each."""

from __future__ import annotations

from collections.abc import Iterator

from wasit.press.cues import Cue
from wasit.press.meetings.scene import Scene
from wasit.press.meetings.telling import tells_of_one

_NEW_DAY = 4
"""How far behind *put off* stands the word that leads to the new day."""
_UNTIL = frozenset(("to", "until", "till", "الي", "حتي"))
_ASIDE = 6
"""The longest parenthesis between two words of one encounter, in words."""
_OBJECT = 9
"""How far behind a verb of encounter its noun may stand."""
_PURPOSE = 14
"""How far behind a verb of encounter may stand what it is for."""
_WITHOUT = 6
"""How far before its noun *without* may stand."""
_WITHOUTS = frozenset(("without", "دون", "بدون"))
_MARKS = frozenset((",", ";", "،", "؛", "."))
_STRENGTH = (
    *("signing", "signed", "concluded", "one", "process", "met", "hosted", "received"),
    *("gathered", "together", "parted", "spent", "briefed", "sat", "social", "invited", "due"),
)
"""Of two words of one encounter the stronger idea stays: a signing stays a signing."""


def anchors_of(scene: Scene) -> Iterator[Cue]:
    """The words of encounters, one for each: a *meeting* of the second *round* is one."""
    barred = [cue for cue in scene.cues if cue.sort == "not"]
    parts = [cue.first for cue in scene.of("apart")]
    kept: Cue | None = None
    for cue in scene.cues:
        if cue.sort not in ("nouns", "verbs") or not tells_of_one(scene, cue):
            continue
        if _in_condition(scene, cue) or _is_wanting(scene, cue):
            continue  # if the talks in Moscow succeed: no other encounter
        span = (cue.first, cue.behind)
        if any(
            (n.first < cue.behind and cue.first < n.behind and _as_long(n, cue))
            or (n.idea == "apart" and scene.far(span, (n.first, n.behind)) <= 2)
            for n in barred
        ):
            continue
        if kept is not None and cue.behind <= kept.behind:
            continue
        if kept is not None and _one_encounter(scene, kept, cue, parts):
            kept = _joined(kept, cue)
            continue
        if kept is not None:
            yield kept
        kept = cue
    if kept is not None:
        yield kept


def _as_long(barred: Cue, cue: Cue) -> bool:
    """Whether a phrase that is no encounter is not part of a longer one that is."""
    return barred.behind - barred.first >= cue.behind - cue.first


def _is_wanting(scene: Scene, cue: Cue) -> bool:
    """Whether it is what they parted without: *without* setting a date for further talks."""
    if cue.sort != "nouns":
        return False
    before = [token.norm for token in scene.tokens[max(cue.first - _WITHOUT, 0) : cue.first]]
    return bool(_WITHOUTS.intersection(before)) and not _MARKS.intersection(before)


def _in_condition(scene: Scene, cue: Cue) -> bool:
    for one in scene.of("condition"):
        between = scene.tokens[one.behind : cue.first]
        if one.behind <= cue.first and not any(t.text in ",،;؛" for t in between):
            return any(c.first < one.first for c in scene.cues if c.sort in ("nouns", "verbs"))
    return False


def _one_encounter(scene: Scene, a: Cue, b: Cue, parts: list[int]) -> bool:
    """Whether two words tell of one encounter: a *round* of *talks*, a *meeting* will *convene*.

    A verb and its noun stand in one clause: hosted on Monday a second round.
    """
    gap = scene.tokens[a.behind : b.first]
    if not gap:
        return True
    if _is_purpose(scene, a, b):
        return True
    marks = [n for n, token in enumerate(gap) if token.kind == "mark" and token.text != "-"]
    if marks and not (len(marks) == 2 and marks[1] - marks[0] <= _ASIDE and a.sort == "verbs"):
        return False
    if any(a.behind <= n < b.first for n in parts):
        return False
    if scene.language == "ar" and any(t.norm == "و" or _opens_clause(t.norm) for t in gap):
        return False
    if a.sort == "nouns" and b.sort == "verbs":
        return len(gap) <= _OBJECT and b.idea in ("met", "hosted", "gathered")
    if a.idea == "signed" and b.sort == "nouns":
        return len(gap) <= _OBJECT and any(
            t.norm in ("at", "during", "خلال", "في") for t in gap[-3:]
        )
    if a.sort == "verbs" and b.sort == "nouns":
        return len(gap) <= _OBJECT + 2 * len(marks) and a.idea != "signed"
    link = ("of", "for", "'s") if scene.language == "en" else ("من",)
    return len(gap) <= 4 and (
        gap[0].norm in link
        or (scene.language == "ar" and len(gap) <= 2 and b.idea in ("process", "signing"))
    )


def _is_purpose(scene: Scene, a: Cue, b: Cue) -> bool:
    """Whether they meet for it: will meet in Oslo on Friday *to sign*, يلتقيان لتوقيع."""
    if b.first - a.behind > _PURPOSE or any(
        token.text in ",،;؛:" for token in scene.tokens[a.behind : b.first]
    ):
        return False
    if scene.language == "en":
        return a.idea == "met" and b.sort == "verbs" and scene.tokens[b.first - 1].norm == "to"
    word = scene.tokens[b.first].norm
    return a.idea == "met" and b.idea == "signing" and word.startswith("ل")


def _opens_clause(word: str) -> bool:
    """Whether an Arabic word begins a clause of its own: وقال, وستعقد."""
    return word.startswith(("وس", "وي", "وت")) and len(word) > 4 and not word.endswith("ه")


def _joined(a: Cue, b: Cue) -> Cue:
    """Both as one: a signing stays a signing, a single encounter a single one."""
    ideas = {a.idea, b.idea}
    if a.idea == "met" and b.idea in ("signed", "signing"):
        return a  # they meet to sign: one encounter
    idea = next(one for one in _STRENGTH if one in ideas)
    if idea in ("one", "process") and "hosted" in ideas:
        return Cue("nouns", idea, a.first, b.behind)
    sort = "nouns" if "nouns" in (a.sort, b.sort) else a.sort
    return Cue(sort, idea, a.first, b.behind)


_PLURAL = {"en": ("s",), "ar": ("ات", "ين", "ان")}


def is_plural(scene: Scene, anchor: Cue) -> bool:
    """Whether one word tells of several: two *rounds*, جولتين; a *round* of talks is one."""
    if anchor.idea != "one":
        return False
    for cue in scene.of("nouns", "one"):
        if anchor.first <= cue.first and cue.behind <= anchor.behind:
            words = [token.norm for token in scene.tokens[cue.first : cue.behind]]
            if scene.language == "ar":
                head = words[0]
            else:
                head = words[words.index("of") - 1] if "of" in words else words[-1]
            return head.endswith(_PLURAL[scene.language])
    return False


def is_cancelled(scene: Scene, anchor: Cue) -> bool:
    """Whether the encounter was called off, put off without a new day, or not had at all."""
    here = (anchor.first, anchor.behind)
    nouns = sum(cue.sort == "nouns" for cue in scene.cues)
    reach = 6 if nouns > 1 or anchor.sort == "verbs" else 2 * _ASIDE
    if any(
        scene.far(here, (cue.first, cue.behind)) <= reach
        and not (cue.idea == "excluded" and _is_undone(scene, cue))
        for cue in scene.of("cancelled")
    ):
        return True
    if any(
        scene.far(here, (cue.first, cue.behind), past_asides=True) <= _ASIDE + 2
        and not _new_day(scene, cue)
        for cue in scene.of("postponed", "postponed")
    ):
        return True
    if _refuses(scene, anchor) or _had_been_due(scene, anchor):
        return True
    reach = 3 if scene.language == "en" or anchor.idea == "signing" else 1
    return (anchor.sort == "verbs" or anchor.idea == "signing") and any(
        0 <= anchor.first - cue.behind < reach
        and not any(
            "rul" in token.norm or token.norm == "only"
            for token in scene.tokens[cue.behind : anchor.first]
        )
        for cue in scene.of("undone")
    )


def _refuses(scene: Scene, anchor: Cue) -> bool:
    """Whether somebody would not come: *refused* on Monday *to travel*, رفض ... التوجه."""
    words = [token.norm for token in scene.tokens[max(anchor.first - _REFUSED, 0) : anchor.first]]
    if scene.language == "en":
        at = next((n for n, word in enumerate(words) if word in _REFUSALS), None)
        rest = [*words[at + 1 :], scene.tokens[anchor.first].norm] if at is not None else []
        return "to" in rest and not _MARKS.intersection(rest) and "rule" not in rest
    verb = next((n for n, word in enumerate(words) if word.removeprefix("و") in _REFUSALS), None)
    if verb is None or _MARKS.intersection(words[verb:]):
        return False
    first = scene.tokens[anchor.first].norm
    return any(word.startswith(_GOING) for word in (*words[verb:], first))


_REFUSED = 12
"""How far before an encounter stands that somebody refused to come, in words."""
_REFUSALS = frozenset(("refused", "refuses", "declined", "declines", "رفض", "رفضت", "يرفض", "ترفض"))
_GOING = ("التوجه", "السفر", "الذهاب", "الحضور", "حضور", "المشاركه", "الجلوس", "لقاء", "الاجتماع",
          "الالتقاء", "المجيء")  # fmt: skip
"""What one refuses who will not come."""


def _had_been_due(scene: Scene, anchor: Cue) -> bool:
    """Whether it was planned once and is no longer: *had been scheduled*, كان مقررا."""
    for cue in scene.of("planned", "planned"):
        before = [token.norm for token in scene.tokens[max(cue.first - 4, 0) : cue.first]]
        if scene.far((anchor.first, anchor.behind), (cue.first, cue.behind)) > _ASIDE:
            continue
        if before[-2:] == ["had", "been"]:
            return True
        word = scene.tokens[cue.first].norm
        if word.startswith("مقرر") and any(one.removeprefix("و") in _WAS for one in before):
            return True
    return False


_WAS = frozenset(("كان", "كانت"))


def _is_undone(scene: Scene, cue: Cue) -> bool:
    """Whether a refusal is itself denied: *did not* rule out, *neither side* ruled out."""
    before = {token.norm for token in scene.tokens[max(cue.first - 4, 0) : cue.first]}
    return bool(before & {"not", "neither", "nor", "never", "no", "لم", "ولم", "لا", "ولا", "لن"})


def _new_day(scene: Scene, cue: Cue) -> bool:
    """Whether what was put off has a new day: postponed *to* Sunday."""
    for n in range(cue.behind, min(cue.behind + 2 * _NEW_DAY, len(scene.tokens))):
        if scene.tokens[n].text in ",،;؛":
            return False
        if scene.tokens[n].norm in _UNTIL and any(0 <= one[0] - n - 1 <= 2 for one in scene.dates):
            return True
    return False
