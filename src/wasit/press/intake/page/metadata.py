"""What a page says about itself: title, outlet, date, address."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from wasit.press.intake.page.scanner import resolved

_DATES = (
    "article:published_time",
    "og:published_time",
    "published_time",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.issued",
    "dcterms.date",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "cxenseparse:recs:publishtime",
    "citation_publication_date",
)
"""Names of a date of publication in ``meta``, the surest first."""
_OUTLETS = ("og:site_name", "application-name", "citation_journal_title", "dc.publisher")
_TITLES = ("og:title", "dc.title", "twitter:title")
_ARTICLES = frozenset({"NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting", "Report"})
_DAY = re.compile(r"\s{0,20}(\d{4})-(\d\d)-(\d\d)(?!\d)")
_LONGEST_DATA = 200_000
"""Of a block of linked data no more than this is read."""
_DEEPEST = 40


@dataclass(slots=True)
class Metadata:
    """What is known of a page from its head and its linked data."""

    meta: dict[str, str] = field(default_factory=dict)
    linked: dict[str, str] = field(default_factory=dict)
    title: str | None = None
    times: list[str] = field(default_factory=list)
    """``datetime`` of the ``time`` elements in the article, one marked as published first."""
    canonical: str | None = None

    def add_meta(self, attributes: dict[str, str]) -> None:
        """A ``meta`` element."""
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        content = attributes.get("content", "").strip()
        if name and content:
            self.meta.setdefault(name.strip().lower(), content)

    def add_linked(self, text: str) -> None:
        """A block of JSON-LD; one that cannot be read says nothing."""
        if len(text) > _LONGEST_DATA:
            return
        try:
            found = json.loads(text)
        except (ValueError, RecursionError):
            return
        for item in _items(found, 0):
            if not _ARTICLES.isdisjoint(_types(item)):
                self._add_article(item)

    def _add_article(self, item: dict[str, Any]) -> None:
        for key in ("datePublished", "headline", "url"):
            if isinstance(item.get(key), str):
                self.linked.setdefault(key, resolved(item[key]))
        publisher = item.get("publisher")
        name = publisher.get("name") if isinstance(publisher, dict) else publisher
        if isinstance(name, str):
            self.linked.setdefault("publisher", resolved(name))

    def published(self) -> date | None:
        """The day of publication, if one is given in ISO 8601; nothing is guessed."""
        candidates = [
            self.meta.get("article:published_time"),
            self.linked.get("datePublished"),
            *(self.meta.get(name) for name in _DATES),
            *self.times[:1],
        ]
        return next((day for one in candidates if one and (day := _day(one))), None)

    def outlet(self) -> str | None:
        """Who published it."""
        return self.linked.get("publisher") or self._first(_OUTLETS)

    def headline(self) -> str | None:
        """Its title, without the name of the outlet behind it if it can be told."""
        return self.linked.get("headline") or self._first(_TITLES) or self.title

    def address(self) -> str | None:
        """Its address, as it gives it."""
        return self.canonical or self.meta.get("og:url") or self.linked.get("url")

    def _first(self, names: tuple[str, ...]) -> str | None:
        return next((self.meta[name] for name in names if name in self.meta), None)


def _items(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    """The objects in linked data: one, a list, or a graph."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for one in value:
            yield from _items(one, depth + 1)
    elif isinstance(value, dict):
        yield value
        yield from _items(value.get("@graph"), depth + 1)


def _types(item: dict[str, Any]) -> list[str]:
    kinds = item.get("@type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    return [kind for kind in listed if isinstance(kind, str)]


def _day(text: str) -> date | None:
    found = _DAY.match(text)
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None
