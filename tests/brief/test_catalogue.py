"""The Arabic catalogue holds every message, whole."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

import wasit
from tests.cli.templates import error_templates
from wasit.locale import translations

SOURCE = Path(wasit.__file__).parent
PO = SOURCE / "locale/ar/LC_MESSAGES/wasit.po"
KEYWORDS = {"say": None, "say_n": (1, 2), "term": None, "N_": None, "gettext": None}
LATIN = re.compile("[A-Za-z]{2,}")
ERRORS = error_templates()
NAMES = re.compile(
    r"\b(pip install '?[\w\[\]]+'?|https?\S*|WASIT_\w+|EDITOR|FILE|SEAT|INSTALLED_APPS"
    r"|JSON|YAML|XML|PNG|SVG|CSV|GENIUS|NegMAS|UTF|UTC|SQLite|PostgreSQL|Django|psycopg|pg_dump"
    r"|told|reported|inferred|own|open|unacceptable|true|false|both|ar|en|uk|rules|endpoint"
    r"|body|extent|key|kind|label|prevails|ref|seats|speaker|speaker_name|to)\b"
)
"""What an error may name as it is typed."""


def catalogue() -> Catalog:
    with PO.open("rb") as file:
        return read_po(file, locale="ar")


def messages() -> list[Message]:
    return [message for message in catalogue() if message.id]


def used(room: str) -> set[str | tuple[str, ...]]:
    ways = [("**.py", "python"), ("**.html.j2", "jinja2")]
    found = extract_from_dir(SOURCE / room, ways, keywords={**KEYWORDS, "_": None})
    return {message for _, _, message, _, _ in found}


def forms(message: Message) -> tuple[str, ...]:
    texts = message.string if isinstance(message.string, tuple) else (message.string,)
    return tuple(map(str, texts))


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_every_error_of_the_code_is_in_the_catalogue() -> None:
    known = {message.id for message in messages()}
    assert sorted(error_templates() - known) == []


ROOMS = ("brief", "cli", "papers", "web")


@pytest.mark.parametrize("room", ROOMS)
def test_every_message_in_the_code_is_in_the_catalogue(room: str) -> None:
    known = {message.id for message in messages()}
    assert sorted(used(room) - known, key=str) == []


def test_the_catalogue_holds_nothing_else() -> None:
    wanted = error_templates().union(*map(used, ROOMS))
    assert [message.id for message in messages() if message.id not in wanted] == []


def test_nothing_is_fuzzy_or_empty() -> None:
    assert not [m.id for m in messages() if m.fuzzy or not all(forms(m))]


def test_plural_messages_have_six_forms() -> None:
    assert catalogue().num_plurals == 6
    assert {len(forms(m)) for m in messages() if m.pluralizable} == {6}


def test_places_to_fill_are_those_of_the_message() -> None:
    """The forms for none, one and two may leave the number out: Arabic says it in the noun."""
    for message in messages():
        many = message.id[1] if isinstance(message.id, tuple) else message.id
        for n, text in enumerate(forms(message)):
            optional = {"n"} if message.pluralizable and n < 3 else set()
            assert places(many) - optional <= places(text) <= places(many), (message.id, text)


def test_numbers_are_spelt_in_a_manner_arabic_knows() -> None:
    manners = {
        spec for m in messages() for t in forms(m) for _, _, spec, _ in Formatter().parse(t) if spec
    }
    assert manners <= {"m", "f"}


def test_arabic_is_arabic() -> None:
    """No English word stays behind, but for commands, options, and names of fields and formats."""
    for message in messages():
        for text in forms(message):
            bare = re.sub(r"\{[^}]*\}|`[^`]*`|wasit brief --html|--\w+", "", text)
            if message.id in ERRORS:
                bare = NAMES.sub("", bare)
            assert not LATIN.search(bare), text


def test_a_catalogue_that_is_not_compiled_is_compiled_when_asked_for() -> None:
    assert translations("ar").gettext("Sources") == "المصادر"
    assert translations("ar").ngettext("{n:w} hour", "{n:w} hours", 2) == "ساعتين"


ASK = "from wasit.locale import translations; print(translations('ar').gettext('Sources'))"


@pytest.mark.parametrize(
    ("in_source_tree", "changed_after", "shown"),
    [(True, True, "as written"), (True, False, "as compiled"), (False, True, "as compiled")],
)
def test_a_compiled_catalogue_that_is_behind_is_not_used_in_a_source_tree(
    in_source_tree: bool, changed_after: bool, shown: str, tmp_path: Path
) -> None:
    room = tmp_path / "src/wasit/locale"
    folder = room / "ar/LC_MESSAGES"
    folder.mkdir(parents=True)
    (tmp_path / "src/wasit/__init__.py").touch()
    shutil.copy(SOURCE / "locale/__init__.py", room)
    if in_source_tree:
        (tmp_path / "pyproject.toml").touch()
    words = {"wasit.mo": "as compiled", "wasit.po": "as written"}
    for name, write in (("wasit.mo", write_mo), ("wasit.po", write_po)):
        small = Catalog(locale="ar")
        small.add("Sources", words[name])
        with (folder / name).open("wb") as file:
            write(file, small)
    os.utime(folder / "wasit.mo", (1_000, 1_000))
    os.utime(folder / "wasit.po", (2_000, 2_000) if changed_after else (500, 500))
    places = {**os.environ, "PYTHONPATH": str(tmp_path / "src"), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-c", ASK], env=places, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == shown


def test_english_is_as_written() -> None:
    assert translations("en").gettext("Sources") == "Sources"
