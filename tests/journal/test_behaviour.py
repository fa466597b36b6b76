"""What a journal promises, on every database alike."""

from __future__ import annotations

import threading

import pytest

from tests.chance import SeatedChance
from tests.journal.cast import batch, entry, note, say, seat, sit_down, words_of
from tests.journal.conftest import Fresh
from wasit.entries import Entry, Failure, Mistake, line_of
from wasit.journal import Journal


def test_what_was_put_on_record_comes_back_in_order(fresh: Fresh) -> None:
    where = fresh()
    with Journal.create(where) as made:
        seats = sit_down(made, "upper", "lower")
        said = [say(made, seats["upper"], f"الماء {n}") for n in range(5)]
        talks = made.talks
    with Journal.open(where) as opened:
        assert opened.talks == talks
        assert [e for e in opened.entries_for("lower") if e.kind == "note"] == said
        assert len(opened) == 7
        assert opened.verify() == []


def test_two_talks_have_different_ids(fresh: Fresh) -> None:
    with Journal.create(fresh()) as one, Journal.create(fresh()) as other:
        assert one.talks != other.talks
        assert len(one.talks) == 32
        assert list(one.entries_for("upper")) == []
        assert one.verify() == other.verify() == []


def test_a_record_is_not_made_twice(fresh: Fresh) -> None:
    where = fresh()
    Journal.create(where).close()
    with pytest.raises(Mistake, match="already"):
        Journal.create(where)
    with Journal.open(where) as journal:
        assert journal.verify() == []


class TestGate:
    def test_without_a_seat_there_is_no_answer(self, journal: Journal) -> None:
        with pytest.raises(TypeError):
            journal.entries_for()  # type: ignore[call-arg]
        for nobody in ("", None):
            with pytest.raises(Mistake, match="no seat"):
                journal.entries_for(nobody)  # type: ignore[arg-type]
            with pytest.raises(Mistake, match="no seat"):
                journal.follow(nobody)  # type: ignore[arg-type]

    def test_a_seat_reads_what_is_for_it_and_what_it_wrote(self, journal: Journal) -> None:
        seats = sit_down(journal, "upper", "lower", "desk")
        say(journal, seats["upper"], "to all")
        say(journal, seats["upper"], "to lower", audience=["lower"])
        say(journal, seats["upper"], "to nobody", audience=[])
        assert words_of(journal.entries_for("upper")) == ["to all", "to lower", "to nobody"]
        assert words_of(journal.entries_for("lower")) == ["to all", "to lower"]
        assert words_of(journal.entries_for("desk")) == ["to all"]
        assert words_of(journal.entries_for("*")) == ["to all"]
        assert words_of(journal.keeper_entries()) == ["to all", "to lower", "to nobody"]

    def test_a_seat_gets_its_view(self, journal: Journal) -> None:
        """The key of an entry and a link to what is hidden stay with the author."""
        seats = sit_down(journal, "upper", "lower")
        hidden = say(journal, seats["upper"], "secret", audience=[])
        about = {"words": {"en": "open"}, "about": [hidden.id]}
        linked = entry(journal, "upper", "note", about, key="k")
        journal.append(seats["upper"], batch(linked))
        *_, for_lower = journal.entries_for("lower")
        *_, for_upper = journal.entries_for("upper")
        assert (for_lower.body.about, for_lower.key) == ((), None)  # type: ignore[attr-defined]
        assert (for_upper.body.about, for_upper.key) == ((hidden.id,), "k")  # type: ignore[attr-defined]

    def test_hidden_entries_change_neither_answer_nor_draws(self, fresh: Fresh) -> None:
        def chain(hidden: int) -> tuple[list[str], list[str]]:
            with Journal.create(fresh(), chance=SeatedChance()) as journal:
                seats = sit_down(journal, "upper", "lower")
                for n in range(4):
                    for h in range(hidden):
                        say(journal, seats["upper"], f"hidden {n} {h}", audience=[])
                    say(journal, seats["lower"], f"seen {n}")
                first = [line_of(e) for e in journal.entries_for("lower") if e.kind == "note"]
                return first, [line_of(e) for e in seats["lower"].new()]

        assert chain(0) == chain(3)


