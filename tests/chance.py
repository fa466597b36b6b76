"""Random values held still: what a seat draws depends on that seat alone."""

from __future__ import annotations

import random


class SeatedChance:
    """Random bytes keyed by the acting seat and by how often it has drawn.

    An act that two records share can be given a sequence of its own: then what it draws does not
    depend either on what else its seat did before it.
    """

    def __init__(self) -> None:
        self.drawn: dict[str, int] = {}
        self.act: str | None = None

    def begin(self, act: str | None) -> None:
        """From now on draw for the act of that name, from its start; None: for the seats."""
        self.act = act
        if act is not None:
            self.drawn[f"act {act}"] = 0

    def draw(self, seat: str, size: int) -> bytes:
        whose = seat if self.act is None else f"act {self.act}"
        n = self.drawn[whose] = self.drawn.get(whose, 0) + 1
        return random.Random(f"{whose} {n}").randbytes(size)
