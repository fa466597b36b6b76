"""What a seat asks of its desk on both records: every route, with every way to name something.

In a path or field ``SELF`` is the acting seat, ``OTHER`` one that everybody knows, ``@name`` the id
of an act's entry, ``NAME`` a name that is tried: hidden once, and once standing for nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from tests.noninterference.surfaces import REPORT, TEXT

Fields = Mapping[str, str | tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Visit:
    """One request. ``kind``: of what ``NAME`` is the name; None: nothing is tried."""

    route: str
    path: str
    fields: Fields | None = None
    """Given: it is posted."""
    kind: str | None = None
    in_part: bool = False
    before: tuple[str, ...] = field(default=())


def _both(route: str, path: str, kind: str | None = None) -> Iterator[Visit]:
    for language in ("en", "ar"):
        yield Visit(route, f"/{language}{path}", kind=kind)


_ANSWER: Fields = {
    "draft": "open-draft",
    "point": "1",
    "seat": "SELF",
    "stance": "open",
    "basis": "own",
    "audience": "some",
    "reader": ("OTHER",),
    "words_en": "Not yet",
}
_IMPORT: Fields = {"does": "show", "text": TEXT, "label": "from-desk", "audience": "author"}
_NOTE = 'note:\n- words: {en: "A note of the desk", ar: ""}\n'

READS: tuple[Visit, ...] = (
    Visit("first", "/"),
    Visit("enter", f"/enter/{'0' * 64}"),
    Visit("static", "/static/desk.css"),
    Visit("static", "/static/nothing.css"),
    *_both("today", "/"),
    *_both("today", "/?since=2026-01-06"),
    Visit("today", "/en/?since=tomorrow"),
    *_both("table", "/table"),
    *_both("table", "/table?draft=open-draft"),
    *_both("table", "/table?draft=NAME", "draft"),
    Visit("table", "/en/table?done=NAME", kind="document"),
    Visit("draft-docx", "/en/table/open-draft.docx"),
    *_both("draft-docx", "/table/NAME.docx", "draft"),
    *_both("point", "/point/open-draft/1"),
    Visit("point", "/en/point/open-draft/3/a"),
    Visit("point", "/en/point/open-draft/99"),
    *_both("point", "/point/NAME/1", "draft"),
    *_both("redline", "/redline"),
    Visit("redline", "/en/redline?old=open-draft&new=open-draft"),
    *_both("redline", "/redline?old=NAME", "draft"),
    Visit("redline", "/en/redline?old=open-draft&new=NAME", kind="draft"),
    Visit("redline-docx", "/en/redline.docx?old=open-draft&new=open-draft"),
    Visit("redline-docx", "/en/redline.docx?new=NAME", kind="draft"),
    *_both("play", "/play"),
    Visit("play", "/en/play?since=2026-01-06&moved=1&inferred=1&sort=refused"),
    Visit("play", "/ar/play?seat=OTHER&letter=none&standing=untouched"),
    Visit("play", "/en/play?sort=nonsense"),
    Visit("play", "/en/play?seat=NAME", kind="seat"),
    Visit("play", "/en/play?draft=NAME", kind="draft"),
    Visit("play-json", "/en/play.json"),
    Visit("play-json", "/en/play.json?seat=NAME", kind="seat"),
    Visit("play-csv", "/ar/play.csv"),
    Visit("play-csv", "/en/play.csv?draft=NAME", kind="draft"),
    Visit("play-xlsx", "/en/play.xlsx?inferred=1"),
    *_both("people", "/people"),
    Visit("people-list", "/en/people.json"),
    Visit("people-list", "/ar/people.csv"),
    *_both("agenda", "/agenda.ics"),
    *_both("messages", "/messages"),
    Visit("messages-list", "/en/messages.json"),
    Visit("messages-list", "/ar/messages.csv"),
    *_both("reports", "/reports"),
    Visit("reports-list", "/en/reports.json"),
    Visit("reports-list", "/en/reports.csv"),
    *_both("stop", "/stop"),
    *_both("stop", "/stop?for=OTHER"),
    Visit("stop", "/en/stop?for=OTHER&at=2026-01-20"),
    Visit("stop", "/en/stop?for=NAME", kind="seat"),
    Visit("stop-html", "/en/stop.html?for=OTHER"),
    Visit("stop-html", "/ar/stop.html?for=NAME", kind="seat"),
    *_both("brief", "/brief"),
    Visit("brief", "/en/brief?at=2026-01-20&since=2026-01-06&inferred=1"),
    Visit("brief", "/en/brief?draft=NAME", kind="draft"),
    Visit("brief-file", "/en/brief.html?languages=both"),
    Visit("brief-file", "/ar/brief.md"),
    Visit("brief-file", "/en/brief.json?at=2026-02-01"),
    Visit("brief-file", "/en/brief.json?draft=NAME", kind="draft"),
    *_both("packages", "/packages"),
    Visit("packages", "/en/packages?i0=a&i1=a&i2=a"),
    Visit("packages", "/ar/packages?w0=5&v0-0=1..3"),
    Visit("packages-json", "/en/packages.json"),
    *_both("journal", "/journal"),
    Visit("journal", "/en/journal?kind=note"),
    Visit("journal", "/en/journal?as_of=2026-01-08&author=OTHER"),
    Visit("journal", "/en/journal?before=9"),
    Visit("journal", "/en/journal?kind=nonsense"),
    Visit("journal", "/en/journal?author=NAME", kind="seat"),
    Visit("journal-list", "/en/journal.json"),
    Visit("journal-list", "/ar/journal.csv?as_of=2026-02-01"),
    Visit("entry", "/en/entry/@open-draft"),
    Visit("entry", "/ar/entry/@open-meeting"),
    *(
        Visit("entry", "/en/entry/NAME", kind=kind)
        for kind in ("note", "draft", "message", "statement", "person", "round", "estimate")
    ),
    *_both("search", "/search"),
    *_both("search", "/search?q=secret"),
    Visit("search", "/en/search?q=Gazette"),
    Visit("search", "/ar/search?q=%D8%B2%D9%8A%D8%AF"),
    Visit("search", "/en/search?q=the"),
    Visit("search", "/en/search?q=NAME", kind="note"),
    Visit("search-list", "/en/search.json?q=a"),
    Visit("search-list", "/en/search.csv?q=red"),
    *_both("answer", "/answer?draft=open-draft&point=1"),
    Visit("answer", "/en/answer?draft=open-draft&point=1&n=2", in_part=True),
    Visit("answer", "/en/answer?draft=NAME&point=1", kind="draft"),
    Visit("correct", "/en/correct/NAME", kind="note"),
    Visit("release", "/en/release/@open-draft"),
    Visit("release", "/en/release/NAME", kind="document"),
    *_both("import", "/import"),
    *_both("sheet", "/sheet"),
    *_both("new", "/new?kind=meeting"),
    Visit("new", "/en/new?kind=nonsense"),
)
"""What is only looked at."""

WRITES: tuple[Visit, ...] = (
    Visit("answer", "/en/answer", _ANSWER),
    Visit("answer", "/en/answer", {**_ANSWER, "n": "3", "audience": "author"}, in_part=True),
    Visit("answer", "/ar/answer", {**_ANSWER, "stance": ""}),
    Visit("answer", "/en/answer", {**_ANSWER, "source": "NAME"}, kind="report"),
    Visit("answer", "/en/answer", {**_ANSWER, "person": "NAME"}, kind="person"),
    Visit("answer", "/en/answer", {**_ANSWER, "reader": ("NAME",)}, kind="seat"),
    Visit("answer", "/en/answer", {**_ANSWER, "seat": "NAME"}, kind="seat"),
    Visit("answer", "/en/answer", {**_ANSWER, "draft": "NAME"}, kind="draft"),
    Visit("answer", "/en/answer", {**_ANSWER, "source": "https://example.org/secret"}),
    Visit("new", "/en/new", {"kind": "note", "text": _NOTE, "audience": "author"}),
    Visit("new", "/en/new", {"kind": "note", "text": "note:\n- word: x\n", "audience": "all"}),
    Visit(
        "new",
        "/en/new",
        {"text": "note:\n- words: {en: A}\n  about: [NAME]\n", "audience": "author"},
        kind="statement",
    ),
    Visit(
        "new",
        "/en/new",
        {"text": "note:\n- words: {en: A}\n  label: mine\n", "audience": "author"},
    ),
    Visit("entry", "/en/entry/mine"),
    Visit("correct", "/en/correct/NAME", {"does": "withdraw", "audience": "all"}, kind="note"),
    Visit("release", "/en/release/NAME", {"to": "OTHER"}, kind="document"),
    Visit("release", "/en/release/@open-document?to=OTHER"),
    Visit("release", "/en/release/@open-document?to=NAME", kind="seat"),
    Visit("release", "/en/release/@open-document", {"to": "NAME"}, kind="seat"),
    Visit("import", "/en/import", _IMPORT),
    Visit("import", "/en/import", {**_IMPORT, "does": "put", "after": "open-draft"}),
    Visit("import", "/en/import", {**_IMPORT, "does": "put"}),
    Visit("import", "/en/import", {**_IMPORT, "label": "hidden-twin", "does": "put"}),
    Visit("import", "/ar/import", {**_IMPORT, "after": "NAME"}, kind="draft"),
    Visit("import", "/en/import", {**_IMPORT, "marked": "NAME"}, kind="draft"),
    Visit("import", "/en/import", {**_IMPORT, "by": ("NAME",)}, kind="seat"),
    Visit("import", "/en/import", {**_IMPORT, "authors": "X = NAME"}, kind="seat"),
    Visit("sheet", "/en/sheet", {"audience": "author", "basis": "told", "does": "show"}),
    Visit("reports-read", "/en/reports/read", {"text": REPORT}),
    Visit("reports-read", "/ar/reports/read", {"text": REPORT, "outlet": "Gazette"}),
    Visit("reports-read", "/en/reports/read", {"text": ""}),
    Visit(
        "reports-take",
        "/en/reports/take",
        {"text": REPORT, "take": ("report",), "audience": "some", "reader": ("NAME",)},
        kind="seat",
    ),
    Visit(
        "reports-take",
        "/en/reports/take",
        {"text": REPORT, "take": ("report",), "audience": "author"},
    ),
    Visit("journal", "/en/journal"),
    Visit("today", "/en/"),
    Visit("table", "/ar/table"),
    Visit("leave", "/en/leave", {}),
    Visit("today", "/en/"),
)
"""What puts something on record, in this order; then another look, and out."""
