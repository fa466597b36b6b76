"""What moved between two days: answers, standings, and what is new on the table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wasit.entries import Entry
from wasit.record.answers import Answer
from wasit.record.play import StateOfPlay, in_order, state_of_play
from wasit.record.record import Record
from wasit.record.standing import Standing, Subject

NEWS = ("draft", "document", "handover", "meeting", "message", "agreement")
"""Kinds whose new entries are news by themselves."""


@dataclass(frozen=True, slots=True)
class AnswerMoved:
    """A seat answered anew: another stance, or a red line drawn or dropped."""

    subject: Subject
    before: Answer | None
    """None: it had not answered."""
    now: Answer


@dataclass(frozen=True, slots=True)
class StandingMoved:
    """A thing came to stand otherwise."""

    subject: Subject
    before: Standing
    now: Standing


@dataclass(frozen=True, slots=True)
class Moved:
    """Everything that moved."""

    answers: tuple[AnswerMoved, ...]
    standings: tuple[StandingMoved, ...]
    news: tuple[Entry, ...]
    """New entries of the kinds in :data:`NEWS`, by day."""

    def __bool__(self) -> bool:
        return bool(self.answers or self.standings or self.news)


def moved(
    before: Record, now: Record, *, inferred: bool = False, play: StateOfPlay | None = None
) -> Moved:
    """What ``now`` has that ``before`` had not; both are records of the same reader.

    Points are compared within the same draft: the draft that is listed now. ``play`` is the
    state of play of ``now`` where it is known already, with the draft that it lists.
    """
    play = play or state_of_play(now, inferred=inferred)
    earlier = _earlier(before, play, inferred)
    pairs = [(earlier.get(s.target), s) for s in (*play.points, *play.wholes)]
    return Moved(
        answers=tuple(found for then, s in pairs for found in _answers_moved(then, s)),
        standings=tuple(
            StandingMoved(s, then.standing, s.standing)
            for then, s in pairs
            if then is not None and then.standing.word != s.standing.word
        ),
        news=tuple(e for e in in_order(now, *NEWS) if before.get(e.id) is None),
    )


def _earlier(before: Record, play: StateOfPlay, inferred: bool) -> dict[str, Subject]:
    if play.draft is None or before.get(play.draft.id) is None:
        then = state_of_play(before, inferred=inferred)
        return {s.target: s for s in then.wholes}
    then = state_of_play(before, draft=play.draft.id, inferred=inferred)
    return {s.target: s for s in (*then.points, *then.wholes)}


def _answers_moved(then: Subject | None, now: Subject) -> Iterator[AnswerMoved]:
    for seat, answer in now.answers.items():
        before = then.answers.get(seat) if then else None
        if before is None or (before.stance, before.red_line) != (answer.stance, answer.red_line):
            yield AnswerMoved(now, before, answer)
