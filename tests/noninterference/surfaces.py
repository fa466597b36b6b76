"""The commands that a seat runs on both records, and the names that it tries.

In a command line ``SELF`` is the acting seat, ``OTHER`` one that everybody knows, ``@name`` the id
of an act's entry; what stands in quotes is one argument.
"""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from tests.noninterference.talks import SECRET_ADDRESS
from wasit.papers.sheets import as_workbook
from wasit.text.parse import parse
from wasit.text.word import write_redline


@dataclass(frozen=True, slots=True)
class Step:
    """One command of the seat whose eyes the walk looks through."""

    line: tuple[str, ...]
    files: Mapping[str, str | bytes] = field(default_factory=dict)
    """What lies beside the record when it runs."""
    stdin: str = ""
    code: int = 0
    """How it must end."""
    hidden: str | None = None
    """The hidden name that stands for ``NAME`` in it."""
    absent: str | None = None
    """A name of the same length that stands for nothing."""
    lang: str = "en"
    or_mistake: bool = False
    """Whether it may end in a mistake as well, by what is on the record."""

    @property
    def command(self) -> str:
        return self.line[0]

    @property
    def surface(self) -> str:
        """What is asked, as one line; distinct for each step."""
        given = [self.stdin, *(text for text in self.files.values() if isinstance(text, str))]
        return " ".join([*self.line, *given]).strip()


@dataclass(frozen=True, slots=True)
class Look:
    """Another seat reads something, on one record only."""

    seat: str
    line: tuple[str, ...]
    files: Mapping[str, str | bytes] = field(default_factory=dict)


KEEPERS = {
    "init": "makes an empty record; no seat acts",
    "import": "fills an empty record, whole; for the keeper",
    "verify": "walks the whole record; for the keeper",
    "backup": "copies the whole record; for the keeper",
    "schema": "describes kinds; opens no record",
    "demo": "makes a record of its own from a published example",
    "compare": "reads two text files; opens no record",
    "concord": "reads two text files; opens no record",
    "text": "reads text files; opens no record",
    "game": "reads a scored game; opens no record",
}
"""Commands that answer nothing for a seat at a record, and why."""
KEEPERS_OPTIONS = {
    "export --keeper": "the whole record; for the keeper",
    "packages --deals": "a file of the caller's, held against what the other options show",
    "serve --port": "where the pages are served; what they say is walked route by route",
    "serve --open": "opens a browser; what the pages say is walked route by route",
}

# --- reading ------------------------------------------------------------------------------------

FILES = (
    "state --csv out.csv",
    "state --xlsx out.xlsx",
    "export -o out.jsonl",
    "brief --markdown out.md --html out.html",
    "brief --for OTHER --html sheet.html --markdown sheet.md",
)
"""Every format of file: read of every seat on every journal."""

LOOKS = ("show --json", "state --json", "export", "brief --json", "packages --json")
"""Read between the acts of others, and again at the end."""

READS = (
    *LOOKS,
    "show",
    "show --lang ar",
    "show --kind note",
    "show --kind response --json",
    "show open-draft",
    "show @open-draft --json",
    "show open-draft#2",
    "show open-draft#1 --json",
    "show open-draft#3/a --lang ar",
    "show @open-meeting",
    "show --at 2026-02-28",
    "show --as-of 2026-01-08 --json",
    "state",
    "state --lang ar",
    "state OTHER",
    "state SELF --json",
    "state --draft open-draft --inferred",
    "state --at 2026-01-20 --inferred --json",
    "state --as-of 2026-01-09",
    "state --csv out.csv --lang ar --draft open-draft",
    "state OTHER --csv out.csv",
    "state --xlsx out.xlsx --at 2026-01-05 --inferred",
    "brief",
    "brief --lang ar --at 2026-02-01",
    "brief --lang en --since 2026-01-06",
    "brief --short",
    "brief --json --since 2026-01-06 --inferred",
    "brief --markdown -",
    "brief --html out.html --lang ar",
    "brief --draft open-draft --lang en",
    "brief --for OTHER",
    "brief --for OTHER --json",
    "brief --for SELF --lang ar --since 2026-01-06",
    "packages",
    "packages --lang ar",
    "packages --json --limit 2",
    "packages --relax SELF:tolls",
    "packages --draws 50",
    "packages --relax OTHER:tolls --divide",
    "packages --plot out.svg",
    "packages --draws 20 --json --lang ar",
    *(
        f"serve --get {path}"
        for path in (*("/en/", "/ar/") * 2, "/en/?since=2026-01-06", "/", "ar/")
    ),
)

MISTAKES = (
    "show --kind nonsense",
    "show --at tomorrow",
    "brief --lang fr",
    "state --since 2026-01-01",
    "say OTHER 1 open",
    "say SELF 99 open",
    "say SELF 1 perhaps",
    "load nowhere.yaml",
    "release open-draft",
    "serve --get /en/nowhere",
)
"""Command lines that end in a message."""