class TestFollower:
    def test_each_view_is_handed_out_once(self, journal: Journal) -> None:
        seats = sit_down(journal, "upper", "lower")
        lower = journal.follow("lower")
        assert [e.kind for e in lower.new()] == ["seat", "seat"]
        assert lower.new() == []
        say(journal, seats["upper"], "one")
        say(journal, seats["upper"], "hidden", audience=[])
        say(journal, seats["upper"], "two")
        assert words_of(lower.new()) == ["one", "two"]
        assert lower.new() == []

    def test_decide_gets_what_entered_since(self, journal: Journal) -> None:
        seats = sit_down(journal, "upper", "lower")
        handed: list[list[Entry]] = []

        def decide(new: list[Entry]) -> list[Entry]:
            handed.append(new)
            return [note(journal, "lower", "answer")]

        seats["lower"].new()
        say(journal, seats["upper"], "question")
        journal.append(seats["lower"], decide)
        journal.append(seats["lower"], decide)
        assert [words_of(new) for new in handed] == [["question"], ["answer"]]

    def test_nothing_is_lost_or_doubled_when_decide_raises(self, journal: Journal) -> None:
        seats = sit_down(journal, "upper", "lower")
        handed = seats["lower"].new()

        def refuse(new: list[Entry]) -> list[Entry]:
            handed.extend(new)
            raise Mistake("no")

        say(journal, seats["upper"], "one")
        with pytest.raises(Mistake, match="no"):
            journal.append(seats["lower"], refuse)
        say(journal, seats["upper"], "two")
        handed += seats["lower"].new()
        assert [e.kind for e in handed] == ["seat", "note", "note"]
        assert words_of(handed) == ["one", "two"]

    def test_long_following_equals_reading_whole(self, journal: Journal) -> None:
        seats = sit_down(journal, "upper", "lower")
        lower, read = journal.follow("lower"), []
        for n in range(20):
            audience: object = ["all", [], ["lower"]][n % 3]
            say(journal, seats["upper"], f"{n}", audience=audience)
            if n % 4 == 0:
                read += lower.new()
        read += lower.new()
        assert read == list(journal.entries_for("lower"))


class TestBatch:
    def test_a_batch_is_all_or_nothing(self, journal: Journal) -> None:
        """A batch with one bad entry, or with an id that already stands, leaves no trace."""
        seats = sit_down(journal, "upper", "lower")
        hidden = say(journal, seats["upper"], "hidden", audience=[])
        before = journal.head()
        good = note(journal, "lower", "good")
        bad = {
            "of other talks": note(journal, "lower", "bad", talks="0" * 32),
            "is by upper": note(journal, "upper", "bad"),
        }
        for complaint, wrong in bad.items():
            with pytest.raises(Mistake, match=complaint):
                journal.append(seats["lower"], batch(good, wrong))
        with pytest.raises(Failure):
            journal.append(seats["lower"], batch(good, note(journal, "lower", "bad", id=hidden.id)))
        assert journal.head() == before
        assert journal.append(seats["lower"], batch(good)) == (good,)
        assert journal.verify() == []

    def test_any_error_of_decide_passes_and_stores_nothing(self, journal: Journal) -> None:
        seats = sit_down(journal, "upper")
        before = journal.head()

        def decide(_new: list[Entry]) -> list[Entry]:
            raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            journal.append(seats["upper"], decide)
        assert journal.head() == before

    def test_an_entry_already_on_record_is_not_stored_again(self, journal: Journal) -> None:
        seats = sit_down(journal, "upper")
        once = say(journal, seats["upper"], "once")
        more = note(journal, "upper", "more")
        assert journal.append(seats["upper"], batch(once, more, more)) == (once, more, more)
        assert words_of(journal.entries_for("upper")) == ["once", "more"]
        assert len(journal) == 3

    def test_an_empty_batch_changes_nothing(self, journal: Journal) -> None:
        seats = sit_down(journal, "upper")
        before = journal.head()
        assert journal.append(seats["upper"], batch()) == ()
        assert journal.head() == before


class TestRestore:
    def test_a_restored_record_reads_the_same(self, journal: Journal, fresh: Fresh) -> None:
        seats = sit_down(journal, "upper", "lower")
        say(journal, seats["upper"], "to all")
        say(journal, seats["upper"], "hidden", audience=[])
        entries = list(journal.keeper_entries())
        with Journal.create(fresh()) as other:
            other.restore(entries, journal.talks)
            assert other.talks == journal.talks
            assert list(other.keeper_entries()) == entries
            assert list(other.entries_for("lower")) == list(journal.entries_for("lower"))
            assert other.verify() == []
            say(other, other.follow("lower"), "and on")
            assert other.verify() == []

    def test_only_an_empty_record_is_restored(self, journal: Journal) -> None:
        sit_down(journal, "upper")
        with pytest.raises(Mistake, match="not empty"):
            journal.restore([], journal.talks)

    def test_all_of_it_or_none(self, journal: Journal) -> None:
        before, talks = journal.head(), "a" * 32
        one = seat(journal, "upper", talks=talks)
        for entries in ([one, one], [one, note(journal, "upper", "other talks")]):
            with pytest.raises(Mistake, match=r"comes twice|of other talks"):
                journal.restore(entries, talks)
            assert journal.head() == before


def test_threads_write_at_once(journal: Journal) -> None:
    """Two threads with a follower each lose nothing and are handed nothing twice."""
    sit_down(journal, "upper", "lower")
    seats = {name: journal.follow(name) for name in ("upper", "lower")}
    read: dict[str, list[Entry]] = {name: [] for name in seats}

    def work(name: str) -> None:
        def decide(new: list[Entry]) -> list[Entry]:
            read[name] += new
            return [note(journal, name, f"after {len(read[name])}")]

        for _ in range(50):
            journal.append(seats[name], decide)
        journal.rest()

    threads = [threading.Thread(target=work, args=(name,)) for name in seats]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for name, follower in seats.items():
        read[name] += follower.new()
        assert read[name] == list(journal.entries_for(name))
        assert len(words_of(read[name])) == 100
    assert journal.verify() == []
