"""Where two language versions of a text do not say the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.text.concord.material import DIFFER_FILES, SAME_FILES, TEXTS, blocks, told, told_of
from tests.text.concord.spelling import arabic, english
from wasit.text.concord import KINDS, concord, plain
from wasit.text.parse import parse

SAME = [pair for name in SAME_FILES for pair in blocks(name)]
DIFFER = [row for name in DIFFER_FILES for row in blocks(name)]


# --- what raises no alarm -----------------------------------------------------------------------


@pytest.mark.parametrize(("en", "ar"), SAME, ids=[en[:40] for en, _ in SAME])
def test_what_says_the_same_in_other_clothes_raises_no_alarm(en: str, ar: str) -> None:
    assert told_of(en, ar) == []


@given(
    n=st.integers(1, 999_999),
    spelt_en=st.booleans(),
    spelt_ar=st.booleans(),
    slot=st.sampled_from(
        [
            ("The port holds {} containers.", "يتسع الميناء لـ{} حاوية."),
            ("The line is {} kilometres long.", "يبلغ طول الخط {} كيلومتر."),
            ("A sum of {} euros is paid.", "يُدفع مبلغ {} يورو."),
            ("The mandate ends within {} days.", "تنتهي الولاية خلال {} يوم."),
        ]
    ),
)
def test_a_number_is_the_same_in_digits_and_words_of_either_language(
    n: int, spelt_en: bool, spelt_ar: bool, slot: tuple[str, str]
) -> None:
    en = slot[0].format(english(n) if spelt_en else f"{n:,}")
    ar = slot[1].format(f" {arabic(n)}" if spelt_ar else n)
    assert told_of(en, ar) == []


@given(n=st.integers(3, 99_999), other=st.integers(3, 99_999), spelt=st.booleans())
def test_another_number_is_told_with_both_pieces(n: int, other: int, spelt: bool) -> None:
    if n == other:
        return
    en = f"The depot holds {n} crates."
    ar = f"يتسع المستودع لعدد {arabic(other) if spelt else other} من الصناديق."
    ((kind, ar_piece, en_piece),) = told_of(en, ar)
    assert kind == "number"
    assert en_piece == str(n)
    assert ar_piece in ar


# --- what is told -------------------------------------------------------------------------------


@pytest.mark.parametrize(("kind", "en", "ar"), DIFFER, ids=[en[:40] for _, en, _ in DIFFER])
def test_what_says_something_else_is_told_by_its_kind(kind: str, en: str, ar: str) -> None:
    assert [one[0] for one in told_of(en, ar)] == [kind]


@pytest.mark.parametrize("folder", TEXTS, ids=lambda folder: folder.name)
def test_in_whole_texts_what_differs_is_told_and_nothing_else(folder: Path) -> None:
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    en, ar = (parse((folder / f"{name}.txt").read_text("utf-8")) for name in ("en", "ar"))
    found = {(one.point, one.kind) for one in concord(ar, en)}
    for one in gold["discrepancies"]:
        kinds = {one["kind"], *one.get("also", ())}
        (met,) = {(one["point"], kind) for kind in kinds} & found
        found.remove(met)
    assert not found


def test_pieces_are_exact() -> None:
    en = "The bridge carries up to 25 tonnes. Buses may cross by night."
    ar = "يتحمل الجسر ما يصل إلى خمسة عشر طناً. وللحافلات أن تعبر ليلاً."
    assert told_of(en, ar) == [("number", "خمسة عشر طناً", "25 tonnes")]


def test_the_most_serious_comes_first() -> None:
    found = told(
        ["The tank holds 40 litres.", "Goats may graze.", "The gate is painted blue by Easter."],
        ["يتسع الخزان لـ45 لتراً.", "على المعز أن ترعى."],
    )
    assert [one.kind for one in found] == ["missing_point", "modality", "number"]
    assert [KINDS.index(one.kind) for one in found] == sorted(KINDS.index(o.kind) for o in found)


def test_a_point_of_one_version_alone_does_not_shift_the_others() -> None:
    en = ["The mill opens in May.", "Flour costs 3 dinars a kilo.", "The miller keeps a tenth."]
    ar = ["تُفتح المطحنة في أيار.", "لا يُباع الطحين ليلاً.", *("يبلغ سعر الطحين 3 دنانير للكيلو.",)]
    (one,) = told(en, [*ar, "يحتفظ الطحّان بالعُشر."])
    assert (one.point, one.kind, one.only, one.en) == ("2", "missing_point", "ar", "")
    assert one.ar == "2. لا يُباع الطحين ليلاً."


def test_points_are_found_though_their_labels_differ() -> None:
    en = parse("(a) The mill opens on 3 May.\n(b) The miller keeps a tenth.\n")
    ar = parse("أولاً: تُفتح المطحنة في 4 أيار.\nثانياً: يحتفظ الطحّان بالعُشر.\n")
    ((one),) = concord(ar, en)
    assert (one.point, one.point_ar, one.kind) == ("a", "1", "date")


def test_a_reference_to_a_renumbered_point_is_the_same_reference() -> None:
    en = ["The mill opens in May.", "Flour costs 3 dinars.", "Point 2 does not bind the baker."]
    ar = [
        "تُفتح المطحنة في أيار.",
        "يُعفى الأرامل من أجرة الطحن.",
        "يبلغ سعر الطحين 3 دنانير.",
        "لا تُلزم النقطة 3 الخبّاز.",
    ]
    assert [one.kind for one in told(en, ar)] == ["missing_point"]


def test_a_divergence_that_is_meant_is_told_once_and_last() -> None:
    en = parse("1. The fair lasts 3 days and has 40 stalls.\n2. Entry costs 5 dinars.\n")
    ar = parse("1. يدوم المعرض 4 أيام ويضم 50 جناحاً.\n2. يبلغ رسم الدخول 6 دنانير.\n")
    assert [one.point for one in concord(ar, en)] == ["1", "1", "2"]
    found = concord(ar, en, kept=["1"])
    assert [(one.point, one.kept) for one in found] == [("2", False), ("1", True)]


def test_plain_data_follow_the_schema() -> None:
    en = parse("1. The mill has 3 stones.\n")
    ar = parse("1. في المطحنة 4 أحجار.\n2. يُباع الخبز يوم الجمعة.\n")
    assert plain(concord(ar, en)) == {
        "discrepancies": [
            {
                "point": "2",
                "kind": "missing_point",
                "ar": "2. يُباع الخبز يوم الجمعة.",
                "en": "",
                "point_language": "ar",
            },
            {"point": "1", "kind": "number", "ar": "4", "en": "3"},
        ]
    }


# --- any text -------------------------------------------------------------------------------------

_ANY = st.text(
    st.sampled_from(
        " .\n,;:[]()/%-0123456789٠٣٥ abcdeMN'أبتثجحخدرسعفقكلمنهوية،؛؟ًُْ" + "\u200f\u00a0"
    ),
    max_size=200,
)
_WORDS = st.lists(
    st.sampled_from(
        [word for pair in SAME for side in pair for word in side.split()]
        + ["[", "]", "1.", "(a)", "٢)", "المادة", "Article", "point", "ونصف", "half", "/"]
    ),
    max_size=60,
).map(" ".join)


@settings(max_examples=150)
@given(ar=_ANY | _WORDS, en=_ANY | _WORDS)
def test_no_text_is_too_strange_and_pieces_are_in_the_texts(ar: str, en: str) -> None:
    arabic_text, english_text = parse(f"1. {ar}", language="ar"), parse(f"1. {en}", language="en")
    held_ar = "\n".join(p.words for p in arabic_text.all()) + "\n".join(
        p.words for p in arabic_text.parts
    )
    held_en = "\n".join(p.words for p in english_text.all()) + "\n".join(
        p.words for p in english_text.parts
    )
    for one in concord(arabic_text, english_text):
        if one.kind != "missing_point":
            assert one.ar in held_ar
            assert one.en in held_en
        assert one.ar or one.en


@settings(max_examples=30)
@given(st.lists(st.sampled_from(SAME), min_size=1, max_size=12, unique_by=lambda pair: pair[0]))
def test_pairs_that_say_the_same_say_so_in_any_order_beside_any_others(
    pairs: list[list[str]],
) -> None:
    found = told([en for en, _ in pairs], [ar for _, ar in pairs])
    assert [one for one in found if one.kind not in ("missing_point", "missing_sentence")] == []
