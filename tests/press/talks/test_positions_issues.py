"""What a stance is about, where no list has it too."""

from __future__ import annotations

import pytest

from tests.press.talks.reports import SETTING, SETTING_AR, positions
from wasit.press.document import SourceText
from wasit.press.engine import RuleReader
from wasit.press.plain import plain


@pytest.mark.parametrize(
    ("sentence", "issue"),
    [
        ("Armenia rejects any link between the files.", "other:link"),
        ("Armenia is willing to open its lighthouses.", "other:lighthouses"),
        ("Armenia demands the relocation of the statue.", "other:relocation of statue"),
        ("وترفض أرمينيا نقل المحكوم.", "other:transfer convict"),
        ("وتطالب أرمينيا بالمنارة الكبرى.", "other:بالمناره الكبري"),
    ],
)
def test_a_matter_of_no_list_is_called_by_its_words(sentence: str, issue: str) -> None:
    setting = SETTING if sentence.isascii() else SETTING_AR
    assert [one.issue for one in positions(setting, sentence)] == [issue]


@pytest.mark.parametrize(
    "sentence",
    [
        "Armenia asked for two weeks.",
        "Armenia rejected the allegations.",
        "وطلبت أرمينيا ثلاثة أسابيع.",
    ],
)
def test_time_to_think_and_blame_are_no_issues(sentence: str) -> None:
    setting = SETTING if sentence.isascii() else SETTING_AR
    assert positions(setting, sentence) == ()


def test_posts_in_a_cabinet_are_governance_where_one_side_bears_arms() -> None:
    at_war = positions(SETTING, "The Taliban want half of the ministries.")
    assert [one.issue for one in at_war] == ["governance"]
    at_peace = positions(SETTING, "The Northern Party wants half of the ministries.")
    assert [one.issue for one in at_peace] == ["other:portfolios and ministries"]


def test_as_data_an_issue_of_no_schema_is_told_with_the_words_of_the_report() -> None:
    text = f"{SETTING}\nArmenia demands a pay rise of nine percent."
    found = plain(RuleReader().read(SourceText(text)))["positions"]
    assert [one["issue"] for one in found] == ["other:wages and pay (pay rise of nine percent)"]


def test_two_versions_tell_of_one_position() -> None:
    found = positions(
        "وتتمسك أرمينيا بوقف إطلاق النار.", SETTING_AR, "Armenia insists on a ceasefire.", SETTING
    )
    assert [(one.side, one.issue) for one in found] == [("Armenia", "ceasefire")]
    assert {span.language for span in found[0].spans} == {"ar", "en"}
