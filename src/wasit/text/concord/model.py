"""Where two language versions of a draft do not say the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from wasit.text.draft import Language

Kind = Literal[
    "missing_point",
    "missing_sentence",
    "bracket",
    "reference",
    "negation",
    "modality",
    "percentage",
    "date",
    "duration",
    "unit",
    "number",
    "name",
]
"""What differs; of several that fit, the first. The most serious come first."""
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """One thing that the language versions say differently, with the exact pieces of both."""

    point: str
    """The key of the point in the English text; in the Arabic where the English has none."""
    kind: Kind
    ar: str
    """The piece of the Arabic text; empty where it is missing there."""
    en: str
    """The piece of the English text; empty where it is missing there."""
    point_ar: str = ""
    """The key of the point in the Arabic text; empty where the Arabic has none."""
    only: Language | None = None
    """Of a point that one version alone has: the language of that version."""
    kept: bool = False
    """Whether the parties mean to keep it: flagged once for the whole point, behind the others."""
