"""Scenario files: what is written comes back the same; what is wrong is told in one line."""

from __future__ import annotations

import random
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.packages.makers import bargain
from wasit.entries import Mistake
from wasit.packages import Bargain, Issue, Option, Party
from wasit.packages.files import read_scenario, scenario_files
from wasit.packages.files.amounts import exactly, number, written

GAME = """issue,option,Buyer,Seller
price,low,60,10
price,high,15,70
delivery,now,40,0
,later,0,30
reservation,,45,35
"""
DOMAIN = """<negotiation_template><utility_space number_of_issues="1">
<objective index="0" name="root"><issue index="1" name="price" type="discrete">
<item index="1" value="low"/><item index="2" value="high"/>
</issue></objective></utility_space></negotiation_template>
"""
PROFILE = """<utility_space><objective index="0"><weight index="1" value="0.5"/>
<issue index="1" name="price" type="discrete"><item index="1" value="low" evaluation="4"/>
<item index="2" value="high" evaluation="2"/></issue></objective>
<reservation value="0.1"/></utility_space>
"""


def put(folder: Path, files: dict[str, str]) -> list[Path]:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in sorted(files)]


def plain(seed: int) -> Bargain:
    """A bargain without rules, its numbers decimals of 0 or more."""
    made = bargain(seed)
    parties = [
        replace(
            party,
            worth=tuple(
                tuple(Fraction(round(abs(x) % 1000 * 1000), 1000) for x in row)
                for row in party.worth
            ),
            reservation=Fraction(1, 4),
        )
        for party in made.parties
    ]
    return Bargain(made.issues, tuple(parties))


@pytest.mark.parametrize("seed", range(25))
@pytest.mark.parametrize("form", ["genius", "negmas", "negmas-json"])
def test_worths_come_back_from_every_format(seed: int, form: str, tmp_path: Path) -> None:
    made = plain(seed)
    put(tmp_path, scenario_files(made, form))  # type: ignore[arg-type]
    again = read_scenario(tmp_path)
    assert again.sizes == made.sizes
    assert [p.worth for p in again.parties] == [p.worth for p in made.parties]
    assert [p.reservation for p in again.parties] == [p.reservation for p in made.parties]


@pytest.mark.parametrize("seed", range(60))
@pytest.mark.parametrize("form", ["csv", "json"])
def test_everything_comes_back_from_our_own_formats(seed: int, form: str, tmp_path: Path) -> None:
    made = bargain(seed)
    names = {party.name for party in made.parties}
    lines = tuple(line for line in made.red_lines if line.party in names)
    made = replace(made, red_lines=lines, relaxed=frozenset(), name="b")
    if len(made.parties) < 2 and form == "csv":
        return
    (path,) = put(tmp_path, scenario_files(made, form))  # type: ignore[arg-type]
    again = read_scenario(path)
    assert again.parties == made.parties
    assert again.issues == made.issues
    assert again.rules == made.rules
    assert sorted(map(repr, again.red_lines)) == sorted(map(repr, made.red_lines))
    assert again.acceptance == made.acceptance


def test_a_table_as_teachers_write_it(tmp_path: Path) -> None:
    semicolons = GAME.replace(",", ";").replace("60", "٦٠")
    for name, text in (("a.csv", GAME), ("b.csv", "\ufeff" + semicolons)):
        found = read_scenario(put(tmp_path, {name: text})[-1])
        assert found.names == ("Buyer", "Seller")
        assert found.parties[0].worth == ((60, 15), (40, 0))
        assert [party.reservation for party in found.parties] == [45, 35]


def test_evaluations_count_as_genius_counts_them(tmp_path: Path) -> None:
    put(tmp_path, {"domain.xml": DOMAIN, "one.xml": PROFILE, "two.xml": PROFILE})
    found = read_scenario(tmp_path)
    assert found.names == ("one", "two")
    assert found.parties[0].worth == ((Fraction(1, 2), Fraction(1, 4)),)
    assert found.parties[0].reservation == Fraction(1, 10)


def test_parties_stand_in_the_order_named(tmp_path: Path) -> None:
    put(tmp_path, {"domain.xml": DOMAIN, "a.xml": PROFILE, "b.xml": PROFILE})
    found = read_scenario(tmp_path / "b.xml", tmp_path / "domain.xml", tmp_path / "a.xml")
    assert found.names == ("b", "a")


