"""Case files and JSON Lines, read strictly: what is wrong is told with its line and column."""

from __future__ import annotations

import io
import json
from dataclasses import fields as fields_of
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.entries.goldens import cases_of
from wasit.entries import KINDS, Mistake, Place, Proposal
from wasit.entries.case import read_case
from wasit.entries.entry import entry_in
from wasit.entries.export import imported
from wasit.entries.limits import LINE_BYTES, NESTING, NODES
from wasit.entries.lines import batch_of, lines, value_of
from wasit.entries.yaml import read

AT = Place("in.jsonl", 7)


def case(text: str | bytes) -> list[Proposal]:
    return read_case(text.encode() if isinstance(text, str) else text, "case.yaml")


def refusal(text: str | bytes) -> str:
    with pytest.raises(Mistake) as caught:
        case(text)
    return str(caught.value)


def value(text: str) -> Any:
    return read(text).value


# --- YAML -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "case.yaml: the file is empty"),
        ("# nothing", "case.yaml: the file is empty"),
        ("- a", "case.yaml, line 1: expected kinds, each with its entries"),
        ("note:\n  - a: 1\n  a: 1", "case.yaml, line 3, column 3: not YAML: did not find"),
        ("note: [\n", "case.yaml, line 2, column 1: not YAML: "),
        ("note:\n\t- a", "case.yaml, line 2, column 1: not YAML: "),
        (
            "note: {words: {en: a}, words: {en: b}}",
            "case.yaml, line 1, column 24: words stands twice",
        ),
        (
            "note: !!python/none x",
            "case.yaml, line 1, column 7: the tag tag:yaml.org,2002:python/none",
        ),
        ("note: !x {a: b}", "case.yaml, line 1, column 7: the tag !x is not allowed"),
        ("note: !!binary aGk=", "case.yaml, line 1, column 7: the tag tag:yaml.org,2002:binary"),
        ("note: *a", "case.yaml, line 1, column 7: alias a stands for nothing above"),
        ("note: &a [*a]", "case.yaml, line 1, column 11: alias a stands for nothing above"),
        ("note: []\n---\nnote: []", "case.yaml, line 3, column 1: a second document; expected one"),
        ("? [a]\n: b", "case.yaml, line 1, column 3: expected a name as key"),
        ("a\x01: b", "case.yaml, line 1, column 2: the character U+0001 is not allowed"),
        ("note: 5", "case.yaml, line 1, note: expected a list of entries"),
        ("note: [5]", "case.yaml, line 1, note: expected the fields of a note"),
        ("note: {kind: note}", "case.yaml, line 1, note: expected the fields of a note"),
        (
            "\n\nminutes: []",
            "case.yaml, line 3: unknown kind minutes; expected defaults or one of talks",
        ),
        (
            "defaults: {who: all}",
            "case.yaml, line 1, defaults.who: no such default; expected one of",
        ),
        ("defaults: all", "case.yaml, line 1, defaults: expected a mapping"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, said: str) -> None:
    assert refusal(text).startswith(said)
    assert "\n" not in refusal(text)


def test_lines_count_right_behind_arabic_words() -> None:
    text = "# كلام عربي في سطر طويل\n" * 10 + "note: {words: {ar: سطر\x01}}" + "\n" * 90
    assert refusal(text) == "case.yaml, line 11, column 23: the character U+0001 is not allowed"


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_invalid_utf_8_is_told_with_line_and_column_in_characters(mark: bytes) -> None:
    data = mark + "note:\n  - words: {ar: سطر".encode() + b"\xe2\x28}"
    assert refusal(data) == "case.yaml, line 2, column 20: not UTF-8: byte 0xE2 does not fit"


def test_a_byte_order_mark_is_left_out() -> None:
    assert case("\ufeffnote: {words: {en: a}}")[0].kind == "note"


def test_dates_stay_text_and_no_is_a_word() -> None:
    assert value("[2025-12-03, 2025-12-03T18:30:00Z, 12:30, no, yes, on, Off, 0x1F, 1_000]") == [
        "2025-12-03", "2025-12-03T18:30:00Z", "12:30", "no", "yes", "on", "Off", "0x1F", "1_000",
    ]  # fmt: skip


def test_words_in_norwegian_are_read() -> None:
    proposal = case("draft: {label: a, title: {no: Utkast}}")[0]
    assert proposal.body.title == {"no": "Utkast"}  # type: ignore[attr-defined]


def test_numbers_truth_and_nothing_are_read_as_in_yaml_1_2() -> None:
    assert value("[1, -7, 007, 0.5, 1e3, true, FALSE, null, ~, '1', \"true\"]") == [
        1, -7, 7, 0.5, 1000.0, True, False, None, None, "1", "true",
    ]  # fmt: skip


