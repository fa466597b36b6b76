"""The figures of one sentence: numbers with what they count, and which of them matter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from wasit.language.lexicons import Phrases
from wasit.language.numbers import Numeral, numerals
from wasit.language.numbers.numeral import SCALES
from wasit.language.spans import Language, Span, overlaps
from wasit.language.tokens import Token
from wasit.press.document import Sentence
from wasit.press.figures.matters import matters
from wasit.press.figures.units import PERIODS, Unit, is_measure, unit_at, unit_of
from wasit.press.lexicons import phrases

_INHERITS = 10
"""How many words behind a number with a noun a bare one may still count the same."""
_FAR = 25
"""The same for one that is told to be no more."""
_OTHERS = frozenset({"others", "other", "more", "اخرين", "اخرون", "اخري", "اخر"})
_OF_THEM = frozenset({"منهم", "منها", "منهن"})
_VERBS = frozenset({"are", "were", "went", "would", "will", "remain", "remained", "came", "had"})
"""Behind a number they tell of what was counted before: of 120 seats, 41 went to the League."""
_AND = frozenset({"and", "و"})
_OF_THE_OTHER = frozenset({"on", "from", "for", "by", "من", "لدي", "عند"})
"""Around a second number of the same: 1,050 prisoners on one side and 887 on the other."""
_OUT_OF = frozenset({"اصل", "بين", "جمله", "مجموع", "اجمالي"})
_ONLY = frozenset({"only", "just", "سوي", "فقط"})
"""Around a bare number: fewer than those told of before."""
_AMONG = frozenset({"بينهم", "بينهن", "بينها", "ضمنهم", "ضمنها", "among", "including"})
"""Before a number of some of those told of before."""
_BIG = 1000
"""From here on a bare number may be one more sum, far from the one before."""
_ENDS = frozenset({";", "؛", ".", "!", "?", "؟"})
_MOST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit, in one paragraph of one language."""

    value: str
    unit: str
    of: str
    paragraph: int
    span: Span
    counts: bool
    """False where it is no figure for what it counts: sides, points of a text, length of a talk."""
    listed: bool = True
    """Whether the unit is in the lexicon."""


@dataclass(slots=True)
class Sums:
    """What sums and measures of a report were told in, for those told without a unit later."""

    by_scale: dict[int, str] = field(default_factory=dict)
    """Million or billion -> the unit of the last number with it."""
    paragraph: int = -1
    unit: str | None = None
    """The unit of the last big number of the paragraph."""

    def enter(self, numeral: Numeral, unit: Unit, paragraph: int) -> None:
        """A number with its own unit."""
        if not is_measure(unit.name) or unit.name in PERIODS or unit.name == "%":
            return
        if numeral.scale in SCALES:
            self.by_scale[numeral.scale] = unit.name
        elif numeral.low >= _BIG:
            self.paragraph, self.unit = paragraph, unit.name

    def of(self, tokens: Sequence[Token], numeral: Numeral, paragraph: int) -> Unit | None:
        """The unit of a number that has none: *up from 57.5 million*."""
        after = tokens[numeral.behind] if numeral.behind < len(tokens) else None
        ends = after is None or after.kind == "mark" or after.norm in _NO_NOUNS
        if not ends:
            return None
        name = self.by_scale.get(numeral.scale)
        if numeral.scale == 1 and numeral.low >= _BIG and not _may_be_year(tokens, numeral):
            name = self.unit if self.paragraph == paragraph else None
        return Unit(name, numeral.first, numeral.first) if name else None


_NO_NOUNS = frozenset(
    {
        *("and", "or", "but", "a", "as", "for", "over", "in", "by", "to", "فقط", "علي", "سنويا"),
        *("سنوي", "يوميا", "شهريا", "بعد", "قبل", "الي", "في", "اذا", "ان"),
    }
)
"""Behind a number that counts nothing by itself."""


