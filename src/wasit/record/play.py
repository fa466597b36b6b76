"""The state of play: where every seat stands on every point of the text, and what blocks most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from wasit.entries import Entry
from wasit.entries.bodies.text import Draft
from wasit.record.answers import in_time
from wasit.record.record import Record
from wasit.record.standing import WORDS, Subject, Word, points_of, subject


@dataclass(frozen=True, slots=True)
class StateOfPlay:
    """Points by seats, and whatever else seats have answered as a whole."""

    seats: tuple[str, ...]
    """The seats, in the order they came on record."""
    on_the_table: Entry | None
    """The latest draft."""
    draft: Entry | None
    """The draft whose points are listed: the one on the table, or the nearest it was made from of
    which points are held; where the record tells of none, the latest of which points are held."""
    points: tuple[Subject, ...]
    """Its points, in text order."""
    wholes: tuple[Subject, ...]
    """Drafts, issues, documents and packages that seats have answered as a whole."""
    inferred: bool
    """Whether inferred answers are counted."""

    @property
    def whole_points(self) -> tuple[tuple[Subject, ...], ...]:
        """The numbered points, each followed by the points inside it."""
        groups: list[list[Subject]] = []
        for one in self.points:
            if one.inside is None:
                groups.append([])
            groups[-1].append(one)
        return tuple(map(tuple, groups))

    @property
    def counts(self) -> Mapping[Word, int]:
        """How many numbered points stand how; every standing is listed, zero included.

        A point with others inside it stands as the least settled of them that was touched; when
        some are agreed and others untouched, as discussed.
        """
        found = Counter(_together(group) for group in self.whole_points)
        return {word: found[word] for word in WORDS}

    def coverage(self, seat: str) -> tuple[int, int]:
        """How many numbered points the seat has answered, also in part; and how many there are."""
        groups = self.whole_points
        return sum(any(seat in p.answers for p in group) for group in groups), len(groups)

    @property
    def stuck(self) -> tuple[Subject, ...]:
        """What parties refuse, heaviest first: by red lines, refusals, conditions, statements."""
        contested = [s for s in (*self.points, *self.wholes) if _is_contested(s)]
        return tuple(sorted(contested, key=_weight, reverse=True))

    @property
    def close(self) -> tuple[Subject, ...]:
        """What no party refuses and some accept."""
        found = (*self.points, *self.wholes)
        return tuple(s for s in found if s.closeness and s.closeness.word == "close")


def state_of_play(
    record: Record, *, draft: str | None = None, inferred: bool = False
) -> StateOfPlay:
    """Where the talks stand, as far as ``record`` knows.

    ``draft`` names the draft whose points are listed; none: see :attr:`StateOfPlay.draft`.
    Raises :class:`wasit.entries.NotOnRecord` when there is no such draft.
    """
    drafts = in_order(record, "draft")
    chosen = record.named(draft, "draft") if draft else _in_play(record, drafts)
    return StateOfPlay(
        seats=tuple(record.seats),
        on_the_table=next(reversed(drafts), None),
        draft=chosen,
        points=tuple(points_of(record, chosen, inferred=inferred)) if chosen else (),
        wholes=tuple(_wholes(record, inferred)),
        inferred=inferred,
    )


def _in_play(record: Record, drafts: list[Entry]) -> Entry | None:
    """The nearest draft with points, going back from the latest to those it was made from."""
    line = drafts[-1:]
    seen: set[str] = set()
    while line:
        held = [d for d in line if _points_held(d)]
        if held:
            return held[-1]
        seen.update(d.id for d in line)
        before = (i for d in line if isinstance(d.body, Draft) for i in d.body.after)
        line = [e for i in before if i not in seen and (e := record.get(i))]
    return next((d for d in reversed(drafts) if _points_held(d)), None)


def _points_held(entry: Entry) -> bool:
    return isinstance(entry.body, Draft) and bool(entry.body.points)


def in_order(record: Record, *kinds: str) -> list[Entry]:
    """The entries of these kinds by the day they are about, then as they came on record."""
    return sorted(record.of_kind(*kinds), key=lambda e: in_time(record, e))


def _wholes(record: Record, inferred: bool) -> list[Subject]:
    found = []
    for holder in in_order(record, "draft", "issue", "document", "package"):
        whole = subject(record, holder, inferred=inferred)
        if whole.answers or whole.standing.word not in ("untouched", "discussed"):
            found.append(whole)
    return found


def _together(group: tuple[Subject, ...]) -> Word:
    """How a point and the points inside it stand, in one word."""
    words = {
        one.standing.word
        for one in group
        if one.point and (one.point.words or not one.point.points)
    }
    touched = words - {"untouched"}
    if not touched:
        return "untouched"
    if touched < words and touched <= {"agreed", "agreed_ad_referendum"}:
        return "discussed"
    return min(touched, key=WORDS.index)


def _is_contested(one: Subject) -> bool:
    """Whether a party refuses it that has not agreed to it with the others."""
    if one.closeness is None or one.closeness.word != "contested":
        return False
    agreed = one.standing.word in ("agreed", "agreed_ad_referendum")
    return not (agreed and set(one.closeness.against) <= set(one.standing.by))


def _weight(one: Subject) -> tuple[int, int, int, int]:
    against = len(one.closeness.against) if one.closeness else 0
    return len(one.red_lines), against, len(one.conditions), one.said
