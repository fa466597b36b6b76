"""What sentences say of a side as a whole: who does what about which issue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from wasit.language.spans import Language, Span
from wasit.press.cues import Cue, cues
from wasit.press.document import Document
from wasit.press.names import Names
from wasit.press.placed import LONGEST, Cursor
from wasit.press.positions.sides import Side, Sides
from wasit.press.positions.subjects import Scene, actors_of, subject_of
from wasit.press.reading import Person, Stance, Statement
from wasit.press.texts.phrase import stops

_ISSUE_REACH = 20
_MATTER = 4
"""How many words a matter is called by that no lexicon names."""
_WHICH = frozenset(("which", "ما", "الامر"))
_WHICH_REACH = 5
_LEADING = frozenset(
    ("on", "that", "to", "for", "any", "the", "a", "an", "its", "their", "all", "of")
)
_STANCES: dict[str, Stance] = {
    "demands": "demands",
    "must": "demands",
    "rejects": "rejects",
    "accepts": "accepts",
    "open": "open",
    "conditional": "conditional",
}
_NEGATED: dict[str, Stance | None] = {
    "accepts": "rejects",
    "rejects": "open",
    "demands": None,
    "open": None,
    "conditional": None,
    "must": "rejects",
}
_OF_MATTERS = ("demands", "rejects", "accepts", "conditional")
_ACTS: dict[str, Stance] = {
    "accept": "accepts",
    "accept_partly": "open",
    "reject": "rejects",
    "demand": "demands",
    "condition": "conditional",
    "offer": "open",
    "concede": "accepts",
}


@dataclass(frozen=True, slots=True)
class Stand:
    """One side's stance on an issue, as one sentence has it."""

    side: str
    issue: str
    stance: Stance
    span: Span
    name: str | None = None
    """What the side is called there."""


def stands(
    document: Document,
    language: Language,
    names: Names,
    statements: Sequence[Statement],
) -> Iterator[Stand]:
    """Every stance in one language, in the order of the text. Cost: linear."""
    finder = cues(language, "positions")
    named = Cursor([(one.start, one.end, one.of) for one in names.mentions.get(language, ())])
    said = Cursor(
        [
            (one.words[language].start, one.words[language].end, one)
            for one in statements
            if language in one.words
        ]
    )
    last: str | None = None
    sides = Sides(names)
    for _, sentence in document.sentences(language):
        here = named.within(sentence)
        tokens = sentence.tokens[:LONGEST]
        found = finder.of(tokens)
        kinds = [cue for cue in found if cue.sort == "kinds"]
        scene = Scene(
            language,
            tokens,
            found,
            here,
            said.within(sentence),
            last,
            sides,
            actors_of(here, kinds, tokens, sides, language),
        )
        yield from _of_parties(scene)
        yield from _of_statements(scene)
        people = [who for _, _, who in here if isinstance(who, Person)]
        if people:
            last = sides.of_person(people[0])


def _of_parties(scene: Scene) -> Iterator[Stand]:
    found = scene.of("stances")
    before: list[Side] | None = None
    for n, cue in enumerate(found):
        if _is_before(scene, cue):
            continue
        subject = before if before and _carries_on(scene, cue) else subject_of(scene, cue)
        if subject is None:
            continue
        before = subject
        stance = _stance(scene, cue)
        if stance is None:
            continue
        until = found[n + 1].first if n + 1 < len(found) else len(scene.tokens)
        for side, name in subject:
            yield from _on_issues(scene, cue, stance, side, name, until)


def _is_before(scene: Scene, cue: Cue) -> bool:
    """Whether قبل is *before*, not *accepted*: it is a verb where a side follows at once."""
    if scene.tokens[cue.first].norm != "قبل":
        return False
    return not any(first == cue.behind for first, _, _ in scene.actors)


def _carries_on(scene: Scene, cue: Cue) -> bool:
    """Whether a verb has the subject of the one before: A wants this *and rejects* that."""
    if scene.language == "en":
        return cue.first > 0 and scene.tokens[cue.first - 1].norm in ("and", "but")
    follows = any(0 <= first - cue.behind <= 1 for first, _, _ in scene.named)
    return scene.tokens[cue.first].norm.startswith("و") and not follows


