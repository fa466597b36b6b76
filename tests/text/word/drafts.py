"""Drafts drawn by chance, in Arabic and in English, and versions of them."""

from __future__ import annotations

from hypothesis import strategies as st

from wasit.text.draft import DraftText
from wasit.text.parse import parse

WORDS = {
    "en": [
        "boats",
        "sail",
        "at",
        "noon",
        "from",
        "the",
        "quay",
        "[not]",
        "30",
        "days;",
        "toll",
        "is",
        "paid,",
        "Kofi's",
        "&",
        "<b>",
    ],
    "ar": [
        "تُبحر",
        "المراكب",
        "ظهرًا",
        "من",
        "الرصيف",
        "[لا]",
        "٣٠",
        "يومًا؛",
        "والرسم",
        "مدفوع،",
        "وفق",
        "UNMISS",
        "12",
    ],
}
MARKS = {"en": ("{}.", "({})", "abcdef"), "ar": ("{}.", "({})", "أبجدهو")}
HEADS = {"en": "THE FERRY", "ar": "العبارة"}
LAST = {"en": "Signed at the quay.", "ar": "وُقّع عند الرصيف."}


def sentences(language: str) -> st.SearchStrategy[str]:
    words = st.lists(st.sampled_from(WORDS[language]), min_size=1, max_size=9)
    first = {"en": "The", "ar": "إنّ"}[language]
    return words.map(lambda found: " ".join([first, *found]) + ".")


@st.composite
def drafts(draw: st.DrawFn, language: str) -> DraftText:
    """A title, numbered points up to two deep, some of two paragraphs, sometimes a closing."""
    number, letter, letters = MARKS[language]
    lines = [HEADS[language], ""] if draw(st.booleans()) else []
    for n in range(1, draw(st.integers(1, 5)) + 1):
        lines += [f"{number.format(n)} {draw(sentences(language))}", ""]
        if draw(st.integers(0, 4)) == 0:
            lines += [f"   {draw(sentences(language))}", ""]
        for mark in letters[: draw(st.integers(0, 3))]:
            lines.append(f"   {letter.format(mark)} {draw(sentences(language))}")
    if draw(st.booleans()):
        lines += ["", LAST[language]]
    return parse("\n".join(lines), language=language)


def any_drafts() -> st.SearchStrategy[DraftText]:
    return st.sampled_from(("en", "ar")).flatmap(drafts)


def pairs() -> st.SearchStrategy[tuple[DraftText, DraftText]]:
    """Two versions in one language."""
    return st.sampled_from(("en", "ar")).flatmap(
        lambda language: st.tuples(drafts(language), drafts(language))
    )