@pytest.mark.parametrize("number", ["0.12345678901234567890", "123456789012345678901234"])
def test_a_number_that_would_be_rounded_stays_text(number: str) -> None:
    assert value(f"[{number}]") == [number]
    assert value_of(f'[0.5, "{number}"]'.encode(), AT) == [0.5, number]
    assert str(value_of(f"[{number}]".encode(), AT)[0]) == number


def test_an_alias_stands_for_what_it_names() -> None:
    assert value("a: &x {b: [1]}\nc: *x") == {"a": {"b": [1]}, "c": {"b": [1]}}


def test_aliases_count_as_often_as_they_stand() -> None:
    bomb = "\n".join(
        ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
        + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    )
    assert f"more than {NODES} values, aliases counted" in refusal(bomb)


def test_aliases_do_not_nest_deeper_than_the_limit() -> None:
    steps = [f"p{n}: &p{n} [*p{n - 1}]" for n in range(1, NESTING + 1)]
    assert f"nested deeper than {NESTING}" in refusal("\n".join(["p0: &p0 [x]", *steps]))


@pytest.mark.parametrize("more", [0, 1, 500])
def test_nesting_is_limited(more: int) -> None:
    text = "[" * (NESTING + more) + "]" * (NESTING + more)
    if more:
        with pytest.raises(Mistake, match=f"nested deeper than {NESTING}"):
            read(f"a: {text}")
    else:
        assert value(text)
    if more > 1:
        with pytest.raises(Mistake, match=f"nested deeper than {NESTING}"):
            value_of(text.encode(), AT)


def test_the_line_of_a_field_is_the_line_it_stands_on() -> None:
    text = "meeting:\n  - status: held\n    seats:\n      - upper\n      - Lower\n"
    assert refusal(text).startswith(
        "case.yaml, line 5, meeting.seats[1]: Lower given; expected the"
    )


# --- what a file may leave out ----------------------------------------------------------------


def test_defaults_hold_for_every_entry_that_does_not_say_otherwise() -> None:
    text = """
defaults: {audience: all, happened: 2026-03-01, source: gazette}
note:
  - {words: {en: a}}
  - {words: {en: b}, audience: author, happened: 2026-03-02, source: [plan]}
"""
    one, two = (proposal.envelope for proposal in case(text))
    assert (one.audience, str(one.happened), one.source[0].of) == ("all", "2026-03-01", "gazette")
    assert (two.audience, str(two.happened), two.source[0].of) == ((), "2026-03-02", "plan")


def test_defaults_date_no_seat_and_let_no_report_rest_on_itself() -> None:
    text = """
defaults: {happened: 2026-03-01, source: gazette}
seat: {label: desk, role: mediator, name: {en: Desk}}
report: {label: gazette, outlet: {en: Gazette}}
"""
    seat, report = (proposal.envelope for proposal in case(text))
    assert (seat.happened, seat.source) == (None, ())
    assert (str(report.happened), report.source) == ("2026-03-01", ())


def test_one_entry_of_a_kind_needs_no_dash() -> None:
    assert case("note: {words: {en: a}}")[0].body == case("note: [{words: {en: a}}]")[0].body


# --- JSON Lines -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"a": 1, "a": 2}', "in.jsonl, line 7: a stands twice in one object"),
        ('[{"a": {"b": 1, "b": 2}}]', "in.jsonl, line 7: b stands twice in one object"),
        ("[NaN]", "in.jsonl, line 7: NaN is not a finite number"),
        ("[-Infinity]", "in.jsonl, line 7: -Infinity is not a finite number"),
        ('{"a": ', "in.jsonl, line 7, column 7: not JSON: expecting value"),
        ("[1] [2]", "in.jsonl, line 7, column 5: not JSON: extra data"),
        ("1" * 5000, "in.jsonl, line 7: a number has too many digits"),
        ("[]", "in.jsonl, line 7: an empty batch; expected at least one entry"),
        ("5", "in.jsonl, line 7: expected a mapping of fields"),
        (
            '[{"kind": "note", "words": {"en": "a"}}, 5]',
            "in.jsonl, line 7, [1]: expected a mapping",
        ),
        ("{}", "in.jsonl, line 7: kind is missing; expected one of talks, seat"),
        ('{"kind": "nots"}', "in.jsonl, line 7: unknown kind nots; did you mean note?"),
        ('{"kind": "note", "body": {}, "words": 1}', "in.jsonl, line 7, words: stands beside body"),
        ('{"kind": "note", "words": {"en": "\\ud800"}}', "in.jsonl, line 7, note.words.en: U+D800"),
    ],
)
def test_what_is_wrong_in_a_line_is_told_with_its_number(line: str, said: str) -> None:
    with pytest.raises(Mistake) as caught:
        batch_of(line.encode(), AT)
    assert str(caught.value).startswith(said)


