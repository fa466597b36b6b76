"""HTML pages: the text of the article, the outlet, the date."""

from __future__ import annotations

import re

from wasit.entries import Mistake, Place
from wasit.press.document import SourceText
from wasit.press.intake.characters import allowed, checked, text_of, unclosed
from wasit.press.intake.page.article import lines_of, read

__all__ = ["is_page", "page"]

_CHARSET = re.compile(
    rb"""<meta[^>]{0,300}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_:.-]{1,40})""", re.I
)
_DECLARED = re.compile(
    rb"""\s{0,99}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([A-Za-z0-9_.-]{1,40})"""
)
_HEAD = 4_096
"""So many bytes from the top are looked at for a declaration."""
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,999}(?:<\?xml[^>]{0,200}>\s{0,99})?"
    rb"<(?:!doctype\s{1,9}html|html|head|body|article)[\s>]",
    re.I,
)


def is_page(data: bytes) -> bool:
    """Whether ``data`` begins like an HTML page."""
    return _PAGE.match(data[:_HEAD]) is not None


def page(data: bytes, name: str | None = None, encoding: str | None = None) -> SourceText:
    """The report in an HTML page.

    ``encoding`` is what the page was sent as; it goes before what the page declares. Raises
    :class:`Mistake` over a limit, at a character refused, where there is no article.
    """
    text = allowed(text_of(data, name, encoding or _encoding(data)), Place(name))
    article = read(text, name)
    body = "\n".join(lines_of(article))
    place = Place(name, path="article")
    if not body:
        raise Mistake("no article found in the page", place=Place(name))
    metadata = article.metadata
    known = {
        "outlet": metadata.outlet(),
        "title": metadata.headline(),
        "url": metadata.address(),
    }
    return SourceText(
        checked(body, place),
        published=metadata.published(),
        name=name,
        notes=unclosed(body, place),
        **{key: allowed(value, Place(name, path=key)) for key, value in known.items() if value},
    )


def _encoding(data: bytes) -> str | None:
    """The encoding that a page declares."""
    head = data[:_HEAD]
    found = _DECLARED.match(head) or _CHARSET.search(head)
    return found[1].decode("ascii") if found else None
