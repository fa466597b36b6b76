"""``wasit serve``: the record as pages, for one person on this machine."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from typing import Annotated

import typer

from wasit.cli.around import around, complain, seated
from wasit.cli.options import Acting, Record


def add_to(app: typer.Typer) -> None:
    """Make this command known."""
    app.command()(serve)


def serve(
    record: Record = None,
    seat: Acting = None,
    port: Annotated[
        int, typer.Option("--port", "-p", min=0, max=65_535, help="The port; 0: a free one.")
    ] = 8765,
    show: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
    get: Annotated[
        str | None, typer.Option("--get", metavar="PATH", help="Print one page and stop.")
    ] = None,
) -> None:
    """The desk: the record as pages on this machine alone, in both languages."""
    acting = seated(record, seat)
    _ = acting.record  # a seat that is not on record is told before anything is served
    from wasit.web.site import Site

    clock, chance = around().clock, around().chance
    if get is not None:
        from wasit.web.serving import page_at

        _print(page_at(Site(acting, port, clock, chance), get))
        return
    from wasit.web.serving import Server
    from wasit.web.views.desk import HTMX

    server = Server(lambda at: Site(acting, at, clock, chance, _inviting(at)), port)
    logging.getLogger("waitress").setLevel(logging.CRITICAL)
    if not HTMX.is_file():
        complain("pages load whole: `make browser` fetches the file that changes them in part")
    path = server.site.open_door()
    if show:
        import webbrowser

        webbrowser.open(f"http://127.0.0.1:{server.port}{path}")
    try:
        server.run()
    finally:
        server.close()


def _print(page: bytes) -> None:
    """A page as text; a file that is none, byte for byte."""
    try:
        sys.stdout.write(page.decode())
    except UnicodeDecodeError:
        sys.stdout.buffer.write(page)


def _inviting(port: int) -> Callable[[str], None]:
    """Prints where to come in, each time there is a new way."""

    def invite(path: str) -> None:
        complain(f"come in once by http://127.0.0.1:{port}{path}")
        sys.stderr.flush()

    return invite
