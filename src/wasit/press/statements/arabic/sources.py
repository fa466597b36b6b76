"""Sources and outlets named beside the verbs: وفق، بحسب، رداً على سؤال."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wasit.language.folding import folded
from wasit.language.spans import Span
from wasit.press.names.vocabulary import labels
from wasit.press.reading import Body
from wasit.press.statements.arabic.cutting import span_of, trimmed
from wasit.press.statements.arabic.points import Points
from wasit.press.statements.arabic.vocabulary import (
    ACCORDING,
    OWN_VIEWS,
    PREPOSITIONS,
    THAT,
    TIMES,
    VIEWS,
    kinds_of,
    withheld,
)
from wasit.press.statements.model import Said, Speaker
from wasit.press.statements.pieces import Piece, mostly_quoted, stripped


def accords(piece: Piece) -> bool:
    """Whether a word is "according to"."""
    return piece.norm in ACCORDING or (piece.norm[:1] == "و" and piece.norm[1:] in ACCORDING)


def reader_source(reader: Points, n: int) -> tuple[int, Speaker] | None:
    """Behind "according to" at piece ``n``: the piece behind the source, and the source."""
    pieces = reader.pieces
    at = n + 1
    if at < len(pieces) and pieces[at].norm in ("ما", "لما", "مما"):
        # "بحسب ما ذكره فلان", "وفقاً لما نقلت وكالة", "وفق ما أكده للصحيفة فلان"
        at += 2
        if at < len(pieces) and pieces[at].norm.startswith("لل"):
            at += 1
    elif at < len(pieces) and pieces[n].norm == "نقلا" and pieces[at].norm == "عن":
        at += 1
    while at < len(pieces) and pieces[at].norm in ("عن", "له", "لها"):
        at += 1
    if at >= len(pieces):
        return None
    if pieces[at].kind == "quote" or "outlet" in kinds_of(pieces[at]):
        end = at
        outlet = None
        while (
            end < len(pieces)
            and end - at < 5
            and not (pieces[end].kind == "mark" and pieces[end].text != "(")
        ):
            mention = pieces[end].mention
            if mention is not None and isinstance(mention.of, Body):
                outlet = reader.memory.speaker(mention)
            end += 1
        if outlet is None:
            outlet = reader.outlet(at, end)
        return (end, outlet) if outlet else None
    return reader.subject(at)


MOST_SOURCES = 4
"""Sources looked for in one sentence."""
MOST_BETWEEN = 24
"""Pieces between a verb and what is said that are looked through for a source."""


def according(reader: Points) -> Iterator[Said]:
    """``…، وفق «أكسيوس»`` and ``بحسب فلان، …``."""
    pieces = reader.pieces
    found = [n for n, piece in enumerate(pieces) if piece.kind == "word" and _marks(pieces, n)]
    for n in found[:MOST_SOURCES]:
        piece = pieces[n]
        source = reader_source(reader, n) if accords(piece) else _in_the_view(reader, n)
        if source is None:
            continue
        end, speaker = source
        if piece.norm.removeprefix("و") == "نقلا" and n and _goes_on(pieces, end):
            # "وأوردت قناة كذا، نقلاً عن فلان، أن": the verb before tells of it.
            continue
        via: tuple[Speaker, ...] = ()
        behind = reader.subject(end + 1) if n and _from(pieces, end) else None
        if behind is not None:
            # "وفق ما نقلت رويترز عن مسؤول": the official speaks.
            via, speaker = (speaker,), behind[1]
        if n == 0:
            while end < len(pieces) and (pieces[end].kind == "mark" or pieces[end].norm in THAT):
                end += 1
        last = next((k for k in range(end, len(pieces)) if withheld(pieces, k)), len(pieces))
        if last < len(pieces) and pieces[last - 1].norm in ("لم", "ولم"):
            last -= 1
        first = _behind_dateline(pieces[:n])
        where = trimmed(pieces, end, last) if n == 0 else trimmed(pieces, first, n)
        if n and end + 1 < last and pieces[end].text in ("،", ","):
            # "وتتمسك المفوضية، على لسان فلانة، بكذا": the sentence goes on.
            if _goes_on(pieces, end):
                continue
            where = trimmed(pieces, first, last)
        if where is None:
            continue
        inside = pieces[where[0] : where[1]]
        yield Said(
            "ar",
            reader.clause.paragraph,
            speaker,
            stripped(span_of(pieces, *where), reader.memory.text),
            "report",
            mostly_quoted(inside),
            Span("ar", piece.start, piece.end),
            via[0] if via else None,
            via,
        )


def _behind_dateline(pieces: Sequence[Piece]) -> int:
    """The piece behind ``بغداد – المراسل –`` at the beginning of a report; else the first."""
    behind = 0
    for n, piece in enumerate(pieces[:8]):
        if n and piece.text in ("-", "–", "—", "ـ") and n - behind < 5:
            behind = n + 1
    return behind


_VIEWS = VIEWS | OWN_VIEWS | {"كما", "علي", "في", "من"}
"""First words of a source that is named by its view."""


def _marks(pieces: Sequence[Piece], n: int) -> bool:
    """Whether a source may be named at piece ``n``: set off by a mark."""
    if n and pieces[n - 1].kind == "word":
        return False
    norm = pieces[n].norm.removeprefix("و")
    return accords(pieces[n]) or norm in _VIEWS


def _in_the_view(reader: Points, n: int) -> tuple[int, Speaker] | None:
    """``على حد تعبير فلان``, ``في رأي فلان``, ``كما قال فلان``, ``على ما أعلن فلان``."""
    pieces = reader.pieces
    words = [piece.norm for piece in pieces[n : n + 3]]
    words[0] = words[0].removeprefix("و")
    last = reader.memory.last
    if n == 0 and last is not None:
        for count in (3, 2, 1):
            if " ".join(words[:count]) in OWN_VIEWS:
                return n + count, last
    for count in (3, 2, 1):
        if " ".join(words[:count]) in VIEWS:
            return reader.subject(n + count)
    at = n + 1 if words[0] == "كما" else n + 2
    if words[0] != "كما" and words[:2] != ["علي", "ما"]:
        return None
    if at + 1 >= len(pieces) or not any(verb.clause for verb in pieces[at].verbs):
        return None
    found = reader.subject(at + 1)
    if found is None:
        return None
    end, speaker = found
    while end < len(pieces) and pieces[end].kind == "word" and pieces[end].norm not in THAT:
        if pieces[end].norm not in TIMES and pieces[end].norm not in PREPOSITIONS:
            return None
        end += 1
    if end < len(pieces) and pieces[end].norm in THAT:
        return None
    return end, speaker


def _goes_on(pieces: Sequence[Piece], n: int) -> bool:
    """Whether what is said only begins at piece ``n``, a comma aside."""
    while n < len(pieces) and pieces[n].text in ("،", ","):
        n += 1
    return n < len(pieces) and (pieces[n].norm in THAT or pieces[n].text == ":")


def _publishes(speaker: Speaker) -> bool:
    """Whether somebody is an outlet, one of the lists or not."""
    if isinstance(speaker.of, Body):
        return speaker.of.kind == "outlet"
    return speaker.of is None and "outlet" in labels(folded(speaker.text.split(" ")[0]), "ar")


def _from(pieces: Sequence[Piece], n: int) -> bool:
    return n + 1 < len(pieces) and pieces[n].norm == "عن"


def cited(reader: Points) -> None:
    """``قالت رويترز نقلاً عن مسؤول إن``: the official speaks, and it is known through Reuters."""
    pieces = reader.pieces
    for point in reader.points:
        if not _publishes(point.speaker):
            continue
        for n in range(point.at + 1, min(point.content, point.at + MOST_BETWEEN) - 1):
            found = reader.subject(n + 2) if pieces[n].norm == "نقلا" else None
            if found is not None and _from(pieces, n + 1):
                point.via = (point.speaker, *point.via)
                point.to, point.speaker = point.to or point.speaker, found[1]
                break


def held_back(reader: Points) -> None:
    """``وامتنع عن تسمية أي منها``, ``ولم يقل ما فيها``: not told by the last to speak."""
    speaker = reader.memory.last
    for n in range(len(reader.pieces)):
        begin = withheld(reader.pieces, n)
        if begin is not None and speaker is not None:
            reader.withhold(speaker, begin)


def asked_by(reader: Points) -> Speaker | None:
    """``رداً على سؤال لوكالة …،``: whom the answer is given to."""
    pieces = reader.pieces
    for n in range(min(4, len(pieces))):
        if pieces[n].norm in ("سؤال", "سوال", "اسيله"):
            return reader.outlet(n + 1, min(n + 6, len(pieces)))
    return None
