"""What the wheel and the sdist carry."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import zipfile
from gettext import GNUTranslations

import pytest

PO = r"""msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : "
"n%100>=11 ? 4 : 5;\n"

msgid "what is stuck"
msgstr "ما هو عالق"

#, python-format
msgid "%(n)d point"
msgid_plural "%(n)d points"
msgstr[0] "لا نقاط"
msgstr[1] "نقطة واحدة"
msgstr[2] "نقطتان"
msgstr[3] "%(n)d نقاط"
msgstr[4] "%(n)d نقطة"
msgstr[5] "%(n)d نقطة"
"""


@pytest.fixture
def tree(root, tmp_path):
    """A small copy of the project: its build files, its top module, a catalogue, an example."""
    tree = tmp_path / "tree"
    (tree / "src/wasit").mkdir(parents=True)
    for name in ["pyproject.toml", "hatch_build.py", "LICENSE", ".gitignore"]:
        shutil.copy(root / name, tree / name)
    (tree / "README.md").write_text("# Wasit\n", encoding="utf-8")
    for name in ["__init__.py", "py.typed"]:
        shutil.copy(root / "src/wasit" / name, tree / "src/wasit" / name)
    return tree


def add_catalogue(tree, text=PO):
    po = tree / "src/wasit/locale/ar/LC_MESSAGES/wasit.po"
    po.parent.mkdir(parents=True)
    po.write_text(text, encoding="utf-8")


def build(tree, out, *targets):
    command = [sys.executable, "-m", "hatchling", "build", "--directory", str(out)]
    for target in targets:
        command += ["--target", target]
    return subprocess.run(command, cwd=tree, capture_output=True, text=True)


def names_in_wheel(out):
    (wheel,) = out.glob("*.whl")
    return set(zipfile.ZipFile(wheel).namelist())


def test_sdist_and_the_wheel_made_from_it_carry_catalogues_and_examples(tree, tmp_path):
    add_catalogue(tree)
    (tree / "examples/lake").mkdir(parents=True)
    (tree / "examples/lake/case.yaml").write_text("talks: lake\n", encoding="utf-8")

    made = build(tree, tmp_path / "out", "sdist")
    assert made.returncode == 0, made.stderr
    (sdist,) = (tmp_path / "out").glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path / "unpacked", filter="data")
    (unpacked,) = (tmp_path / "unpacked").iterdir()
    compiled = unpacked / "src/wasit/locale/ar/LC_MESSAGES/wasit.mo"
    with compiled.open("rb") as file:
        arabic = GNUTranslations(file)
    assert arabic.gettext("what is stuck") == "ما هو عالق"
    assert arabic.ngettext("%(n)d point", "%(n)d points", 2) == "نقطتان"

    made = build(unpacked, tmp_path / "wheel", "wheel")
    assert made.returncode == 0, made.stderr
    assert {
        "wasit/__init__.py",
        "wasit/py.typed",
        "wasit/locale/ar/LC_MESSAGES/wasit.mo",
        "wasit/examples/lake/case.yaml",
    } <= names_in_wheel(tmp_path / "wheel")


def test_a_project_without_catalogues_and_examples_builds(tree, tmp_path):
    made = build(tree, tmp_path / "out", "wheel")
    assert made.returncode == 0, made.stderr
    assert not [name for name in names_in_wheel(tmp_path / "out") if "examples" in name]


def test_a_message_with_a_wrong_placeholder_stops_the_build_and_is_named(tree, tmp_path):
    add_catalogue(tree, PO.replace('msgstr[3] "%(n)d', 'msgstr[3] "%(m)d'))
    made = build(tree, tmp_path / "out", "wheel")
    assert made.returncode != 0
    assert "wasit.po:11: unknown named placeholder" in made.stderr
