"""What could close the gap: only where there are estimates to compute with."""

from __future__ import annotations

from wasit.brief.content import Section
from wasit.brief.view import View


def gap(view: View) -> Section | None:
    """None where the record holds no estimates that the seat may read."""
    if not view.record.of_kind("estimate"):
        return None
    # Loaded here, because every brief would wait for it else.
    from wasit.brief.gap.section import gap_section

    return gap_section(view)
