"""Words by language, labels, links and dates: what is kept, what is refused by name and place."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.entries.material import after, put, stage
from wasit.entries import Mistake, Proposal, When, proposal_of
from wasit.entries.bodies.exchange import Meeting
from wasit.entries.bodies.reporting import Note, Statement
from wasit.entries.bodies.text import Response


def note(words: Any, **fields: Any) -> Proposal:
    return proposal_of({"kind": "note", "words": words, **fields})


def words_of(words: Any) -> dict[str, str]:
    body = note(words).body
    assert isinstance(body, Note)
    return dict(body.words)


def refusal(**fields: Any) -> str:
    with pytest.raises(Mistake) as caught:
        proposal_of({"kind": "note", "words": {"en": "x"}, **fields})
    return str(caught.value)


# --- words ------------------------------------------------------------------------------------


def test_words_are_kept_in_normal_form_c() -> None:
    assert words_of({"ar": "ا\u0654ول", "fr": "e\u0301te\u0301"}) == {"ar": "أول", "fr": "été"}


@given(
    st.text(
        st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\u202d\u202e"),
        min_size=1,
    )
)
def test_whatever_is_not_refused_comes_back_in_normal_form_c(text: str) -> None:
    assert words_of({"en": text}) == {"en": unicodedata.normalize("NFC", text)}


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\u202d", "U+202D LEFT-TO-RIGHT OVERRIDE"),
        ("\u202e", "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("\x00", "U+0000 control character"),
        ("\x1b", "U+001B control character"),
        ("\r", "U+000D control character"),
        ("\x85", "U+0085 control character"),
        ("\ud800", "U+D800 lone surrogate"),
        ("\udfff", "U+DFFF lone surrogate"),
    ],
)
def test_what_can_make_a_reader_see_another_text_is_refused_by_name_and_place(
    character: str, name: str
) -> None:
    said = f"note.words.ar: {name} at character 6 is not allowed in words"
    assert refusal(words={"ar": f"كلام {character}x"}) == said


@pytest.mark.parametrize(
    "kept",
    [
        "\u064e",
        "\u0651",
        "\u200c",
        "\u200d",
        "\u202a",
        "\u202b",
        "\u202c",
        "\u2066",
        "\u2067",
        "\u2069",
        "\u200f",
        "\n",
        "\t",
    ],
)
def test_marks_joiners_embeddings_isolates_and_line_ends_are_kept(kept: str) -> None:
    assert words_of({"ar": f"كلام{kept}x"})["ar"] == f"كلام{kept}x"


def test_words_have_one_spelling_whatever_the_order_of_languages() -> None:
    assert list(words_of({"uk": "a", "en": "b", "ar": "c"})) == ["ar", "en", "uk"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({}, "note.words: no language given; expected words such as en: …, ar: …"),
        ({"en": ""}, "note.words.en: empty; expected text"),
        ({"en": 5}, "note.words.en: 5 given; expected text"),
        ("Tired", "note.words: Tired given; expected a mapping, such as en: …, ar: … for words"),
        (
            {"english": "x"},
            "note.words.english: english given; expected a language tag such as ar or en",
        ),
        ({"en": "x" * 200_001}, "note.words.en: longer than 200000 characters"),
    ],
)
def test_words_that_are_none_are_refused(words: Any, said: str) -> None:
    assert refusal(words=words) == said


def test_a_name_is_one_line() -> None:
    with pytest.raises(
        Mistake, match=r"person\.name\.en: has a line end or tab; expected one line"
    ):
        proposal_of({"kind": "person", "name": {"en": "Salma\nOrhani"}})


# --- labels and links -------------------------------------------------------------------------


@pytest.mark.parametrize("label", ["7", "٧", "3(b)", "أولاً", "us-28", "4/a", "١٫٢", "x" * 64])
def test_a_label_is_of_any_script(label: str) -> None:
    assert note({"en": "x"}, label=label).envelope.label == label


@pytest.mark.parametrize("label", ["", "a b", "-a", "(a)", "a#b", "x" * 65, "a\u202eb", 7])
def test_a_label_has_no_space_and_begins_with_a_letter_or_digit(label: Any) -> None:
    assert "note.label" in refusal(label=label)


def test_labels_and_links_typed_in_another_normal_form_meet() -> None:
    record = after(stage(), "desk", {"kind": "issue", "label": "ا\u0654ول", "name": {"ar": "أ"}})
    (entry,) = put(
        record,
        "desk",
        {
            "kind": "response",
            "seat": "upper",
            "basis": "told",
            "stance": "open",
            "issue": "ا\u0654ول",
        },
    )
    assert isinstance(entry.body, Response)
    assert entry.body.issue == record.named("أول").id


def test_a_reference_to_a_point_may_be_short() -> None:
    fields = {"kind": "note", "words": {"en": "x"}}
    short = proposal_of({**fields, "points": ["first#2/a"]})
    long = proposal_of({**fields, "points": [{"draft": "first", "label": "2/a"}]})
    assert short.body == long.body


@pytest.mark.parametrize("ref", ["first", "#1", "first#", 7])
def test_a_reference_to_a_point_without_a_draft_or_a_point_is_refused(ref: Any) -> None:
    assert "note.points[0]" in refusal(points=[ref])


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("gazette", [{"of": "gazette"}]),
        (["gazette", "plan"], [{"of": "gazette"}, {"of": "plan"}]),
        ({"of": "gazette"}, [{"of": "gazette"}]),
    ],
)
def test_a_source_may_be_short(short: Any, long: Any) -> None:
    made = [note({"en": "x"}, source=source).envelope.source for source in (short, long)]
    assert made[0] == made[1]


@pytest.mark.parametrize(
    ("short", "readers"),
    [
        ("author", ()),
        ("all", "all"),
        ("upper", ("upper",)),
        (["upper", "lower"], ("upper", "lower")),
    ],
)
def test_an_audience_may_be_short(short: Any, readers: Any) -> None:
    assert note({"en": "x"}, audience=short).envelope.audience == readers


def test_a_span_counts_code_points_from_0_and_ends_behind_the_last() -> None:
    text = "قالت 🌊 لا"
    span = {"language": "ar", "start": 5, "end": 6}
    found = note({"en": "x"}, source={"of": "gazette", "spans": [span]}).envelope.source[0].spans[0]
    assert text[found.start : found.end] == "🌊"


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3)])
def test_an_empty_span_is_refused(start: int, end: int) -> None:
    source = {"of": "gazette", "spans": [{"language": "en", "start": start, "end": end}]}
    with pytest.raises(Mistake, match=f"span ends at {end} before it starts"):
        put(stage(), "desk", {"kind": "note", "words": {"en": "x"}, "source": source})


def test_a_span_does_not_begin_before_the_text() -> None:
    span = {"language": "en", "start": -1, "end": 3}
    assert "expected at least 0" in refusal(source={"of": "gazette", "spans": [span]})


# --- amounts and durations --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (12, "12"),
        (0.1, "0.1"),
        (0.00000001, "0.00000001"),
        ("0.12345678901234567890", "0.12345678901234567890"),
        ("1/3", "1/3"),
        ("-5..10.5", "-5..10.5"),
        ("١٢٫٥", "12.5"),
    ],
)
def test_an_amount_is_exact_and_has_one_spelling(typed: Any, kept: str) -> None:
    body: Any = proposal_of({"kind": "estimate", "seat": "upper", "weight": typed}).body
    assert body.weight == kept


@pytest.mark.parametrize("typed", ["much", "1/0", "1..", True, "0x10", "", "1 000"])
def test_what_is_no_amount_is_refused(typed: Any) -> None:
    with pytest.raises(Mistake, match=r"estimate\.weight"):
        proposal_of({"kind": "estimate", "seat": "upper", "weight": typed})


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("PT5H", True),
        ("P2D", True),
        ("P1DT2H30M", True),
        ("P", False),
        ("5h", False),
        ("PT", False),
    ],
)
def test_a_duration_has_a_length(typed: str, right: bool) -> None:
    fields = {"kind": "meeting", "status": "held", "seats": ["upper"], "duration": typed}
    if right:
        body = proposal_of(fields).body
        assert isinstance(body, Meeting)
        assert body.duration == typed
    else:
        with pytest.raises(Mistake, match="expected a duration such as PT5H or P2D"):
            proposal_of(fields)


# --- when -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "first", "last", "about"),
    [
        ("2025", "2025-01-01", "2025-12-31", False),
        ("2024-02", "2024-02-01", "2024-02-29", False),
        ("2025-12-03", "2025-12-03", "2025-12-03", False),
        ("2025-12-03~", "2025-12-03", "2025-12-03", True),
        ("2025-12~", "2025-12-01", "2025-12-31", True),
        ("2025-12-03T18:30", "2025-12-03", "2025-12-03", False),
        ("2025-12-03T18:30:59+03:00", "2025-12-03", "2025-12-03", False),
        ("2025-12-03T18:30Z", "2025-12-03", "2025-12-03", False),
        ("2025-12-02/2025-12-04", "2025-12-02", "2025-12-04", False),
        ("2025-11/2025-12-04~", "2025-11-01", "2025-12-04", True),
        ("2025/2026", "2025-01-01", "2026-12-31", False),
    ],
)
def test_a_date_has_a_first_and_a_last_day(text: str, first: str, last: str, about: bool) -> None:
    when = When.of(text)
    assert (when.first.isoformat(), when.last.isoformat(), when.about) == (first, last, about)
    assert str(when) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2025-2",
        "2025-13",
        "2025-02-30",
        "0000",
        "25-12-03",
        "3 December",
        "2025-12-03T",
        "2025-12-03T25:00",
        "2025-12-03T18:60",
        "2025-12-03T18:30+3",
        "2025-12-04/2025-12-03",
        "2025-12-04/2025",
        "2025-12-03/",
        "/2025",
        "2025/2026/2027",
        "2025-12-03~~",
        "٢٠٢٥",
        " 2025",
        "2025-12-03\n",
        "12025-01-01",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    said = refusal(happened=text)
    assert said.startswith("note.happened: ")
    assert said.endswith(
        "is not a date; expected 2025-12-03, 2025-12, 2025, a time as 2025-12-03T18:30, "
        "or a range A/B"
    )


def test_a_year_may_be_a_number() -> None:
    assert str(note({"en": "x"}, happened=2025).envelope.happened) == "2025"


PARTS = st.one_of(
    st.dates().map(date.isoformat),
    st.dates().map(lambda day: day.isoformat()[:7]),
    st.dates().map(lambda day: day.isoformat()[:4]),
    st.datetimes().map(lambda time: time.isoformat(timespec="minutes")),
)
TEXTS = st.tuples(PARTS, st.sampled_from(["", "~"])).map("".join)


@given(st.one_of(TEXTS, st.tuples(TEXTS, TEXTS).map("/".join)))
def test_the_first_day_is_not_after_the_last_and_the_text_stays(text: str) -> None:
    try:
        when = When.of(text)
    except ValueError:
        start, slash, end = text.partition("/")
        assert slash
        assert When.of(end).first < When.of(start).first
        return
    assert when.first <= when.last
    assert str(when) == text
    assert When.of(str(when)) == when
    assert when.about == ("~" in text)
    assert when.exact == (when.first == when.last and not when.about)


def test_only_one_of_speaker_and_speaker_name_is_given() -> None:
    fields = {
        "kind": "statement",
        "words": {"en": "x"},
        "speaker": "salma",
        "speaker_name": {"en": "S"},
    }
    with pytest.raises(Mistake, match="statement has both speaker and speaker_name"):
        put(stage(), "desk", fields)
    assert isinstance(proposal_of(fields).body, Statement)
