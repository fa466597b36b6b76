"""What entries point at: one walk finds it in every kind, resolves it, and cuts it."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.entries.goldens import entries
from wasit.entries import KINDS, Entry
from wasit.entries.bodies.reporting import Note
from wasit.entries.links import Pointed, cut, references, resolved

GOLDEN = pytest.mark.parametrize("entry", entries(), ids=lambda e: f"{e.kind}-{e.id[-2:]}")


def names(body: Any) -> set[str]:
    return {r.name for r in references(body) if not r.is_seat}


def seats(body: Any) -> set[str]:
    return {r.name for r in references(body) if r.is_seat}


def test_the_golden_cases_point_at_every_kind_that_can_be_pointed_at() -> None:
    kinds = {kind for e in entries() for r in references(e.body) for kind in r.kinds or ()}
    assert kinds == {
        *("person", "draft", "document", "meeting", "message"),
        *("issue", "package", "report", "round", "line"),
    }
    assert kinds < set(KINDS)


@GOLDEN
def test_references_and_their_fast_twin_agree(entry: Entry) -> None:
    found = list(references(entry.body))
    pointed = Pointed.by(entry.body)
    assert [r.name for r in found if not r.is_seat] == pointed.entries
    assert [r.name for r in found if r.is_seat] == pointed.seats
    assert [f"{r.name}#{r.label}" for r in found if r.label is not None] == pointed.parts


@GOLDEN
def test_a_path_leads_to_what_it_names(entry: Entry) -> None:
    for reference in references(entry.body):
        value: Any = entry.body
        for step in reference.path.replace("[", ".[").split("."):
            value = value[int(step[1:-1])] if step[0] == "[" else getattr(value, step)
        assert reference.name in (
            value,
            getattr(value, "draft", None),
            getattr(value, "issue", None),
        )


@GOLDEN
def test_resolving_passes_every_link_and_no_seat(entry: Entry) -> None:
    asked: list[tuple[str, tuple[str, ...]]] = []

    def look_up(name: str, kinds: tuple[str, ...], _: str) -> str:
        asked.append((name, kinds))
        return f"x{name}"

    made = resolved(entry.body, look_up)
    assert asked == [(r.name, r.kinds) for r in references(entry.body) if not r.is_seat]
    assert names(made) == {f"x{name}" for name in names(entry.body)}
    assert seats(made) == seats(entry.body)
    assert resolved(entry.body, lambda name, _kinds, _path: name) == entry.body


@GOLDEN
def test_nothing_is_cut_for_who_may_follow_everything(entry: Entry) -> None:
    assert cut(entry.body, lambda _: True, lambda _: True) is entry.body


@given(st.sampled_from(entries()), st.data())
def test_what_is_cut_is_gone_and_the_rest_stays(entry: Entry, data: st.DataObject) -> None:
    links, known = sorted(names(entry.body)), sorted(seats(entry.body))
    hidden = set(data.draw(st.lists(st.sampled_from(links)))) if links else set()
    unknown = set(data.draw(st.lists(st.sampled_from(known)))) if known else set()

    def shown(body: Any) -> Any:
        return cut(body, lambda name: name not in hidden, lambda seat: seat not in unknown)

    left = shown(entry.body)
    if left is None:
        assert hidden or unknown
        return
    assert not names(left) & hidden
    assert not seats(left) & unknown
    assert names(left) <= names(entry.body)
    assert shown(left) == left
    if not hidden and not unknown:
        assert left == entry.body


def test_a_needed_link_takes_the_whole_with_it_an_optional_one_only_itself() -> None:
    handover = next(e.body for e in entries() if e.kind == "handover")
    what, meeting = handover.what, handover.meeting  # type: ignore[attr-defined]
    assert cut(handover, lambda name: name != what, lambda _: True) is None
    left = cut(handover, lambda name: name != meeting, lambda _: True)
    assert left == dataclasses.replace(handover, meeting=None)


def test_one_of_several_links_is_left_out_without_a_mark() -> None:
    note = next(e.body for e in entries() if e.kind == "note")
    assert isinstance(note, Note)
    left = cut(note, lambda name: name != note.about[0], lambda _: True)
    assert left.about == note.about[1:]
