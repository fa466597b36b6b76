"""A bilingual draft in two versions: where one language was changed and the other was not."""

from __future__ import annotations

from wasit.text.concord import Versions, drift, plain_drift
from wasit.text.parse import parse

EN = (
    "The camp shelters 600,000 people.",
    "The gates close at 6 p.m.",
    "Guards carry no arms.",
)
AR = (
    "يؤوي المخيم 600 ألف شخص.",
    "تُغلق الأبواب في السادسة مساءً.",
    "لا يحمل الحراس سلاحاً.",
)


def versions(en: tuple[str, ...] = EN, ar: tuple[str, ...] = AR) -> Versions:
    texts = (
        "\n".join(f"{n}. {words}" for n, words in enumerate(side, start=1)) for side in (ar, en)
    )
    arabic, english = texts
    return Versions(parse(arabic, language="ar"), parse(english, language="en"))


def test_a_point_changed_in_one_language_is_told_with_what_the_other_still_says() -> None:
    found = drift(versions(), versions(en=("The camp shelters 800,000 people.", *EN[1:])))
    (one,) = found.drifted
    assert (one.point, one.changed, one.change) == ("1", "en", "amended")
    assert [(k.old, k.new) for k in one.key_changes] == [("600,000 people", "800,000 people")]
    assert [(d.kind, d.ar, d.en) for d in one.still] == [("number", "600 ألف", "800,000")]
    assert found.discrepancies == one.still


def test_a_point_changed_in_both_languages_alike_is_no_drift() -> None:
    new = versions(
        en=("The camp shelters 800,000 people.", *EN[1:]),
        ar=("يؤوي المخيم 800 ألف شخص.", *AR[1:]),
    )
    assert drift(versions(), new) == drift(versions(), versions())
    assert drift(versions(), new).drifted == ()


def test_a_point_added_in_one_language_is_drift() -> None:
    found = drift(versions(), versions(ar=(*AR, "تُوزَّع المياه مجاناً.")))
    (one,) = found.drifted
    assert (one.point, one.changed, one.change) == ("4", "ar", "new")
    assert [d.kind for d in one.still] == ["missing_point"]


def test_a_point_dropped_in_one_language_is_drift() -> None:
    found = drift(versions(), versions(en=EN[:2]))
    assert ("3", "en", "dropped") in [(d.point, d.changed, d.change) for d in found.drifted]


def test_what_differed_before_is_no_news() -> None:
    old = versions(ar=(AR[0], "تُغلق الأبواب في السابعة مساءً.", AR[2]))
    assert drift(old, old).discrepancies == ()


def test_a_point_that_is_meant_to_differ_is_left_out() -> None:
    new = versions(en=("The camp shelters 800,000 people.", *EN[1:]))
    found = drift(versions(), new, kept=["1"])
    assert (found.drifted, found.discrepancies) == ((), ())


def test_plain_data_say_which_language_was_changed() -> None:
    new = versions(ar=(*AR[:2], "يحمل الحراس سلاحاً."))
    told = plain_drift(drift(versions(), new))
    assert [(one["point"], one["changed"]) for one in told["drifted"]] == [("3", "ar")]
    assert told["drifted"][0]["still"][0]["kind"] == "negation"
