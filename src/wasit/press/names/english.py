"""People named in English: capitals, offices before and behind, verbs of speech."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from wasit.language.folding import folded
from wasit.language.spans import Span
from wasit.language.tokens import Token
from wasit.press.document import Paragraph, Sentence
from wasit.press.names.found import Candidate
from wasit.press.names.gazetteer import Hit, gazetteer
from wasit.press.names.lands import NONE, Lands
from wasit.press.names.vocabulary import labels

_ARTICLE = re.compile(r"(?:al|el|ad|ar|as|ash|at|az|an|ul)-(?=\w)", re.IGNORECASE)
_GENITIVE = ("'s", "’s")
LONGEST = 5
"""Words a name may have."""


@dataclass(slots=True)
class Unit:
    """A word of running text: what hyphens and initials' stops join is one word."""

    text: str
    start: int
    end: int
    norm: str
    """Folded, without genitive and article."""
    capital: bool
    labels: frozenset[str]
    body: Hit | None = None
    """The body it names or helps to name."""
    mark: bool = False

    @property
    def bare_end(self) -> int:
        """The end without a genitive."""
        return self.end - 2 if self.text.endswith(_GENITIVE) else self.end


@lru_cache(maxsize=65_536)
def name_word(text: str) -> str:
    """A word of a name as it is compared: folded, without genitive and article."""
    norm = folded(text)
    if norm.endswith(_GENITIVE):
        norm = norm[:-2]
    return _ARTICLE.sub("", norm, count=1)


@lru_cache(maxsize=65_536)
def _known(text: str) -> tuple[str, frozenset[str]]:
    """A word as it is compared, and its labels."""
    norm = name_word(text)
    return norm, labels(norm, "en")


def units_of(sentence: Sentence, lands: Lands = NONE) -> list[Unit]:
    """The words and marks of a sentence, with the ``lands`` of the report among its bodies."""
    tokens = sentence.tokens
    bodies: dict[int, Hit] = {}
    for one in (*lands.at(tokens, "en"), *gazetteer("en").all(tokens)):
        for n in range(one.first, one.last):
            bodies[n] = one
    found: list[Unit] = []
    n = 0
    while n < len(tokens):
        last = _joined(tokens, n)
        token = tokens[n]
        text = token.text
        if last - n > 1:
            text = "".join(one.text for one in tokens[n:last])
        mark = token.kind == "mark"
        norm, known = _known(text) if not mark else (text, labels(text, "en"))
        capital = token.capital or (last - n > 2 and bool(_ARTICLE.match(text)) and _tall(text))
        hit = bodies.get(n)
        if last - n > 1 and not known:
            known = labels(tokens[last - 1].norm, "en") & {"title", "organisation"}
            known |= labels(token.norm, "en") & {"title"}  # Mayor-elect
        found.append(
            Unit(
                text,
                token.start,
                tokens[last - 1].end,
                norm,
                capital and token.kind == "word",
                known,
                hit if hit and (last - n == 1 or hit.last >= last) else None,
                mark,
            )
        )
        n = last
    return found


def _tall(text: str) -> bool:
    return any(part[:1].isupper() for part in text.split("-"))


def _joined(tokens: Sequence[Token], n: int) -> int:
    """The token behind a word with all that hyphens join to it."""
    last = n + 1
    if tokens[n].kind == "mark" or last == len(tokens) or tokens[last].start != tokens[n].end:
        return last
    while (
        last + 1 < len(tokens)
        and tokens[last].text in "-‑"
        and tokens[last].start == tokens[last - 1].end
        and tokens[last + 1].start == tokens[last].end
        and tokens[last + 1].kind != "mark"
    ):
        last += 2
    if (
        last == n + 1
        and len(tokens[n].text) == 1
        and tokens[n].capital
        and last < len(tokens)
        and tokens[last].text == "."
        and tokens[last].start == tokens[n].end
    ):
        last += 1
    return last


@dataclass(slots=True)
class English:
    """A paragraph's sentences as words, and the runs of capitals that may be people."""

    paragraph: Paragraph
    sentences: list[list[Unit]]


