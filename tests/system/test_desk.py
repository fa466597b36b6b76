"""The desk's week in a real browser, in either language; then the other seat's desk."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import IN_CI, ROOT
from tests.web.desks import Desk
from wasit.text.parse import parse
from wasit.text.word import write_clean

pytestmark = pytest.mark.system

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
REPORT = """date 2026-04-28
قال رئيس وفد تلمار نذير قسماوي: «سنوقّع حين يناقش المجلس النص». واجتمع الوفدان في وسمة في 27 نيسان.

The head of the delegation of Tilmar, Nadhir Qasmawi, said: "We will sign when the Assembly has
debated the text." The two delegations met on Wasma on 27 April.
"""
TEXT = """Fourth text

1. The gauge stands on the north bank [UPPER: by day].
2. Boats pass without toll.
"""
SECRET = "Between us: six hundred and forty"


@pytest.fixture
def axe() -> str:
    """The checker of accessibility, from npm."""
    if not AXE.is_file():
        reason = "axe-core is not there (`make browser` fetches it)"
        if IN_CI:
            pytest.fail(reason)
        pytest.skip(reason)
    return AXE.read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Case:
    """The invented case on record, and a note of the desk's in it."""

    path: Path
    note: str


@pytest.fixture
def record(tmp_path: Path) -> Case:
    """The invented case."""
    desk = Desk(tmp_path)
    notes = desk.site.kept().record.of_kind("note")
    return Case(desk.path, next(e.id for e in notes if e.author.seat == "desk"))


@pytest.fixture
def browser(program: Callable[..., Path], record: Case) -> Iterator[object]:
    """Chromium, once the record is there: it runs a loop of its own."""
    from playwright.sync_api import sync_playwright

    path = program("chromium", "chromium-browser", "google-chrome")
    with sync_playwright() as play:
        found = play.chromium.launch(executable_path=str(path), headless=True, args=[*FLAGS])
        yield found
        found.close()


@contextmanager
def served(record: Path, seat: str) -> Iterator[str]:
    """The desk of a seat, served; the link that works once."""
    line = [sys.executable, "-m", "wasit", "serve", "-r", str(record), "--as", seat, "-p", "0"]
    with subprocess.Popen(line, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        try:
            yield next(found[0] for found in _links(process.stderr))
        finally:
            process.terminate()


def _links(lines: Iterator[str]) -> Iterator[re.Match[str]]:
    for line in lines:
        found = re.search(r"http://\S+", line)
        if found:
            yield found


WORDS = {
    "en": {
        "read": "Read it",
        "none": "All, or none",
        "take": "Put what is chosen on record",
        "show": "Show what it would put on record",
        "put": "Put on record",
        "on": "On record:",
        "how": "Show it as the receiver will read it",
        "release": "Release",
        "detail": "Words, wording proposed instead, source, day, extent",
        "words": "Words, in English",
    },
    "ar": {
        "read": "اقرأه",
        "none": "الكل أو لا شيء",
        "take": "تدوين المختار",
        "show": "عرض ما سيُدوَّن منه",
        "put": "تدوين",
        "on": "دُوّن:",
        "how": "عرضه كما سيقرؤه المتلقّي",
        "release": "إتاحة",
        "detail": "الكلام والصيغة البديلة والمصدر واليوم والمدى",
        "words": "الكلام بالإنكليزية",
    },
}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_desks_week(browser: object, record: Case, tmp_path: Path, language: str) -> None:
    from playwright.sync_api import expect

    say = WORDS[language]
    (tmp_path / "fourth.docx").write_bytes(write_clean(parse(TEXT)))
    with served(record.path, "desk") as link:
        context = browser.new_context(accept_downloads=True)  # type: ignore[attr-defined]
        page = context.new_page()
        asked: list[str] = []
        troubles: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda one: troubles.append(one.text) if one.type == "error" else None)
        page.goto(link)
        base = link.partition("/enter")[0] + f"/{language}"

        # A report pasted, read, and accepted by group.
        page.goto(f"{base}/reports")
        page.locator("textarea[name=text]").fill(REPORT)
        page.get_by_role("button", name=say["read"], exact=True).click()
        expect(page.locator("mark").first).to_be_visible()
        page.locator("[data-all]").last.click()
        page.get_by_role("button", name=say["take"]).click()
        expect(page.get_by_role("status")).to_contain_text(say["on"])

        # A draft imported from Word: shown first.
        page.goto(f"{base}/import")
        page.locator("input[type=file]").set_input_files(tmp_path / "fourth.docx")
        page.locator("input[name=audience][value=all]").check()
        page.get_by_role("button", name=say["show"]).click()
        page.get_by_role("button", name=say["put"], exact=True).click()
        expect(page.get_by_role("status")).to_contain_text(say["on"])
        expect(page.locator("[data-point]")).to_have_count(2)

        # Answers for two seats: r, a, tab; then with words, for one seat alone.
        page.keyboard.press("j")
        page.keyboard.press("r")
        expect(page.locator("form[data-answer]")).to_be_visible()
        expect(page.locator("[data-first]")).to_be_focused()
        page.keyboard.press("a")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator("[data-point]").first.locator(".letter.A")).to_be_visible()

        page.locator("[data-answers]").nth(1).click()
        form = page.locator("form[data-answer]")
        form.locator("input[name=seat][value=lower]").check()
        form.locator("input[name=stance][value=unacceptable]").check()
        form.locator("summary").click()
        form.get_by_label(say["words"]).fill(SECRET)
        form.locator("[data-save]").click()
        given = page.locator("[data-point]").nth(1).locator(".letter.U")
        expect(given).to_be_visible()

        # The wording released to one of them.
        page.locator("[data-point]").nth(1).locator(".given .to").first.click()
        page.locator("a[href*='/release/']").click()
        page.locator("select[name=to]").select_option("lower")
        page.get_by_role("button", name=say["how"]).click()
        page.get_by_role("button", name=say["release"], exact=True).click()
        expect(page.get_by_role("status")).to_contain_text(say["on"])

        # The sheet before a stop; the brief, downloaded.
        page.goto(f"{base}/stop?for=upper")
        expect(page.locator("#must_not_hear")).to_be_visible()
        page.goto(f"{base}/brief")
        with page.expect_download() as download:
            page.locator("a[href*='brief.html']").first.click()
        assert Path(download.value.path()).read_bytes().startswith(b"<!doctype html>")

        # `?` lists the keys.
        page.keyboard.press("?")
        expect(page.get_by_role("dialog")).to_be_visible()

        # Nothing went elsewhere, nothing was refused by the policy, nothing is kept.
        assert {url.split("/")[2] for url in asked} == {link.split("/")[2]}
        assert troubles == []
        assert page.evaluate("localStorage.length + sessionStorage.length") == 0
        context.close()

    for seat, may in (("upper", False), ("lower", True)):
        with served(record.path, seat) as link:
            page = browser.new_page()  # type: ignore[attr-defined]
            page.goto(link)
            base = link.partition("/enter")[0] + f"/{language}"
            for path in ("/", "/table", "/play", "/people", "/messages", "/reports", "/journal"):
                page.goto(base + path)
                assert may or SECRET not in page.content()
            page.goto(f"{base}/search?q=six+hundred+and+forty")
            assert (SECRET in page.locator("main").inner_text()) == may
            page.close()


