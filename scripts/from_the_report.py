"""Write docs/from-the-report.md: what became of each sentence of the report it began with.

Run from the top of the work tree: ``python scripts/from_the_report.py``. The sentences, retold,
stand in ``examples/moscow-2025/from-the-report.yaml``, the entries in ``case.yaml`` beside it; how
an entry is described is what ``wasit show`` prints for it on that day.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from wasit.brief import Language
from wasit.brief.describe.acts import KINDS
from wasit.cli.terminal import describe_entry
from wasit.entries import Entry
from wasit.entries.case import read_case
from wasit.entries.yaml import read
from wasit.record import Acting, Record, decide

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "moscow-2025"
PAGE = ROOT / "docs" / "from-the-report.md"
AT = "2025-12-03"

HEAD = f"""\
# From the report

As reported by 3 December 2025 · وفق ما نُقل حتى 3 كانون الأول/ديسمبر 2025

The example `moscow-2025` began with one press report of that day ({{url}}). This page goes through
it sentence by sentence, headings and bullets counted. For each it says, in our own words, what is
told there, which entries it became, which command shows them, and what it leaves open. What is
left open there is left open here. Entries rest on other reports too; `wasit show` names them.

Made by `scripts/from_the_report.py` from
[from-the-report.yaml](../examples/moscow-2025/from-the-report.yaml) and
[case.yaml](../examples/moscow-2025/case.yaml). To try the commands:

```sh
wasit demo
export WASIT_RECORD=wasit-demo/moscow-2025.wasit WASIT_SEAT=analyst
```

Add `--lang ar` for Arabic. `--at {AT}` stands on the day of the report; without it, `show` also
tells what came later.

<div dir="rtl" lang="ar">

بدأ المثال `moscow-2025` من تقرير صحفي واحد صدر في ذلك اليوم. تمضي هذه الصفحة فيه جملةً جملة، وتُحسب
العناوين والنقاط معها. ولكل جملة تذكر بصياغتنا ما ورد فيها، وما صارت إليه من مدخلات، والأمر الذي
يعرضها، وما تركته مفتوحًا. وما بقي مفتوحًا هناك يبقى مفتوحًا هنا. وتستند المدخلات إلى تقارير أخرى أيضًا
يذكرها الأمر `wasit show`.

</div>
"""

WORDS = {
    "en": {"shows": "Shown by", "open": "Left open"},
    "ar": {"shows": "يعرضها", "open": "بقي مفتوحًا"},
}


def sentences() -> list[dict[str, Any]]:
    """The sentences of the report as retold, in order."""
    file = EXAMPLE / "from-the-report.yaml"
    found = read(file.read_text(encoding="utf-8"), file.name).value
    assert isinstance(found, list)
    return found


@cache
def labels() -> dict[str, tuple[str, str]]:
    """Kind and label of every entry of the case that has both a ref and a label, by ref."""
    proposals = read_case((EXAMPLE / "case.yaml").read_bytes(), "case.yaml")
    named = ((p.kind, p.envelope) for p in proposals)
    return {e.ref: (kind, e.label) for kind, e in named if e.ref and e.label}


def record() -> Record:
    """The case as it stood on the day of the report."""
    draw = (f"{n:032x}" for n in count())
    acting = Acting("analyst", "f" * 32, "2026-01-01T00:00:00Z", lambda: next(draw))
    case = read_case((EXAMPLE / "case.yaml").read_bytes(), "case.yaml")
    return Record.of(decide(Record(), acting, case)).stood_on(AT)


def page() -> str:
    """The whole page."""
    known, named = record(), labels()
    report = known.named("okaz-1203", "report")
    parts = [HEAD.replace("{url}", f"<{report.body.url}>")]
    for sentence in sentences():
        entries = [_entry(known, named, ref) for ref in sentence["entries"]]
        parts.append(_sentence(known, sentence, entries))
    return "\n".join(parts)


def _entry(known: Record, named: dict[str, tuple[str, str]], ref: str) -> Entry:
    kind, label = named[ref]
    return known.named(label, kind)


def _sentence(known: Record, sentence: dict[str, Any], entries: list[Entry]) -> str:
    english = "\n".join(_in(known, sentence, entries, "en"))
    arabic = "\n".join(_in(known, sentence, entries, "ar"))
    rtl = f'<div dir="rtl" lang="ar">\n\n{arabic}\n</div>\n'
    return f"## {sentence['n']}\n\n{english}\n{rtl}"


def _in(
    known: Record, sentence: dict[str, Any], entries: list[Entry], language: str
) -> Iterator[str]:
    """A sentence in one language: retold, its entries, the command, what is open."""
    words, speaking = WORDS[language], Language(language)
    yield f"**{sentence['says'][language]}**\n"
    for entry in entries:
        kind = speaking.word(KINDS[entry.kind])
        yield f"- {kind} `{entry.label}` — {describe_entry(known, entry, language)}"
    yield f"\n{words['shows']}: `{command(sentence, language)}`\n"
    if "open" in sentence:
        yield f"{words['open']}: {sentence['open'][language]}\n"


def command(sentence: dict[str, Any], language: str) -> str:
    """The command that shows a sentence, in a language."""
    asked = str(sentence["shows"])
    return asked if language == "en" else f"{asked} --lang {language}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
