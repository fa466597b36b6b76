"""Mentions of one text made one: within a language, then across both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wasit.language.spans import Language, Span
from wasit.press.document import Document
from wasit.press.names import Names
from wasit.press.pairing import paired
from wasit.press.reading import Alignment, Text
from wasit.press.texts.handing import handing
from wasit.press.texts.mention import Mention

_MOST = 100
"""How many texts of one report are told apart; each is compared with all before."""
_STATES = frozenset(("reduced", "expanded", "amended"))
"""What makes a version another state of the text told before: the *slimmed-down* version."""
_CONFIDENCE = {True: 0.9, False: 0.6}
"""By whether a number tells the text apart."""


def merged(mentions: Sequence[Mention]) -> list[Mention]:
    """One mention for each text and what became of it, in the order of the text.

    A later mention of the same numbers adds nothing, unless something else became of the text: a
    plan reduced to 19 points, then amended, is told twice. A noun alone (*the draft*) is taken
    for a text named elsewhere, where there is one.
    """
    named = [mention for mention in mentions if not mention.bare]
    found: list[Mention] = []
    for mention in named or list(mentions)[:1]:
        if len(found) >= _MOST:
            break
        change = _change_with(found, mention)
        if change is not None:
            found[change[0]] = change[1]
            continue
        n = next((n for n, known in enumerate(found) if _same(known, mention)), None)
        if n is None and any(_of_one_phrase(known, mention) for known in found):
            continue
        if n is None and mention.known and found and not _numbered(found[-1]):
            n = len(found) - 1  # a declaration was signed; the seven-point document ...
        if n is None:
            found.append(mention)
        elif _shorter(found[n], mention):
            found[n] = mention
        elif not _numbered(found[n]) and _numbered(mention):
            found[n] = _with_numbers(found[n], mention)
        elif found[n].event in (None, "on the table") and mention.event and not found[n].count:
            found[n] = replace(found[n], event=mention.event, deed=mention.deed)
    return found


def _of_one_phrase(known: Mention, new: Mention) -> bool:
    """Whether a length, or what a text is called before it, adds nothing to one told already.

    *The peace agreement, a 40-page document with seven chapters*; وهو وثيقة من أربعين صفحة.
    """
    if known.sentence != new.sentence or known.before or new.before or known.after is None:
        return False
    if _numbered(new):
        return known.span.start == new.span.start and known.unit != new.unit
    return 0 < known.span.start - new.span.end <= _APPOSED


_APPOSED = 8
"""How many letters may stand between a text and what it is told to be: ``, a ``, ``، وهو ``."""


def _change_with(found: Sequence[Mention], mention: Mention) -> tuple[int, Mention] | None:
    """What an earlier state and a later one make, told in two sentences: from 13 points to nine."""
    for n, known in enumerate(found):
        if _cut_later(known, mention):
            assert known.after is not None
            event = "reduced" if (mention.after or 0) < known.after else "expanded"
            return n, replace(known, before=known.after, after=mention.after, event=event)
        if known.earlier == mention.earlier or known.unit != mention.unit:
            continue
        first, now = (known, mention) if known.earlier else (mention, known)
        if first.before or now.before or None in (first.after, now.after):
            continue
        assert first.after is not None
        assert now.after is not None
        if first.after != now.after:
            event = "reduced" if now.after < first.after else "expanded"
            return n, replace(now, before=first.after, event=event, earlier=False)
    return None


def _cut_later(known: Mention, new: Mention) -> bool:
    """Whether a later sentence tells to what a known length was cut: *later cut to nine*."""
    if None in (known.after, new.after) or known.before or new.before or known.unit != new.unit:
        return False
    assert known.after is not None
    assert new.after is not None
    fits = {"reduced": new.after < known.after, "expanded": new.after > known.after}
    another_state = new.noun == "text" and new.event in _STATES
    return (new.changed and fits.get(new.event or "", False)) or another_state


def _with_numbers(known: Mention, new: Mention) -> Mention:
    """What was named without its length, with it."""
    event = known.event if known.event not in (None, "on the table") else new.event
    return replace(new, event=event, deed=known.deed or new.deed)


def _shorter(known: Mention, new: Mention) -> bool:
    """Whether the new one tells the change of which the other told but the outcome."""
    return known.before is None and new.before is not None


def _same(known: Mention, new: Mention) -> bool:
    if _numbered(known) and known.numbers == new.numbers:
        return known.unit == new.unit and (
            known.count is None or known.noun == new.noun or known.event == new.event
        )
    if _numbered(known) and _numbered(new):
        whole, part = (known, new) if new.before is None else (new, known)
        return (
            whole.after is not None
            and whole.after == part.after
            and part.before is None
            and (
                part.event in (None, "on the table", whole.event)
                or (part.definite and part.event != "amended")
            )
        )
    if not _numbered(known) and not _numbered(new):
        return known.noun == new.noun and known.event == new.event
    numbered, other = (known, new) if _numbered(known) else (new, known)
    is_it = other is known and numbered.definite and other.event == "pending"
    if other.event in ("pending", "postponed", "rejected") and not other.bare and not is_it:
        return False  # but they will sign a protocol; the 22-article protocol ... is that one
    one_of_them = numbered.count is None or other.stance
    return numbered.noun == other.noun and one_of_them


def _numbered(mention: Mention) -> bool:
    return mention.numbers != (None, None, None)


def together(
    document: Document,
    alignment: Alignment,
    names: Names,
    arabic: Sequence[Mention],
    english: Sequence[Mention],
) -> tuple[Text, ...]:
    """The texts of both languages, one where both speak of the same."""
    if not alignment.paragraphs and arabic and english:
        pairs = tuple((a.paragraph, e.paragraph) for a in arabic for e in english)
        alignment = Alignment(paragraphs=pairs)
    found = paired(
        [(one.paragraph, one) for one in arabic],
        [(one.paragraph, one) for one in english],
        alignment,
        _likeness,
    )
    return tuple(_text(document, names, ar, en) for ar, en in found)


def _likeness(a: Mention, e: Mention) -> float:
    """How likely two mentions in paragraphs that translate each other are one text."""
    if _numbered(a) and a.numbers == e.numbers:
        return 3.0
    if a.before is not None and a.before == e.before and a.after == e.after:
        return 3.0
    lone = not (_numbered(a) and _numbered(e))
    if not lone:
        return 0.0
    if a.event and e.event and a.event != e.event and (a.noun != e.noun or not a.handed):
        return 0.0
    return 0.5 + (a.event == e.event) + (a.noun == e.noun)


def _text(document: Document, names: Names, ar: Mention | None, en: Mention | None) -> Text:
    told = [one for one in (ar, en) if one is not None]
    best = next((one for one in reversed(told) if any(one.numbers)), told[-1])
    name: dict[Language, str] = {one.span.language: one.span.of(document.text) for one in told}
    spans: list[Span] = []
    for one in told:
        spans += [one.span, *([one.deed] if one.deed else [])]
    giver: str | None = None
    receivers: tuple[str, ...] = ()
    for one in reversed(told):
        by, to = handing(document, names, one)
        giver, receivers = giver or by, receivers or to
    return Text(
        spans=tuple(spans),
        confidence=_CONFIDENCE[any(best.numbers)],
        name=name,
        points_before=best.before,
        points_after=best.after,
        count=best.count,
        unit=best.unit,
        event=best.event,
        giver=giver,
        receivers=receivers,
    )
