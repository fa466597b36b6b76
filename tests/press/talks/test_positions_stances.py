"""By which words a side takes a stand, and which are none."""

from __future__ import annotations

import pytest

from tests.press.talks.reports import SETTING, SETTING_AR, positions

Told = tuple[str, str, str]
BETWEEN = "Talks between Serbia and Kosovo resumed on Tuesday."
BETWEEN_AR = "استؤنفت المحادثات بين صربيا وكوسوفو يوم الثلاثاء."


def told(sentence: str) -> set[Told]:
    """Side, issue and stance of every position in a report with this sentence."""
    english = sentence.isascii()
    setting = (BETWEEN, SETTING) if english else (BETWEEN_AR, SETTING_AR)
    return {(one.side, one.issue, one.stance) for one in positions(*setting, sentence)}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Serbia balked at the deployment of monitors.", "other:monitors and observers rejects"),
        ("Serbia has no objection to an exchange of prisoners.", "prisoners accepts"),
        ("Serbia is holding out for a new border.", "borders demands"),
        ("Serbia would not hear of elections.", "governance rejects"),
        ("Serbia is open to a truce.", "ceasefire open"),
        ("Belgrade's refusal to lift the sanctions has angered envoys.", "sanctions rejects"),
        ("Belgrade stuck to its demand for guarantees.", "security guarantees demands"),
        ("For Serbia, elections are a red line.", "governance rejects"),
        ("The sanctions were rejected by Serbia.", "sanctions rejects"),
        ("Serbia refused to accept a truce.", "ceasefire rejects"),
        ("Serbia is not opposed to a truce.", "ceasefire open"),
        ("Serbia threatened to walk out unless prisoners were freed.", "prisoners demands"),
        ("Under the deal, Serbia will free all prisoners.", "prisoners accepts"),
        ("The agreement commits Serbia to a ceasefire.", "ceasefire accepts"),
        ("Serbia turned the ceasefire down.", "ceasefire rejects"),
        ("Serbia called the sanctions unacceptable.", "sanctions rejects"),
        ("Serbia made the release of prisoners a precondition.", "prisoners demands"),
        ("Serbia would accept no change of the border.", "borders rejects"),
        ("Serbia vowed not to accept a truce.", "ceasefire rejects"),
        ("Serbia drew the line at elections.", "governance rejects"),
        ("Serbia does not mind the release of prisoners.", "prisoners open"),
        ("Serbia wants all soldiers off the hill.", "other:troop withdrawal demands"),
        ("Serbia asked for a timetable for the elections.", "governance demands"),
        ("Serbia rejected a humanitarian truce.", "ceasefire rejects"),
        ("وتعتبر صربيا الانتخابات خطاً أحمر.", "governance rejects"),
        ("وجددت صربيا مطالبتها بالإفراج عن الأسرى.", "prisoners demands"),
        ("وأبدت صربيا رفضها القاطع للعقوبات.", "sanctions rejects"),
        ("وأكدت صربيا أن الحكم الذاتي هو الحل الوحيد.", "governance demands"),
        ("وسجلت صربيا تحفظا على ترسيم الحدود.", "borders rejects"),
        ("وتريد صربيا جدولاً زمنياً للانتخابات.", "governance demands"),
        ("وأعربت صربيا عن رفضها مبدأ العقوبات.", "sanctions rejects"),
        ("ولا ترى صربيا مانعاً من تبادل الأسرى.", "prisoners open"),
        ("وتشدد صربيا على ضرورة إجراء الانتخابات.", "governance demands"),
        ("وتتحفظ صربيا على نشر مراقبين دوليين.", "other:monitors and observers rejects"),
        ("وأبدت صربيا استعدادها لقبول هدنة.", "ceasefire open"),
        ("وبالنسبة إلى صربيا فإن الانتخابات خط أحمر.", "governance rejects"),
        ("وأكدت صربيا تمسكها بالحدود.", "borders demands"),
        ("وبموجب الاتفاق تلتزم صربيا وقف إطلاق النار.", "ceasefire accepts"),
    ],
)
def test_verbs_nouns_and_set_phrases_take_a_stand(sentence: str, expected: str) -> None:
    issue, stance = expected.rsplit(" ", 1)
    assert ("Serbia", issue, stance) in told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Serbia declined to comment on the prisoners.",
        "Serbia refused to say when the prisoners would be freed.",
        "The demand on the table concerns prisoners.",
        "Serbia failed on Monday to agree on a truce.",
        "A truce agreed in May broke down.",
        "An envoy urged everybody to keep to the truce.",
        "ورفض الوفد الصربي الإدلاء بأي تصريح حول الأسرى.",
        "وفي المقابل عُرضت خرائط قبل الهدنة.",
    ],
)
def test_what_is_declined_failed_or_told_of_nobody_is_no_stand(sentence: str) -> None:
    assert told(sentence) == set()


@pytest.mark.parametrize(
    ("sentence", "given", "asked"),
    [
        (
            "Serbia would lift the sanctions if Kosovo freed the prisoners.",
            "sanctions",
            "prisoners",
        ),
        ("Serbia will not free prisoners until the war ends and elections are held.",
         "prisoners", "governance"),
        ("Serbia conditioned a truce on the release of all prisoners.", "ceasefire", "prisoners"),
        ("وقالت صربيا إنها لن تفرج عن الأسرى إلا إذا رُفعت العقوبات.", "prisoners", "sanctions"),
        ("وصربيا مستعدة لقبول هدنة مقابل رفع العقوبات.", "ceasefire", "sanctions"),
    ],
)  # fmt: skip
def test_what_is_given_hangs_on_what_is_asked(sentence: str, given: str, asked: str) -> None:
    found = told(sentence)
    assert ("Serbia", given, "conditional") in found
    assert ("Serbia", asked, "demands") in found


def test_what_the_other_side_is_to_do_is_not_its_own_stand() -> None:
    found = told("Serbia wants Kosovo to accept a truce.")
    assert found == {("Serbia", "ceasefire", "demands")}


def test_it_and_that_stand_for_the_issue_named_before() -> None:
    assert ("Kosovo", "sanctions", "rejects") in told(
        "Serbia insists on sanctions; Kosovo has turned that down."
    )
    assert ("Kosovo", "sanctions", "rejects") in told(
        "Serbia insists on sanctions, an idea Kosovo rejects."
    )
    assert ("Kosovo", "sanctions", "rejects") in told("وتريد صربيا العقوبات، وهو ما ترفضه كوسوفو.")


def test_a_label_before_a_colon_names_the_issue() -> None:
    assert ("Serbia", "borders", "demands") in told("- Borders: Serbia insists on the old ones.")
    assert ("Serbia", "borders", "demands") in told("- الحدود: صربيا تتمسك بالقديمة.")


@pytest.mark.parametrize(
    "sentence",
    [
        "Serbia denied that the sanctions had been lifted.",
        "Serbia conceded that the ceasefire had failed.",
        "ونفت صربيا أن تكون الهدنة انهارت.",
    ],
)
def test_what_is_denied_or_admitted_is_no_stand(sentence: str) -> None:
    assert told(sentence) == set()


def test_what_is_asked_for_first_makes_the_other_conditional() -> None:
    found = told("Serbia insists on the release of prisoners before a ceasefire.")
    assert ("Serbia", "prisoners", "demands") in found
    assert ("Serbia", "ceasefire", "conditional") in found
