"""Synthetic press reports, the same on every run: about 400 words in two languages, and others."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

SIDES = (("Norland", "نورلاند"), ("Sudmark", "سودمارك"), ("Estovia", "إستوفيا"))
PLACES = (("Valletta", "فاليتا"), ("Tunis", "تونس"), ("Geneva", "جنيف"), ("Muscat", "مسقط"))
FIRST = (("Ingrid", "إنغريد"), ("Karim", "كريم"), ("Marta", "مارتا"), ("Salem", "سالم"))
LAST = (("Solberg", "سولبرغ"), ("Haddad", "حداد"), ("Lindqvist", "ليندكفيست"), ("Barai", "البرعي"))

ENGLISH = (
    "{role} of {side}, {name}, met {other} in {place} on Tuesday for {n} hours, officials said.",
    '{name} told reporters that "the draft of {n} points is a fair basis for what follows".',
    "He added that {side} accepts an inspection of the ships but rejects any transfer of the pier.",
    "According to two people familiar with the talks, {n} documents were handed to {other} late "
    "on Wednesday.",
    "The plan was cut from {more} points to {n} during the round in {place}, the agency reported.",
    "{other} said about {n}% of the traffic was at stake and called for a ceasefire first.",
    "A further meeting between {name} and {other} will be held in {place} on Sunday if the "
    "capitals agree.",
    "Prices in the market rose again, and the schools opened late because of the rain.",
)
ARABIC = (
    "اجتمع {role} {side} {name} مع {other} في {place}، الثلاثاء، {n} ساعات، وفق ما قال مسؤولون.",
    "وقال {name} للصحفيين إن «المسودة المؤلفة من {n} بندًا أساس منصف لما يلي».",
    "وأضاف أن {side} تقبل تفتيش السفن لكنها ترفض أي نقل للرصيف.",
    "وبحسب شخصين مطلعين على المحادثات، سُلّمت {n} وثائق إلى {other} في وقت متأخر من الأربعاء.",
    "وقُلّصت الخطة من {more} بندًا إلى {n} خلال جولة {place}، بحسب الوكالة.",
    "وقال {other} إن نحو {n}% من حركة النقل على المحك، داعيًا إلى وقف إطلاق النار أولًا.",
    "ويُعقد اجتماع آخر بين {name} و{other} في {place} يوم الأحد إذا وافقت العاصمتان.",
    "وارتفعت الأسعار في السوق مجددًا، وتأخر فتح المدارس بسبب المطر.",
)


def reports(n: int) -> Iterator[str]:
    """``n`` reports: six in ten in both languages, three in one, one without any talks."""
    source = random.Random(n)
    for number in range(n):
        yield report(source, number % 10)


def report(source: random.Random, sort: int = 0) -> str:
    """One report. ``sort`` 0 to 5: both languages; 6, 7: English; 8: Arabic; 9: no talks."""
    head = f"date 2025-{source.randint(1, 12):02}-{source.randint(1, 28):02} "
    orders = [7] * 8 if sort == 9 else [*range(8), *source.sample(range(8), 6)]
    values = [_values(source) for _ in orders]
    english = [ENGLISH[k].format(**v[0]) for k, v in zip(orders, values, strict=True)]
    arabic = [ARABIC[k].format(**v[1]) for k, v in zip(orders, values, strict=True)]
    if sort in (6, 7):
        arabic = []
    if sort == 8:
        english = []
    return head + "\n".join([*arabic, *english]) + "\n"


def _values(source: random.Random) -> tuple[dict[str, object], dict[str, object]]:
    n = source.randint(3, 40)
    picks = [source.choice(listed) for listed in (SIDES, PLACES, FIRST, LAST, FIRST, LAST)]
    found: list[dict[str, object]] = []
    for language in (0, 1):
        side, place, first, last, other_first, other_last = (pick[language] for pick in picks)
        found.append(
            {
                "role": ("the foreign minister", "وزير خارجية")[language],
                "side": side,
                "place": place,
                "name": f"{first} {last}",
                "other": f"{other_first} {other_last}",
                "n": n,
                "more": n + source.randint(1, 9),
            }
        )
    return found[0], found[1]


def write(folder: Path, n: int) -> None:
    """``n`` reports as files."""
    for number, text in enumerate(reports(n)):
        (folder / f"{number:06}.txt").write_text(text, encoding="utf-8")
