"""What the build adds: compiled catalogues, and in a wheel the examples.

For every build (wheel, sdist, editable install) each ``wasit.po`` becomes the ``wasit.mo`` beside
it, which git ignores. A wheel also carries the top-level ``examples`` as ``wasit/examples``; an
editable install finds them where they are.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def compile_catalogue(po: Path) -> Path:
    """Write the ``.mo`` beside ``po``; an error in a message stops the build and is named."""
    with po.open("rb") as file:
        catalogue = read_po(file, locale=po.parts[-3], abort_invalid=True)
    for message, errors in catalogue.check():
        if not message.fuzzy:
            raise ValueError(f"{po}:{message.lineno}: {'; '.join(map(str, errors))}")
    mo = po.with_suffix(".mo")
    with mo.open("wb") as file:
        write_mo(file, catalogue)
    return mo


class WasitBuildHook(BuildHookInterface[Any]):
    """Called by hatchling before each build."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        for po in sorted(root.glob("src/wasit/locale/*/LC_MESSAGES/wasit.po")):
            compile_catalogue(po)
        examples = root / "examples"
        if self.target_name == "wheel" and version == "standard" and examples.is_dir():
            build_data["force_include"][str(examples)] = "wasit/examples"
