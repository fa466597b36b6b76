"""What a side asks for in return: *until*, *unless*, *if*, مقابل."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wasit.language.spans import Span
from wasit.press.cues import Cue
from wasit.press.positions.hit import Hit
from wasit.press.positions.objects import objects
from wasit.press.positions.phrases import matter_of
from wasit.press.positions.scene import About, Scene
from wasit.press.positions.words import word_set
from wasit.press.reading import Stance


@dataclass(frozen=True, slots=True)
class Stand:
    """One side's stance on an issue, as one sentence has it."""

    side: str
    issue: str
    stance: Stance
    span: Span
    name: str | None = None
    """What the side is called there."""
    listed: bool = True
    """Whether the lexicon has the issue."""
    matter: str = ""
    """What of the issue it is about, in the words of the sentence."""
    paragraph: int = 0


REACH = 26
"""How far behind a verb its clause is read, in words."""


Hinge = tuple[Cue, int, int]
"""A word of condition and the tokens of what is asked for: from, up to."""


def hinges_of(scene: Scene) -> list[Hinge]:
    """The words of condition of a sentence, in order; none within what another asks for."""
    found: list[Hinge] = []
    negated = [cue.first for cue in (*scene.of("negations"), *scene.of("refusals"))]
    negated += [
        cue.first for cue in scene.of("verbs") if cue.idea.startswith(("rejects", "demands"))
    ]
    negated += [cue.first for cue in scene.of("phrases") if cue.idea.startswith("rejects")]
    for cue in scene.of("until"):
        if found and cue.first < found[-1][2]:
            continue
        if scene.tokens[cue.behind - 1].norm in word_set("on_the_other_hand"):
            continue
        if (
            _opens_content(scene, cue)
            or _turns_back(scene, cue)
            or scene.tokens[cue.first - 1].norm == "at"
        ):
            continue  # at once
        if cue.idea == "until" and not any(cue.first - _WITHHELD <= n < cue.first for n in negated):
            continue  # only what is withheld is withheld until something
        end = min(len(scene.tokens), cue.behind + REACH)
        for n in range(cue.behind, end):
            if (
                scene.tokens[n].text in (",", "،", ";", "؛", ":")
                or any(one.first == n for one in scene.of("breaks"))
                or (n > cue.behind and _goes_on(scene, n))
            ):
                end = n
                break
        found.append((cue, cue.behind, end))
    return found


def _goes_on(scene: Scene, n: int) -> bool:
    """Whether the side goes on with another stance: before a truce *and demands*."""
    if scene.language == "ar":
        return False
    return scene.tokens[n].norm in ("and", "but") and any(
        one.first == n + 1 and scene.tokens[n + 1].norm.endswith(("s", "ed"))
        for one in scene.of("verbs")
    )


def _opens_content(scene: Scene, cue: Cue) -> bool:
    """Whether على أن opens what was agreed or stressed, or how it goes on: no condition."""
    if scene.language == "en" or scene.tokens[cue.behind - 1].norm != "ان":
        return False
    if scene.tokens[cue.first].norm != "علي":
        return False
    before = scene.tokens[: cue.first]
    return any(token.norm.removeprefix("و") in word_set("takes_that") for token in before)


def _turns_back(scene: Scene, cue: Cue) -> bool:
    """Whether *in return* tells of a side what it gives: *Lirna in return drops its claim*."""
    if scene.language == "ar" or scene.tokens[cue.behind - 1].norm != "return":
        return False
    return any(behind == cue.first for _, behind, _ in scene.actors)


_WITHHELD = 14
"""How far behind its negation *until* may stand, in words."""


def hinge_of(scene: Scene, hit: Hit, end: int, hinges: Sequence[Hinge]) -> Hinge | None:
    """The condition of a stance: behind it in its clause, or before it, up to a comma."""
    allowed = {"until", "unless"} if hit.stance == "demands" else {"until", "unless", "if"}
    for hinge in hinges:
        cue, _, behind = hinge
        if cue.idea not in allowed:
            continue
        if hit.behind <= cue.first <= end + 1:
            return hinge
        if cue.first <= _OPENING and 0 <= hit.first - behind <= _MAIN_CLAUSE:
            return hinge
    return None


_OPENING = 2
"""How far into a sentence the *if* stands that its main clause follows, in words."""
_MAIN_CLAUSE = 8


def asked(
    scene: Scene, hit: Hit, side: str, name: str | None, hinge: Hinge, given: Sequence[About]
) -> Iterator[Stand]:
    """What a side asks for in return."""
    cue, start, end = hinge
    words = {token.norm for token in scene.tokens[cue.first : cue.behind]}
    free = bool(words & word_set("for_it"))
    while start < end and (
        scene.tokens[start].norm in ("it", "they", "he", "she", "we", "the")
        or any(first <= start < behind for first, behind, _ in scene.actors)
    ):
        start += 1
    for about in objects(scene, start, end, free=free)[:1]:
        if about.issue not in [one.issue for one in given]:
            yield stand_on(scene, hit, side, name, about, "demands")


_POSTS = "other:portfolios and ministries"
"""An issue of coalitions; between a government and those who fight it, one of governance."""


def stand_on(
    scene: Scene, hit: Hit, side: str, name: str | None, about: About, stance: Stance
) -> Stand:
    """The stance of a side on what a word of stance is about."""
    tokens = scene.tokens
    if about.issue == _POSTS and scene.sides.fight:
        about = about._replace(issue="governance")
    last = max(hit.behind, about.behind) - 1
    span = Span(scene.language, tokens[min(hit.first, about.first)].start, tokens[last].end)
    matter = "" if about.first >= about.behind else matter_of(scene, about, hit.behind)
    return Stand(side, about.issue, stance, span, name, about.listed, matter)
