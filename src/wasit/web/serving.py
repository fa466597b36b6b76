"""The site as a WSGI application, asked from inside or served on the loopback interface."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, unquote_to_bytes

from wasit.entries import Mistake
from wasit.web.settings import set_up_site
from wasit.web.site import Site

Start = Callable[..., Any]
THREADS = 4


class Application:
    """The site, as WSGI has it."""

    def __init__(self, site: Site) -> None:
        set_up_site(site.chance.draw(site.seat, 32).hex())
        from django.core.handlers.wsgi import WSGIHandler

        self.site = site
        self._handler = WSGIHandler()

    def __call__(self, environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        environ["wasit.site"] = self.site
        return self._handler(environ, start)


@dataclass(frozen=True, slots=True)
class Asked:
    """All that comes back for one request."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str | None:
        """The first header of that name."""
        return next((text for known, text in self.headers if known.lower() == name.lower()), None)


class Asker:
    """Asks a site from inside the process, as a browser would that has come in."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self._application = Application(site)
        session = site.enter(site.open_door().rpartition("/")[2])
        assert session is not None
        self.session = session

    def ask(
        self,
        path: str,
        *,
        method: str = "GET",
        body: bytes = b"",
        content_type: str = "application/x-www-form-urlencoded",
        headers: Mapping[str, str] | None = None,
        cookie: str | None = None,
    ) -> Asked:
        """One request; ``headers`` beside those of a browser on this machine."""
        here, _, query = path.partition("?")
        own = cookie if cookie is not None else f"{self.site.cookie}={self.session.token}"
        environ: dict[str, Any] = {
            "REQUEST_METHOD": method,
            "SCRIPT_NAME": "",
            "PATH_INFO": _decoded(here),
            "QUERY_STRING": quote(query, safe="%&=+/:;,?@!$'()*~"),
            "SERVER_NAME": "127.0.0.1",
            "SERVER_PORT": str(self.site.port),
            "SERVER_PROTOCOL": "HTTP/1.1",
            "HTTP_HOST": f"127.0.0.1:{self.site.port}",
            "HTTP_COOKIE": own,
            "REMOTE_ADDR": "127.0.0.1",
            "CONTENT_LENGTH": str(len(body)),
            "CONTENT_TYPE": content_type,
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(body),
            "wsgi.errors": io.StringIO(),
            "wsgi.multithread": True,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
        }
        for name, text in (headers or {}).items():
            environ[f"HTTP_{name.upper().replace('-', '_')}"] = text
        began: list[tuple[str, list[tuple[str, str]]]] = []
        response = self._application(environ, _begun(began))
        try:
            data = b"".join(response)
        finally:
            getattr(response, "close", lambda: None)()
        status, found = began[-1]
        return Asked(int(status[:3]), tuple(found), data)


def _begun(began: list[tuple[str, list[tuple[str, str]]]]) -> Start:
    return lambda status, found, *_: began.append((status, found))


def _decoded(path: str) -> str:
    return unquote_to_bytes(path).decode("latin-1")


def page_at(site: Site, path: str) -> bytes:
    """What the site answers at ``path``. Raises :class:`Mistake` where it has no such page."""
    if not path.startswith("/"):
        path = f"/{path}"
    answer = Asker(site).ask(path)
    if answer.status in (301, 302):
        answer = Asker(site).ask(answer.header("Location") or "/")
    if answer.status != 200:
        raise Mistake("no page at {path}; expected one such as `/en/table`", path=path)
    return answer.body


class Server:
    """The site on the loopback interface, at the port asked for or a free one."""

    def __init__(self, site_at: Callable[[int], Site], port: int) -> None:
        from waitress.server import create_server

        self._wanted = port
        try:
            server: Any = create_server(
                self._answer,
                host="127.0.0.1",
                port=port,
                threads=THREADS,
                ident=None,
                clear_untrusted_proxy_headers=True,
                max_request_body_size=64 * 1024 * 1024,
                channel_timeout=60,
            )
        except OSError:
            raise Mistake("port {port} is taken; expected a free one", port=port) from None
        self._server = server
        self.port = int(server.effective_port)
        self.site = site_at(self.port)
        self._application = Application(self.site)

    def _answer(self, environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        return self._application(environ, start)

    def run(self) -> None:
        """Answer until interrupted."""
        self._server.run()

    def close(self) -> None:
        """Take no more requests."""
        self._server.close()