WRONG = [
    (GAME.replace("60", "NaN"), "NaN is not a number"),
    (GAME.replace("60", "inf"), "inf is not a number"),
    (GAME.replace(",later", ",now"), "option now stands twice"),
    (GAME.replace("60,10", "60"), "no number for Seller"),
    (GAME + "rule,requires,price=low > colour=red\n", "there is no issue colour"),
    (GAME + "rule,causes,price=low\n", "causes is no relation"),
    (GAME + "rule,excludes,price=cheap & delivery=now\n", "issue price has no option cheap"),
    (GAME + "weight,colour,1,2\n", "there is no issue colour"),
    ("", "the first row must name the columns"),
    ("a,b\n", "the first row must name the columns"),
]


@pytest.mark.parametrize(("text", "said"), WRONG)
def test_what_is_wrong_in_a_table_is_told(text: str, said: str, tmp_path: Path) -> None:
    path = put(tmp_path, {"game.csv": text})[0]
    with pytest.raises(Mistake, match=said):
        read_scenario(path)


WRONG_XML = [
    (PROFILE.replace('value="low" eval', 'value="lowest" eval'), "has no option lowest"),
    (PROFILE.replace('evaluation="4"', 'evaluation="nan"'), "nan is not a number"),
    (PROFILE.replace('<weight index="1" value="0.5"/>', ""), "issue 1 has no weight"),
    (PROFILE.replace('<issue index="1"', '<issue index="7"'), "issue 7 is not in the domain"),
    (PROFILE.replace("</objective>", ""), "not XML"),
    ('<!DOCTYPE x [<!ENTITY a "b">]>' + PROFILE, "document type or entities"),
    (PROFILE + "<utility_space/>", "not XML"),
]


@pytest.mark.parametrize(("text", "said"), WRONG_XML)
def test_what_is_wrong_in_a_profile_is_told(text: str, said: str, tmp_path: Path) -> None:
    put(tmp_path, {"domain.xml": DOMAIN, "one.xml": PROFILE, "two.xml": text})
    with pytest.raises(Mistake, match=said) as raised:
        read_scenario(tmp_path)
    assert raised.value.place is not None
    assert raised.value.place.file == "two.xml"


def test_entities_that_would_grow_are_refused_at_once(tmp_path: Path) -> None:
    bomb = "<!DOCTYPE a [" + "".join(f'<!ENTITY e{n} "&e{n - 1};&e{n - 1};">' for n in range(1, 60))
    put(
        tmp_path, {"domain.xml": DOMAIN, "one.xml": bomb + "]><utility_space>&e59;</utility_space>"}
    )
    with pytest.raises(Mistake, match="document type or entities"):
        read_scenario(tmp_path)


def test_what_a_format_cannot_hold_is_told() -> None:
    issue = Issue("price", (Option("low"), Option("high")))
    third = Party("one", ((Fraction(1, 3), Fraction(1)),), Fraction(0))
    with pytest.raises(Mistake, match="cannot hold 1/3"):
        scenario_files(Bargain((issue,), (third,)), "genius")
    ruled = next(one for one in map(bargain, range(200)) if one.rules)
    for form in ("genius", "negmas"):
        with pytest.raises(Mistake, match="hold no rules"):
            scenario_files(ruled, form)  # type: ignore[arg-type]


def test_five_hundred_damaged_files_end_in_a_bargain_or_a_mistake(tmp_path: Path) -> None:
    rnd = random.Random(5)
    negmas = scenario_files(plain(1), "negmas")
    own = scenario_files(bargain(9), "json")
    whole: list[dict[str, str]] = [
        {"game.csv": GAME},
        {"domain.xml": DOMAIN, "one.xml": PROFILE},
        negmas,
        own,
    ]
    read = 0
    for number_ in range(500):
        files = dict(whole[number_ % len(whole)])
        name = rnd.choice(sorted(files))
        files[name] = damaged(files[name], rnd)
        folder = tmp_path / str(number_)
        folder.mkdir()
        paths = put(folder, files)
        try:
            read_scenario(*paths)
            read += 1
        except Mistake:
            continue
    assert 0 < read < 500


def damaged(text: str, rnd: random.Random) -> str:
    for _ in range(rnd.randint(1, 3)):
        at = rnd.randrange(len(text) + 1)
        end = min(len(text), at + rnd.randint(0, 12))
        text = (
            text[:at] + rnd.choice(["", "9", "\n", '"', "<", "]", "-1e9", "ق", ",,"]) + text[end:]
        )
    return text


@given(st.fractions(max_denominator=10**6))
@settings(max_examples=200)
def test_numbers_come_back_as_they_were(value: Fraction) -> None:
    assert number(exactly(value)) == value
    text = written(value)
    assert text is None or Fraction(text) == value
