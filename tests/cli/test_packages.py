"""The command that asks which package could close the gap, and the one that makes role sheets."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from tests.cli.conftest import Talks
from wasit.cli import main

Output = pytest.CaptureFixture[str]


@pytest.fixture
def game(root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(root / "docs")
    return Path("game.csv")


def test_the_teachers_path_is_as_the_docs_say(
    root: Path, game: Path, capsys: Output, tmp_path: Path
) -> None:
    page = (root / "docs" / "packages.md").read_text(encoding="utf-8")
    shown = re.findall(r"```console\n\$ wasit (.*?)\n(.*?)```", page, re.DOTALL)
    assert len(shown) >= 2
    for line, expected in shown:
        words = shlex.split(line.replace("OUT", str(tmp_path)))
        assert main(words) == 0
        printed = capsys.readouterr().out.replace(str(tmp_path), "OUT")
        for part in expected.split("[...]\n"):
            assert part.strip("\n") in printed


def test_json_is_as_promised(game: Path, capsys: Output) -> None:
    assert main(["packages", str(game), "--json", "--limit", "2"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["parties"] == ["Growers", "Market", "Town"]
    assert told["issues"] == ["Price", "Delivery", "Water", "Site"]
    assert told["outcomes"] == 36
    assert told["proven"] is True
    assert len(told["frontier"]) == 2 < told["frontier_size"]
    first = told["frontier"][0]
    assert set(first) == {"options", "utilities", "packages"}
    assert set(first["options"]) == set(told["issues"])
    for name in ("nash", "kalai_smorodinsky", "egalitarian", "utilitarian"):
        solution = told["solutions"][name]
        assert solution["proven"] is True
        assert solution["ties"] >= 0
        assert len(solution["utilities"]) == 3


def test_deals_lie_where_they_lie(game: Path, capsys: Output) -> None:
    assert main(["packages", str(game), "--deals", "deals.csv", "--json"]) == 0
    deals = {one["name"]: one for one in json.loads(capsys.readouterr().out)["deals"]}
    assert deals["Red"]["efficient"] is True
    assert deals["Red"]["left"] is None
    assert deals["Blue"]["efficient"] is False
    assert all(value >= 0 for value in deals["Blue"]["left"])
    assert sum(deals["Blue"]["left"]) > 0
    assert deals["Green"]["refused_by"] == ["Market", "Town"]


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("", "there is no deal in the table"),
        ("group,Price,Delivery,Water,Site\n", "there is no deal in the table"),
        ("group,Price\nRed,low\n", "line 1: no column names issue Delivery"),
        ("g,Price,Price,Delivery,Water,Site\n", "line 1: several columns name issue Price"),
        ("g,Price,Delivery,Water,Site\nRed,low\n", "line 2: package takes no option of issue"),
        (
            "g,Price,Delivery,Water,Site\nRed,low,daily,lake,x\n",
            "line 2: issue Water has no option",
        ),
    ],
)
def test_a_table_of_deals_that_cannot_be_read_is_a_mistake(
    game: Path, tmp_path: Path, capsys: Output, table: str, said: str
) -> None:
    (tmp_path / "d.csv").write_text(table)
    assert main(["packages", str(game), "--deals", str(tmp_path / "d.csv")]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert said in told.err
    assert told.err.count("\n") == 1


def test_a_role_sheet_holds_nobody_elses_scores(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("issue,option,A,B\nx,p,1111,2222\nx,q,3333,4444\nreservation,,5555,6666\n")
    assert main(["game", str(table), "--out", str(tmp_path)]) == 0
    own, other = (
        (tmp_path / name).read_text(encoding="utf-8") for name in ("role-1-A.html", "role-2-B.html")
    )
    for number in ("1111", "3333", "5555"):
        assert number in own
        assert number not in other
    for number in ("2222", "4444", "6666"):
        assert number in other
        assert number not in own


def test_a_red_line_is_told_to_its_own_seat_alone_and_not_as_common_knowledge(
    tmp_path: Path,
) -> None:
    table = tmp_path / "t.csv"
    table.write_text("issue,option,A,B\nx,first,1,2\nx,second,3,4\nred line,x=first,x,\n")
    assert main(["game", str(table), "--out", str(tmp_path), "--lang", "en"]) == 0
    own, other = (
        (tmp_path / name).read_text(encoding="utf-8") for name in ("role-1-A.html", "role-2-B.html")
    )
    assert "You may not agree to" not in other
    secret, common = own.split("What everybody knows")
    assert "You may not agree to" in secret
    assert "You may not agree to" not in common


@pytest.mark.parametrize("ending", ["svg", "png"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_picture_is_drawn_the_same_every_time(
    game: Path, tmp_path: Path, ending: str, language: str
) -> None:
    path = tmp_path / f"picture.{ending}"
    drawn = []
    for _ in range(2):
        assert main(["packages", str(game), "--plot", str(path), "--lang", language]) == 0
        drawn.append(path.read_bytes())
    assert drawn[0] == drawn[1]
    assert drawn[0].startswith(b"<svg" if ending == "svg" else b"\x89PNG")


def test_a_mistake_takes_one_line(tmp_path: Path, capsys: Output) -> None:
    table = tmp_path / "t.csv"
    table.write_text("issue,option,A,B\nx,p,1,2\nx,q,NaN,4\n")
    assert main(["packages", str(table)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "t.csv, line 3" in said.err
    assert "NaN is not a number" in said.err


def test_rules_that_contradict_each_other_are_named(tmp_path: Path, capsys: Output) -> None:
    table = tmp_path / "t.csv"
    table.write_text(
        "issue,option,A,B\nx,p,1,2\nx,q,1,2\ny,r,1,2\ny,s,1,2\n"
        "rule,requires,x=p > y=r\nrule,requires,x=q > y=r\nrule,at_least_one,y=s\n"
        "rule,at_least_one,x=p & x=q\n"
    )
    assert main(["packages", str(table)]) == 2
    said = capsys.readouterr().err
    assert "requires x=p > y=r" in said
    assert "requires x=q > y=r" in said
    assert "at_least_one y=s" in said
    assert "at_least_one x=p" not in said


def test_a_red_line_is_crossed_only_when_asked_and_then_said(
    tmp_path: Path, capsys: Output
) -> None:
    table = tmp_path / "t.csv"
    table.write_text("issue,option,A,B\nx,p,1,9\nx,q,2,0\nreservation,,0,0\nred line,x=p,x,\n")
    assert main(["packages", str(table), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["allowed"] == 1
    assert all(deal["options"] == {"x": "q"} for deal in told["frontier"])
    assert main(["packages", str(table), "--relax", "A:x", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["relaxed"] == ["A:x"]
    assert [deal["crosses"] for deal in told["frontier"] if deal["options"] == {"x": "p"}] == [
        ["A:x"]
    ]
    assert main(["packages", str(table), "--relax", "A:x"]) == 0
    assert "It crosses a red line of A on x." in capsys.readouterr().out.replace("\n  ", " ")
    assert main(["packages", str(table), "--relax", "B:x"]) == 2


def test_a_record_is_computed_with_what_the_seat_may_read(banks: Talks, capsys: Output) -> None:
    record = ["packages", "--record", str(banks.folder / "talks.wasit"), "--json"]
    capsys.readouterr()
    assert main([*record, "--as", "desk", "--draws", "500"]) == 0
    desk = json.loads(capsys.readouterr().out)
    assert desk["parties"] == ["upper", "lower"]
    assert desk["doubt"]["draws"] == 500
    assert desk["doubt"]["packages"][0]["robust"] in (True, False)
    assert main([*record, "--as", "upper"]) == 0
    upper = json.loads(capsys.readouterr().out)
    assert upper["parties"] == ["upper"]
    assert upper["no_solution"] == "unknown_party"
    assert all(one is None for one in upper["solutions"].values())


def test_the_brief_says_what_could_close_the_gap_where_there_are_estimates(
    banks: Talks, capsys: Output
) -> None:
    record = ["brief", "--record", str(banks.folder / "talks.wasit"), "--at", "2026-05-01"]
    capsys.readouterr()
    for language, heading in (("en", "What could close the gap"), ("ar", "ما الذي قد يسدّ الفجوة")):
        assert main([*record, "--as", "desk", "--lang", language]) == 0
        assert heading in capsys.readouterr().out
    assert main([*record, "--as", "press", "--lang", "en"]) in (0, 2)
    assert "What could close the gap" not in capsys.readouterr().out


def test_two_parties_can_divide_the_issues(tmp_path: Path, capsys: Output) -> None:
    table = tmp_path / "t.csv"
    table.write_text("issue,option,A,B\nx,p,60,0\nx,q,0,40\ny,r,40,0\ny,s,0,60\n")
    assert main(["packages", str(table), "--divide", "--json"]) == 0
    division = json.loads(capsys.readouterr().out)["division"]
    assert division["shares"] == {"x": 1.0, "y": 0.0}
    assert division["points"] == [60.0, 60.0]


def test_several_scenarios_are_answered_one_after_the_other(
    game: Path, capsys: Output, tmp_path: Path
) -> None:
    other = tmp_path / "other.csv"
    other.write_text("issue,option,A,B\nx,p,60,0\nx,q,0,40\n")
    assert main(["packages", str(game), str(other), "--json"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["outcomes"] for line in lines] == [36, 2]
    assert main(["packages", str(game), str(other), "--plot", str(tmp_path / "p.svg")]) == 2
