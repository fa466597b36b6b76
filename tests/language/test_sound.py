"""Names of the two scripts are compared by the consonants both write."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wasit.language.sound import alike, skeletons
from wasit.press.names.pairs import SOUNDS_ALIKE


@pytest.mark.parametrize(
    ("arabic", "english"),
    [
        ("ترمب", "Trump"),
        ("ترامب", "Trump"),
        ("غوتيريش", "Guterres"),
        ("زيلينسكي", "Zelensky"),
        ("زيلينسكي", "Zelenskyy"),
        ("عميروف", "Umerov"),
        ("لافروف", "Lavrov"),
        ("عبدالعاطي", "Abdelatty"),
        ("ماكرون", "Macron"),
        ("أردوغان", "Erdogan"),
        ("بلينكن", "Blinken"),
    ],
)
def test_spellings_of_one_name_sound_alike(arabic: str, english: str) -> None:
    assert alike(arabic, english) >= SOUNDS_ALIKE


@pytest.mark.parametrize(
    ("arabic", "english"),
    [("بوتين", "Zelensky"), ("روبيو", "Witkoff"), ("الاتفاق", "Kushner"), ("المحادثات", "Rubio")],
)
def test_other_words_do_not(arabic: str, english: str) -> None:
    assert alike(arabic, english) < SOUNDS_ALIKE


@given(st.text(max_size=30), st.text(max_size=30))
def test_likeness_is_a_share(arabic: str, english: str) -> None:
    assert 0 <= alike(arabic, english) <= 1
    assert all(isinstance(one, str) for one in skeletons(english, "en"))
