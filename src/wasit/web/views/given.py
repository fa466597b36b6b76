"""What a form gave: its fields as text, its files as bytes, its readers as an audience."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from wasit.entries import Mistake
from wasit.entries.limits import FILE_BYTES


@dataclass(frozen=True, slots=True)
class Given:
    """The fields of one form."""

    request: HttpRequest

    @property
    def typed(self) -> dict[str, str]:
        """Every field but secrets and files, as typed, line ends as in texts."""
        fields = self.request.POST.items()
        return {
            name: str(text).replace("\r\n", "\n")
            for name, text in fields
            if name not in ("csrfmiddlewaretoken", "held", "reader", "by")
        }

    def text(self, name: str) -> str:
        """One field, without spaces around it."""
        return str(self.request.POST.get(name, "")).replace("\r\n", "\n").strip()

    def many(self, name: str) -> tuple[str, ...]:
        """All values of a field."""
        return tuple(str(one) for one in self.request.POST.getlist(name) if str(one).strip())

    def words(self, name: str) -> dict[str, str] | None:
        """Words by language: the fields ``name_en`` and ``name_ar``."""
        found = {code: self.text(f"{name}_{code}") for code in ("en", "ar")}
        return {code: text for code, text in found.items() if text} or None

    def audience(self) -> Any:
        """``all``, ``author`` or seats. Raises :class:`Mistake` where nobody was chosen."""
        chosen = self.text("audience")
        if chosen in ("all", "author"):
            return chosen
        readers = self.many("reader")
        if chosen != "some" or not readers:
            raise Mistake("nobody is chosen who may read it; expected all, this seat, or seats")
        return list(readers)

    def file(self, name: str = "file") -> tuple[str, bytes] | None:
        """The name and bytes of the file sent, or of the one sent before a preview."""
        sent = self.request.FILES.get(name)
        if sent is not None:
            data = sent.read(FILE_BYTES + 1)
            if len(data) > FILE_BYTES:
                raise Mistake(
                    "{path} is larger than {limit} bytes", path=sent.name or "", limit=FILE_BYTES
                )
            return str(sent.name or "file"), data
        held = self.text("held")
        if not held:
            return None
        try:
            return self.text("held_name") or "file", base64.b64decode(held, validate=True)
        except (binascii.Error, ValueError):
            raise Mistake("the file did not come back whole; choose it again") from None


def held(data: bytes) -> str:
    """Bytes as a hidden field carries them."""
    return base64.b64encode(data).decode()
