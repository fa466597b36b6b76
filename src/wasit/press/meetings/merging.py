"""What several sentences say of one encounter, made one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from wasit.press.meetings.scene import Encounter
from wasit.press.places import Place, capital_of
from wasit.press.reading import Body, Interval, Person

_MOST = 100
"""How many encounters of one report are told apart; each is compared with all before."""
_NEAR = 4
"""How many sentences on a definite noun (*the meeting*) may add a place or date."""


@dataclass(slots=True)
class Cluster:
    """One encounter with all that is said of it, in one language or both."""

    said: list[Encounter]
    place: Place | None = None
    when: Interval | None = None
    duration: str | None = None
    ordinal: int | None = None
    sides: list[Person | Body] = field(default_factory=list)

    @property
    def first(self) -> Encounter:
        """Where it is first spoken of."""
        return self.said[0]

    @property
    def status(self) -> str:
        """What was told of it, before what was only assumed."""
        told = [one.status for one in self.said if one.told]
        return told[0] if told else self.first.status

    @property
    def names(self) -> frozenset[str]:
        """Whom the sides speak for, to tell one pair from another."""
        return frozenset(_side(one) for one in self.sides)

    def add(self, one: Encounter) -> None:
        """Take in what another sentence says of it."""
        self.said.append(one)
        sides = one.sides if one.sides_told and len(one.sides) > 1 else ()
        self._learn(one.place, one.when, one.duration, one.ordinal, sides)

    def join(self, other: Cluster) -> None:
        """Take in what the other language says of it."""
        self.said += other.said
        self._learn(other.place, other.when, other.duration, other.ordinal, tuple(other.sides))

    def _learn(
        self,
        place: Place | None,
        when: Interval | None,
        duration: str | None,
        ordinal: int | None,
        sides: Sequence[Person | Body],
    ) -> None:
        if self.place is None or (place is not None and _is_in(place, self.place)):
            self.place = place or self.place
        if self.when is None or (when and _within(when, self.when)):
            self.when = when or self.when
        self.duration = self.duration or duration
        self.ordinal = self.ordinal or ordinal
        if not self.sides:
            self.sides = list(sides)
        elif all(isinstance(one, Person) for one in self.sides):
            self.sides += [
                one for one in sides if isinstance(one, Person) and one not in self.sides
            ]


def _is_in(place: Place, known: Place) -> bool:
    """Whether a place tells better where what is known is: its city, a town in a country."""
    return place.key == known.city or (known.sort == "country" and place.sort != "country")


def cluster_of(one: Encounter) -> Cluster:
    """A cluster of one sentence."""
    return Cluster([one], one.place, one.when, one.duration, one.ordinal, list(one.sides))


def _side(one: Person | Body) -> str:
    if isinstance(one, Body):
        return one.key
    return next(iter(one.names.values())) if one.names else ""


def _within(a: Interval, b: Interval) -> bool:
    return b.first <= a.first and a.last <= b.last and (a.first, a.last) != (b.first, b.last)


def clustered(found: Sequence[Encounter]) -> list[Cluster]:
    """The encounters of one language, one cluster each, in the order of the text."""
    clusters: list[Cluster] = []
    loose: list[Encounter] = []
    for one in found:
        if len(clusters) >= _MOST:
            break
        home = _home(one, clusters)
        if home is not None:
            home.add(one)
        elif _stands_alone(one):
            cluster = cluster_of(one)
            for before in [lost for lost in loose if _belongs(lost, cluster) > 0]:
                cluster.add(before)
                loose.remove(before)
            clusters.append(cluster)
        else:
            loose.append(one)
    return clusters


def _stands_alone(one: Encounter) -> bool:
    """Whether a sentence tells enough for an entry of its own."""
    two = len(one.sides) >= 2 or one.unnamed_sides
    single = one.sort in ("one", "signing")
    if one.place is not None:
        told = one.when is not None or one.status != "held"
        return two or told or single or one.sort == "process"
    if one.when is not None:
        told = one.told and one.status != "held" and (one.sort != "process" or one.begins)
        return (
            two
            or told
            or one.plural
            or (one.sort != "met" and (one.fresh or one.ordinal is not None or not one.definite))
        )
    if one.status == "held":
        return False
    if single and (one.fresh or one.ordinal is not None):
        return True
    if one.sort == "signing":
        return one.status == "conditional" and not one.is_the_condition
    if one.told and one.sides_told and any(isinstance(side, Person) for side in one.sides):
        return one.sort == "met" or single  # she is ready to meet him; the summit with him
    return len(one.sides) >= 2 and (
        one.sort == "met" or (single and (one.sides_told or not one.definite))
    )


def _home(one: Encounter, clusters: Sequence[Cluster]) -> Cluster | None:
    """The encounter already told that a sentence speaks of; the best match, else None."""
    best: tuple[float, int] | None = None
    for n, cluster in enumerate(clusters):
        score = _belongs(one, cluster)
        if score > 0 and (best is None or score > best[0]):
            best = score, n
    return clusters[best[1]] if best else None


def _belongs(one: Encounter, cluster: Cluster) -> float:
    """How well a sentence fits an encounter; 0 where it cannot be of it."""
    place = same_place(one.place, cluster.place)
    time = same_time(one.when, cluster.when)
    if one.place and cluster.place and place == 0 and one.order == cluster.said[-1].order:
        return 0  # a town and a country told in one breath are two places
    if place < 0 or time < 0 or (one.fresh and one.order != cluster.first.order):
        ahead = one.status != "held" and cluster.status != "held"
        if place > 0 and time == 0 and ahead and not (one.ordinal and cluster.ordinal):
            return 2  # of one coming round at one place two things are told
        return 0 if not (place > 0 and time > 0) else 3
    if one.ordinal and cluster.ordinal and one.ordinal != cluster.ordinal:
        return 0
    if (one.sort == "signing") != (cluster.first.sort == "signing"):
        return 0
    if (one.status == "held") != (cluster.status == "held") and not (place > 0 and time > 0):
        return 0
    if one.sort == "one" and not one.definite and time == 0 and one.status != cluster.status:
        return 0  # talks will be held there, a summit may
    shared = _shared(one, cluster)
    if shared < 0 and not place > 0:
        return 0
    score = 1.0 * place + 1.0 * time + 0.5 * max(shared, 0)
    if score > 0:
        if time == 0 and place == 0 and one.concrete and cluster.place and cluster.when:
            return 0
        return score
    if not one.concrete and one.definite:
        return 0.3
    bare = cluster.place is None and cluster.when is None
    if not one.concrete and bare and one.sort == cluster.first.sort == "signing":
        return 0.3
    if not one.concrete and one.order == cluster.said[-1].order:
        return 0.3
    if (
        one.definite
        and one.order - cluster.said[-1].order <= _NEAR
        and cluster.status == one.status
    ):
        missing = one.when is not None and cluster.when is None
        missing = missing or (one.place is not None and cluster.place is None)
        if missing and not (one.place is not None and cluster.status == "conditional"):
            return 0.2
    return 0


def same_place(a: Place | None, b: Place | None) -> int:
    """1 the same, 0 not told, -1 another."""
    if a is None or b is None:
        return 0
    if (a.sort == "country") != (b.sort == "country"):
        country, town = (a, b) if a.sort == "country" else (b, a)
        # A town may lie in that country; its capital does.
        return int((town.city or town.key) == capital_of(country.key))
    if {a.sort, b.sort} == {"house", "city"} and not (a.city or b.city):
        return 0  # the ministry may be in that city
    keys = {a.key, a.city or a.key}
    return 1 if keys & {b.key, b.city or b.key} else -1


def same_time(a: Interval | None, b: Interval | None) -> int:
    """1 where one lies within the other, 0 not told, -1 apart."""
    if a is None or b is None:
        return 0
    return 1 if a.first <= b.last and b.first <= a.last else -1


def _shared(one: Encounter, cluster: Cluster) -> int:
    """1 where somebody takes part in both, -1 where both name others, 0 where not told."""
    mine = frozenset(_side(side) for side in one.sides)
    if not one.sides_told or len(mine) < 2 or len(cluster.names) < 2:
        return 0
    return 1 if len(mine & cluster.names) >= 2 else -1 if not mine <= cluster.names else 0


def both(
    arabic: Sequence[Cluster], english: Sequence[Cluster], together: frozenset[tuple[int, int]]
) -> list[Cluster]:
    """The encounters of both languages, one where both tell of the same."""
    options = [
        (_likeness(a, e, together), i, j)
        for i, a in enumerate(arabic)
        for j, e in enumerate(english)
    ]
    options.sort(key=lambda option: (-option[0], option[1], option[2]))
    partner: dict[int, int] = {}
    for score, i, j in options:
        if score > 0 and i not in partner and j not in partner.values():
            partner[i] = j
    for i, j in partner.items():
        english[j].join(arabic[i])
    return [english[partner[i]] if i in partner else a for i, a in enumerate(arabic)] + [
        e for j, e in enumerate(english) if j not in partner.values()
    ]


def _may_translate(a: Place | None, e: Place | None) -> bool:
    """Whether two names may be one place for all that is known: a house, a town of no list."""
    return any(place is not None and place.sort in ("told", "house") for place in (a, e))


def _neighbours(a: Interval | None, b: Interval | None) -> bool:
    if a is None or b is None:
        return False
    return min(abs((a.first - b.last).days), abs((b.first - a.last).days)) <= 1


def _likeness(a: Cluster, e: Cluster, together: frozenset[tuple[int, int]]) -> float:
    beside = bool(together) and any(
        (x.paragraph, y.paragraph) in together for x in a.said for y in e.said
    )
    place, time = same_place(a.place, e.place), same_time(a.when, e.when)
    if place < 0 and not (beside and _may_translate(a.place, e.place)):
        return 0
    same = place > 0 and a.ordinal is not None and a.ordinal == e.ordinal
    if time < 0 and (beside or same) and _neighbours(a.when, e.when):
        time = 0  # one version tells the first day, the other the last
    if time < 0 or (a.status == "held") != (e.status == "held"):
        return 0
    if (a.first.sort == "signing") != (e.first.sort == "signing"):
        return 0
    return max(place, 0) + time + 1.5 * beside
