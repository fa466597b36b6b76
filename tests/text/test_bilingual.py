"""One file that holds a text in two languages."""

from __future__ import annotations

import pytest

from wasit.entries import Mistake
from wasit.text.bilingual import parsed

ENGLISH = "1. Boats sail by day.\n2. Nets are marked.\n"
ARABIC = "١. تُبحر القوارب نهاراً.\n٢. تُعلَّم الشباك.\n"


def words(text: str) -> dict[str, list[str]]:
    return {
        language: [point.words for point in draft.all()] for language, draft in parsed(text).items()
    }


EN = ["Boats sail by day.", "Nets are marked."]
AR = ["تُبحر القوارب نهاراً.", "تُعلَّم الشباك."]


def test_one_part_after_the_other_in_the_order_in_which_they_stand() -> None:
    assert list(words(ENGLISH + "\n" + ARABIC).items()) == [("en", EN), ("ar", AR)]
    assert list(words(ARABIC + "\n" + ENGLISH).items()) == [("ar", AR), ("en", EN)]


def test_line_by_line() -> None:
    pairs = zip(ENGLISH.splitlines(), ARABIC.splitlines(), strict=True)
    assert words("\n".join(line for pair in pairs for line in pair)) == {"en": EN, "ar": AR}


def test_a_name_in_other_letters_is_no_version_of_the_text() -> None:
    text = ENGLISH + "   ميناء القناة\n3. Boats of others pass.\n"
    assert list(words(text)) == ["en"]
    assert "ميناء القناة" in words(text)["en"][1]


def test_a_bracket_is_refused_where_it_stands_in_the_whole_file() -> None:
    with pytest.raises(Mistake, match="line 5, column 4") as caught:
        parsed(ENGLISH + "\n" + ARABIC.replace("تُعلَّم", "[تُعلَّم") + "\n", "f.txt", matched=True)
    assert "f.txt" in str(caught.value)