def reads(line: str, self: str, other: str, code: int = 0) -> Step:
    # Rules on a random record may contradict each other, and there may be no issue on it.
    return Step(_words(line, self, other), code=code, or_mistake=line.startswith("packages"))


def _words(line: str, self: str, other: str) -> tuple[str, ...]:
    return tuple(shlex.split(line.replace("SELF", self).replace("OTHER", other)))


# --- writing ------------------------------------------------------------------------------------


def writes_own(self: str, other: str) -> Iterator[Step]:
    """A note of its own appended, shown to another, corrected; keys, labels and refs used."""

    def step(line: str, **more: Any) -> Step:
        return Step(_words(line, self, other), **more)

    mine = {"kind": "note", "label": "mine", "audience": "author", "words": {"en": "My line"}}
    yield step("append", stdin=_line(mine))
    yield step("release mine --to OTHER")
    yield step("release mine --to OTHER --yes --words 'in confidence'")
    yield step("release open-document --to OTHER --yes --json")
    yield step("append batch.jsonl --json", files={"batch.jsonl": _batch(self, other)})
    yield step("append", stdin=_line(_correction("mine")))
    yield step("append", stdin=_line({**mine, "label": "one"}) + '\n{"kind": "note"}', code=2)
    keyed = {"kind": "note", "key": "mine", "words": {"en": "Once"}, "audience": [other]}
    yield step("append", stdin=f"{_line(keyed)}\n{_line(keyed)}")
    yield step("append", stdin=_line({**keyed, "words": {"en": "Twice"}}), code=2)
    yield from _collisions(self)


def writes_files(self: str, other: str) -> Iterator[Step]:
    """Case files and sheets loaded, answers said."""

    def step(line: str, **more: Any) -> Step:
        return Step(_words(line, self, other), **more)

    case = json.dumps(_case(self, other), ensure_ascii=False)
    yield step("load case.yaml", files={"case.yaml": case})
    yield step("load case.yaml --json", files={"case.yaml": "note:\n- words: {ar: ملاحظة}\n"})
    yield step("load case.yaml", files={"case.yaml": "note:\n- word: {ar: ملاحظة}\n"}, code=2)
    sheet = [["draft", "point", "heading", self, other], ["open-draft", "1", "", "open", "a"]]
    yield step("load s.csv", files={"s.csv": _csv(sheet)})
    sheet[1][3:] = ["red line", "u"]
    book = as_workbook(sheet)
    yield step("load s.xlsx --basis reported --audience OTHER --json", files={"s.xlsx": book})
    yield step("say SELF 1 open --words 'Not yet' --words ليس --proposes 'The north bank'")
    yield step("say OTHER 2 unacceptable --basis told --red-line --audience OTHER")
    address = SECRET_ADDRESS
    yield step(
        f"say OTHER open-draft open --extent some --basis reported --source {address} --json"
    )
    yield step(
        "say SELF 3/a acceptable --draft open-draft --person open-person --source open-report "
        "--happened 2026-02"
    )
    yield from readings(self, other)
    yield from tablings(self, other)


def tablings(self: str, other: str) -> Iterator[Step]:
    """A text put on the table after one that all know, and one that comes back marked."""
    marked = write_redline(
        parse(TEXT), parse(TEXT.replace("north", "south")), author="M. Reed", date=_MARKED_ON
    )
    for line in (
        "table t.txt",
        "table t.txt --label mine-too --after open-draft --json",
        "table t.txt --label twin --after open-draft --by SELF --by OTHER --audience OTHER --yes "
        "--title 'A text' --published no --happened 2026-02-20",
        "state --draft twin",
        "brief --lang ar --draft twin",
        "table m.docx --marked twin --author 'M. Reed=OTHER'",
        "table m.docx --marked twin --author 'M. Reed=OTHER' --yes --json",
        "show twin#1",
    ):
        yield Step(_words(line, self, other), {"t.txt": TEXT, "m.docx": marked})


TEXT = """A text

1. The gauge stands on the north bank [OTHER: by day].
2. Boats pass without toll.
"""
_MARKED_ON = datetime(2026, 2, 21)


def _collisions(self: str) -> Iterator[Step]:
    """A key, a label, a ref and an address that a hidden entry has too: nobody notices."""
    yield Step(("append",), stdin=_line(_note(key="hidden-twin")))
    titled = {"kind": "draft", "label": "hidden-twin", "title": {"en": "A text of mine"}}
    yield Step(("append",), stdin=_line({**titled, "audience": "author", "by": [self]}))
    again = _note(ref="secret-twin"), _note(ref="hidden-twin")
    yield Step(("append",), stdin=_line(list(again)))


