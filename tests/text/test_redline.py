"""A redline by words leads from one wording to the other, in both languages."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from wasit.text.redline import new_of, old_of, redline, split_words


def pieces(old: str, new: str, language: str = "en") -> list[tuple[str, str]]:
    return [(piece.sort, piece.words) for piece in redline(old, new, language)]


def test_a_changed_word_is_taken_out_and_put_in_whole() -> None:
    assert pieces("Boats sail daily.", "Boats land daily.") == [
        ("kept", "Boats "),
        ("out", "sail"),
        ("in", "land"),
        ("kept", " daily."),
    ]


def test_a_phrase_that_changed_stays_in_one_piece() -> None:
    assert pieces("Boats sail every day.", "Boats rest at night.")[1:3] == [
        ("out", "sail every day"),
        ("in", "rest at night"),
    ]


def test_a_number_is_one_word() -> None:
    assert ("in", "15,500") in pieces("It costs 15,000.", "It costs 15,500.")


def test_an_arabic_clitic_changes_alone() -> None:
    assert pieces("في المدينة والقرية.", "في المدينة القرية.", "ar") == [
        ("kept", "في المدينة "),
        ("out", "و"),
        ("kept", "القرية."),
    ]


def test_a_letter_that_belongs_to_an_arabic_word_stays_in_it() -> None:
    assert "وزير" in split_words("قال وزير الميناء", "ar")
    assert "كتاب" in split_words("قرأ كتاب الميناء", "ar")


def test_arabic_punctuation_stands_apart() -> None:
    assert pieces("تُبحر، ثم ترسو", "تُبحر ثم ترسو", "ar")[1] == ("out", "،")


def test_what_did_not_change_is_one_piece() -> None:
    assert pieces("Boats sail.", "Boats sail.") == [("kept", "Boats sail.")]
    assert pieces("", "") == []


_TEXT = st.one_of(
    st.text(max_size=80),
    st.lists(
        st.sampled_from(
            ["boats", "sail ", " ", "\n", "والمراكب", "بال", "،", ".", "30", "[a]", "ُ"]
        ),
        max_size=30,
    ).map("".join),
)


@given(_TEXT, _TEXT, st.sampled_from(["ar", "en"]))
def test_the_pieces_give_back_both_wordings(old: str, new: str, language: str) -> None:
    found = redline(old, new, language)
    assert old_of(found) == old
    assert new_of(found) == new
    assert all(piece.words for piece in found)
    assert all(a.sort != b.sort for a, b in pairwise(found))


@given(_TEXT, st.sampled_from(["ar", "en"]))
def test_the_words_joined_are_the_text(text: str, language: str) -> None:
    assert "".join(split_words(text, language)) == text