PAGES = (
    "/",
    "/table",
    "/answer?draft=draft-3&point=3/a",
    "/point/draft-3/6",
    "/redline",
    "/play",
    "/people",
    "/messages",
    "/reports",
    "/stop",
    "/stop?for=upper",
    "/brief",
    "/packages",
    "/packages?i0=q700&i1=five&i2=m45&i3=exchange&i4=expert",
    "/journal",
    "/search?q=water",
    "/import",
    "/sheet",
    "/new?kind=meeting",
    "/entry/draft-3-nothing",
)


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [375, 1280])
def test_axe_finds_nothing_and_nothing_runs_over(
    browser: object, record: Case, axe: str, language: str, scheme: str, width: int
) -> None:
    note = record.note
    own = (f"/entry/{note}", f"/correct/{note}", f"/release/{note}?to=upper")
    found = {}
    with served(record.path, "desk") as link:
        context = browser.new_context(  # type: ignore[attr-defined]
            color_scheme=scheme, viewport={"width": width, "height": 900}
        )
        page = context.new_page()
        page.goto(link)
        for path in (*PAGES, *own):
            page.goto(f"{link.partition('/enter')[0]}/{language}{path}")
            page.evaluate(axe)
            violations = page.evaluate("axe.run()")["violations"]
            if violations:
                found[path] = [
                    f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in violations
                ]
            over = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
            assert not page.evaluate(over), path
        context.close()
    assert found == {}


def test_without_script_the_pages_read_and_submit(browser: object, record: Case) -> None:
    from playwright.sync_api import expect

    with served(record.path, "desk") as link:
        context = browser.new_context(java_script_enabled=False)  # type: ignore[attr-defined]
        page = context.new_page()
        page.goto(link)
        page.goto(f"{link.partition('/enter')[0]}/en/table")
        page.locator("[data-answers]").first.click()
        page.locator("input[name=stance][value=open]").check()
        page.locator("[data-save]").click()
        expect(page.get_by_role("status")).to_contain_text("On record:")
        context.close()
