"""Speech that no plain verb of speech tells: nouns, adjectives, sources beside, colons."""

from __future__ import annotations

import pytest

from tests.press.read import said, statements_of

OKORO = "Minister Ada Okoro met envoy Nuno Brandão in Oslo.\n"
HADDAD = "التقى الوزير سامي الحداد المبعوثة ليلى منصور في مسقط.\n"


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("Okoro was adamant that the dam would stay shut.", "Ada Okoro", "the dam would stay shut"),
        (
            "Okoro sounded confident the dam would open in May.",
            "Ada Okoro",
            "the dam would open in May",
        ),
        (
            "Okoro made it clear that the dam would stay shut.",
            "Ada Okoro",
            "the dam would stay shut",
        ),
        (
            "Okoro gave assurances that the dam would stay shut.",
            "Ada Okoro",
            "the dam would stay shut",
        ),
        (
            "Okoro's position is that the dam belongs to all three.",
            "Ada Okoro",
            "the dam belongs to all three",
        ),
        (
            "In the words of envoy Nuno Brandão, the dam is a bridge.",
            "Nuno Brandão",
            "the dam is a bridge",
        ),
        (
            "As Okoro put it, both sides have read different papers.",
            "Ada Okoro",
            "both sides have read different papers",
        ),
        ("Okoro did not mince words: “This is a bad joke.”", "Ada Okoro", "This is a bad joke"),
        (
            "Okoro's reply was curt: “We have heard that before.”",
            "Ada Okoro",
            "We have heard that before",
        ),
        (
            "Okoro was quick to reject the offer of a truce.",
            "Ada Okoro",
            "the offer of a truce",
        ),
        (
            "Villagers were told by Okoro that the dam would stay shut.",
            "Ada Okoro",
            "the dam would stay shut",
        ),
        (
            "A spokesman declined to name the sum but said the dam would open.",
            "spokesman",
            "the dam would open",
        ),
        (
            "An official, requesting anonymity as talks are not over, said the dam would open.",
            "official",
            "the dam would open",
        ),
        (
            "The dam will open in May, Reuters quoted an official as saying.",
            "official",
            "The dam will open in May",
        ),
        (
            "If not, said Okoro, she would go home.",
            "Ada Okoro",
            "If not, said Okoro, she would go home",
        ),
        (
            "“We speak with one voice,” Okoro said. “That is our strength.”",
            "Ada Okoro",
            "We speak with one voice,” Okoro said. “That is our strength",
        ),
        ("Okoro was blunt. “This is a bad joke.”", "Ada Okoro", "This is a bad joke"),
    ],
)
def test_english_speech_without_a_plain_verb_is_found(text: str, speaker: str, words: str) -> None:
    assert said(OKORO + text) == [(speaker, words)]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("وعلى حد تعبير منصور، فإن الاتفاق بات قريبا جدا.", "ليلى منصور", "الاتفاق بات قريبا جدا"),
        ("وفي رأي الحداد أن الاتفاق بات قريبا جدا.", "سامي الحداد", "الاتفاق بات قريبا جدا"),
        ("الاتفاق بات قريبا جدا، كما أعلن الحداد أمس.", "سامي الحداد", "الاتفاق بات قريبا جدا"),
        ("«الاتفاق بات قريبا جدا»، قال الحداد للصحافيين.", "سامي الحداد", "الاتفاق بات قريبا جدا"),
        ("واكتفى الحداد بالقول إن الاتفاق بات قريبا جدا.", "سامي الحداد", "الاتفاق بات قريبا جدا"),
        ("وعاد الحداد ليؤكد أن الاتفاق بات قريبا جدا.", "سامي الحداد", "الاتفاق بات قريبا جدا"),
        ("وموقف الحداد أن الاتفاق بات قريبا جدا.", "سامي الحداد", "الاتفاق بات قريبا جدا"),
        ("ولم يخف الحداد استياءه من بطء الوفدين كليهما.", "سامي الحداد", "بطء الوفدين كليهما"),
        (
            "أما الحداد، الذي غادر باكرا، فقد رأى أن الاتفاق بات قريبا.",
            "سامي الحداد",
            "الاتفاق بات قريبا",
        ),
        ("ولوّح الحداد بسحب الوفد من المحادثات.", "سامي الحداد", "سحب الوفد من المحادثات"),
        (
            "وجاء في بيان لوزارة الخارجية أن الاتفاق بات قريبا جدا.",
            "وزارة الخارجية",
            "الاتفاق بات قريبا جدا",
        ),
        (
            "وأصدرت وزارة الخارجية بيانا قالت فيه إن الاتفاق بات قريبا.",
            "وزارة الخارجية",
            "الاتفاق بات قريبا",
        ),
        ("الحداد: «لن نوقع على ورقة بيضاء».", "سامي الحداد", "لن نوقع على ورقة بيضاء"),
    ],
)
def test_arabic_speech_without_a_plain_verb_is_found(text: str, speaker: str, words: str) -> None:
    assert said(HADDAD + text) == [(speaker, words)]


@pytest.mark.parametrize(
    "participle",
    ["مضيفا أن", "مؤكدة أن", "مشددة على أن", "محذرة من أن", "لافتة إلى أن", "معتبرة أن"],
)
def test_an_arabic_participle_of_speech_begins_a_statement_of_its_own(participle: str) -> None:
    text = f"{HADDAD}وقالت منصور إن المعبر سيفتح غدا، {participle} القوافل ستمر تباعا."
    assert said(text) == [
        ("ليلى منصور", "المعبر سيفتح غدا"),
        ("ليلى منصور", "القوافل ستمر تباعا"),
    ]


def test_who_is_thanked_is_not_who_thanks() -> None:
    text = f"{HADDAD}وقالت منصور إن المعبر سيفتح غدا. وشكرت قطر على جهودها الطويلة في الملف."
    assert said(text)[1] == ("ليلى منصور", "قطر على جهودها الطويلة في الملف")


@pytest.mark.parametrize(
    "text",
    [
        "Minister Ada Okoro said envoy Nuno Brandão had told both sides that time was short.",
        "وقالت الوزيرة ليلى منصور إن المبعوث سامي الحداد أبلغ الطرفين أن الوقت بات قصيرا.",
    ],
)
def test_what_somebody_says_that_somebody_said_is_two_statements(text: str) -> None:
    outer, inner = statements_of(text)
    ((language, span),) = inner.words.items()
    assert outer.words[language].start < span.start
    assert outer.words[language].end == span.end
    assert outer.act == "report"
    assert inner.via == (outer.speaker[language],)


@pytest.mark.parametrize(
    "text",
    [
        "The government's position is that aircraft must land in Aden.",
        "Eritrea holds to its line that the border comes before any withdrawal.",
        "وترفض تونس أن يكون للجزيرة أي أثر في الحساب.",
        "وتتمسك السويد بأن يفرج عن المحتجزين دفعة واحدة.",
    ],
)
def test_where_a_party_stands_is_no_statement(text: str) -> None:
    assert statements_of(text) == ()


def test_a_register_in_which_visitors_write_says_nothing() -> None:
    text = "وفي القاعة سجل يكتب فيه الزوار جملة يقترحون أن تبدأ بها أي مصالحة."
    assert said(HADDAD + text) == []
