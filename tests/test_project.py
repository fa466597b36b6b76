"""What the project promises about its own files."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

import wasit


@pytest.fixture(scope="module")
def files(root: Path) -> list[Path]:
    """Every file that is tracked, or would be with the next commit."""
    if not (root / ".git").exists():
        pytest.skip("not a git work tree")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=root,
        check=True,
        capture_output=True,
    ).stdout.decode()
    return [path for name in listed.split("\0") if name and (path := root / name).is_file()]


def test_one_version(root):
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == wasit.__version__


def test_licence_is_apache(root):
    text = (root / "LICENSE").read_text(encoding="utf-8")
    assert text.split()[:4] == ["Apache", "License", "Version", "2.0,"]
    assert "END OF TERMS AND CONDITIONS" in text


def test_every_constraint_is_exact(root):
    lines = (root / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert pins
    assert [pin for pin in pins if not re.match(r"[a-z0-9._-]+==[0-9][^ ]*( ; .+)?$", pin)] == []


# Put together from parts, so that this file does not hold what it looks for.
FOLDERS = "|".join(["home", "root", "work", "tmp", "Users"])
HOSTS = [
    ("pypi", "org"),
    ("pythonhosted", "org"),
    ("npmjs", "org"),
    ("npmjs", "com"),
    ("debian", "org"),
]
NOT_OURS = re.compile(
    rf"(?<![\w.~-])/(?:{FOLDERS})/[\w.]|" + "|".join(rf"\b{a}\.{b}\b" for a, b in HOSTS)
)


@pytest.mark.parametrize(
    "line",
    [
        "".join(["see ", "/home", "/anna/notes"]),
        "".join(["cd ", "/work", "/x"]),
        "".join(["index-url = https://", "pypi", ".org", "/simple"]),
    ],
)
def test_the_search_finds(line):
    assert NOT_OURS.search(line)


def test_no_machine_path_and_no_registry_host(root, files):
    found = []
    for path in files:
        for number, line in enumerate(path.read_bytes().decode("utf-8", "ignore").splitlines(), 1):
            if match := NOT_OURS.search(line):
                found.append(f"{path.relative_to(root)}:{number}: {match[0]}")
    assert found == []
