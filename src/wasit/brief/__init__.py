"""The brief: the state of play as a page to hand to somebody, in Arabic and English.

``brief(record, at, seat=…)`` and ``sheet(record, for_seat, at=…, seat=…)`` make a page: one
immutable content model that knows no language. ``to_terminal``, ``to_markdown``, ``to_html`` and
``to_json`` write it out. ``describe(record, entry)`` is any entry in one sentence.
"""

from wasit.brief.content import Brief, Item, Page, Section, Sentence, Sheet
from wasit.brief.describe import describe
from wasit.brief.language import Language
from wasit.brief.pages import brief
from wasit.brief.render.html import to_html
from wasit.brief.render.json import to_json
from wasit.brief.render.markdown import to_markdown
from wasit.brief.render.terminal import to_terminal
from wasit.brief.sheet import sheet

__all__ = [
    "Brief",
    "Item",
    "Language",
    "Page",
    "Section",
    "Sentence",
    "Sheet",
    "brief",
    "describe",
    "sheet",
    "to_html",
    "to_json",
    "to_markdown",
    "to_terminal",
]
