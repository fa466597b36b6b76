"""LibreOffice opens the Word files that are written, and settles their changes as Word would."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from wasit.text.draft import DraftText
from wasit.text.parse import parse
from wasit.text.word import read_docx, write_clean, write_redline

pytestmark = pytest.mark.system

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
_LIBRARY = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE library:library PUBLIC '
    '"-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">\n'
    '<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" '
    'library:readonly="false" library:passwordprotected="false">'
    '<library:element library:name="Changes"/></library:library>'
)
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Changes"
 script:language="StarBasic">
Sub Settle(source As String, command As String, target As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim document
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  Dim helper
  helper = createUnoService("com.sun.star.frame.DispatchHelper")
  helper.executeDispatch(document.CurrentController.Frame, ".uno:" &amp; command, "", 0, Array())
  Dim how(0) As New com.sun.star.beans.PropertyValue
  how(0).Name = "FilterName"
  how(0).Value = "MS Word 2007 XML"
  document.storeToURL(target, how())
  document.close(True)
End Sub
</script:module>
"""

OLD = parse(
    "THE FERRY\n\n1. The boats sail at noon from the old quay.\n   (a) large boats;\n"
    "   (b) small boats.\n2. The quay stays open for [30] days.\n3. No toll is paid.\n\n"
    "4. The list of boats is held by Kofi & Sons.\n\nSigned at the quay."
)
NEW = parse(
    "THE FERRY\n\n1. The boats sail at one from the new quay.\n   (a) large boats;\n"
    "   (b) small boats;\n   (c) rafts.\n2. A toll of 5 dinars is paid.\n"
    "3. The quay stays open for 40 days.\n\n   A second paragraph.\n4. Nothing else."
)
OLD_AR = parse(
    "العبارة\n\n1. تُبحر المراكب ظهرًا من الرصيف القديم.\n   (أ) المراكب الكبيرة؛\n"
    "   (ب) المراكب الصغيرة.\n2. يبقى الرصيف مفتوحًا [30] يومًا وفق UNMISS.\n3. لا رسم."
)
NEW_AR = parse(
    "العبارة\n\n1. تُبحر المراكب عند الواحدة من الرصيف الجديد.\n   (أ) المراكب الكبيرة؛\n"
    "2. يُدفع رسم قدره ٥ دنانير.\n3. يبقى الرصيف مفتوحًا 40 يومًا."
)

Settle = Callable[[bytes, str], bytes]


@pytest.fixture(scope="module")
def settle(program: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory) -> Settle:
    """Have LibreOffice accept or reject all changes of a file: ``settle(data, "Accept")``."""
    folder = tmp_path_factory.mktemp("office")
    office = program("soffice", "libreoffice")
    profile = folder / "profile"

    def run(*arguments: str) -> None:
        subprocess.run(
            [office, f"-env:UserInstallation={profile.as_uri()}", "--headless", *arguments],
            check=True,
            capture_output=True,
            timeout=180,
            env={"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": str(folder)},
        )

    # The profile is made by the first start, which would overwrite what is put there before.
    run("--terminate_after_init")
    basic = profile / "user/basic/Standard"
    basic.mkdir(parents=True, exist_ok=True)
    (basic / "script.xlb").write_text(_LIBRARY, encoding="utf-8")
    (basic / "Changes.xba").write_text(_MODULE, encoding="utf-8")

    def settled(data: bytes, what: str) -> bytes:
        source, target = folder / "source.docx", folder / "target.docx"
        source.write_bytes(data)
        target.unlink(missing_ok=True)
        call = f'"{source.as_uri()}","{what}AllTrackedChanges","{target.as_uri()}"'
        run(f"macro:///Standard.Changes.Settle({call})")
        return target.read_bytes()

    return settled


def words(data: bytes) -> list[str]:
    """The paragraphs that are not empty; of a file in which nothing is left to settle."""
    document = read_docx(data)
    assert document.changes == ()
    return [" ".join(p.split()) for p in document.accepted.paragraphs if p.strip()]


def clean(draft: DraftText) -> list[str]:
    return words(write_clean(draft))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (OLD, NEW),
        (NEW, OLD),
        (OLD_AR, NEW_AR),
        (NEW_AR, OLD_AR),
        (OLD, parse("9. Other.")),
        (OLD, OLD),
        (parse("1. One\n2. Two"), parse("1. One and more\n2. New\n3. Two")),
        (parse("1. One and more\n2. New\n2. Two"), parse("1. One\n2. Two")),
    ],
    ids=["english", "back", "arabic", "arabic back", "all new", "nothing", "before", "behind"],
)
def test_all_accepted_is_the_new_text_and_all_rejected_the_old(
    settle: Settle, old: DraftText, new: DraftText
) -> None:
    data = write_redline(old, new, author="Wasit", date=NOON)
    assert words(settle(data, "Accept")) == clean(new)
    assert words(settle(data, "Reject")) == clean(old)


def test_the_same_holds_of_two_columns(settle: Settle) -> None:
    data = write_redline(OLD, NEW, author="Wasit", date=NOON, beside=(OLD_AR, NEW_AR))
    for what, english, arabic in (("Accept", NEW, NEW_AR), ("Reject", OLD, OLD_AR)):
        reading = read_docx(settle(data, what)).accepted
        assert parse(reading.text("en")) == english
        assert parse(reading.text("ar")) == arabic


def test_marks_of_two_hands_and_of_a_third_are_settled(settle: Settle) -> None:
    last = parse("THE FERRY\n\n1. The boats leave at two from the new quay.\n2. A toll is paid.")
    first = write_redline(OLD, NEW, author="Ana", date=NOON)
    second = write_redline(NEW, OLD, author="Badr", date=NOON, base=first)
    third = write_redline(OLD, last, author="Chadia", date=NOON, base=second)
    assert set(read_docx(third).authors) == {"Ana", "Badr", "Chadia"}
    assert words(settle(third, "Accept")) == clean(last)
    assert words(settle(third, "Reject")) == clean(OLD)


@pytest.mark.parametrize(
    "name", ["two-authors", "deleted-inside-inserted", "moved-paragraph", "comments-and-replies"]
)
def test_real_files_read_as_libreoffice_settles_them(
    settle: Settle, shared: Path, name: str
) -> None:
    data = (shared / f"texts/docx/{name}.docx").read_bytes()
    document = read_docx(data)
    for what, reading in (("Accept", document.accepted), ("Reject", document.original)):
        settled = read_docx(settle(data, what)).accepted.paragraphs
        theirs = [p.translate(_SYMBOLS).strip() for p in settled]
        assert [p for p in theirs if p] == [p.strip() for p in reading.paragraphs if p.strip()]


_SYMBOLS = dict.fromkeys(range(0xF000, 0xF100))
"""Signs of symbol fonts: LibreOffice writes them among the words, Wasit leaves them out."""
