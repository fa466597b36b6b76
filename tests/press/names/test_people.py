"""People are found by capitals, offices, verbs, given names, and by the other version."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.press.read import names_of, people_of
from wasit.press.known import Known, KnownName
from wasit.press.reading import Person


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Norwegian Foreign Minister Espen Lunde arrived.", "Espen Lunde"),
        ("The head of the miners' delegation, Zanele Mokoena, left early.", "Zanele Mokoena"),
        ("Qorxa Tuvali, the president's envoy, left early.", "Qorxa Tuvali"),
        ("Qorxa Tuvali said the road was open to all.", "Qorxa Tuvali"),
        ("“It is late,” said Qorxa Tuvali.", "Qorxa Tuvali"),
        ("The room was lent by Ingrid van der Berg for a week.", "Ingrid van der Berg"),
        ("Sheikh Hamad bin Faisal al-Murri hosted them.", "Hamad bin Faisal al-Murri"),
    ],
)
def test_an_english_name_is_found_in_full(text: str, name: str) -> None:
    assert people_of(text) == [{"en": name}]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وصل وزير الخارجية النرويجي إسبن لوندي إلى المدينة.", "إسبن لوندي"),
        ("قال المتحدث باسم الرئاسة قرخا توفالي إن الطريق مفتوح.", "قرخا توفالي"),
        ("وأكدت رئيسة وفد العمال هدى عبد الرحيم أن الباب مفتوح.", "هدى عبد الرحيم"),
        ("استقبلهم الشيخ حمد بن فيصل المري في داره.", "حمد بن فيصل المري"),
        ("وقال صلاح الدين برغوث إن الباب مفتوح.", "صلاح الدين برغوث"),
        ("ورفض اللواء أبو بكر التازي العرض.", "أبو بكر التازي"),
    ],
)
def test_an_arabic_name_is_found_in_full(text: str, name: str) -> None:
    assert people_of(text) == [{"ar": name}]


def test_words_joined_on_in_front_are_no_part_of_a_name() -> None:
    assert people_of("التقى الوزير سمير حداد وخالد بدران أمس.") == [
        {"ar": "سمير حداد"},
        {"ar": "خالد بدران"},
    ]


@pytest.mark.parametrize(
    "text",
    [
        "They discussed the Harmon plan and the Lindqvist accords in Geneva.",
        "The Labour Ministry met the Dockworkers' Union on Tuesday.",
        "The ship crossed the Ross Sea from Cape Town to Buenos Aires.",
        "ناقش الطرفان خطة عنان واتفاق الطائف في جنيف.",
        "عقدت وزارة العمل جلسة مع اتحاد عمال الأرصفة أمس.",
        "وقال المتحدث باسم الحكومة إن الطريق مفتوح على الجميع.",
        "وأكد أن الاتفاق الجديد يحتاج إلى نقاش، ورأى أن الوقت مبكر.",
    ],
)
def test_labels_bodies_and_everyday_words_are_no_people(text: str) -> None:
    assert people_of(text) == []


def test_capitals_of_one_version_find_the_name_in_the_other() -> None:
    text = (
        "وصافح بيروشان غالدميري الوسيط عند الباب.\nوغادر غالدميري بعد ذلك.\n"
        "Trade Minister Perushan Galdemiri shook the mediator's hand at the door.\n"
        "Galdemiri left after that."
    )
    (person,) = names_of(text).people
    assert person.names == {"ar": "بيروشان غالدميري", "en": "Perushan Galdemiri"}
    assert set(person.also) == {"غالدميري", "Galdemiri"}


def test_a_family_name_alone_goes_back_to_the_person() -> None:
    text = "President Nadia Oduya spoke. Later Oduya left, and Oduya's aide stayed."
    names = names_of(text)
    (person,) = names.people
    found = [text[m.start : m.end] for m in names.mentions["en"] if m.of is person]
    assert found == ["Nadia Oduya", "Oduya", "Oduya"]


def test_office_and_side_are_read_with_the_name() -> None:
    (person,) = names_of("Qatari foreign ministry spokesman Omar Hijazi spoke.").people
    assert person.role == {"en": "Qatari foreign ministry spokesman"}
    assert person.side == "Qatar"
    (person,) = names_of("وقال السفير الكيني دانيال موانغي إن الوقت مبكر.").people
    assert person.role == {"ar": "السفير الكيني"}
    assert person.side == "Kenya"


def test_what_the_record_knows_is_recognised() -> None:
    known = Known(people=(KnownName("e12", {"en": "Nadia Oduya", "ar": "ناديا أودويا"}),))
    (person,) = names_of("President Nadia Oduya spoke.", known).people
    assert person.known == "e12"


def test_headings_name_nobody_new() -> None:
    assert people_of("Lunde Meets Mokoena in Oslo\nNothing else was said that day.") == []


def test_mentions_stand_in_order_and_do_not_overlap() -> None:
    text = (
        "Russian President Ilya Sokolov and the African Union met Kenya's Daniel Mwangi in Moscow."
    )
    mentions = names_of(text).mentions["en"]
    assert all(a.end <= b.start for a, b in pairwise(mentions))
    assert [m.of.names["en"] for m in mentions if isinstance(m.of, Person)] == [
        "Ilya Sokolov",
        "Daniel Mwangi",
    ]


def test_mentions_are_found_by_place() -> None:
    text = "Kenya waited. Uganda waited too."
    names = names_of(text)
    (uganda,) = names.within("en", text.index("Uganda"), len(text))
    assert names.at("en", uganda.start + 2) == uganda
    assert names.at("en", text.index("waited")) is None


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Ona Pell, the ferry's managing director, said no. Ms Pell left.", ["Ona Pell"]),
        ('Wim "the Eel" Dorsten of the red gang took his seat.', ['Wim "the Eel" Dorsten']),
        ("Orla Fintan of the bakers' union lamented the delay.", ["Orla Fintan"]),
        ("Ona Pell, an adviser, told Carbon Brief that all was well.", ["Ona Pell"]),
        ("The director of Marie Kessel hospital had no comment.", []),
        ("Santa Vela asked for time, and Pember Capital said no.", []),
        ("وقال المتحدث باسم النقابة زكريا بلحسن إن الإضراب مستمر.", ["زكريا بلحسن"]),
        ("وأوضحت رئيسة الوفد، إلفيرا ساندوفال، أن الجلسة كانت مثمرة.", ["إلفيرا ساندوفال"]),
        ("وحضر اللقاء جان بيير لاكروا ومعه مستشاران.", ["جان بيير لاكروا"]),
        ("ولم يستبعد المسؤول تأجيل التصويت إذا طال البحث.", []),
        ("وخسر المزارعون 40 ألف فدان وفقدان الماء وشيك.", []),
        ("وقال المدير العام لمستشفى شارل نيكول إن الأسرة شاغرة.", []),
    ],
)
def test_people_are_told_from_what_looks_like_them(text: str, people: list[str]) -> None:
    assert [next(iter(names.values())) for names in people_of(text)] == people
