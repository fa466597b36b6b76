"""What one point says differently in two languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from wasit.text.concord.anchors import Anchor
from wasit.text.concord.figures import Figure, figures
from wasit.text.concord.forces import Forced, differently_forced
from wasit.text.concord.marks import bracketed
from wasit.text.concord.matching import Differs, differing
from wasit.text.concord.model import Discrepancy, Kind
from wasit.text.concord.names import unlike
from wasit.text.concord.noes import Said, plain_noes, unequal
from wasit.text.concord.points import Piece
from wasit.text.concord.sentences import Group, Missing, clauses, split

Span = tuple[int, int]


class Telling:
    """The discrepancies of one pair of points."""

    def __init__(
        self,
        en: Piece,
        ar: Piece,
        rare: Mapping[Anchor, float],
        ratio: float,
        labels: Mapping[str, str],
    ) -> None:
        self.en, self.ar = en, ar
        self.labels = labels
        self.rare = rare
        self.groups, self.missing = split(en.words, ar.words, rare, ratio)
        self.brackets = list(bracketed(en.words, ar.words))

    def all(self) -> Iterator[Discrepancy]:
        """Everything that differs, in the order of the kinds."""
        for one in self.missing:
            span = (one.start, one.end)
            yield self._told(
                "missing_sentence", *((span, None) if one.language == "en" else (None, span))
            )
        for ours, theirs in self.brackets:
            yield self._told("bracket", ours, theirs)
        for group in self.groups:
            yield from self._said(group)
        yield from self._figures()
        for name, run in unlike(self.en.words, self.ar.words):
            if not any(_overlap(name, (one.start, one.end)) for one in self._missing_in("en")):
                yield self._told("name", name, run)

    def _missing_in(self, language: str) -> list[Missing]:
        return [one for one in self.missing if one.language == language]

    def _told(self, kind: Kind, en: Span | None, ar: Span | None) -> Discrepancy:
        return Discrepancy(
            point=self.en.key,
            kind=kind,
            ar=self.ar.words[slice(*ar)] if ar else "",
            en=self.en.words[slice(*en)] if en else "",
            point_ar=self.ar.key,
        )

    # --- what is said ---------------------------------------------------------------------------

    def _said(self, group: Group) -> Iterator[Discrepancy]:
        """Negation, and force where negation is the same."""
        en, ar = self.en.words[slice(*group.en)], self.ar.words[slice(*group.ar)]
        if any(_overlap(group.en, a) or _overlap(group.ar, b) for a, b in self.brackets):
            return
        no = unequal(en, ar)
        if no:
            mine = _moved(no.said, group.en if no.language == "en" else group.ar)
            other = group.ar if no.language == "en" else group.en
            yield self._told("negation", *((mine, other) if no.language == "en" else (other, mine)))
            return
        if plain_noes(en, "en") != plain_noes(ar, "ar"):
            for part in clauses(en, ar, self.rare):
                if unequal(en[slice(*part.en)], ar[slice(*part.ar)]):
                    yield self._told(
                        "negation", _within(part.en, group.en), _within(part.ar, group.ar)
                    )
                    return
        forced = differently_forced(en, ar)
        if forced:
            yield self._told("modality", *_spans(forced, group))

    # --- figures ----------------------------------------------------------------------------------

    def _figures(self) -> Iterator[Discrepancy]:
        """Figures that differ, but for those in a sentence or bracket that is told of already."""
        hidden_en = [(one.start, one.end) for one in self._missing_in("en")]
        hidden_ar = [(one.start, one.end) for one in self._missing_in("ar")]
        told = list(
            differing(
                _outside(figures(self.en.words, "en"), hidden_en),
                [*map(self._mapped, _outside(figures(self.ar.words, "ar"), hidden_ar))],
                (len(self.en.words), len(self.ar.words)),
            )
        )
        for one in told:
            if not self._in_brackets(one):
                yield self._told(
                    one.kind,
                    (one.en.start, one.en.end) if one.en else None,
                    (one.ar.start, one.ar.end) if one.ar else None,
                )

    def _mapped(self, figure: Figure) -> Figure:
        """A reference with what its point is called in the English, where that is another label."""
        if figure.sort != "reference":
            return figure
        more = [
            ("reference", self.labels[str(value[1])])
            for value in figure.values
            if str(value[1]) in self.labels
        ]
        return Figure(
            figure.sort,
            tuple(dict.fromkeys([*figure.values, *more])),
            figure.start,
            figure.end,
            figure.weak,
            figure.unit,
            figure.raw,
        )

    def _in_brackets(self, one: Differs) -> bool:
        for ours, theirs in self.brackets:
            if one.ar is None and one.en and _overlap((one.en.start, one.en.end), ours):
                return True
            if one.en is None and one.ar and _overlap((one.ar.start, one.ar.end), theirs):
                return True
        return False


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _inside(figure: Figure, span: Span) -> bool:
    return span[0] <= figure.start and figure.end <= span[1]


def _outside(listed: Sequence[Figure], hidden: Sequence[Span]) -> list[Figure]:
    return [one for one in listed if not any(_inside(one, span) for span in hidden)]


def _within(one: Span, outer: Span) -> Span:
    return outer[0] + one[0], outer[0] + one[1]


def _moved(said: Said, within: Span) -> Span:
    return within[0] + said.start, within[0] + said.end


def _spans(forced: Forced, group: Group) -> tuple[Span, Span]:
    """The words of force; the whole sentence where one side has none."""
    return (
        _moved(forced.en, group.en) if forced.en else group.en,
        _moved(forced.ar, group.ar) if forced.ar else group.ar,
    )
