"""Sending a report to an OpenAI-compatible endpoint: only when asked for, and after showing it."""

from __future__ import annotations

import ipaddress
import json
import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from wasit.entries import Failure, Mistake
from wasit.press.document import SourceText, document_of
from wasit.press.endpoint import LONGEST_ANSWER, EndpointReader, told
from wasit.press.known import Known
from wasit.press.reading import Reading

SECONDS = 120.0
"""How long each step of an answer may take."""
MOST_SECONDS = 600.0
"""How long an answer may take as a whole."""
LONGEST_REPORT = 200_000
"""Characters of a report that is sent."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where reports are sent, by setting."""

    address: str
    model: str
    key: str | None = field(default=None, repr=False)

    @classmethod
    def of_environment(cls) -> Endpoint:
        """As ``WASIT_ENDPOINT``, ``_MODEL`` and ``_KEY`` say. Raises :class:`Mistake`."""
        address = os.environ.get("WASIT_ENDPOINT", "")
        model = os.environ.get("WASIT_ENDPOINT_MODEL", "")
        if not address or not model:
            raise Mistake(
                "no endpoint set; expected WASIT_ENDPOINT (an address) and WASIT_ENDPOINT_MODEL"
            )
        return cls(_completions(address), model, os.environ.get("WASIT_ENDPOINT_KEY") or None)

    def send(self, request: Mapping[str, Any]) -> bytes:
        """The body of the answer.

        Raises :class:`Failure` when there is none, :class:`Mistake` without the library that sends.
        """
        return post(self, request, _client())


def _completions(address: str) -> str:
    """The address for chat completions under the one given. Raises :class:`Mistake`."""
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        host = None
    if host is None or parts.scheme not in ("http", "https"):
        raise Mistake("WASIT_ENDPOINT is not a web address; expected https://host/v1")
    if parts.username or parts.password or parts.query or parts.fragment:
        raise Mistake("WASIT_ENDPOINT holds more than an address; the key goes WASIT_ENDPOINT_KEY")
    if parts.scheme == "http" and not _at_home(host):
        raise Mistake(
            "WASIT_ENDPOINT: http to {host} could be read on the way; expected https", host=host
        )
    path = parts.path.rstrip("/")
    if not path.endswith("/chat/completions"):
        path = f"{path if path.endswith('/v1') else path + '/v1'}/chat/completions"
    return f"{parts.scheme}://{parts.netloc}{path}"


def _at_home(host: str) -> bool:
    """Whether a host is this machine."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _client() -> Any:
    try:
        import httpx2
    except ImportError:
        raise Mistake(
            "--engine endpoint needs one more package: pip install 'wasit[endpoint]'"
        ) from None
    # No redirects: what is sent goes where it was shown to go, and nowhere else.
    return httpx2.Client(timeout=SECONDS, follow_redirects=False)


def post(endpoint: Endpoint, request: Mapping[str, Any], client: Any) -> bytes:
    """One POST; the answer is read up to its limit. Raises :class:`Failure`."""
    import httpx2

    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    if endpoint.key:
        headers["Authorization"] = f"Bearer {endpoint.key}"
    data = json.dumps(request, ensure_ascii=False).encode()
    where = urlsplit(endpoint.address).netloc
    try:
        with (
            client,
            client.stream("POST", endpoint.address, content=data, headers=headers) as answer,
        ):
            if answer.status_code != 200:
                raise Failure(
                    "the endpoint at {where} answered {status}",
                    where=where,
                    status=answer.status_code,
                )
            return _limited(answer)
    except httpx2.TimeoutException:
        raise Failure("the endpoint at {where} did not answer in time", where=where) from None
    except (httpx2.HTTPError, httpx2.InvalidURL, httpx2.StreamError, UnicodeError) as error:
        raise Failure(
            "no answer from the endpoint at {where}: {why}",
            where=where,
            why=str(error) or type(error).__name__,
        ) from None


def _limited(answer: Any) -> bytes:
    """The body, unpacked, up to the limit; more is refused before it is read."""
    found = bytearray()
    end = time.monotonic() + MOST_SECONDS
    for piece in answer.iter_bytes(65_536):
        found += piece
        if len(found) > LONGEST_ANSWER:
            raise Failure("the endpoint's answer is longer than {n} bytes", n=LONGEST_ANSWER)
        if time.monotonic() > end:
            raise Failure("the endpoint's answer took longer than {n} seconds", n=int(MOST_SECONDS))
    return bytes(found)


@dataclass(slots=True)
class AskingReader:
    """The reader behind an endpoint: shows what goes where, and sends it on a yes alone."""

    endpoint: Endpoint
    may_send: Callable[[], bool]
    show: Callable[[str], None]

    def read(self, source: SourceText, known: Known | None = None) -> Reading:
        """What the model found. Raises :class:`Mistake` when it may not be sent."""
        document = document_of(source)
        if len(document.text) > LONGEST_REPORT:
            raise Mistake(
                "{name}: longer than {n} characters; not sent",
                name=source.name or "the report",
                n=LONGEST_REPORT,
            )
        for line in told(document, self.endpoint.address, self.endpoint.model):
            self.show(line)
        if not self.may_send():
            raise Mistake("not sent; say yes, or give --send")
        reader = EndpointReader(self.endpoint.send, self.endpoint.model)
        reading = reader.read(source)
        if reader.dropped:
            self.show(f"{reader.dropped} found by the model and not kept: not in the report")
        return reading
