"""A small cast and the plainest entries: seats that sit down, and notes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from wasit.entries import Entry, entry_of
from wasit.journal import Follower, Journal

NOW = "2025-12-03T18:30:00Z"


def entry(journal: Journal, seat: str, kind: str, body: object, **fields: object) -> Entry:
    return entry_of(
        {
            "id": journal.new_id(seat),
            "talks": journal.talks,
            "author": {"seat": seat},
            "audience": "all",
            "recorded": NOW,
            "kind": kind,
            "body": body,
            **fields,
        }
    )


def note(journal: Journal, seat: str, words: str, **fields: object) -> Entry:
    return entry(journal, seat, "note", {"words": {"en": words}}, **fields)


def seat(journal: Journal, name: str, **fields: object) -> Entry:
    body = {"name": {"en": name.title()}, "role": "party"}
    return entry(journal, name, "seat", body, label=name, **fields)


def batch(*entries: Entry) -> Callable[[list[Entry]], Sequence[Entry]]:
    """A ``decide`` that has decided already."""
    return lambda _new: entries


def sit_down(journal: Journal, *names: str) -> dict[str, Follower]:
    """Each of the seats put on record by itself; and the follower of each."""
    followers = {name: journal.follow(name) for name in names}
    for name, follower in followers.items():
        journal.append(follower, batch(seat(journal, name)))
    return followers


def say(journal: Journal, follower: Follower, words: str, **fields: object) -> Entry:
    """A note put on record."""
    said = note(journal, follower.seat, words, **fields)
    journal.append(follower, batch(said))
    return said


def words_of(entries: Sequence[Entry] | object) -> list[str]:
    """What the notes among the entries say."""
    return [e.body.words["en"] for e in entries if e.kind == "note"]  # type: ignore[attr-defined]