def english(paragraphs: Iterable[Paragraph], lands: Lands = NONE) -> list[English]:
    """The paragraphs as words, with the ``lands`` of the report among its bodies."""
    return [English(p, [units_of(one, lands) for one in p.sentences]) for p in paragraphs]


@dataclass(slots=True)
class Run:
    """Words ``first`` to ``last`` (the one behind) that look like a name."""

    units: list[Unit]
    first: int
    last: int
    paragraph: int

    @property
    def size(self) -> int:
        """How many words."""
        return self.last - self.first

    @property
    def has_nickname(self) -> bool:
        """Whether something stands in quotation marks within: Ada "the Fox" Rossi."""
        return any(unit.text in _QUOTES for unit in self.units[self.first : self.last])

    def candidate(self, *, sure: bool) -> Candidate:
        """The run as a name."""
        role, side = _role(self.units, self.first, self.last)
        named = self.units[self.first : self.last]
        words, quoted = [], False
        for unit in named:
            if unit.text in _QUOTES:
                quoted = not quoted
            elif not quoted:
                words.append(unit.norm)
        return Candidate(
            "en",
            named[0].start,
            named[-1].bare_end,
            tuple(words),
            self.paragraph,
            sure,
            role,
            side,
        )


def runs(paragraph: English) -> list[Run]:
    """Every run of capitals that is neither office nor body nor a word of another kind."""
    if paragraph.paragraph.kind == "heading":
        return []
    found = []
    for units in paragraph.sentences:
        n = 0
        while n < len(units):
            if not _may_begin(units, n):
                n += 1
                continue
            if "place_first" in units[n].labels and n + 1 < len(units):
                n += 1  # Santa Rita
                while n < len(units) and units[n].capital and not units[n].mark:
                    n += 1
                continue
            last = n + 1
            while last < len(units):
                if _may_follow(units, n, last):
                    last += 1
                elif "particle" in units[last].labels and not units[last].mark:
                    after = last + 1
                    while after < len(units) and "particle" in units[after].labels:
                        after += 1
                    if after < len(units) and _is_name(units[after]) and after - last <= 2:
                        last = after + 1
                    else:
                        break
                else:
                    break
                if units[last - 1].text.endswith(_GENITIVE):
                    break
            last = _behind_nickname(units, n, last)
            if not _labelled(units, n, last):
                found.append(Run(units, n, last, paragraph.paragraph.index))
            n = last
    return found


_QUOTES = frozenset("\"“”‘’'")
_NICKNAME = 4
"""How many words and marks a nickname in quotation marks may have."""


def _behind_nickname(units: Sequence[Unit], first: int, last: int) -> int:
    """Behind the family name after a nickname: Ada "the Fox" Rossi."""
    if last >= len(units) or last - first > 2 or units[last].text not in _QUOTES:
        return last
    for n in range(last + 1, min(last + 1 + _NICKNAME, len(units) - 1)):
        if units[n].text in _QUOTES:
            return n + 2 if _is_name(units[n + 1]) and n > last + 1 else last
    return last


def _is_name(unit: Unit) -> bool:
    if not unit.capital or unit.mark or "stop" in unit.labels:
        return False
    if unit.body is not None and "given" not in unit.labels:
        return False
    return not unit.labels & {"title", "honour", "organisation", "place"} and (
        "kind" not in unit.labels
    )


def _may_begin(units: Sequence[Unit], n: int) -> bool:
    unit = units[n]
    if not _is_name(unit) or ("outlet" in unit.labels and "given" not in unit.labels):
        return False
    if unit.body is not None:
        # Jordan, Chad: a given name where a name follows.
        return n + 1 < len(units) and _is_name(units[n + 1]) and units[n + 1].body is None
    return True


def _may_follow(units: Sequence[Unit], first: int, n: int) -> bool:
    unit = units[n]
    if not unit.capital or unit.mark:
        return False
    if _is_name(unit):
        return True
    # Stephen King, Jack Dean: a family name that is an office elsewhere.
    return (
        n == first + 1
        and "given" in units[first].labels
        and bool(unit.labels & {"title", "kind", "honour"})
        and unit.body is None
        and not (n + 1 < len(units) and units[n + 1].capital)
    )