def _may_be_year(tokens: Sequence[Token], numeral: Numeral) -> bool:
    return 1800 <= numeral.low <= 2100 and len(tokens[numeral.first].text) == 4


def amounts(
    sentence: Sentence, paragraph: int, taken: Sequence[Span], sums: Sums
) -> Iterator[Amount]:
    """The numbers of a sentence with their units; none of those in ``taken``.

    ``sums`` are what was told before in the report.
    """
    tokens, language = sentence.tokens, sentence.span.language
    before: tuple[Numeral, Unit] | None = None
    for numeral in numerals(tokens, language):
        span = Span(language, tokens[numeral.first].start, tokens[numeral.behind - 1].end)
        if numeral.sort == "ordinal" or _no_amount(tokens, numeral):
            continue
        unit = unit_of(tokens, numeral, language)
        if unit is not None:
            sums.enter(numeral, unit, paragraph)
        else:
            unit = _inherited(tokens, numeral, before, language)
            unit = unit or sums.of(tokens, numeral, paragraph)
        if unit is None or _too_little(tokens, numeral, unit):
            continue
        if overlaps(span, taken) and not _is_span_of_time(numeral, unit):
            continue
        value, name = _told(numeral, unit)
        yield Amount(
            value,
            name,
            _of(tokens, numeral, unit, language),
            paragraph,
            _span(tokens, numeral, unit, language),
            counts=matters(tokens, numeral, unit, language),
            listed=unit_at(tokens, unit.first, language) is not None,
        )
        before = numeral, unit


def _is_span_of_time(numeral: Numeral, unit: Unit) -> bool:
    """Whether a number within a date is one of days or weeks: in three weeks may be a term too."""
    return unit.name in PERIODS and unit.first in (numeral.behind, numeral.counted)


def _told(numeral: Numeral, unit: Unit) -> tuple[str, str]:
    """Value and unit as figures have them: ``55.5 bcm`` are billions of cubic metres."""
    if unit.name[:1] in ("-", "~"):
        return numeral.value, "people" if unit.name == "-talks" else unit.name[1:]
    scale, _, measure = unit.name.partition(" ")
    if scale in SCALES.values():
        return f"{numeral.value} {scale}", measure
    return numeral.value, unit.name


def _span(tokens: Sequence[Token], numeral: Numeral, unit: Unit, language: Language) -> Span:
    """The number with its unit, where they stand together."""
    first = unit.first if numeral.first - 2 <= unit.first < numeral.first else numeral.first
    behind = max(unit.behind, numeral.behind)
    return Span(language, tokens[first].start, tokens[behind - 1].end)


