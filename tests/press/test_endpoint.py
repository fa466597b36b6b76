"""A model's answer counts only where the report really says it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import httpx2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.press.made import report
from wasit.cli.endpoint import AskingReader, Endpoint, post
from wasit.entries import Failure, Mistake
from wasit.press.document import SourceText, document_of
from wasit.press.endpoint import LONGEST_ANSWER, EndpointReader, answer_in, reading_of, request_for
from wasit.press.plain import plain
from wasit.press.propose import propose
from wasit.record import Record

SOURCE = SourceText(report("ferry"), name="ferry.txt")
GOOD: dict[str, Any] = {
    "people": [
        {
            "en": "Ingrid Solberg",
            "ar": "إنغريد سولبرغ",
            "role": "foreign minister",
            "party": "Norland",
        },
        {"en": "Karim Haddad", "ar": None, "role": None, "party": "Sudmark"},
    ],
    "meetings": [
        {
            "en": "met in Valletta on Tuesday",
            "ar": None,
            "place": "Valletta",
            "place_ar": "فاليتا",
            "date": "2026-03-10",
            "participants": ["Ingrid Solberg", "Karim Haddad"],
            "status": "held",
            "duration": "PT4H",
        }
    ],
    "texts": [
        {
            "en": "cut from 21 points to 14",
            "ar": "من 21 بندًا إلى 14",
            "name": "draft ferry agreement",
            "name_ar": None,
            "points_before": 21,
            "points_after": 14,
            "count": None,
            "unit": "points",
            "event": "reduced",
        }
    ],
    "statements": [
        {
            "en": "the draft of 14 points is a fair basis",
            "ar": "المسودة المؤلفة من 14 بندًا أساس منصف",
            "speaker": "Solberg",
            "speaker_ar": "سولبرغ",
            "to": None,
            "quoted": True,
            "act": "accept_partly",
        }
    ],
    "positions": [
        {
            "en": "accepts the inspection of ships",
            "ar": None,
            "party": "Norland",
            "issue": "other:inspection of ships",
            "stance": "accepts",
        }
    ],
    "figures": [{"en": "35%", "ar": "35%", "value": "35", "unit": "%", "of": "traffic"}],
}
HERE = Endpoint("http://localhost:8080/v1/chat/completions", "small", "s3cret")


def completion(content: object) -> bytes:
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    return json.dumps({"choices": [{"message": {"content": text}}]}).encode()


def read(answer: object) -> EndpointReader:
    return EndpointReader(lambda request: completion(answer), "small")


def test_a_good_answer_is_a_reading_like_any_other() -> None:
    reader = read(GOOD)
    reading = reader.read(SOURCE)
    assert reader.dropped == 0
    assert reading.people[0].names == {"ar": "إنغريد سولبرغ", "en": "Ingrid Solberg"}
    assert [m.status for m in reading.meetings] == ["held"]
    assert plain(reading)["texts"][0]["points_after"] == 14
    assert {body.key for body in reading.bodies} == {"Norland", "Sudmark"}
    assert propose(reading, Record(), "desk").items


def test_what_is_sent_is_the_report_and_nothing_of_any_record() -> None:
    asked: list[Any] = []

    def transport(request: Any) -> bytes:
        asked.append(request)
        return completion(GOOD)

    EndpointReader(transport, "small").read(SOURCE)
    (request,) = asked
    assert request == request_for(document_of(SOURCE), "small")
    assert request["messages"][1]["content"].endswith(SOURCE.text)
    assert set(request) == {"model", "temperature", "messages", "response_format"}


def test_invented_words_are_dropped_and_counted() -> None:
    invented = {
        "people": [
            {"en": "Nobody Whosoever", "ar": None, "role": None, "party": None},
            {"en": "Ingrid Solberg", "ar": "اسم لا وجود له", "role": None, "party": None},
            {"en": None, "ar": None, "role": None, "party": None},
            {"en": "  ", "ar": None},
        ],
        "positions": [{**GOOD["positions"][0], "party": "Atlantis"}],
        "statements": [{**GOOD["statements"][0], "en": "the draft is perfect", "ar": None}],
    }
    reader = read(invented)
    reading = reader.read(SOURCE)
    assert (reading.people, reading.positions, reading.statements) == ((), (), ())
    assert reader.dropped == 6


def test_invented_details_are_left_out_of_what_stays() -> None:
    meeting = {
        **GOOD["meetings"][0],
        "place": "Geneva",
        "place_ar": None,
        "date": "next week",
        "participants": ["Somebody Else", "Karim Haddad"],
    }
    (found,) = read({"meetings": [meeting]}).read(SOURCE).meetings
    assert (found.place, found.when, found.participants) == ({}, None, ("Karim Haddad",))


def test_words_count_only_in_their_own_language() -> None:
    reading = read({"figures": [{**GOOD["figures"][0], "en": "فاليتا", "ar": None}]}).read(SOURCE)
    assert reading.figures == ()


def test_every_span_holds_the_words_that_were_given() -> None:
    reading = read(GOOD).read(SOURCE)
    for sort, items in (("people", reading.people), ("figures", reading.figures)):
        for item, given_ in zip(items, GOOD[sort], strict=True):
            for span in item.spans:
                assert span.of(SOURCE.text) == given_[span.language]


def test_an_answer_in_a_fence_is_read() -> None:
    fenced = f"```json\n{json.dumps(GOOD)}\n```"
    assert len(read(fenced).read(SOURCE).people) == 2


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"no",
        b"\xff\xfe",
        b"[]",
        b"{}",
        b'{"choices": []}',
        b'{"choices": [{"message": {"content": null}}]}',
        completion("The parties met."),
        completion("[1, 2]"),
        completion('{"people": ['),
        completion("[" * 100_000),
        b'{"choices":' * 20_000,
    ],
)
def test_an_answer_of_another_kind_is_one_line(body: bytes) -> None:
    with pytest.raises(Failure, match="not JSON of the kind asked for"):
        answer_in(body)


def test_a_huge_answer_is_refused() -> None:
    with pytest.raises(Failure, match="longer than"):
        answer_in(b"x" * (LONGEST_ANSWER + 1))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(sorted({*GOOD, "en", "ar", "act", "party"})), inner)
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(sorted(GOOD)), JSON | st.lists(JSON, max_size=3)))
def test_any_answer_gives_a_reading_whose_words_occur(answer: dict[str, Any]) -> None:
    reading, _ = reading_of(document_of(SOURCE), answer)
    for item in (*reading.people, *reading.meetings, *reading.texts, *reading.figures):
        assert all(span.of(SOURCE.text).strip() for span in item.spans)


# --- sending ------------------------------------------------------------------------------------


def client(answer: Callable[[httpx2.Request], httpx2.Response]) -> httpx2.Client:
    return httpx2.Client(transport=httpx2.MockTransport(answer))


def sent_to(answer: Callable[[httpx2.Request], httpx2.Response]) -> bytes:
    return post(HERE, request_for(document_of(SOURCE), "small"), client(answer))


def test_a_request_is_one_post_with_the_key_in_its_header() -> None:
    seen: list[httpx2.Request] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        seen.append(request)
        return httpx2.Response(200, content=completion(GOOD))

    assert answer_in(sent_to(answer)) == GOOD
    (request,) = seen
    assert (request.method, str(request.url)) == ("POST", HERE.address)
    assert request.headers["authorization"] == "Bearer s3cret"
    assert b"s3cret" not in request.content
    assert json.loads(request.content)["model"] == "small"


@pytest.mark.parametrize("status", [301, 401, 404, 429, 500, 503])
def test_an_error_of_the_endpoint_is_one_line(status: int) -> None:
    headers = {"location": "http://elsewhere.example/"} if status == 301 else {}
    with pytest.raises(Failure) as caught:
        sent_to(lambda _: httpx2.Response(status, text="a\nb\nc" * 1000, headers=headers))
    assert str(caught.value) == f"the endpoint at localhost:8080 answered {status}"


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (httpx2.ReadTimeout("slow"), "did not answer in time"),
        (httpx2.ConnectTimeout("slow"), "did not answer in time"),
        (httpx2.ConnectError("refused\nby the host"), "no answer from the endpoint"),
        (httpx2.RemoteProtocolError("broken"), "no answer from the endpoint"),
    ],
)
def test_no_answer_is_one_line(error: Exception, said: str) -> None:
    def answer(request: httpx2.Request) -> httpx2.Response:
        raise error

    with pytest.raises(Failure, match=said) as caught:
        sent_to(answer)
    assert "\n" not in str(caught.value)


def test_an_endless_answer_is_not_read_to_its_end() -> None:
    given_out = 0

    def pieces() -> Iterator[bytes]:
        nonlocal given_out
        while True:
            given_out += 1
            yield b"x" * 65_536

    with pytest.raises(Failure, match="longer than"):
        sent_to(lambda _: httpx2.Response(200, content=pieces()))
    assert given_out < 100


@pytest.mark.parametrize(
    ("address", "full"),
    [
        ("https://llm.example", "https://llm.example/v1/chat/completions"),
        ("https://llm.example/v1/", "https://llm.example/v1/chat/completions"),
        ("http://127.0.0.1:11434/v1", "http://127.0.0.1:11434/v1/chat/completions"),
        ("http://[::1]:1/v1/chat/completions", "http://[::1]:1/v1/chat/completions"),
    ],
)
def test_the_address_is_completed(address: str, full: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WASIT_ENDPOINT", address)
    monkeypatch.setenv("WASIT_ENDPOINT_MODEL", "small")
    assert Endpoint.of_environment().address == full


@pytest.mark.parametrize(
    "address",
    [
        "",
        "llm.example",
        "ftp://a.example",
        "http://llm.example",
        "https://u:p@a.example",
        "http://[",
    ],
)
def test_a_wrong_address_is_a_mistake(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WASIT_ENDPOINT", address)
    monkeypatch.setenv("WASIT_ENDPOINT_MODEL", "small")
    with pytest.raises(Mistake):
        Endpoint.of_environment()


def test_nothing_is_sent_before_it_is_shown_and_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []

    def send(self: Endpoint, request: object) -> bytes:
        order.append("sent")
        return completion(GOOD)

    monkeypatch.setattr(Endpoint, "send", send)

    def show(line: str) -> None:
        order.append(line)

    with pytest.raises(Mistake, match="not sent"):
        AskingReader(HERE, lambda: False, show).read(SOURCE)
    assert "sent" not in order
    shown = "\n".join(order)
    assert HERE.address in shown
    assert SOURCE.text.strip() in shown
    assert "s3cret" not in shown + repr(HERE)
    order.clear()
    AskingReader(HERE, lambda: True, show).read(SOURCE)
    assert order[-1] == "sent"
