"""References to numbered texts: ``points 3 and 4``, ``Article 3(b)``, ``المادتين 3 و4``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wasit.language.folding import folded as folded_word
from wasit.text.concord.reading import Found, Reader, Value
from wasit.text.concord.terms import reference_nouns, unit_at
from wasit.text.numbering import ABJAD, ORDINALS, roman_value

_JOINTS = frozenset({",", "،", "and", "or", "to", "-", "–", "و", "او", "الي"})
_LETTERS = {
    "الف": "a",
    "باء": "b",
    "جيم": "c",
    "دال": "d",
    "هاء": "e",
    "واو": "f",
    "زاي": "g",
    "حاء": "h",
    "طاء": "i",
}
_ENGLISH = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_DECIMAL = re.compile(r"\d{1,5}(?:\.\d{1,3})*")


class References(Reader):
    """Finds references in a list of tokens."""

    def at(self, n: int) -> Iterator[Found]:
        """The references that begin with the noun at ``n``, one for each number."""
        if self.kind(n) != "word":
            return
        nouns = reference_nouns(self.language)
        if not any(form in nouns for form in self.forms(n)):
            yield from self._before_noun(n, nouns)
            return
        at = n + 1
        at += self.norm(at) == "من" and self.kind(at + 1) == "number"
        at += self.norm(at) in ("الفرعيه", "الفرعيتين", "الفرعيتان")
        if self.norm(at) in ("no", "nos", "رقم", "number"):
            at += 1 + (self.norm(at + 1) == ".")
        first = n
        while key := self._key(at):
            values, behind = key
            for value in values:
                yield Found("reference", value, first, behind, raw=_raw(value))
            if self.norm(behind) not in _JOINTS and not self._joined(behind):
                return
            at = behind if self._joined(behind) else behind + 1
            first = at
            if not self._goes_on(at):
                return

    def _joined(self, n: int) -> bool:
        """Whether the next number is joined on by ``و``: ``المادتين الثالثة والرابعة``."""
        return self.language == "ar" and self.norm(n).startswith("و") and self._key(n) is not None

    def _goes_on(self, n: int) -> bool:
        """Whether the list goes on with the number at ``n``: no ``point 7, 30 days``."""
        key = self._key(n)
        if key is None:
            return False
        behind = key[1]
        if unit_at(self.tokens, behind, self.language):
            return False
        follows = self.kind(behind)
        if self.norm(n - 1) in ("،", ",", "و") and follows == "word":
            return self.norm(behind) in _JOINTS or self._small(behind)
        return True

    def _small(self, n: int) -> bool:
        return self.norm(n) in (
            "of",
            "above",
            "below",
            "are",
            "is",
            "shall",
            "من",
            "اعلاه",
            "ادناه",
        )

    def _before_noun(self, n: int, nouns: frozenset[str]) -> Iterator[Found]:
        """``the first paragraph``."""
        if self.language == "en" and self.norm(n) in ORDINALS and self.norm(n + 1) in nouns:
            if self.norm(n + 1) in ("party", "part", "principle"):
                return
            value = (("reference", str(ORDINALS[self.norm(n)])),)
            yield Found("reference", value, n, n + 2, raw=_raw(value))

    def _key(self, n: int) -> tuple[list[tuple[Value, ...]], int] | None:
        """The numbers of the reference at ``n``, each with all it may mean; the token behind."""
        found = self._one(n)
        if found is None:
            return None
        values, behind = found
        keys = [values]
        while self.norm(behind) == "(" and self.norm(behind + 2) == ")":
            inner = self._letter(behind + 1)
            if inner is None or len(self.text(behind + 1)) > 3:
                break
            keys.append(inner)
            behind += 3
        return keys, behind

    def _one(self, n: int) -> tuple[tuple[Value, ...], int] | None:
        if self.norm(n) == "(" and self.norm(n + 2) == ")":
            inner = self._letter(n + 1)
            return (inner, n + 3) if inner else None
        text = self.norm(n)
        if self.kind(n) == "number":
            if not _DECIMAL.fullmatch(text):
                return None
            return (("reference", text),), n + 1
        if self.kind(n) != "word":
            return None
        if self.language == "ar":
            return self._arabic(n)
        if text in _ENGLISH:
            return (("reference", str(_ENGLISH.index(text) + 1)),), n + 1
        if self.tokens[n].capital and len(text) <= 6 and self.text(n).isupper():
            letter = self._letter(n)
            return (letter, n + 1) if letter else None
        return None

    def _arabic(self, n: int) -> tuple[tuple[Value, ...], int] | None:
        spelt = self.numeral(n)
        if spelt and spelt.sort == "ordinal" and any(f.startswith("ال") for f in self.forms(n)):
            return (("reference", str(int(spelt.low))),), spelt.behind
        for form in self.forms(n):
            if not (form.startswith("ال") or form.endswith("ا") or form in ORDINALS):
                continue
            for length in (2, 1):
                words = f"{form} {self.norm(n + 1)}" if length == 2 else form
                value = ORDINALS.get(words)
                if value:
                    return (("reference", str(value)),), n + length
        if self.norm(n) in _LETTERS and self.norm(n + 1) not in ("دولار",):
            return (("reference", _LETTERS[self.norm(n)]),), n + 1
        return None

    def _letter(self, n: int) -> tuple[Value, ...] | None:
        """What a lone letter, number or Roman number may mean."""
        text = self.norm(n)
        if self.kind(n) == "number":
            return (("reference", text),) if text.isdigit() and len(text) <= 3 else None
        bare = text if len(text) == 1 else folded_word(self.text(n))
        if self.language == "ar":
            if len(bare) == 1 and bare in ABJAD:
                return (("reference", chr(ord("a") + ABJAD.index(bare))),) if bare else None
            return None
        found: list[Value] = []
        if len(text) == 1:
            found.append(("reference", text))
        if roman_value(text):
            found.append(("reference", str(roman_value(text))))
        return tuple(found) or None


def _raw(values: tuple[Value, ...]) -> tuple[float, ...]:
    return tuple(float(str(v[1])) for v in values if str(v[1]).isdigit())
