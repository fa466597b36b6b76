"""Whose stance it is: by name, by kind, by city, by who speaks."""

from __future__ import annotations

from tests.press.talks.reports import SETTING, SETTING_AR, positions
from wasit.press.reading import Position


def held(*paragraphs: str) -> list[Position]:
    """The positions of a report about talks."""
    setting = SETTING if paragraphs[0].isascii() else SETTING_AR
    return list(positions(*paragraphs, setting))


def sides(*paragraphs: str) -> set[str]:
    """Whose they are."""
    return {one.side for one in held(*paragraphs)}


def test_an_acronym_stands_for_the_name_it_is_bracketed_with() -> None:
    assert sides(
        "The Front for the Liberation of the Coast (FLC) met the envoys. The FLC wants a truce."
    ) == {"Front for the Liberation of the Coast"}


def test_countries_of_no_list_are_told_by_their_offices() -> None:
    assert sides(
        "Norland's foreign minister, Ida Dahl, said her country would never accept a truce.",
        "Ostmark insists on a truce.",
    ) == {"Norland", "Ostmark"}


def test_the_government_is_that_of_the_one_country_at_odds_with_a_movement() -> None:
    found = held(
        "The Colombian government met the rebel Popular Dawn Front.",
        "The government wants a truce. The rebels reject disarmament.",
    )
    assert {one.side for one in found} == {"Colombia", "Popular Dawn Front"}
    (country,) = [one for one in found if one.side == "Colombia"]
    assert country.side_names["en"] == "Colombian government"


def test_two_governments_of_one_country_are_told_by_their_cities() -> None:
    found = held("التقى وفد حكومة طرابلس وفد حكومة بنغازي. وترفض بنغازي الهدنة.")
    assert [(one.side, one.side_names["ar"]) for one in found] == [
        ("Benghazi government", "حكومة بنغازي")
    ]


def test_both_sides_are_the_two_that_the_report_names_most() -> None:
    told = "Armenia met Azerbaijan. Armenia and Azerbaijan talked. Both sides agreed to a truce."
    assert sides(told) == {"Armenia", "Azerbaijan"}
    told_ar = "التقت أرمينيا أذربيجان. وتحدثت أرمينيا وأذربيجان. ووافق الطرفان على الهدنة."
    assert sides(told_ar) == {"Armenia", "Azerbaijan"}


def test_those_who_stand_between_hold_no_position() -> None:
    assert sides("Omani mediators met Iran. Oman wants a truce. The UN called for aid.") == set()


def test_who_is_named_in_passing_is_no_side() -> None:
    talks = "Armenia met Azerbaijan. Armenia and Azerbaijan talked. Armenia told Azerbaijan so."
    assert "Peru" not in sides(talks, "Azerbaijan left. Armenia stayed. Peru wants a truce.")


def test_parts_of_a_state_are_sides_by_who_heads_them() -> None:
    found = sides(
        "The minister met the chief ministers of Malbar and Korvati over the dam.",
        "Korvati chief minister Ona Pell refused to release water from the dam.",
        "Malbar wants a ceasefire.",
        SETTING,
    )
    assert found == {"Korvati", "Malbar"}


def test_an_agency_called_after_a_country_speaks_for_it() -> None:
    found = sides(
        "The Norwegian Energy Agency's head, Ona Pell, demanded a ceasefire.",
        "Sweden rejected a ceasefire in talks between Norway and Sweden.",
        SETTING,
    )
    assert found == {"Norway", "Sweden"}


def test_a_demand_that_is_given_up_is_accepted() -> None:
    told = "تجري النرويج والسويد محادثات. وتخلت النرويج عن مطلب الاعتذار."
    assert [one.stance for one in positions(told, SETTING_AR)] == ["accepts"]
