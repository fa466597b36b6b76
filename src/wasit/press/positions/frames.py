"""The words by which a sentence takes a stand: which, of what polarity, and where."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from wasit.language.tokens import Token
from wasit.press.cues import Cue
from wasit.press.positions.scene import Scene
from wasit.press.positions.vocabulary import ABOUT_BEFORE, LINK
from wasit.press.reading import Stance

_SORTS = ("phrases", "predicates", "verbs", "nouns", "weak", "must", "refusals", "modals")
"""In order: of two as long at one place the first is taken."""
_STANCES: dict[str, Stance] = {
    "demands": "demands",
    "must": "demands",
    "rejects": "rejects",
    "refuse": "rejects",
    "accepts": "accepts",
    "open": "open",
    "may": "open",
    "conditional": "conditional",
}
_NEGATED: dict[Stance, Stance | None] = {
    "accepts": "rejects",
    "rejects": "open",
    "demands": None,
    "open": "rejects",
    "conditional": None,
}
_DETERMINERS = frozenset(
    (
        *("the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their", "our"),
        *("any", "no", "of", "main", "key", "latest", "first", "new", "in", "on", "under", "two"),
        *("three", "such", "initial", "original", "joint", "final", "last", "own", "each", "every"),
        *("some", "other", "with", "for", "by"),
    )
)
_NOUNS_TOO = frozenset(
    (
        *("demand", "demands", "request", "requests", "offer", "offers", "claim", "claims"),
        *("veto", "block", "support", "favour", "favor", "need", "needs", "appeal", "resist"),
        *("wants", "want", "sign", "back", "contest", "fight", "table", "float", "promise"),
        *("pledge", "ban", "bar", "release", "delay", "expect", "press", "condition", "link"),
        *("links", "ties", "tie", "condition", "conditions", "blocks", "delays", "promises"),
    )
)
_PASSIVE = frozenset(("was", "were", "been", "being", "is", "are", "be", "get", "got"))
_REDUCED = frozenset(("in", "at", "last", "between", "earlier", "this", "by", "since", "under"))
_WITH = ("برفض", "بقبول", "لرفض", "لقبول", "بطلب", "لطلب", "بعرض", "وبرفض", "ولرفض")
_WHO = frozenset(("that", "which", "who"))


_LINK = 9
"""How far behind an Arabic verb its preposition may stand."""


class Hit(NamedTuple):
    """A word or phrase of stance."""

    sort: str
    stance: Stance
    first: int
    behind: int
    before: bool = False
    """Whether the issue stands before it."""
    by: int | None = None
    """Where *by* stands behind a passive."""
    link: int | None = None
    """Where the preposition of an Arabic verb stands."""


def hits_of(scene: Scene) -> list[Hit]:
    """The words of stance of a sentence in order; none overlap."""
    found = [cue for sort in _SORTS for cue in scene.of(sort)]
    found.sort(key=lambda cue: (cue.first, cue.first - cue.behind, _SORTS.index(cue.sort)))
    apart: list[Cue] = []
    for cue in found:
        if apart and cue.first < apart[-1].behind:
            continue
        apart.append(cue)
    hits: list[Hit] = []
    for cue in apart:
        hit = _hit(scene, cue)
        if hit is None:
            continue
        if hits and hit.first == hits[-1].link:
            continue  # sees no objection to: one word of stance
        if hits and _leads(hits[-1], hit):
            hits.pop()
        hits.append(hit)
    return _nested(scene, hits)


def _leads(modal: Hit, hit: Hit) -> bool:
    """Whether a modal is but that of the next verb of stance: *would refuse*."""
    if modal.sort not in ("refusals", "modals") or hit.first - modal.behind > 1:
        return False
    return modal.sort == "modals" or hit.sort not in ("refusals", "modals")


def _hit(scene: Scene, cue: Cue) -> Hit | None:
    tokens = scene.tokens
    idea, _, link = cue.idea.partition(LINK)
    stance = _turned(scene, cue, _STANCES[idea.removesuffix(ABOUT_BEFORE)])
    linked = _link_at(tokens, cue, link) if link else None
    if stance is None or (link and linked is None) or not _stands(scene, cue):
        return None
    if mute(scene, cue, stance):
        return None
    by = None
    if scene.language == "en" and cue.sort in ("verbs", "weak"):
        if cue.behind < len(tokens) and tokens[cue.behind].norm == "by":
            by = cue.behind
        elif _passive(tokens, cue, stance):
            return None
    sort = cue.sort
    if scene.language == "ar" and sort == "verbs" and tokens[cue.first].norm.startswith(_WITH):
        sort = "nouns"  # by the refusal of
    before = by is not None or _is_about_before(scene, cue, stance)
    return Hit(sort, stance, cue.first, cue.behind, before, by, linked)


def _turned(scene: Scene, cue: Cue, stance: Stance) -> Stance | None:
    """The stance, turned around by a *not* right before it; None where it is no stance then."""
    negated = _negation(scene, cue)
    if negated == "failed":
        return None
    if not negated or cue.sort in ("refusals", "modals", "phrases"):
        return stance
    if cue.sort == "must":
        return "rejects"
    # Without agreement: nobody refuses.
    return None if cue.sort == "nouns" else _NEGATED[stance]


def _link_at(tokens: Sequence[Token], cue: Cue, link: str) -> int | None:
    """Where the preposition of an Arabic verb stands."""
    near = range(cue.behind, min(cue.behind + _LINK, len(tokens)))
    return next((n for n in near if tokens[n].norm == link), None)


def _stands(scene: Scene, cue: Cue) -> bool:
    """Whether a word is used as the verb it looks like."""
    tokens = scene.tokens
    norm = tokens[cue.first].norm
    verb = cue.sort in ("verbs", "weak")
    if scene.language == "en":
        if cue.sort in ("modals", "refusals"):
            return tokens[cue.first - 1].norm not in _WHO  # a clause that would raise it
        return not verb or _is_verb(tokens, cue)
    if tokens[cue.behind - 1].norm in ("المقابل", "بالمقابل"):
        return False  # on the other hand
    if verb and (_owned(scene, cue) or norm.startswith(("ال", "وال", "لل", "فال"))):
        return False
    # قبل is before, unless a side follows: accepted.
    return norm != "قبل" or any(first == cue.behind for first, _, _ in scene.actors)


def _passive(tokens: Sequence[Token], cue: Cue, stance: Stance) -> bool:
    """Whether nobody is said to do it: *was rejected*, *a truce agreed in* May."""
    norm = tokens[cue.first].norm
    near = tokens[max(cue.first - 2, 0) : cue.first]
    if any(token.norm in _PASSIVE for token in near) and norm.endswith(("ed", "en", "own")):
        return True
    after = tokens[cue.behind].norm if cue.behind < len(tokens) else ""
    return after in _REDUCED and stance == "accepts" and norm.endswith("ed")


def _is_about_before(scene: Scene, cue: Cue, stance: Stance) -> bool:
    """Whether what a word is about was named before it."""
    if cue.sort == "predicates":
        return True
    if cue.idea.endswith(ABOUT_BEFORE):
        return not _masdar(scene.tokens, cue)
    if cue.sort == "phrases" and stance == "rejects" and scene.language == "en":
        middle = {token.norm for token in scene.tokens[cue.first + 1 : cue.behind]}
        return bool(middle & {"it", "that", "them", "this"})  # turned that down
    return False


def _masdar(tokens: Sequence[Token], cue: Cue) -> bool:
    """Whether تمسكها is *its insistence on* what follows, not *held it*."""
    if cue.behind >= len(tokens):
        return False
    after = tokens[cue.behind]
    if after.kind != "word" or after.norm in ("قبل", "بعد", "حتي", "منذ", "الا", "من", "في"):
        return False
    told = tokens[cue.first - 1].norm if cue.first else ""
    return told in _TOLD or after.norm.startswith(("بال", "لل", "علي", "الي", "اي", "ب"))


_TOLD = frozenset(
    (
        *("موكدا", "موكده", "اكد", "اكدت", "جدد", "جددت", "مجددا", "اعلن", "اعلنت", "معلنا", "عن"),
        *("ابدي", "ابدت", "معلنه", "موضحا", "كرر", "كررت", "علي", "رغم", "سجل", "سجلت", "ابلغ"),
    )
)


def _owned(scene: Scene, cue: Cue) -> bool:
    """Whether an Arabic participle is a noun with its owner: مطالبه, his demands."""
    word = scene.tokens[cue.first].norm
    if not word.endswith(("ه", "ها")) or word.startswith(("ي", "ت", "و")) or cue.first == 0:
        return False
    if cue.idea.endswith(ABOUT_BEFORE):
        return False
    before = scene.tokens[cue.first - 1]
    actor = any(behind == cue.first for _, behind, _ in scene.actors)
    return before.kind == "word" and not actor and before.norm not in ("ان", "كانت", "انها")


def _is_verb(tokens: Sequence[Token], cue: Cue) -> bool:
    """Whether an English word is a verb here: not *the demand*, *an agreed text*."""
    if cue.first == 0:
        return tokens[0].norm.endswith("ing")
    before = tokens[cue.first - 1]
    word = tokens[cue.first].norm
    if before.norm in _DETERMINERS or before.kind == "number" or before.text in ("'", "’"):
        return False
    if before.norm.endswith(("'s", "’s")) and not word.endswith(("ing", "ed", "s")):
        return False
    return not (word in _NOUNS_TOO and before.norm.endswith(("'s", "’s", "s'")))


def mute(scene: Scene, cue: Cue, stance: Stance) -> bool:
    """Whether somebody only declines to say something: *declined to comment*."""
    if stance != "rejects":
        return False
    at = next(
        (behind for first, behind, _ in scene.actors if 0 <= first - cue.behind <= 1), cue.behind
    )
    while at < len(scene.tokens) and scene.tokens[at].norm in ("to", "be", "any", "all", "both"):
        at += 1
    reach = 1 if scene.language == "en" else 2
    for one in scene.of("mute"):
        if cue.behind <= one.first <= at + reach - 1:
            return scene.language == "ar" or any(
                token.norm == "to" for token in scene.tokens[cue.first : one.first]
            )
    return False


def _negation(scene: Scene, cue: Cue) -> str | None:
    """What turns a verb around, right before it."""
    if scene.language == "en" and scene.tokens[cue.first - 1].norm == "to" and cue.first > 1:
        near = scene.tokens[max(cue.first - 7, 0) : cue.first - 1]
        if any(token.norm in _FAILED for token in near):
            return "failed"
    for word in scene.of("negations"):
        if word.first < cue.first and 0 <= cue.first - word.behind <= 1:
            return word.idea
    return None


_FAILED = frozenset(("failed", "fails", "fail", "failing", "unable", "failure"))


def _nested(scene: Scene, hits: list[Hit]) -> list[Hit]:
    """Without what depends on another: *refused to accept* is one, *wants B to accept* as well."""
    kept: list[Hit] = []
    for hit in hits:
        outer = kept[-1] if kept else None
        how = _dependence(scene, outer, hit) if outer is not None else None
        if outer is not None and how == "one":
            stance = _combined(outer.stance, hit.stance)
            kept[-1] = outer._replace(stance=stance, behind=hit.behind)
        elif how is None:
            kept.append(hit)
    return kept


def _controlled(scene: Scene, hit: Hit) -> bool:
    """Whether somebody is to do it at another's wish: convince *Putin to accept*."""
    n = hit.first - 1
    while n > 0 and scene.tokens[n].norm in ("to", "not"):
        n -= 1
    return any(first <= n < behind for first, behind, _ in scene.actors)


def _dependence(scene: Scene, outer: Hit, hit: Hit) -> Literal["one", "part"] | None:
    """How a word of stance depends on the one before: one with it, a part of what it is about."""
    if scene.language == "ar":
        return "one" if hit.sort == "nouns" and hit.first == outer.behind else None
    links = [token.norm for token in scene.tokens[outer.behind : hit.first]]
    infinitive = links[-1:] == ["to"] or links[-2:] == ["to", "not"]
    infinitive = infinitive or (not links and scene.tokens[outer.behind - 1].norm == "to")
    gerund = not links and scene.tokens[hit.first].norm.endswith("ing")
    if infinitive and len(links) > 1 and _controlled(scene, hit):
        return "part"
    if not (infinitive or gerund) or len(links) > _APART:
        return None
    if len(links) <= 1 and outer.sort != "modals":
        return "one"
    return "part" if outer.stance == "demands" else None


_APART = 8
"""How many words may stand between two that depend on each other."""


def _combined(outer: Stance, inner: Stance) -> Stance:
    if outer == "rejects":
        return "open" if inner == "rejects" else "rejects"
    if inner == "rejects":
        return "rejects"
    return inner if outer == "accepts" else outer