def _note(**fields: Any) -> dict[str, Any]:
    return {"kind": "note", "words": {"en": "A note"}, **fields}


def _correction(target: str) -> dict[str, Any]:
    again = {"kind": "note", "body": {"words": {"en": "My line, moved"}}}
    return {"kind": "correction", "target": target, "replacement": again}


def _batch(self: str, other: str) -> str:
    meeting = {"kind": "meeting", "ref": "m", "status": "held", "seats": [self, other]}
    said = {"kind": "statement", "words": {"ar": "قيل"}, "meeting": "m", "source": ["m"]}
    return _line([said, meeting]) + "\n" + _line({**meeting, "audience": [other]}) + "\n"


def _case(self: str, other: str) -> dict[str, Any]:
    """A case file with most kinds, their links to one another and to what is open to all."""
    option = {"label": "a", "name": {"en": "Yes"}}
    return {
        "defaults": {"audience": [other], "happened": "2026-02-20"},
        "person": [{"ref": "p", "name": {"ar": "سلمى"}, "seat": self}],
        "report": [{"ref": "r", "outlet": {"en": "Paper"}, "copy_of": "open-report"}],
        "issue": [{"label": "tolls", "name": {"en": "Tolls"}, "options": [option]}],
        "draft": [{"label": "d2", "title": {"en": "Two"}, "after": ["open-draft"]}],
        "meeting": [{"ref": "m", "status": "held", "people": ["p"], "seats": [self, other]}],
        "message": [{"sender": self, "to": [other], "words": {"en": "Come"}, "meeting": "m"}],
        "document": [{"ref": "doc", "title": {"en": "Annex"}, "draft": "d2"}],
        "handover": [{"what": "doc", "giver": self, "to": [other], "people": ["p"]}],
        "condition": [{"seat": self, "needs": {"en": "A vote"}, "meeting": "m", "also": ["doc"]}],
        "rule": [{"relation": "requires", "options": ["tolls#a"], "then": ["open-issue#a"]}],
        "estimate": [{"seat": self, "issue": "tolls", "values": {"a": 3}}],
        "package": [{"name": {"en": "Both"}, "options": ["tolls#a"]}],
        "line": [{"name": {"en": "Ridge"}, "words": {"en": "Along it"}, "issue": "tolls"}],
        "round": [{"question": {"en": "Tolls?"}, "seats": [self, other], "draft": "d2"}],
        "response": [
            {"seat": self, "stance": "open", "basis": "own", "point": "open-draft#2", "source": "r"}
        ],
        "agreement": [{"seats": [self, other], "level": "agreed", "draft": "open-draft"}],
    }


def readings(self: str, other: str) -> Iterator[Step]:
    """A press report read, shown as a page, and taken on record; it names a hidden person."""
    for line in (
        "read r.txt --json",
        "read r.txt --lang ar",
        "read r.txt --html out.html",
        "read r.txt --yes --above 0.9 --audience OTHER --date 2026-02-20 --outlet Gazette",
    ):
        yield Step(_words(line, self, other), {"r.txt": REPORT})
    yield Step(_words("read r.txt --engine endpoint --send", self, other), {"r.txt": REPORT}, "", 2)


REPORT = """date 2026-02-20
قال كبير المفاوضين زيد كريم، «لن نتنازل عن الماء». واجتمع الوفدان في جنيف في 18 فبراير.

The chief negotiator, Zayd Karim, said: "We will not give up the water." The two delegations met
in Geneva on 18 February.
"""


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _csv(rows: list[list[str]]) -> str:
    return "".join(",".join(row) + "\r\n" for row in rows)


# --- trying names -------------------------------------------------------------------------------

ABSENT_ID = "0123456789abcdef" * 2


@dataclass(frozen=True, slots=True)
class Probe:
    """A command that takes a name. ``kind``: of what entry, or ``seat``."""

    kind: str
    line: str
    stdin: Any = None
    file: tuple[str, Any] | None = None


def _put(kind: str, entry: dict[str, Any]) -> Probe:
    return Probe(kind, "append", stdin=entry)


_ANSWER = {"kind": "response", "seat": "SELF", "stance": "open", "basis": "own"}
_SHEET = "draft,point,heading,SELF\r\nopen-draft,3,,r\r\nopen-draft,3,,a\r\n"

