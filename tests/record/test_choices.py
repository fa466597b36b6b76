"""What brackets leave open, and whose wording each is."""

from __future__ import annotations

from typing import Any

from tests.record.table import point, record
from tests.record.test_lineage import draft
from wasit.record.choices import Offer, OpenPlace


def places(words: dict[str, str], *before: dict[str, Any]) -> tuple[OpenPlace, ...]:
    one = {
        **draft("new", day=20, after=["old"] if before else []),
        "points": [{"label": "1", "words": words}],
    }
    return point(record(*before, one)).open_places


def test_alternatives_keep_their_authors_who_are_seats_where_a_seat_goes_by_the_name() -> None:
    (one,) = places({"en": "Over [UPPER: four] [LOWER: seven / OMEGA: nine] years."})
    assert [(offer.words["en"], offer.by) for offer in one.offers] == [
        ("four", ("upper",)),
        ("seven", ("lower",)),
        ("nine", ("OMEGA",)),
    ]
    assert not one.may_fall


def test_the_languages_are_told_apart_where_they_bracket_alike() -> None:
    (one,) = places({"en": "[UPPER: four] years.", "ar": "[UPPER: أربع] سنوات."})
    assert one.offers == (Offer({"en": "four", "ar": "أربع"}, ("upper",)),)
    assert one.may_fall


def test_where_they_do_not_the_language_with_most_places_speaks() -> None:
    (one, other) = places({"en": "[four] years [at most].", "ar": "[أربع] سنوات."})
    assert [offer.words for offer in (*one.offers, *other.offers)] == [
        {"en": "four"},
        {"en": "at most"},
    ]


def test_a_wording_keeps_the_name_it_stood_under_in_an_earlier_draft() -> None:
    old = draft("old", "Filling takes [UPPER: four] [LOWER: seven] water years, no less.", day=10)
    (one,) = places({"en": "Filling takes [four] [eight] water years, no less."}, old)
    assert [offer.by for offer in one.offers] == [("upper",), ()]


def test_deletions_and_blanks() -> None:
    (gone,) = places({"en": "Peace [LOWER: delete]."})
    assert gone.offers == (Offer({}, ("lower",), deletes=True),)
    (blank,) = places({"en": "Within […] days."})
    assert (blank.offers, blank.blank, blank.may_fall) == ((), True, False)
    (either,) = places({"en": "Every [five years / […]]."})
    assert (len(either.offers), either.blank, either.may_fall) == (1, True, False)


def test_brackets_that_do_not_match_leave_no_choice() -> None:
    assert places({"en": "Within [ten days."}) == ()
