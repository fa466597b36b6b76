"""The words by which a sentence takes a stand: which, of what polarity, and where."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from wasit.language.tokens import Token
from wasit.press.cues import Cue
from wasit.press.positions.dependence import nested
from wasit.press.positions.hit import Hit
from wasit.press.positions.scene import Scene
from wasit.press.positions.usage import admits, masdar, passive, stands
from wasit.press.positions.vocabulary import ABOUT_BEFORE, LINK, PARTICLE
from wasit.press.positions.words import word_set
from wasit.press.reading import Stance

_SORTS = (
    "phrases",
    "predicates",
    "owned",
    "verbs",
    "split",
    "nouns",
    "weak",
    "must",
    "refusals",
    "modals",
)
"""In order: of two as long at one place the first is taken."""
_STANCES: dict[str, Stance] = {
    "demands": "demands",
    "must": "demands",
    "rejects": "rejects",
    "refuse": "rejects",
    "accepts": "accepts",
    "open": "open",
    "may": "open",
    "conditional": "conditional",
}
_NEGATED: dict[Stance, Stance | None] = {
    "accepts": "rejects",
    "rejects": "open",
    "demands": None,
    "open": "rejects",
    "conditional": None,
}


_LINK = 14
"""How far behind an Arabic verb its preposition may stand."""


def hits_of(scene: Scene) -> list[Hit]:
    """The words of stance of a sentence in order; none overlap."""
    found = [cue for sort in _SORTS for cue in scene.of(sort)]
    found.sort(key=lambda cue: (cue.first, cue.first - cue.behind, _SORTS.index(cue.sort)))
    apart: list[Cue] = []
    for cue in found:
        if apart and cue.first < apart[-1].behind:
            continue
        if cue.sort == "owned" and not masdar(scene.tokens, cue):
            continue  # he rejected it
        if cue.sort in ("verbs", "weak") and _in_name(scene, cue):
            continue  # the Rapid Support Forces
        apart.append(cue)
    hits: list[Hit] = []
    for cue in apart:
        hit = _hit(scene, cue)
        if hit is None:
            continue
        if hits and hit.first == hits[-1].link:
            continue  # sees no objection to: one word of stance
        if hits and _gives_up(hits[-1], hit):
            continue
        if hits and hit.sort == "modals" and _follows(hits[-1], hit):
            continue  # will not hand over
        if hits and _leads(hits[-1], hit):
            hits.pop()
        hits.append(hit)
    return nested(scene, hits)


def _in_name(scene: Scene, cue: Cue) -> bool:
    """Whether a word is one of the words of a name."""
    return any(first < cue.first < behind for first, behind, _ in scene.named)


_GIVEN_UP = 4
"""How far behind its verb a demand stands that is given up."""


def _gives_up(verb: Hit, demand: Hit) -> bool:
    """Whether a demand is but what somebody gives up: تخلت كارلاند عن *مطلب* كذا."""
    noun = demand.sort in ("nouns", "owned") and demand.stance == "demands"
    gives = verb.stance == "accepts" and verb.sort in ("verbs", "phrases")
    return noun and gives and demand.first - verb.behind <= _GIVEN_UP


def _follows(refusal: Hit, modal: Hit) -> bool:
    """Whether a modal is but the verb of what is refused: لن تنسحب."""
    return refusal.sort == "refusals" and modal.first == refusal.behind


def _leads(modal: Hit, hit: Hit) -> bool:
    """Whether a modal is but that of the next verb of stance: *would refuse*."""
    if modal.sort not in ("refusals", "modals") or hit.first - modal.behind > 1:
        return False
    return modal.sort == "modals" or hit.sort not in ("refusals", "modals")


def _hit(scene: Scene, cue: Cue) -> Hit | None:
    tokens = scene.tokens
    if cue.sort == "split":
        return _split(scene, cue)
    idea, _, link = cue.idea.partition(LINK)
    stance = _turned(scene, cue, _STANCES[idea.removesuffix(ABOUT_BEFORE)])
    linked = _link_at(tokens, cue, link) if link else None
    if stance is None or (link and linked is None) or not stands(scene, cue):
        return None
    if mute(scene, cue, stance) or admits(scene, cue, stance):
        return None
    by = None
    if scene.language == "en" and cue.sort in ("verbs", "weak"):
        if cue.behind < len(tokens) and tokens[cue.behind].norm == "by":
            by = cue.behind
        elif passive(tokens, cue, stance):
            return None
    sort = cue.sort
    if (
        scene.language == "ar"
        and sort == "verbs"
        and tokens[cue.first].norm.startswith(tuple(word_set("by_nouns")))
    ):
        sort = "nouns"  # by the refusal of
    before = by is not None or _is_about_before(scene, cue, stance)
    return Hit(sort, stance, cue.first, cue.behind, before, by, linked)


def _split(scene: Scene, cue: Cue) -> Hit | None:
    """A verb whose particle stands behind a short object: *turns the offer down*."""
    idea, _, particle = cue.idea.partition(PARTICLE)
    for n in range(cue.behind + 1, min(cue.behind + _OBJECT, len(scene.tokens))):
        token = scene.tokens[n]
        if token.kind == "mark":
            break
        if token.norm == particle:
            return Hit("verbs", _STANCES[idea], cue.first, cue.behind)
    return None


_OBJECT = 6
"""Before which word behind its verb a particle stands."""


def _turned(scene: Scene, cue: Cue, stance: Stance) -> Stance | None:
    """The stance, turned around by a *not* right before it; None where it is no stance then."""
    if stance == "accepts" and _lacking(scene, cue):
        return None
    negated = _negation(scene, cue) or _of_nothing(scene, cue, stance)
    if negated == "failed":
        return None
    if not negated or cue.sort in ("refusals", "modals", "phrases"):
        return stance
    if cue.sort == "must":
        return "rejects"
    # Without agreement: nobody refuses.
    return None if cue.sort == "nouns" else _NEGATED[stance]


def _lacking(scene: Scene, cue: Cue) -> bool:
    """Whether it is told that there was no agreement: *without agreeing*, من دون اتفاق."""
    near = [token.norm for token in scene.tokens[max(cue.first - 2, 0) : cue.first]]
    return bool({"without", "دون", "غير", "بدون", "بلا"}.intersection(near))


def _of_nothing(scene: Scene, cue: Cue, stance: Stance) -> str | None:
    """*not*, where what is accepted is nothing: *would accept no option*."""
    after = [token.norm for token in scene.tokens[cue.behind : cue.behind + 2]]
    if after == ["not", "to"] and stance == "accepts":
        return "not"  # vowed not to
    if after[:1] == ["nothing"] and stance == "accepts":
        return "not"  # conceded nothing on
    return "not" if after[:1] == ["no"] and stance in ("accepts", "open") else None


def _link_at(tokens: Sequence[Token], cue: Cue, link: str) -> int | None:
    """Where the preposition of an Arabic verb stands."""
    near = range(cue.behind, min(cue.behind + _LINK, len(tokens)))
    return next((n for n in near if tokens[n].norm == link), None)


def _is_about_before(scene: Scene, cue: Cue, stance: Stance) -> bool:
    """Whether what a word is about was named before it."""
    if cue.sort == "predicates":
        return True
    if cue.idea.endswith(ABOUT_BEFORE):
        return not masdar(scene.tokens, cue)
    if cue.sort == "phrases" and stance == "rejects" and scene.language == "en":
        middle = {token.norm for token in scene.tokens[cue.first + 1 : cue.behind]}
        return bool(middle & {"it", "that", "them", "this"})  # turned that down
    return False


def mute(scene: Scene, cue: Cue, stance: Stance) -> bool:
    """Whether somebody only declines to say something: *declined to comment*."""
    if stance != "rejects":
        return False
    at = next(
        (behind for first, behind, _ in scene.actors if 0 <= first - cue.behind <= 1), cue.behind
    )
    while at < len(scene.tokens) and scene.tokens[at].norm in ("to", "be", "any", "all", "both"):
        at += 1
    reach = 1 if scene.language == "en" else 2
    for one in scene.of("mute"):
        if cue.behind <= one.first <= at + reach - 1:
            return scene.language == "ar" or any(
                token.norm == "to" for token in scene.tokens[cue.first : one.first]
            )
    return False


def _no_longer(scene: Scene, cue: Cue) -> bool:
    """Whether somebody does so no longer: لم تعد برزنا تعترض على."""
    near = scene.tokens[max(cue.first - _NO_LONGER, 0) : cue.first]
    return any(
        one.norm.removeprefix("و") == "لم" and other.norm in word_set("no_longer")
        for one, other in pairwise(near)
    )


_NO_LONGER = 7
"""Within how many words before an Arabic verb لم تعد may stand."""


def _negation(scene: Scene, cue: Cue) -> str | None:
    """What turns a verb around, right before it."""
    if scene.language == "en" and scene.tokens[cue.first - 1].norm == "to" and cue.first > 1:
        near = scene.tokens[max(cue.first - 7, 0) : cue.first - 1]
        if any(token.norm in word_set("failed") for token in near):
            return "failed"
    if scene.language == "ar" and _no_longer(scene, cue):
        return "not"
    within = [range(one.first, one.behind) for one in scene.of("phrases")]
    for word in scene.of("negations"):
        if any(word.first in phrase and cue.first not in phrase for phrase in within):
            continue  # does not mind accepting
        if word.first < cue.first and 0 <= cue.first - word.behind <= 1:
            return word.idea
    return None
