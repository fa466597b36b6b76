"""The fold of what a seat may read, and what follows from it: the state of play."""

from wasit.record.ahead import Ahead, Coming, ahead
from wasit.record.answers import Answer, answers
from wasit.record.decide import Acting, decide
from wasit.record.lineage import Lineage, Origin
from wasit.record.movement import AnswerMoved, Moved, StandingMoved, moved
from wasit.record.play import StateOfPlay, in_order, state_of_play
from wasit.record.record import Record
from wasit.record.standing import Closeness, Standing, Subject, point_of, points_of, subject
from wasit.record.unknowns import (
    Contradiction,
    Disputed,
    Undisclosed,
    Version,
    contradictions,
    disputed,
    undisclosed,
)

__all__ = [
    "Acting",
    "Ahead",
    "Answer",
    "AnswerMoved",
    "Closeness",
    "Coming",
    "Contradiction",
    "Disputed",
    "Lineage",
    "Moved",
    "Origin",
    "Record",
    "Standing",
    "StandingMoved",
    "StateOfPlay",
    "Subject",
    "Undisclosed",
    "Version",
    "ahead",
    "answers",
    "contradictions",
    "decide",
    "disputed",
    "in_order",
    "moved",
    "point_of",
    "points_of",
    "state_of_play",
    "subject",
    "undisclosed",
]
