"""Encounters of two sides, past or to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from wasit.language.spans import Language, Span
from wasit.press.document import Document
from wasit.press.meetings.dateline import dateline_of
from wasit.press.meetings.encounters import encounters
from wasit.press.meetings.merging import Cluster, both, cluster_of, clustered
from wasit.press.names import Names
from wasit.press.places import Place, capital_of, name_of
from wasit.press.positions.bodies import is_go_between
from wasit.press.reading import Alignment, Body, Dated, Interval, Meeting, Person
from wasit.press.talks import about_talks

__all__ = ["find_meetings"]

_CONFIDENCE = {2: 0.9, 1: 0.75, 0: 0.5}
"""By how much of place and date is told."""
_LEAD = 2
"""Up to which paragraph a report still says what it is about."""
_DAYS_OF_A_ROUND = 5
"""A range of so many days is a round that begins with the first of them."""


def find_meetings(
    document: Document, alignment: Alignment, names: Names, dates: tuple[Dated, ...]
) -> tuple[Meeting, ...]:
    """The meetings of ``document``, in the order of its first language.

    Calls by telephone, sessions of one side and what was called off are none. A round of several
    days has the date of its first day, or of its last where the first is not told.
    """
    if not about_talks(document):
        return ()
    found = {
        language: _of_language(document, language, names, dates) for language in document.languages
    }
    together = frozenset(alignment.paragraphs)
    clusters = both(found.get("ar", []), found.get("en", []), together)
    usual = _usual_sides(clusters, names)
    return tuple(_meeting(document, one, usual) for one in clusters if _is_told(one))


def _is_told(cluster: Cluster) -> bool:
    """Whether enough is told of an encounter: its place, who meets, or what it hangs on.

    A word in passing with a day beside it (*at the talks, last winter*) is none of its own.
    """
    return (
        cluster.place is not None
        or len(cluster.said) > 1
        or any(one.sides_told and one.sides for one in cluster.said)
        or cluster.status != "held"
    )


def _of_language(
    document: Document, language: Language, names: Names, dates: Sequence[Dated]
) -> list[Cluster]:
    """The meetings of one language; the one a report opens with has the place of its dateline."""
    dateline = dateline_of(document, language)
    said = encounters(document, language, names, dates, dateline)
    clusters = clustered(said)
    early = [one for one in clusters if one.first.paragraph <= 1]
    lead = next((one for one in early if one.status == "held"), early[0] if early else None)
    if lead is not None and lead.status == "held" and lead.when is None:
        lead.when = _first_date(document, language, dates)
    if dateline is not None and lead is not None and _lies_in(dateline, lead.place):
        lead.place = dateline
    if dateline is None or (lead is not None and lead.place is not None):
        return clusters
    if lead is not None and lead.status == "held":
        lead.place = dateline
    elif said and said[0].paragraph <= 1 and said[0].status == "held" and lead is None:
        first = replace(said[0], place=dateline, when=_first_date(document, language, dates))
        clusters.insert(0, cluster_of(first))
    return clusters


def _lies_in(town: Place, place: Place | None) -> bool:
    """Whether a place is but the country of a capital: Pretoria, and *in South Africa*."""
    return place is not None and place.sort == "country" and capital_of(place.key) == town.key


def _first_date(document: Document, language: Language, dates: Sequence[Dated]) -> Interval | None:
    """The first date of a report, if it is about the day it was published."""
    published = document.published
    for one in dates:
        if one.spans[0].language == language:
            near = published and abs((published - one.when.last).days) <= 2
            return one.when if near else None
    return None


def _usual_sides(clusters: Sequence[Cluster], names: Names) -> list[Person | Body]:
    """Who meets where nobody is named: the sides of a meeting the report opens with.

    Else the two named most often, hosts last.
    """
    for cluster in clusters:
        bodies_only = all(isinstance(side, Body) for side in cluster.sides)
        early = cluster.first.paragraph <= (_LEAD if bodies_only else 0)
        if len(cluster.sides) >= 2 and early:
            return cluster.sides
    spots = [one.place.span for cluster in clusters for one in cluster.said if one.place]
    counts: dict[str, int] = {}
    bodies: dict[str, Body] = {}
    hosts: set[str] = set()
    for language, mentions in names.mentions.items():
        for one in mentions:
            who = one.of
            if (
                isinstance(who, Body)
                and who.kind not in ("outlet", "sources")
                and not is_go_between(who)
            ):
                counts[who.key] = counts.get(who.key, 0) + 1
                bodies[who.key] = who
                if any(s.language == language and s.start <= one.start < s.end for s in spots):
                    hosts.add(who.key)
    most = sorted(counts, key=lambda key: (key in hosts, -counts[key]))
    return [bodies[key] for key in most[:2]]


def _meeting(document: Document, cluster: Cluster, usual: Sequence[Person | Body]) -> Meeting:
    status = cluster.status
    assert status in ("held", "planned", "conditional")
    told = (cluster.place is not None) + (cluster.when is not None)
    return Meeting(
        spans=_spans(cluster),
        confidence=_CONFIDENCE[told],
        place=_place(cluster),
        when=_beginning(cluster.when, document.published),
        status=cluster.status,  # type: ignore[arg-type]
        participants=tuple(_called(side) for side in _sides(cluster, usual)),
        duration=cluster.duration,
        hangs_on=tuple(one.hangs_on for one in cluster.said if one.hangs_on is not None)
        if status == "conditional"
        else (),
    )


def _sides(cluster: Cluster, usual: Sequence[Person | Body]) -> Sequence[Person | Body]:
    """Who meets; one named alone is not taken for both."""
    return cluster.sides if len(cluster.sides) >= 2 or not usual else usual


def _spans(cluster: Cluster) -> tuple[Span, ...]:
    spans: list[Span] = []
    for one in cluster.said:
        spans.append(one.span)
        if one.place is not None:
            spans.append(one.place.span)
    return tuple(dict.fromkeys(spans))


def _place(cluster: Cluster) -> dict[Language, str]:
    """What the place is called in each language that tells it."""
    found: dict[Language, str] = {}
    for one in cluster.said:
        place = one.place
        if place is None or (cluster.place is not None and place.key != cluster.place.key):
            continue
        name = place.names.get(one.language) or name_of(place.key, one.language)
        if name:
            found.setdefault(one.language, name)
    if cluster.place is not None:
        for language, name in cluster.place.names.items():
            found.setdefault(language, name)
    return found


def _beginning(when: Interval | None, published: date | None) -> Interval | None:
    """The first day of a round of several days; other times as they are."""
    if when is None or when.doubt == "about":
        return when
    if when.first == published and (when.last - when.first).days >= _DAYS_OF_A_ROUND:
        return None  # within two weeks: the day is not told
    if 0 < (when.last - when.first).days < _DAYS_OF_A_ROUND:
        return replace(when, last=when.first, text=when.first.isoformat())
    return when


def _called(side: Person | Body) -> str:
    if isinstance(side, Body):
        return side.key
    return side.names.get("en") or next(iter(side.names.values()), "")
