"""What all renderings share: numbers of sources, shortened lists, the words around a page."""

from __future__ import annotations

import re
from collections.abc import Iterable

from wasit.brief.content import Cell, Item, Page, Section, Term, term
from wasit.brief.language import Language

SOURCES, CAUTION = term("Sources"), term("Caution")
POINT, STANDING = term("Point"), term("Standing")
NUMBER_HEAD = term("No.")
LETTERS: dict[str, Term] = {"A": term("A"), "O": term("O"), "U": term("U"), "R": term("R")}
INFERRED_MARK: Term = term("i")
CARRIED_MARK: Term = term("c")
TRENDS = {"closer": "↑", "further": "↓"}


class Numbers:
    """The number under which each source of a page is listed, and which were asked for."""

    def __init__(self, page: Page) -> None:
        self._numbers = {source.entry.id: source.number for source in page.sources}
        self.used: set[int] = set()

    def of(self, sources: Iterable[str]) -> tuple[int, ...]:
        """The numbers of these sources, rising."""
        found = tuple(sorted({self._numbers[s] for s in sources if s in self._numbers}))
        self.used.update(found)
        return found

    def bracketed(self, one: Item, language: Language) -> str:
        """``[2, 5]``, or nothing."""
        comma = "، " if language.right_to_left else ", "
        numbers = comma.join(language.number(n) for n in self.of(one.sources))
        return f"[{numbers}]" if numbers else ""


def is_web_address(url: str | None) -> bool:
    """Whether it may become a link."""
    return url is not None and re.fullmatch(r"https?://[^\s<>\"]+", url) is not None


def shortened(section: Section, items: tuple[Item, ...]) -> tuple[tuple[Item, ...], int]:
    """The latest of ``items`` as far as the section shows them, and how many are left out."""
    limit = section.latest
    if limit is None or len(items) <= limit:
        return items, 0
    kept = items[:limit] if section.keep_first else items[-limit:]
    return kept, len(items) - limit


def cell_text(cell: Cell | None, language: Language, marks: dict[str, str] = TRENDS) -> str:
    """An answer as a letter: A, O, U or R, with its marks."""
    if cell is None:
        return "·"
    letter = language.word(LETTERS[cell.letter])
    inferred = language.word(INFERRED_MARK) if cell.inferred else ""
    carried = language.word(CARRIED_MARK) if cell.carried else ""
    return f"{letter}{inferred}{carried}{marks.get(cell.trend or '', '')}"
