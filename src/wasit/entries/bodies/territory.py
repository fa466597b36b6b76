"""What is drawn on the map."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from wasit.entries.bodies.base import Body, model
from wasit.entries.errors import Mistake
from wasit.entries.links import DraftLink, IssueLink, PointRef, SeatName
from wasit.entries.words import Name, Words

Longitude = Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False)]
Latitude = Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False)]
Position = tuple[Longitude, Latitude]
"""Longitude and latitude in degrees, WGS 84, as in GeoJSON (RFC 7946)."""


@model
class MapLine(Body):
    """A boundary or area proposed or claimed; every line is somebody's, with a source."""

    kind: ClassVar[str] = "line"

    name: Name
    """What it is called."""
    shape: Literal["line", "area"] = "line"
    """An open line, or a closed area whose last position equals its first."""
    positions: tuple[Position, ...] = ()
    """Longitude and latitude in degrees, in order; empty when only words describe it."""
    words: Words | None = None
    """The line in words."""
    by: tuple[SeatName, ...] = ()
    """Whose proposal or claim it is."""
    schematic: bool = False
    """Whether it only sketches what is meant."""
    draft: DraftLink | None = None
    """The draft that describes it."""
    points: tuple[PointRef, ...] = ()
    """The points that describe it."""
    issue: IssueLink | None = None
    """The issue it belongs to."""

    def check(self) -> None:
        least = 4 if self.shape == "area" else 2
        if self.positions and len(self.positions) < least:
            raise Mistake(
                "{shape} of {n} positions; expected at least {least}",
                shape=self.shape,
                n=len(self.positions),
                least=least,
            )
        if self.shape == "area" and self.positions and self.positions[0] != self.positions[-1]:
            raise Mistake("area is not closed; expected its last position to equal its first")
        if not self.positions and not self.words:
            raise Mistake("line has neither positions nor words; expected one of them")
