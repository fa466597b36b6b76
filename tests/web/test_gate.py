"""Who comes in, and what goes out with every answer."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.web.desks import PORT, Desk
from wasit.web.gate import POLICY


def test_the_link_works_once(desk: Desk) -> None:
    path = desk.site.open_door()
    first = desk.asker.ask(path, cookie="")
    assert first.status == 302
    cookie = first.header("Set-Cookie") or ""
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert desk.asker.ask(path, cookie="").status == 403
    assert desk.asker.ask("/en/", cookie=cookie.partition(";")[0]).status == 200


def test_without_a_session_every_path_answers_the_same(desk: Desk) -> None:
    answers = {desk.asker.ask(path, cookie="") for path in ("/", "/en/", "/en/nowhere", "/ar/x")}
    assert {one.status for one in answers} == {403}
    assert len(answers) == 1


def test_a_session_ends_when_nothing_is_asked_for_half_an_hour(desk: Desk) -> None:
    desk.clock.pass_(timedelta(minutes=29))
    assert desk.get("/en/").status == 200
    desk.clock.pass_(timedelta(minutes=31))
    assert desk.get("/en/").status == 403
    again = desk.asker.ask(desk.invited[-1], cookie="")
    assert again.status == 302


def test_a_session_lasts_twelve_hours_at_most(desk: Desk) -> None:
    for _ in range(25):
        desk.clock.pass_(timedelta(minutes=29))
        answer = desk.get("/en/")
    assert answer.status == 403


def test_leaving_ends_the_session_and_clears_what_the_browser_kept(desk: Desk) -> None:
    left = desk.post("/en/leave", {})
    assert left.status == 200
    assert "storage" in (left.header("Clear-Site-Data") or "")
    assert desk.get("/en/").status == 403


@pytest.mark.parametrize(
    "host", ["evil.example", f"evil.example:{PORT}", "127.0.0.1:1", "127.0.0.1"]
)
def test_another_host_is_refused(desk: Desk, host: str) -> None:
    assert desk.get("/en/", Host=host).status == 400


def test_localhost_is_this_machine_too(desk: Desk) -> None:
    assert desk.get("/en/", Host=f"localhost:{PORT}").status == 200


def test_a_form_of_another_session_is_refused(desk: Desk) -> None:
    assert desk.post("/en/leave", {"csrfmiddlewaretoken": "0" * 32}).status == 403
    assert desk.post("/en/leave", {}, Origin="http://evil.example").status == 403
    assert desk.get("/en/").status == 200


@pytest.mark.parametrize("path", ["/en/", "/en/nowhere", "/static/desk.css", "/enter/x", "/"])
def test_every_answer_is_closed_to_other_sites(desk: Desk, path: str) -> None:
    answer = desk.get(path)
    assert answer.header("Content-Security-Policy") == POLICY
    assert answer.header("X-Content-Type-Options") == "nosniff"
    assert answer.header("X-Frame-Options") == "DENY"
    assert answer.header("Referrer-Policy") == "same-origin"
    if not path.startswith("/static/"):
        assert answer.header("Cache-Control") == "private, no-store"


def test_the_policy_allows_nothing_within_a_page() -> None:
    assert "unsafe" not in POLICY
    assert POLICY.startswith("default-src 'self'")


def test_a_path_that_is_no_page_is_not_found_whatever_it_is(desk: Desk) -> None:
    answers = [desk.get(path) for path in ("/en/nowhere", "/ar/no/where", "/fr/")]
    assert {one.status for one in answers} == {404}
    assert len(set(answers)) == 1


def test_a_page_is_not_asked_for_in_another_way(desk: Desk) -> None:
    assert desk.post("/en/", {}).status == 405
    assert desk.get("/en/leave").status == 405


def test_nothing_of_the_site_loads_from_elsewhere(desk: Desk) -> None:
    page = desk.text("/en/")
    assert "//" not in page.replace("<!doctype html>", "").replace("://127", "")
    assert "<style" not in page
    assert " style=" not in page
    assert "onclick" not in page


def test_the_deployment_check_of_django_finds_nothing(desk: Desk) -> None:
    from django.core.checks import run_checks

    silenced = {"security.W004", "security.W008", "security.W009", "security.W012", "security.W016"}
    found = run_checks(include_deployment_checks=True)
    assert [one for one in found if one.id not in silenced] == []
