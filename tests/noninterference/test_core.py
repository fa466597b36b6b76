"""The same as a property of the core: over many more records, without disk or command."""

from __future__ import annotations

import random
from collections.abc import Iterator

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.noninterference.surfaces import ABSENT_ID
from tests.noninterference.talks import (
    TALKS,
    altered,
    hidden_seat_from,
    mixed,
    opened,
    owners_for,
    play,
    secrets_from,
)
from tests.strategies import SEATS, Act, talks
from wasit.brief import brief, sheet, to_html, to_json, to_markdown, to_terminal
from wasit.entries import Mistake, Proposal, chain, proposal_of
from wasit.entries.export import export
from wasit.record import Acting, Record, decide, state_of_play
from wasit.record.plain import plain_play
from wasit.record.sheet import rows

DAYS = ("2026-01-08", "2026-02-28")


@given(talks, st.sampled_from(SEATS), st.randoms(use_true_random=True))
@settings(max_examples=30, phases=(Phase.explicit, Phase.reuse, Phase.generate))
def test_what_the_core_makes_for_a_seat_depends_on_what_it_may_read_alone(
    acts: tuple[Act, ...], seat: str, chance: random.Random
) -> None:
    start = opened(acts)
    secrets = secrets_from(seat, chance.choice(owners_for(seat)), chance)
    script = [*acts[:start], *mixed(chance, acts[start:], secrets)]
    first, second = play(script), play(altered(script, seat, chance), hidden_from=seat)
    assert first.entries != second.entries
    chains = [list(chain(played.entries, seat)) for played in (first, second)]
    read = [first.ids[act.name] for act in script if seat in act.readers]
    assert read == [entry.id for entry in chains[0]]
    assert list(export(TALKS, seat, chains[0])) == list(export(TALKS, seat, chains[1]))
    one, other = (Record.of(entries) for entries in chains)
    assert list(pages(one, seat)) == list(pages(other, seat))
    for hidden, absent in (
        (first.ids["secret-note"], ABSENT_ID),
        ("hidden-draft", "absent-draft"),
    ):
        told = list(answers(one, seat, hidden))
        assert told == list(answers(other, seat, hidden))
        never = [text.replace(absent, hidden) for text in answers(one, seat, absent)]
        assert told == never
    collided = list(collisions(one, seat, hidden_seat_from(seat, acts)))
    assert collided == list(collisions(other, seat, hidden_seat_from(seat, acts)))


def pages(record: Record, seat: str) -> Iterator[object]:
    """State of play, brief and sheets, in every form that the core makes."""
    for day in DAYS:
        for known in (record.stood_on(day), record.as_of(day)):
            play = state_of_play(known, inferred=day == DAYS[0])
            yield plain_play(known, play)
            yield rows(play)
        page = brief(record, day, seat=seat)
        yield to_json(page)
        yield from (to_terminal(page, (lang,)) for lang in ("en", "ar"))
        yield to_markdown(page, ("en", "ar"))
        yield to_html(page, ("en", "ar"))
    for other in record.seats:
        yield to_json(sheet(record, other, at=DAYS[1], seat=seat))


def answers(record: Record, seat: str, name: str) -> Iterator[str]:
    """What is said to proposals that rest on a name."""
    yield answer(record, seat, {"kind": "note", "words": {"en": "?"}, "about": [name]})
    yield answer(record, seat, {"kind": "note", "words": {"en": "?"}, "source": name})
    yield answer(record, seat, {"kind": "correction", "target": name})
    yield answer(record, seat, {"kind": "release", "target": name, "to": "desk"})


def collisions(record: Record, seat: str, hidden_seat: str | None) -> Iterator[str]:
    """What is said to proposals that bear the label or key of something hidden, or reach a seat."""
    for label in ("hidden-note", "hidden-draft"):
        titled = {"kind": "draft", "label": label, "key": label, "title": {"en": "?"}}
        yield answer(record, seat, titled)
    if hidden_seat:
        note = {"kind": "note", "words": {"en": "?"}, "audience": [hidden_seat]}
        yield answer(record, seat, note)


def answer(record: Record, seat: str, fields: dict[str, object]) -> str:
    acting = Acting(seat, TALKS, "2026-03-01T09:00:00Z", lambda: "a" * 32)
    proposals: list[Proposal] = [proposal_of(fields)]
    try:
        return repr(decide(record, acting, proposals))
    except Mistake as mistake:
        return f"{type(mistake).__name__} {mistake}"
