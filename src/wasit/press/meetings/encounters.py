"""Where a text speaks of encounters, and what each sentence says of place, time and sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from wasit.language.spans import Language, Span
from wasit.language.tokens import Token
from wasit.press.cues import Cue, cues
from wasit.press.document import Document, Paragraph
from wasit.press.meetings.anchors import anchors_of, is_cancelled, is_plural
from wasit.press.meetings.dateline import named_again
from wasit.press.meetings.elliptic import elliptic, may_be_elliptic
from wasit.press.meetings.lasting import duration
from wasit.press.meetings.places_apart import without_houses
from wasit.press.meetings.scene import Encounter, Scene, telling
from wasit.press.meetings.status import is_a_name, opens_soon, status_of
from wasit.press.meetings.when import assigned_dates, judge_by_date, likeliest
from wasit.press.meetings.where import assigned_places
from wasit.press.names import Names
from wasit.press.placed import Cursor, beginning
from wasit.press.places import Place, places
from wasit.press.reading import Body, Dated, Interval, Person

_DASHES = ("-", "–", "—", ":", "ـ")
_BACK = 8
"""How far behind an encounter *there* may stand."""
_SORTS = {
    "signed": "signing", "concluded": "signing", "invited": "met", "due": "met", "spent": "met",
    "briefed": "met", "gathered": "met", "social": "met", "sat": "met",
}  # fmt: skip
_LENGTHS = frozenset(
    ("days", "day", "hours", "weeks", "months", "years", "points", "rounds", "sessions", "meetings",
     "more", "of", "other", "annexes", "documents", "papers", "pages", "minutes", "drafts", "texts")
)  # fmt: skip
"""What two of are no two sides."""
_IS = frozenset(("يكون", "تكون", "كان", "كانت", "ليس", "ليست", "يوجد", "يزال", "تزال"))
"""Before هناك it is no place: there is."""
_HYPHENED = 5
"""How far before an encounter its article may stand: *the* two-hour sitting."""
_SIDES_REACH = 14
"""How far from an encounter those who meet may be named, in words."""


def encounters(
    document: Document,
    language: Language,
    names: Names,
    dates: Sequence[Dated],
    dateline: Place | None = None,
) -> list[Encounter]:
    """The encounters of one language in the order of the text. Cost: linear.

    *Here* is the place of the ``dateline``, *there* the one last named.
    """
    finder = cues(language, "meetings")
    timed = Cursor(
        [
            (span.start, span.end, one.when)
            for one in dates
            for span in one.spans
            if span.language == language
        ]
    )
    named = Cursor([(one.start, one.end, one.of) for one in names.mentions.get(language, ())])
    found: list[Encounter] = []
    houses: dict[str, str] = {}
    last: Place | None = None
    main: Place | None = None
    told = -1
    for order, (paragraph, sentence) in enumerate(document.sentences(language)):
        tokens = beginning(sentence)
        here = finder.of(tokens)
        where = [*places(tokens, language, houses), *named_again(tokens, dateline)]
        elliptic_too = told == order - 1 and may_be_elliptic(tokens, here)
        if not elliptic_too and not any(cue.sort in ("nouns", "verbs") for cue in here):
            continue
        scene = Scene(
            language,
            tokens,
            telling(here, tokens),
            where,
            [one for one in timed.within(sentence) if not _is_start(tokens, one[0])],
            named.within(sentence),
        )
        for one in _in_sentence(scene, document, paragraph, order, told_before=told == order - 1):
            told = order
            if one.place is None and one.here:
                one.place = dateline
            if one.place is None and one.points_back and last is not None:
                same = main if main is not None and _in_the_same(tokens) else last
                one.place = replace(same, span=one.span)
            if one.place is not None and one.place.sort != "country":
                last = one.place
                main = main or last
            found.append(one)
    return found


def _in_the_same(tokens: Sequence[Token]) -> bool:
    """Whether it is where the report is about: in the *same* Swiss city, في المدينة *نفسها*."""
    return any(token.norm in ("same", "نفسها", "نفسه", "ذاتها") for token in tokens)


def _is_start(tokens: Sequence[Token], first: int) -> bool:
    """Whether a date only tells since when something has been so: *since* 1991, منذ 2014."""
    return first > 0 and tokens[first - 1].norm in ("since", "منذ")


def _in_sentence(
    scene: Scene, document: Document, paragraph: Paragraph, order: int, *, told_before: bool
) -> Iterator[Encounter]:
    anchors = list(anchors_of(scene))
    anchors += elliptic(scene, anchors, told_before)
    if not anchors:
        return
    where = assigned_places(scene, document, anchors)
    when = assigned_dates(scene, anchors, where, paragraph.index == 0)
    for n, anchor in enumerate(anchors):
        if is_cancelled(scene, anchor) or (not where[n] and _is_a_term(scene, anchor)):
            continue
        base = _encounter(scene, document, paragraph, order, anchor, anchors)
        yield from _spread(base, where[n], when[n], document)


def _is_a_term(scene: Scene, anchor: Cue) -> bool:
    """Whether an encounter is but the time until which something is to be: *before the summit*."""
    if anchor.sort != "nouns":
        return False
    before = [token.norm for token in scene.tokens[max(anchor.first - 3, 0) : anchor.first]]
    return bool(_BEFORE.intersection(before))


_BEFORE = frozenset(("before", "until", "till", "قبل", "حتي"))


def _encounter(
    scene: Scene,
    document: Document,
    paragraph: Paragraph,
    order: int,
    anchor: Cue,
    anchors: Sequence[Cue],
) -> Encounter:
    tokens = scene.tokens
    span = Span(scene.language, tokens[anchor.first].start, tokens[anchor.behind - 1].end)
    status, told, sure, condition = status_of(scene, anchor)
    before = tokens[max(anchor.first - 3, 0) : anchor.first]
    around = {cue.sort: cue for cue in scene.cues if _beside(scene, anchor, cue)}
    sides = sides_of(scene, anchor)
    return Encounter(
        scene.language,
        paragraph.index,
        order,
        span,
        _SORTS.get(anchor.idea, anchor.idea),
        status,
        definite=_definite(scene, anchor, before),
        fresh=any(
            cue.idea == "previous"
            and scene.far((anchor.first, anchor.behind), (cue.first, cue.behind)) <= 1
            for cue in scene.of("planned")
        )
        or (
            not _definite(scene, anchor, before)
            and any(
                cue.idea == "next"
                and not is_a_name(scene, cue)
                and scene.far((anchor.first, anchor.behind), (cue.first, cue.behind)) <= 3
                for cue in scene.of("planned")
            )
        ),
        plural=is_plural(scene, anchor),
        ordinal=int(around["ordinals"].idea) if "ordinals" in around else None,
        duration=duration(
            tokens, _units(scene, anchor, anchors), scene.of("length"), scene.language
        ),
        sides=sides,
        sides_told=anchor.sort == "verbs"
        or any(0 <= cue.first - anchor.behind <= 6 for cue in scene.of("between")),
        unnamed_sides=bool(scene.of("sides")) or _two_kinds(scene),
        hangs_on=condition,
        points_back=_points_back(scene, anchor),
        here=any(0 <= cue.first - anchor.behind <= _BACK for cue in scene.of("here")),
        goes_on=any(0 <= cue.first - anchor.behind <= 3 for cue in scene.of("ending")),
        sure=sure,
        told=told,
        begins=opens_soon(scene, anchor),
    )


def _two_kinds(scene: Scene) -> bool:
    """Whether two sides are told by what they are: *union* and *company*, *both* villages."""
    kinds = {cue.idea for cue in scene.of("parties")}
    if len(kinds) > 1:
        return True
    if scene.language == "ar":
        return False
    return any(
        (token.norm in ("both", "two", "rival") and scene.tokens[n + 1].norm.endswith(("s", "men")))
        or (
            token.norm in ("both", "two", "rival")
            and n + 2 < len(scene.tokens)
            and scene.tokens[n + 2].norm.endswith("s")
            and not {token.norm for token in scene.tokens[n + 1 : n + 3]} & _LENGTHS
        )
        for n, token in enumerate(scene.tokens[:-1])
        if scene.tokens[n + 1].norm not in _LENGTHS
    )


def _points_back(scene: Scene, anchor: Cue) -> bool:
    """Whether it is told to be where another was: *there*, in *the Red Sea city*."""
    if any(
        0 <= cue.first - anchor.behind <= _BACK and not _there_is(scene, cue)
        for cue in scene.of("there")
    ):
        return True
    if scene.language == "ar":
        return False
    for n in range(anchor.behind, min(anchor.behind + _BACK, len(scene.tokens) - 1)):
        if scene.tokens[n].norm in ("city", "town", "capital", "resort"):
            before = {token.norm for token in scene.tokens[anchor.behind : n]}
            return "the" in before and scene.tokens[n + 1].norm not in ("of", ",", "'s")
    return False


def _there_is(scene: Scene, cue: Cue) -> bool:
    """Whether *there* is no place: until *there is* progress."""
    before = scene.tokens[cue.first - 1].norm if cue.first else ""
    after = scene.tokens[cue.behind].norm if cue.behind < len(scene.tokens) else ""
    if scene.language == "ar":
        return after in ("ما", "من", "اي") or before.removeprefix("و") in _IS
    return after in ("is", "are", "was", "were", "will", "would", "has", "had", "can", "could")


def _units(scene: Scene, anchor: Cue, anchors: Sequence[Cue]) -> list[Cue]:
    """The units of time that stand nearer to this anchor than to any other."""

    def nearest(unit: Cue) -> Cue:
        return min(
            anchors, key=lambda one: scene.far((one.first, one.behind), (unit.first, unit.behind))
        )

    return [unit for unit in scene.of("units") if nearest(unit) == anchor]


def _beside(scene: Scene, anchor: Cue, cue: Cue) -> bool:
    return cue.sort == "ordinals" and (
        scene.far((anchor.first, anchor.behind), (cue.first, cue.behind)) <= 1
    )


def _definite(scene: Scene, anchor: Cue, before: Sequence[Token]) -> bool:
    if scene.language == "en":
        if any(token.text == "-" for token in before):
            before = scene.tokens[max(anchor.first - _HYPHENED, 0) : anchor.first]
        return any(token.norm in ("the", "their", "its", "these", "this") for token in before)
    return "ال" in scene.tokens[anchor.first].norm[:4]


def sides_of(scene: Scene, anchor: Cue) -> tuple[Person | Body, ...]:
    """Who meets: those named behind *between*, else the people around, else the bodies."""
    between = next(
        (cue for cue in scene.of("between") if 0 <= cue.first - anchor.behind <= 6), None
    )
    near: list[Person | Body] = []
    spots = {n for place in scene.places if place.at for n in range(place.first, place.behind)}
    for first, behind, who in scene.named:
        if isinstance(who, Body) and (who.kind in ("outlet", "sources") or first in spots):
            continue
        if first == 0 and behind < len(scene.tokens) and scene.tokens[behind].text in _DASHES:
            continue  # a dateline
        if between is not None and between.idea == "between":
            far = first - between.behind if first >= between.behind else _SIDES_REACH + 1
        else:
            far = min(abs(first - anchor.behind), abs(anchor.first - behind))
        if far <= _SIDES_REACH and who not in near:
            near.append(who)
    people: list[Person | Body] = [who for who in near if isinstance(who, Person)]
    if len(people) >= 2:
        return tuple(people)
    spoken_for = {who.side for who in near if isinstance(who, Person)}
    return tuple(who for who in near if isinstance(who, Person) or who.key not in spoken_for)


def _spread(
    base: Encounter,
    where: Sequence[Place],
    when: Sequence[tuple[int, Interval]],
    document: Document,
) -> Iterator[Encounter]:
    """One encounter for each place and day: in Muscat on 12 and 26 April, in Rome on 19."""
    cities = without_houses(where)
    if len(cities) > 1:
        for n, place in enumerate(cities):
            until = cities[n + 1].first if n + 1 < len(cities) else 10**9
            start = place.first if n else -1
            days = [time for at, time in when if start <= at < until]
            if not days and len(when) == 1:
                days = [when[0][1]]
            yield from _on_days(base, place, days, document)
        return
    yield from _on_days(base, cities[0] if cities else None, [time for _, time in when], document)


def _on_days(
    base: Encounter, place: Place | None, days: Sequence[Interval], document: Document
) -> Iterator[Encounter]:
    chosen = list(days) if base.plural and len(days) > 1 else likeliest(base, days, document)
    days_or_none: list[Interval | None] = [*chosen] or [None]
    for day in days_or_none:
        one = replace(base, place=place, when=day)
        judge_by_date(one, document)
        yield one
