"""Whether what some gain is always what others lose: then every package is efficient."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from wasit.packages.exact import Scaled
from wasit.packages.rules import Terms

FINEST = 10**6
"""Weights are looked for among fractions of denominators up to this."""


def constant_sum(scaled: Scaled, terms: Terms) -> tuple[Fraction, ...] | None:
    """Positive weights of the parties under which all packages have the same sum of utilities.

    None where there are none such (or none of small denominators).
    """
    differences = [
        [x - y for x, y in zip(scaled.worth[i][o], scaled.worth[i][row[0]], strict=True)]
        for i, row in enumerate(terms.open)
        for o in row[1:]
    ]
    equal = [Fraction(1, scale) for scale in scaled.scale]
    return next(
        (
            tuple(weight * scale for weight, scale in zip(weights, scaled.scale, strict=True))
            for weights in (equal, _null(scaled, differences))
            if weights is not None and _keeps_constant(differences, weights)
        ),
        None,
    )


def _keeps_constant(differences: Sequence[Sequence[int]], weights: Sequence[Fraction]) -> bool:
    return all(
        sum((w * x for w, x in zip(weights, row, strict=True)), Fraction()) == 0
        for row in differences
    )


def _null(scaled: Scaled, differences: Sequence[Sequence[int]]) -> list[Fraction] | None:
    """Weights of the scaled sums that come nearest to it, if all are positive."""
    tops = [top or 1 for top in scaled.top]
    if not differences:
        return None
    table = np.array([[x / top for x, top in zip(row, tops, strict=True)] for row in differences])
    vector = np.linalg.svd(table)[2][-1]
    if not (abs(vector) > 1e-9).all() or len(set(np.sign(vector))) > 1:
        return None
    ratios = (vector / vector[0]).tolist()
    near = [Fraction(ratio).limit_denominator(FINEST) for ratio in ratios]
    return [ratio * tops[0] / top for ratio, top in zip(near, tops, strict=True)]
