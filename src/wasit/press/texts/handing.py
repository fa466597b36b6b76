"""Who gave a text to whom."""

from __future__ import annotations

from collections.abc import Sequence

from wasit.language.spans import Span
from wasit.press.document import Document
from wasit.press.names import Mention as Named
from wasit.press.names import Names
from wasit.press.reading import Body
from wasit.press.texts.mention import Mention

_TO = {"en": ("to",), "ar": ("إلى", "على", "الى")}
_BY = {"en": ("by", "from"), "ar": ("من",)}
_JOINED_TO = ("ل", "لل")
_BESIDE = 20
"""How many letters from a text whoever it comes *from* may stand."""
_NEAR = 30
"""How many letters behind an Arabic verb its subject may begin."""


def handing(
    document: Document, names: Names, mention: Mention
) -> tuple[str | None, tuple[str, ...]]:
    """The giver and the receivers, as participants are named; nobody where it is not said."""
    if mention.handed is None:
        return None, ()
    how, deed = mention.handed
    here = [
        one
        for one in names.mentions.get(deed.language, ())
        if mention.sentence.start <= one.start < mention.sentence.end
        and not (isinstance(one.of, Body) and one.of.kind in ("outlet", "sources"))
    ]
    doer = _doer(document, deed, here)
    to = [
        _called(one)
        for one in here
        if _called(one) != doer and _leads(document, deed, one, _TO[deed.language])
    ]
    by = [
        _called(one)
        for one in here
        if _leads(document, deed, one, _BY[deed.language])
        and abs(one.start - mention.span.end) <= _BESIDE
    ]
    if how == "received":
        return (by[0] if by else None), ((doer,) if doer else ())
    return (by[0] if by and doer is None else doer), tuple(dict.fromkeys(to))


def _doer(document: Document, deed: Span, here: Sequence[Named]) -> str | None:
    """Who does the deed: before an English verb, right behind an Arabic one."""
    if deed.language == "ar":
        after = [one for one in here if deed.end <= one.start <= deed.end + _NEAR]
        free = [one for one in after if not _leads(document, deed, one, _TO["ar"])]
        return _called(free[0]) if free else None
    before = [one for one in here if one.end <= deed.start and deed.start - one.end <= _NEAR]
    if not before:
        return None
    doer = before[-1]
    for one in reversed(before[:-1]):
        if document.text[one.end : doer.start].strip() in ("and", ",", ", and"):
            doer = one
    return _called(doer)


def _leads(document: Document, deed: Span, one: Named, words: Sequence[str]) -> bool:
    """Whether one of these words, alone or joined on, stands before a name behind the deed."""
    if one.start < deed.end:
        return False
    before = document.text[deed.end : one.start].split()
    if deed.language == "ar" and words == _TO["ar"]:
        return bool(before) and before[-1] in (*words, *_JOINED_TO)
    while before and before[-1] in ("the", "both", "President"):
        before.pop()
    return bool(before) and before[-1] in words


def _called(one: Named) -> str:
    if isinstance(one.of, Body):
        return one.of.key
    return one.of.names.get("en") or next(iter(one.of.names.values()), "")
