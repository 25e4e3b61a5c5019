"""What holds for every file of the house. A fault found here names the file and the line."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parents[2]
PACKAGE_INDEX = {"pypi.org", "files.pythonhosted.org"}
LONGEST_FILE = 600
WRITTEN_BY_HAND = (
    ".py",
    ".md",
    ".toml",
    ".html",
    ".css",
    ".js",
    ".typ",
    ".json",
    "-sample",
    "/run",
    "/server",
    "/test",
)
# Written in two parts, so that this file does not find itself.
UNWANTED = [
    (re.compile(r"(?<![\w.-])/" + r"work/(main|shared|\.)"), "a path of somebody's machine"),
    (re.compile(r"(?<![\w.-])/" + r"(root|home/\w+)/"), "a path of somebody's machine"),
    (re.compile(r"\b(TO" + r"DO|FIX" + r"ME|X" + r"XX)\b(?!XX)"), "something left undone"),
    (re.compile(r"<<<<" + r"<<< |>>>>" + r">>> "), "a merge that was not finished"),
]
#: Other people's files, kept as they came.
NOT_OURS = ("tests/vendor/", "holdfast/web/static/", "uv.lock", "node_modules/")


def committed(*endings: str) -> list[Path]:
    """The files git knows, by their ending; without git (an unpacked archive) the files that are there."""
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.split("\n")
    names = [name for name in listed if name] or [str(path.relative_to(ROOT)) for path in ROOT.rglob("*.*")]
    ours = [name for name in names if not name.startswith(NOT_OURS)]
    return [ROOT / name for name in ours if name.endswith(endings) and (ROOT / name).is_file()]


def test_no_file_names_a_machine_or_leaves_something_undone():
    found = [
        f"{path.relative_to(ROOT)}:{number}: {why}: {line.strip()[:80]}"
        for path in committed(*WRITTEN_BY_HAND)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        for pattern, why in UNWANTED
        if pattern.search(line)
    ]

    assert found == []


def test_the_lock_file_names_no_host_but_the_package_index():
    hosts = {
        urlsplit(url).hostname for url in re.findall(r'https?://[^"\s]+', (ROOT / "uv.lock").read_text())
    }

    assert hosts <= PACKAGE_INDEX


def test_no_file_is_longer_than_a_person_reads():
    long = {
        str(path.relative_to(ROOT)): lines
        for path in committed(".py", ".html", ".sh")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST_FILE
        and "migrations" not in path.parts
    }

    assert long == {}


def test_the_rooms_import_in_their_order(monkeypatch):
    monkeypatch.chdir(ROOT)

    assert lint_imports(no_cache=True) == 0


def test_every_public_function_of_the_law_and_the_figures_says_what_it_means():
    silent = [
        f"{path.relative_to(ROOT)}: {node.name}"
        for room in ("domain", "indicators")
        for path in sorted((ROOT / "holdfast" / room).rglob("*.py"))
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
        if not ast.get_docstring(node)
    ]

    assert silent == []


def test_figures_are_expressions_and_never_sql_in_a_string():
    sql = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in sorted((ROOT / "holdfast" / "indicators").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if re.search(r"\bSELECT\b|\bFROM \w+ WHERE\b", node.value)
    ]

    assert sql == []


def test_no_decision_record_has_the_number_of_another():
    numbers = [path.name[:4] for path in sorted((ROOT / "docs" / "adr").glob("[0-9]*.md"))]

    assert numbers
    assert len(numbers) == len(set(numbers))


def test_every_setting_is_in_the_sample():
    read = {
        name
        for path in sorted((ROOT / "holdfast" / "config").glob("*.py"))
        for name in re.findall(r'(?:env\.\w+|environ\.get)\(\s*"([A-Z_]+)"', path.read_text(encoding="utf-8"))
    }
    told = set(
        re.findall(r"^#?([A-Z_]+)=", (ROOT / "dotenv-sample").read_text(encoding="utf-8"), re.MULTILINE)
    )

    assert "HOLDFAST_DATA" in read
    assert read == told
