"""Stances that no verb of stance tells: by threats, by the terms of a deal, by what is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from wasit.press.positions.acting import speaker
from wasit.press.positions.conditions import REACH, Hinge, Stand, asked, stand_on
from wasit.press.positions.hit import Hit
from wasit.press.positions.objects import objects
from wasit.press.positions.scene import Scene
from wasit.press.positions.sides import Side
from wasit.press.positions.subjects import subject_of
from wasit.press.positions.words import word_set
from wasit.press.reading import Stance, Statement

_ACTS: dict[str, Stance] = {
    "accept": "accepts",
    "accept_partly": "open",
    "reject": "rejects",
    "demand": "demands",
    "condition": "conditional",
    "offer": "open",
    "concede": "accepts",
}


_NEAR = 10
"""How far into a statement the issue stands that its act is about."""


def of_terms(scene: Scene) -> Iterator[Stand]:
    """What an agreement binds a side to: *the deal commits the front to disarm*."""
    for cue in scene.of("binds"):
        before = scene.tokens[max(cue.first - _BOUND, 0) : cue.behind + 1]
        if not any(token.norm.removeprefix("ال") in word_set("deals") for token in before):
            continue
        for first, behind, (side, name) in scene.actors:
            if 0 <= first - cue.behind <= 2:
                anchor = Hit("binds", "accepts", cue.first, behind)
                for about in objects(scene, behind, behind + _NEAR, free=False)[:1]:
                    yield stand_on(scene, anchor, side, name, about, "accepts")
                break


_BOUND = 6


def speaks_of_terms(scene: Scene) -> bool:
    """Whether a sentence tells what was agreed: *under* the 12-page *agreement*, ينص الاتفاق."""
    if scene.of("terms"):
        return True
    words = [token.norm for token in scene.tokens]
    for n, word in enumerate(words):
        if word.removeprefix("و") not in word_set("by_terms"):
            continue
        near = [one.removeprefix("ال") for one in words[n + 1 : n + 1 + _BOUND]]
        if word_set("deals").intersection(near):
            return True
    return False


def of_threats(scene: Scene, hinges: Sequence[Hinge], told: set[int]) -> Iterator[Stand]:
    """What is asked for by a threat, or in a word of what else will not be: *unless* it is done."""
    for hinge in hinges:
        cue, _, _ = hinge
        if cue.idea not in ("unless", "if") or any(cue.first - REACH < n < cue.first for n in told):
            continue
        threat = next((one for one in scene.of("threats") if one.behind <= cue.first), None)
        if threat is not None:
            anchor = Hit("threats", "demands", threat.first, threat.behind)
            subject = subject_of(scene, anchor, None)
        elif cue.idea == "unless":
            anchor = Hit("threats", "demands", cue.first, cue.behind)
            subject = speaker(scene, cue.first)
            if any(first < cue.first for first, _, _ in _within_said(scene, cue.first)):
                continue  # it is somebody who will not
        else:
            continue
        for side, name in subject or ():
            for stand in asked(scene, anchor, side, name, hinge, ()):
                yield replace(stand, stance="rejects") if cue.idea == "if" else stand


def _within_said(scene: Scene, n: int) -> list[tuple[int, int, Side]]:
    """Who is named in the statement that token ``n`` is part of."""
    for first, behind, _ in scene.said:
        if first <= n < behind:
            return [one for one in scene.actors if first <= one[0] < behind]
    return []


def _denies(scene: Scene, statement: Statement) -> bool:
    """Whether somebody but denies that something was so: no stand on what is at issue."""
    told = [span for span in statement.verb if span.language == scene.language]
    return any(
        token.norm.removeprefix("و") in word_set("denials")
        for span in told
        for token in scene.tokens
        if span.start <= token.start < span.end
    )


def of_statements(scene: Scene, told: set[int]) -> Iterator[Stand]:
    """What the act of a statement is about, where no word of it takes a stand."""
    for first, behind, statement in scene.said:
        stance = _ACTS.get(statement.act)
        side = scene.sides.of_statement(statement)
        if stance is None or side is None or _denies(scene, statement):
            continue
        if any(first - 4 <= n < behind for n in told):
            continue
        for about in objects(scene, first, min(behind, first + _NEAR), free=False)[:1]:
            anchor = Hit("verbs", stance, first, first)
            yield stand_on(scene, anchor, side, None, about, stance)