def _of_statements(scene: Scene) -> Iterator[Stand]:
    for first, behind, statement in scene.said:
        stance = _ACTS.get(statement.act)
        side = scene.sides.of_statement(statement)
        if stance is None or side is None:
            continue
        issues = [cue for cue in scene.of("issues") if first <= cue.first < behind]
        if not issues:
            continue
        anchor = Cue("stances", stance, first, first)
        yield from _on_issues(scene, anchor, stance, side, None, behind)


def _stance(scene: Scene, cue: Cue) -> Stance | None:
    """The stance of a cue, turned around by a *not* right before it."""
    for word in scene.of("negations"):
        if 0 <= cue.first - word.behind <= 1 and word.first < cue.first:
            return _NEGATED[cue.idea] if word.idea == "not" else None
    return _STANCES[cue.idea]


def _on_issues(
    scene: Scene, cue: Cue, stance: Stance, side: str, name: str | None, until: int
) -> Iterator[Stand]:
    """The stance on the issue that follows; and what is asked for it in return.

    *Will not stop the war until it holds the land*: the one on condition, the other demanded.
    """
    end = min(cue.behind + _ISSUE_REACH, len(scene.tokens))
    issues = [one for one in scene.of("issues") if cue.behind <= one.first < end]
    if not issues:
        issues = _antecedents(scene, cue)
    if not issues:
        words = _matter(scene, cue) if name is not None else None
        if words is not None:
            first, last = words[0], words[1] - 1
            span = Span(scene.language, scene.tokens[cue.first].start, scene.tokens[last].end)
            matter = " ".join(token.norm for token in scene.tokens[first : last + 1])
            yield Stand(side, f"other:{matter}", stance, span, name)
        return
    hinge = _hinge(scene, cue, end)
    tokens = scene.tokens

    def stand(issue: Cue, what: Stance) -> Stand:
        span = Span(
            scene.language, tokens[min(cue.first, issue.first)].start, tokens[issue.behind - 1].end
        )
        return Stand(side, issue.idea, what, span, name)

    if hinge is not None:
        before = [one for one in issues if one.first < hinge.first]
        behind = [one for one in issues if one.first >= hinge.behind]
        if before:
            yield stand(before[0], "conditional")
        if behind and hinge.idea != "if" and (not before or behind[0].idea != before[0].idea):
            yield stand(behind[0], "demands")
        return
    if issues[0].first < max(until, cue.behind + 1):
        yield stand(issues[0], stance)
        if stance in ("demands", "rejects"):
            for one, other in pairwise(issues):
                if one.idea != other.idea and _and(scene, one.behind, other.first):
                    yield stand(other, stance)


def _and(scene: Scene, start: int, end: int) -> bool:
    """Whether two issues are joined: withdraw from the land *and* drop the claims."""
    words = [token.norm for token in scene.tokens[start:end]]
    if any(word in (",", "،", ";", "؛") for word in words) or len(words) > _ISSUE_REACH // 2:
        return False
    if scene.language == "en":
        return "and" in words
    return any(token.norm.startswith("و") for token in scene.tokens[start : end + 1])


def _antecedents(scene: Scene, cue: Cue) -> list[Cue]:
    """The issue before a *which*: a ceasefire, which Armenia rejects."""
    for n in range(max(cue.first - _WHICH_REACH, 0), cue.first):
        if scene.tokens[n].norm in _WHICH:
            before = [one for one in scene.of("issues") if n - _ISSUE_REACH <= one.first < n]
            return before[-1:]
    return []


def _matter(scene: Scene, cue: Cue) -> tuple[int, int] | None:
    """The noun phrase behind an English verb, where no issue of the lexicon is named."""
    if scene.language != "en" or cue.idea not in _OF_MATTERS:
        return None
    first = cue.behind
    while first < len(scene.tokens) and scene.tokens[first].norm in _LEADING:
        first += 1
    behind = first
    ends = stops("en")
    while behind < min(first + _MATTER, len(scene.tokens)):
        token = scene.tokens[behind]
        if token.kind != "word" or token.norm in ends:
            break
        behind += 1
    return (first, behind) if behind - first >= 1 else None


def _hinge(scene: Scene, cue: Cue, end: int) -> Cue | None:
    """The word between what is withheld and what is asked for it."""
    negated = any(cue.first - 4 <= one.first < end for one in scene.of("negations"))
    for one in scene.of("until"):
        if cue.behind <= one.first < end and (one.idea != "until" or negated):
            between = scene.tokens[cue.behind : one.first]
            return None if any(token.text in ",،;؛" for token in between) else one
    return None
