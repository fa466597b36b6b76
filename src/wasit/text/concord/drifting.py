"""A bilingual draft in two versions: where one language was changed and the other was not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from wasit.text.compare import Change, Comparison, KeyChange, Pair, compare, plain_pieces
from wasit.text.concord.concording import concord
from wasit.text.concord.model import Discrepancy
from wasit.text.concord.plain import plain_one
from wasit.text.concord.points import laid_out
from wasit.text.draft import DraftText, Language

_CHANGED: frozenset[Change] = frozenset({"amended", "merged", "split", "new", "dropped"})


class Versions(NamedTuple):
    """The two language versions of one draft."""

    ar: DraftText
    en: DraftText


@dataclass(frozen=True, slots=True)
class Drifted:
    """A point that was changed in one language, while the other stands as it stood."""

    point: str
    """Its key in the new English text, or in the new Arabic where that alone has it; of a point
    that was dropped, its key in the old text."""
    changed: Language
    """The language that was changed."""
    change: Change
    """What became of the point there."""
    key_changes: tuple[KeyChange, ...] = ()
    """What changed that no negotiator may miss."""
    still: tuple[Discrepancy, ...] = ()
    """Where the other language now says something else: with what it still says."""


@dataclass(frozen=True, slots=True)
class Drift:
    """How far the two languages of a draft have come apart from one version to the next."""

    drifted: tuple[Drifted, ...]
    """In the order of the new text; what was dropped stands last."""
    discrepancies: tuple[Discrepancy, ...]
    """What the new versions say differently and the old did not, the most serious first."""


def drift(old: Versions, new: Versions, kept: Iterable[str] = ()) -> Drift:
    """What came apart between two versions of a bilingual draft.

    ``kept`` names points of the new text that the parties mean to differ; they are left out.
    """
    return drift_of({"en": compare(old.en, new.en), "ar": compare(old.ar, new.ar)}, kept)


def drift_of(changes: Mapping[Language, Comparison], kept: Iterable[str] = ()) -> Drift:
    """The same where both languages, ``ar`` and ``en``, are compared already."""
    meant = frozenset(kept)
    old = Versions(changes["ar"].old, changes["en"].old)
    new = Versions(changes["ar"].new, changes["en"].new)
    known = {_said(one) for one in concord(old.ar, old.en)}
    fresh = tuple(
        one for one in concord(new.ar, new.en) if _said(one) not in known and one.point not in meant
    )
    return Drift(tuple(_drifted(changes, old, new, fresh, meant)), fresh)


def _said(one: Discrepancy) -> tuple[str, str, str]:
    """A discrepancy wherever its point has moved."""
    return one.kind, one.ar, one.en


def _drifted(
    changes: Mapping[Language, Comparison],
    old: Versions,
    new: Versions,
    fresh: Iterable[Discrepancy],
    meant: frozenset[str],
) -> Iterator[Drifted]:
    now, before = laid_out(new.en, new.ar), laid_out(old.en, old.ar)
    by_new = {language: _by_key(changes[language].pairs, new=True) for language in ("en", "ar")}
    by_old = {language: _by_key(changes[language].pairs, new=False) for language in ("en", "ar")}
    held = list(fresh)
    for en, ar in now.pairs:
        pairs = {"en": by_new["en"].get(en.key), "ar": by_new["ar"].get(ar.key)}
        found = _one_sided(pairs, changes, en.key, held, {"en": en.key, "ar": ar.key})
        if found and en.key not in meant:
            yield found
    for language, alone in (("en", now.only_en), ("ar", now.only_ar)):
        for piece in alone:
            pair = by_new[language].get(piece.key)
            if pair and pair.change in _CHANGED and piece.key not in meant:
                yield Drifted(piece.key, language, pair.change, (), _at(held, piece.key))
    for en, ar in before.pairs:
        gone = {"en": by_old["en"].get(en.key), "ar": by_old["ar"].get(ar.key)}
        for language, key in (("en", en.key), ("ar", ar.key)):
            other = gone["ar" if language == "en" else "en"]
            pair = gone[language]
            if pair and pair.change == "dropped" and other and other.change != "dropped":
                yield Drifted(key, language, "dropped")


def _one_sided(
    pairs: Mapping[Language, Pair | None],
    changes: Mapping[Language, Comparison],
    point: str,
    fresh: Iterable[Discrepancy],
    keys: Mapping[Language, str],
) -> Drifted | None:
    """The point, if one of its languages was changed in substance and the other was not."""
    changed = [language for language, pair in pairs.items() if _is_changed(pair)]
    if len(changed) != 1:
        return None
    language = changed[0]
    pair = pairs[language]
    if pair is None:
        return None
    told = changes[language].changes_of(pair)
    here = tuple(one for one in told if one.point == keys[language])
    return Drifted(point, language, pair.change, here, _at(fresh, point))


def _is_changed(pair: Pair | None) -> bool:
    return pair is not None and pair.change in _CHANGED


def _at(fresh: Iterable[Discrepancy], point: str) -> tuple[Discrepancy, ...]:
    return tuple(one for one in fresh if one.point == point)


def _by_key(pairs: Iterable[Pair], *, new: bool) -> dict[str, Pair]:
    return {key: pair for pair in pairs for key in (pair.new if new else pair.old)}


def plain_drift(found: Drift) -> dict[str, Any]:
    """A drift as plain data, for JSON."""
    return {
        "drifted": [_plain(one) for one in found.drifted],
        "discrepancies": [plain_one(one) for one in found.discrepancies],
    }


def _plain(one: Drifted) -> dict[str, Any]:
    return {
        "point": one.point,
        "changed": one.changed,
        "change": one.change,
        "key_changes": [plain_pieces(change) for change in one.key_changes],
        "still": [plain_one(found) for found in one.still],
    }