def _labelled(units: Sequence[Unit], first: int, last: int) -> bool:
    """Whether what follows makes the run the name of something else: "the Annan plan"."""
    before = units[first - 1] if first else None
    if before is not None and before.capital and "outlet" in before.labels:
        # Radio Ndeke Luka; but Reuters' own people have a name of the lists.
        return "given" not in units[first].labels
    if "outlet" in units[last - 1].labels and "given" not in units[first].labels:
        return True
    if last >= len(units) or units[last].mark or units[last - 1].text.endswith(_GENITIVE):
        return False
    after = units[last]
    if after.capital and after.labels & {"organisation", "place", "label", "outlet"}:
        return True
    if not after.capital and "place" in after.labels:
        return True  # Marie Curie hospital
    begun = first > 0 and units[first - 1].norm in ("the", "a", "an", "this", "that")
    return begun and bool(after.labels & {"label", "group", "organisation", "place"})


def titled(run: Run) -> bool:
    """Whether an office or a form of address stands right before the run."""
    n = run.first - 1
    steps = 0
    while n >= 0 and steps < 7:
        unit = run.units[n]
        if unit.mark or (steps == 0 and run.size == 1 and unit.norm in ("of", "for")):
            return False  # the chief ministers of Ruritania
        if unit.labels & {"title", "honour"}:
            return unit.norm not in ("his", "her", "then", "the") or steps > 0
        if not (unit.labels & {"kind"} or unit.body is not None or unit.norm in ("of", "for")):
            return False
        n, steps = n - 1, steps + 1
    return False


def apposed(run: Run) -> bool:
    """Whether an office stands beside the run, set off by a comma: before or behind it."""
    units = run.units
    if run.first > 1 and units[run.first - 1].text == "," and _phrase_before(units, run.first - 1):
        return True
    if run.last + 1 < len(units) and units[run.last].text in (",", "("):
        strange = 0
        for unit in units[run.last + 1 : run.last + 9]:
            if unit.mark and not unit.text.isalnum():
                return False
            if "title" in unit.labels or unit.norm == "who":
                return True
            known = unit.labels & {"kind", "honour"} or unit.body or unit.norm in _LINKS
            # "the Acas conciliator": a body no list has.
            if not (known or (unit.capital and "stop" not in unit.labels)):
                # The operator's managing director: of a word or two nothing is known.
                strange += 1
                begun = units[run.last + 1].norm in _LINKS and "verb" not in unit.labels
                if strange > 2 or not begun or unit.norm in _NO_OFFICE:
                    return False
    return _of_a_body(run) or _is_told_to_be(run)


_LINKS = frozenset(
    ("the", "a", "an", "of", "for", "and", "in", "on", "at", "to", "its", "his", "her", "their")
)
_NO_OFFICE = frozenset(("which", "where", "that", "said", "is", "was", "were", "are", "has", "had"))
"""They do not stand between a name and the office set off behind it."""
_BODY_NEAR = 7


def _of_a_body(run: Run) -> bool:
    """Whether the body somebody is of stands behind: ``Ada Rossi of the bakers' union``."""
    units = run.units
    if run.size < 2 or run.last + 1 >= len(units) or units[run.last].norm != "of":
        return False
    if "particle" in units[run.last].labels or units[run.last + 1].norm != "the":
        return False
    for unit in units[run.last + 2 : run.last + 2 + _BODY_NEAR]:
        if unit.text in ("'", "’"):
            continue
        if unit.mark or "verb" in unit.labels:
            return False
        if unit.labels & {"organisation", "group"}:
            return True
    return False


def _is_told_to_be(run: Run) -> bool:
    """Whether the office is told with a verb: ``Ada Rossi is the union's secretary``."""
    units = run.units
    if run.size < 2 or run.last + 1 >= len(units) or units[run.last].norm not in ("is", "was"):
        return False
    for unit in units[run.last + 1 : run.last + 1 + _BODY_NEAR]:
        if unit.mark or "verb" in unit.labels or unit.norm in _NO_OFFICE:
            return False
        if "title" in unit.labels:
            return True
    return False


