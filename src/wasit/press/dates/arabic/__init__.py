"""Expressions of time in Arabic."""

from __future__ import annotations

from wasit.press.dates import common
from wasit.press.dates.arabic.days import ago, ahead, day_named
from wasit.press.dates.arabic.months import by_ordinal, month_alone, numbered
from wasit.press.dates.arabic.spans import (
    bare_year,
    decade,
    far_week,
    part_of_span,
    period,
    quarter,
    season,
    year_named,
)
from wasit.press.dates.scene import Read, Scene
from wasit.press.dates.words import begins

_DEFINITE = ("ال", "لل", "بال", "وال")


def may_begin(norm: str) -> bool:
    """Whether an expression of time may begin with a folded word: ``الثالث`` may be of a month."""
    return begins(norm, "ar") or norm.startswith(_DEFINITE)


def read(scene: Scene, n: int) -> list[Read]:
    """The expressions that begin at token ``n``."""
    token = scene.tokens[n]
    if token.kind == "number":
        one = common.figures(scene, n)
        return [one] if one else numbered(scene, n) or bare_year(scene, n)
    if token.kind != "word":
        return []
    if not begins(token.norm, "ar"):
        return by_ordinal(scene, n) if token.norm.startswith(_DEFINITE) else []
    one = (
        day_named(scene, n)
        or part_of_span(scene, n)
        or ago(scene, n)
        or ahead(scene, n)
        or quarter(scene, n)
        or decade(scene, n)
        or month_alone(scene, n)
        or season(scene, n)
        or far_week(scene, n)
        or period(scene, n)
        or year_named(scene, n)
    )
    if one is None and token.norm.startswith(_DEFINITE):
        return by_ordinal(scene, n)
    return [one] if one else []