def test_depth_is_counted_outside_strings_alone() -> None:
    words = "[" * 100
    assert value_of(json.dumps({"a": words, "b": ']"\\'}).encode(), AT)["a"] == words
    hidden = '["' + "]" * 5000 + '", ' + "[" * 5000 + "]" * 5000 + "]"
    with pytest.raises(Mistake, match="nested deeper than 64"):
        value_of(hidden.encode(), AT)


def test_a_number_too_great_for_a_float_is_no_crash() -> None:
    with pytest.raises(Mistake, match=r"line\.positions"):
        batch_of(
            b'{"kind":"line","name":{"en":"a"},"words":{"en":"a"},"positions":[[1e999,0],[0,0]]}',
            AT,
        )


class Counting(io.RawIOBase):
    """A stream of one line without end that counts what was read of it."""

    def __init__(self, length: int) -> None:
        self.left = length
        self.taken = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        size = min(len(buffer), self.left)
        buffer[:size] = b" " * size
        self.left -= size
        self.taken += size
        return size


def test_a_line_over_the_limit_is_refused_before_it_is_read_whole() -> None:
    source = Counting(50 * 1024 * 1024)
    with pytest.raises(Mistake) as caught:
        list(lines(io.BufferedReader(source), "in.jsonl"))
    assert str(caught.value) == f"in.jsonl, line 1: longer than {LINE_BYTES} bytes"
    assert source.taken <= LINE_BYTES + 64 * 1024


def test_blank_lines_are_passed_over_and_counted() -> None:
    assert list(lines(io.BytesIO(b"\n{}\n  \n[]"))) == [(2, b"{}\n"), (4, b"[]")]


# --- whatever comes in ------------------------------------------------------------------------


def only_mistakes(read_it: Any, data: Any) -> None:
    """Whatever ``data`` is, it is read or refused with a mistake on one line."""
    try:
        read_it(data)
    except Mistake as mistake:
        said = str(mistake)
        assert said
        assert "\n" not in said
        said.encode()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4)
    ),
    max_leaves=12,
)
NAMES = st.sampled_from(
    [
        *sorted({f.name for kind in KINDS.values() for f in fields_of(kind.model)}),
        *("ref", "label", "key", "audience", "happened", "source", "body", "author_person"),
    ]
)
ODD = st.dictionaries(NAMES, JSON, max_size=5)


@st.composite
def spoilt(draw: st.DrawFn) -> dict[str, Any]:
    """A golden input with odd values in it."""
    kind = draw(st.sampled_from(sorted(KINDS)))
    good = draw(st.sampled_from(cases_of(kind)))["input"]
    field = draw(st.sampled_from(sorted(set(good) - {"kind"})))
    return {**good, field: draw(JSON), **draw(ODD)}


@given(st.binary(max_size=60))
@example(b"\xff\xfe")
@example(b"note: &a [*a]")
@example(b"? !!set {a}")
@example(b"%YAML 1.1\n---\nnote: x")
def test_random_bytes_raise_nothing_but_a_mistake(data: bytes) -> None:
    only_mistakes(case, data)
    only_mistakes(lambda line: batch_of(line, AT), data)
    only_mistakes(entry_in, data)
    only_mistakes(lambda line: imported([(1, line)]), data)


@given(st.text("noteadrf:{}[]-&*!?|>'\"#\n ,1.~ك\u202e\x01", max_size=40))
@example('note: {words: {en: "\\ud800"}}')
@example("note: {ref: [a], words: {en: a}}\ndefaults: {source: [a]}")
def test_random_text_raises_nothing_but_a_mistake(text: str) -> None:
    only_mistakes(case, text)
    only_mistakes(lambda line: batch_of(line, AT), text.encode())
    only_mistakes(entry_in, text)


@given(spoilt())
def test_a_spoilt_entry_raises_nothing_but_a_mistake(fields: dict[str, Any]) -> None:
    line = json.dumps(fields).encode()
    only_mistakes(lambda data: batch_of(data, AT), line)
    only_mistakes(entry_in, line)
    # JSON is YAML, but for what YAML does not allow within it.
    text = json.dumps({fields["kind"]: {k: v for k, v in fields.items() if k != "kind"}})
    only_mistakes(case, text)


@given(st.sampled_from(sorted(KINDS)), st.data())
def test_a_spoilt_line_of_a_store_raises_nothing_but_a_mistake(
    kind: str, data: st.DataObject
) -> None:
    line = json.loads(data.draw(st.sampled_from(cases_of(kind)))["line"])
    where = data.draw(st.sampled_from([line, line["body"]]))
    where[data.draw(st.sampled_from(sorted(where)))] = data.draw(JSON)
    only_mistakes(entry_in, json.dumps(line))