PROBES = (
    *(Probe(kind, "show NAME") for kind in ("note", "draft", "round", "message")),
    Probe("statement", "show NAME --json"),
    Probe("note", "show NAME --as-of 2026-02-28 --at 2026-02-28"),
    Probe("draft", "show NAME#1"),
    Probe("draft", "show NAME#1 --json"),
    Probe("seat", "state NAME"),
    Probe("seat", "state NAME --json"),
    Probe("draft", "state --draft NAME"),
    Probe("draft", "state --draft NAME --csv out.csv"),
    Probe("draft", "brief --draft NAME --json"),
    Probe("seat", "brief --for NAME"),
    Probe("seat", "brief --for NAME --html out.html"),
    *(
        Probe(kind, "say OTHER NAME open --basis told")
        for kind in ("draft", "issue", "document", "package")
    ),
    Probe("draft", "say SELF NAME#1 open"),
    Probe("draft", "say SELF 1 open --draft NAME"),
    Probe("report", "say SELF 1 open --source NAME"),
    Probe("person", "say SELF 1 open --person NAME"),
    Probe("seat", "say SELF 1 open --audience NAME"),
    Probe("seat", "say NAME 1 open --basis told"),
    Probe("note", "release NAME --to OTHER"),
    Probe("document", "release NAME --to OTHER --yes"),
    Probe("seat", "release open-draft --to NAME"),
    Probe("seat", "release open-draft --to NAME --yes --json"),
    _put("statement", _note(about=["NAME"])),
    _put("statement", {"kind": "correction", "target": "NAME"}),
    _put("document", {"kind": "handover", "what": "NAME", "giver": "SELF", "to": ["OTHER"]}),
    _put("meeting", _note(source=["NAME"])),
    _put("person", _note(author_person="NAME")),
    _put("issue", {"kind": "package", "name": {"en": "P"}, "options": ["NAME#a"]}),
    _put("draft", {"kind": "draft", "label": "d9", "title": {"en": "D"}, "after": ["NAME"]}),
    _put("round", {**_ANSWER, "point": "open-draft#1", "round": "NAME"}),
    _put("package", {**_ANSWER, "package": "NAME"}),
    _put("message", {"kind": "message", "sender": "SELF", "notice": "NAME"}),
    _put("report", {"kind": "report", "outlet": {"en": "R"}, "copy_of": "NAME"}),
    _put("draft", _note(points=["NAME#7"])),
    _put("seat", _note(audience=["OTHER", "NAME"])),
    _put("seat", {"kind": "person", "name": {"en": "P"}, "seat": "NAME"}),
    _put("seat", {"kind": "meeting", "status": "held", "seats": ["SELF", "NAME"]}),
    Probe("statement", "load c.yaml", file=("c.yaml", {"note": [_note(about=["NAME"])]})),
    Probe("seat", "load c.yaml", file=("c.yaml", {"defaults": {"audience": ["NAME"]}})),
    Probe("draft", "load s.csv", file=("s.csv", _SHEET.replace("open-draft", "NAME"))),
    Probe("seat", "load s.csv", file=("s.csv", _SHEET.replace("SELF", "NAME"))),
    Probe("seat", "load s.csv --audience NAME", file=("s.csv", _SHEET)),
    Probe("draft", "table t.txt --after NAME", file=("t.txt", "1. Peace.\n")),
    Probe("draft", "table t.txt --marked NAME", file=("t.txt", "1. Peace.\n")),
    Probe("seat", "table t.txt --by NAME", file=("t.txt", "1. Peace.\n")),
    Probe("seat", "table t.txt --author X=NAME --yes", file=("t.txt", "1. Peace.\n")),
)
"""Every way to name something: with a hidden name, the answer is as if nothing went by it."""


def probes(self: str, other: str, hidden_seat: str | None) -> Iterator[Step]:
    """Each probe with each sort of name: an id and a label, or the label of a seat."""

    def put_in(text: str) -> str:
        return text.replace("SELF", self).replace("OTHER", other)

    for n, probe in enumerate(PROBES):
        line = _words(probe.line, self, other)
        stdin = put_in(_line(probe.stdin)) if probe.stdin is not None else ""
        files = {}
        if probe.file is not None:
            name, content = probe.file
            files[name] = put_in(content if isinstance(content, str) else _case_of(content))
        for hidden, absent in _names(probe.kind, hidden_seat):
            lang = "ar" if n % 3 == 2 else "en"
            yield Step(line, files, stdin, 2, hidden, absent, lang)


def _names(kind: str, hidden_seat: str | None) -> Iterator[tuple[str, str]]:
    if kind != "seat":
        yield f"@secret-{kind}", ABSENT_ID
        yield f"hidden-{kind}", f"absent-{kind}"
    elif hidden_seat:
        yield hidden_seat, "nobody"[: len(hidden_seat)]


def _case_of(content: dict[str, Any]) -> str:
    entries = {"note": [{k: v for k, v in _note().items() if k != "kind"}], **content}
    for note in entries["note"]:
        note.pop("kind", None)
    return _line(entries)


def with_names(text: str, ids: Mapping[str, str]) -> str:
    """``text`` with ids for ``@name``."""
    return re.sub(r"@([a-z]+-[a-z0-9-]+)", lambda found: ids[found[1]], text)