def _phrase_before(units: Sequence[Unit], comma: int) -> bool:
    """Whether an office stands in the words before a comma."""
    for n in range(comma - 1, max(comma - 10, -1), -1):
        unit = units[n]
        if unit.text in ("'", "’"):
            continue
        if unit.mark or "verb" in unit.labels:
            return False
        if "title" in unit.labels:
            return True
    return False


def speaks(run: Run) -> bool:
    """Whether a verb of speech stands right before or behind the run."""
    units = run.units
    after = run.last
    if after < len(units) and units[after].text == ",":
        return False
    if run.first and units[run.first - 1].norm in _WITHIN:
        # "analysts at Callender Ross put it at": the analysts speak.
        return False
    if run.first and units[run.first - 1].norm in _TELLING:
        return False  # told Carbon Brief that
    for n in (after, after + 1, run.first - 1):
        if 0 <= n < len(units) and "verb" in units[n].labels and not units[n].capital:
            return n != after + 1 or not units[after].mark
    return False


_TELLING = frozenset(("told", "tells", "tell", "telling", "informed"))
_WITHIN = frozenset(("at", "in", "of", "with", "from", "near"))
"""Between somebody and the house they work for."""


def _role(units: list[Unit], first: int, last: int) -> tuple[Span | None, str | None]:
    """The words of the office beside a name, and the body they speak of."""
    begin = first
    while begin > 0 and first - begin < 9:
        unit = units[begin - 1]
        if unit.mark or not (
            unit.labels & {"title", "kind", "honour"}
            or unit.body is not None
            or (unit.norm in ("of", "for") and begin > 1)
        ):
            break
        begin -= 1
    while begin < first and units[begin].norm in ("of", "for", "his", "her"):
        begin += 1
    if any("title" in unit.labels for unit in units[begin:first]):
        side = _side(units[begin:first]) or _behind(units, last)
        return Span("en", units[begin].start, units[first - 1].end), side
    if first > 1 and units[first - 1].text == "," and _phrase_before(units, first - 1):
        begin = first - 1
        while begin > 0 and first - begin < 10 and not units[begin - 1].mark:
            begin -= 1
            behind_of = begin > 0 and units[begin - 1].norm == "of"
            if units[begin].norm in ("the", "his", "her", "their", "its") and not behind_of:
                break
        return Span("en", units[begin].start, units[first - 2].end), _side(units[begin : first - 1])
    shared = _shared_role(units, first)
    if shared is not None:
        return shared
    end = last
    if last + 1 < len(units) and units[last].text == ",":
        end = last + 1
        while end < len(units) and not units[end].mark and end - last < 12:
            end += 1
        phrase = units[last + 1 : end]
        if phrase and phrase[0].norm in ("and", "or", "but", "who"):
            # Somebody else follows, or what the person does.
            return None, None
        if any("title" in unit.labels for unit in phrase[:8]) and not any(
            "verb" in unit.labels for unit in phrase[:3]
        ):
            return Span("en", phrase[0].start, phrase[-1].end), _side(phrase)
    return None, _behind(units, last)


def _behind(units: Sequence[Unit], last: int) -> str | None:
    """The body behind a name: ``Ada Rossi of Italy``."""
    of = last + 1 < len(units) and units[last].norm == "of"
    return _side(units[last + 1 : last + 2]) if of else None


def _shared_role(units: list[Unit], first: int) -> tuple[Span, str | None] | None:
    """The office of several, for the last of them: ``envoys Ada Rossi and Ben Okoro``.

    A side that stands behind each name is that one's own.
    """
    if first < 3 or units[first - 1].norm != "and":
        return None
    begin = first - 1
    while begin > 0 and first - begin < 8 and _names_another(units[begin - 1]):
        begin -= 1
    office = units[begin - 1] if begin else None
    if office is None or "title" not in office.labels or not office.norm.endswith("s"):
        return None
    role, side = _role(units, begin, begin + 1)
    return (role, side) if role is not None else None


def _names_another(unit: Unit) -> bool:
    """Whether a word may be of the name before, or of its side."""
    if unit.mark or unit.labels & {"title", "honour", "verb"}:
        return False
    return unit.capital or unit.norm == "of"


def _side(units: Iterable[Unit]) -> str | None:
    for unit in units:
        if unit.body is not None and unit.body.idea.kind != "outlet":
            return unit.body.idea.key
    return None
