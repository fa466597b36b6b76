"""Drafts changed by chance: read and compared, or refused in one line; never a crash."""

from __future__ import annotations

import random
import re

import pytest

from wasit.entries import Mistake
from wasit.text.brackets import by_seat, choices, open_brackets
from wasit.text.compare import compare, plain
from wasit.text.parse import parse
from wasit.text.redline import new_of, old_of
from wasit.text.render import render

ENGLISH = """THE FERRY
Draft of 3 May

The Parties,
Recalling their agreement of 2024,

A. Service
1. The ferry shall sail six times a day [between 06:00 and 22:00][at all hours].
2. The operator may suspend the service [RUS: for no more than two days] in a storm.
   (a) The harbour office is told beforehand;
   (b) passengers get back 50 per cent of the fare within 14 days of a claim under point 1.
      (i) Children pay nothing.
      (ii) Goods pay USD 2.5 per tonne.
3 bis. Alt 1: The quay is rebuilt. Alt 2: The quay is closed.

B. Money
4. Tolls go to a common fund:
- a third to North;
- the rest to South.

Note: this is not agreed.

| 5 | No boat shall land at the old quay | open |
| 6 | ~~The council~~ decides by 1 January 2030 | open |

Annex I - Map
1. The map is binding, unless both sides agree on another.
"""
ARABIC = """مشروع اتفاق المعدّية

أولاً: تُبحر المعدّية ست مرات في اليوم [نهاراً / ليلاً].
ثانياً: لا يجوز للشركة أن توقف الخدمة أكثر من يومين.
   أ) يُبلَّغ مكتب الميناء قبل ٢٤ ساعة؛
   ب) يسترد الركاب ٥٠٪ من الثمن خلال أسبوعين وفقاً للمادة ٣.
المادة ٣ مكرر: تُلغى الرسوم اعتباراً من ١ كانون الثاني ٢٠٣٠.
حادي عشر: [الشمال: يُعاد بناء الرصيف] [الجنوب: يُغلق الرصيف].

ملحق ١
١- الخريطة ملزمة ما لم يتفق الطرفان على غيرها.
"""
DRAFTS = (ENGLISH, ARABIC)
_ODD = (
    *("[", "]", "[[", "~~", "/", "1.", "\n", "\n\n", "\t", "(a)", "Article 3", "المادة", "\u202e"),
    *(
        "\x00",
        "٪",
        "9" * 30,
        "0/0",
        "Alt 1:",
        "|",
        "#",
        "**",
        "-",
        "لا ",
        "no ",
        "every ",
        "\ud7ff",
    ),
    *("½", "é", "’"),
)


def mutated(text: str, chance: random.Random) -> str:
    """One change: a character, a word, a line gone, twice, elsewhere, or something odd put in."""
    what = chance.randrange(8)
    if what < 2:
        at = chance.randrange(len(text) + 1)
        return text[:at] + chance.choice(_ODD) * chance.choice((1, 1, 1, 3)) + text[at:]
    if what == 2:
        at = chance.randrange(len(text))
        return text[:at] + text[at + chance.randrange(1, 9) :]
    if what == 3:
        words = re.split(r"(\s+)", text)
        first, last = sorted(chance.sample(range(len(words)), 2))
        words[first], words[last] = words[last], words[first]
        return "".join(words)
    lines = text.splitlines(keepends=True)
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    if what == 4:
        lines[one], lines[other] = lines[other], lines[one]
    elif what == 5:
        lines[one:one] = [lines[other]] * chance.randrange(1, 20)
    elif what == 6:
        del lines[one : one + chance.randrange(1, 4)]
    else:
        lines[one] = " " * chance.randrange(9) + lines[one].lstrip()
    return "".join(lines) or "\n"


def look(first: str, text: str) -> bool:
    """Whether ``text`` reads; everything is asked of it, and it is compared with ``first``."""
    said = None
    try:
        old, new = parse(first), parse(text)
        assert parse(render(new), language=new.language) == new
        found = compare(old, new)
        plain(found)
        for pair in found.pairs:
            if pair.old and pair.new:
                pieces = found.redline(pair)
                assert new_of(pieces)
                assert old_of(pieces)
        back = compare(new, old)
        assert {p.new for p in found.pairs if not p.old} == {p.old for p in back.pairs if not p.new}
        assert {p.old for p in found.pairs if not p.new} == {p.new for p in back.pairs if not p.old}
        assert {pair.change for pair in compare(new, new).pairs} <= {"kept"}
        for point in new.all():
            choices(point.words)
            open_brackets(point.words)
            by_seat(point.words)
    except Mistake as mistake:
        said = str(mistake)
    assert said is None or (said and "\n" not in said)
    return said is None


def count(times: int, seed: int) -> int:
    """How many of so many changed drafts were read."""
    chance = random.Random(seed)
    read = 0
    for _ in range(times):
        first = chance.choice(DRAFTS)
        text = first
        for _ in range(chance.choice((1, 1, 1, 2, 5))):
            text = mutated(text, chance)
        read += look(first, text)
    return read


def test_drafts_changed_by_chance_are_read_or_refused() -> None:
    assert 600 < count(1_000, 20_260_303) < 1_000


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(10))
def test_drafts_changed_by_chance_ten_thousand_times(seed: int) -> None:
    assert count(1_000, seed) > 600
