"""Expressions of time in English."""

from __future__ import annotations

from wasit.press.dates import common
from wasit.press.dates.english.days import ago, ahead, day_named, weekday
from wasit.press.dates.english.months import day_first, month_first
from wasit.press.dates.english.spans import (
    bare_year,
    decade,
    far_week,
    part_of_span,
    quarter,
    season,
    weekend,
    which_one,
)
from wasit.press.dates.scene import Read, Scene
from wasit.press.dates.words import begins

LATER_ON = frozenset({"quarter", "q", "ago", "weekend", "half"})
"""Words without which no expression begins with a word that is not listed."""


def read(scene: Scene, n: int) -> list[Read]:
    """The expressions that begin at token ``n``."""
    token = scene.tokens[n]
    if token.kind == "number":
        one = common.figures(scene, n) or decade(scene, n) or ago(scene, n)
        return [one] if one else day_first(scene, n) or bare_year(scene, n)
    if token.kind != "word":
        return []
    if begins(token.norm, "en"):
        months = month_first(scene, n)
        if months:
            return months
        one = (
            day_named(scene, n)
            or weekday(scene, n)
            or which_one(scene, n)
            or part_of_span(scene, n)
            or far_week(scene, n)
            or ahead(scene, n)
            or season(scene, n, "", n)
        )
        if one:
            return [one]
    if scene.words.isdisjoint(LATER_ON):
        return []
    one = quarter(scene, n) or ago(scene, n) or weekend(scene, n)
    return [one] if one else []