def _no_amount(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """A time of day (07:30), a format (5+5), a version."""
    after = tokens[numeral.behind].text if numeral.behind < len(tokens) else ""
    start = tokens[numeral.first].start
    before = tokens[numeral.first - 1] if numeral.first else None
    if after == ":" and numeral.behind + 1 < len(tokens):
        return tokens[numeral.behind + 1].kind == "number"
    if before is not None and before.text == ":" and numeral.first > 1:
        return tokens[numeral.first - 2].kind == "number" and before.end == start
    return after == "+" or (before is not None and before.text == "+")


def _too_little(tokens: Sequence[Token], numeral: Numeral, unit: Unit) -> bool:
    """One of a thing, in words; part of anything but of a percent."""
    if numeral.sort == "fraction":
        return unit.name not in ("%", "percentage points")
    if numeral.low != 1 or numeral.high != 1 or numeral.sort != "words":
        return False
    # A one-year truce, one percent.
    after = tokens[numeral.behind].text if numeral.behind < len(tokens) else ""
    if after in ("more", "single", "such"):
        return True
    joined = after == "-"
    return not is_measure(unit.name) or (unit.name in PERIODS and not joined)


def _inherited(
    tokens: Sequence[Token],
    numeral: Numeral,
    before: tuple[Numeral, Unit] | None,
    language: Language,
) -> Unit | None:
    """What a bare number counts: the noun before, of which it is some, or what the last one did."""
    if numeral.sort == "dual":
        return None
    number_of = _number_of(tokens, numeral, language)
    if number_of:
        return number_of
    near = unit_at(tokens, numeral.first - 1, language)
    before_it = tokens[numeral.first - 1].norm if numeral.first else ""
    if near and near.name[0] in "-~" and before_it not in _OUT_OF:
        # Resolution 2254, paragraph 14.
        return None
    after = tokens[numeral.behind].norm if numeral.behind < len(tokens) else "."
    others = after in _OTHERS
    if others:
        for n in range(numeral.first - 1, max(numeral.first - 4, -1), -1):
            found = unit_at(tokens, n, language)
            if found and found.name[0] not in "-~":
                return Unit(found.name, n, found.behind)
    only = before_it in _ONLY or after in _ONLY
    reach = _FAR if only else _INHERITS
    if before is None or numeral.first - before[0].behind > reach or before[1].name == "%":
        return None
    between = {token.text for token in tokens[before[0].behind : numeral.first]}
    if between & _ENDS:
        return None
    bare = numeral.behind >= len(tokens) or (
        tokens[numeral.behind].kind == "mark" or after in _VERBS
    )
    bare = bare or only
    # 12 of 40; the return of 4,300 is of another thing.
    beside = before_it == "of" and numeral.first - 2 <= max(before[0].behind, before[1].behind)
    part = before_it in _OUT_OF or (before_it == "of" and (bare or beside))
    among = before_it in _AMONG or (
        before_it == "them" and tokens[numeral.first - 2].norm in _AMONG
    )
    second = before_it in _AND and after in _OF_THE_OTHER and before[1].name not in PERIODS
    if (
        others
        or part
        or (among and not is_measure(before[1].name))
        or second
        or _of_them(tokens, numeral)
        or (bare and before[1].name not in PERIODS)
    ):
        return before[1]
    # From 28 points to 19.
    return before[1] if numeral.changes and before[0].changes else None


def _of_them(tokens: Sequence[Token], numeral: Numeral) -> bool:
    after = [token.norm for token in tokens[numeral.behind : numeral.behind + 2]]
    return after == ["of", "them"] or bool(_OF_THEM.intersection(after[:1]))


@cache
def _tolls(language: Language) -> Phrases:
    return phrases(language, "figures", "tolls")


def _number_of(tokens: Sequence[Token], numeral: Numeral, language: Language) -> Unit | None:
    """``the number of crossings is nine``, ``a death toll of 35``, ``عدد المعابر تسعة``."""
    for n in range(numeral.first - 1, max(numeral.first - 10, -1), -1):
        if tokens[n].norm in (".", "،", ",", ";"):
            return None
        toll = _tolls(language).at(tokens, n)
        if toll:
            for k in range(n + 1, min(n + 5, numeral.first)):
                found = unit_at(tokens, k, language)
                if found:
                    return found
            return Unit(toll[0], n, toll[1]) if toll[0] else None
    return None


def _of(tokens: Sequence[Token], numeral: Numeral, unit: Unit, language: Language) -> str:
    """What it is an amount of, in a few of the report's words."""
    begin = numeral.behind
    end = begin
    while end < len(tokens) and end - begin < _MOST_WORDS + 2 and tokens[end].kind == "word":
        end += 1
    if not is_measure(unit.name) and end > begin:
        return _words(tokens[begin:end])
    behind = tokens[max(unit.behind, begin) : end]
    if behind and len(behind) > 1:
        return _words(behind[1:] if behind[0].norm in ("of", "من", "the") else behind)
    first = numeral.first
    while first > 0 and numeral.first - first < _MOST_WORDS and tokens[first - 1].kind == "word":
        first -= 1
    return _words(tokens[first : numeral.first]) or unit.name


def _words(tokens: Sequence[Token]) -> str:
    return " ".join(token.text for token in tokens[:_MOST_WORDS])
