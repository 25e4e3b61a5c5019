"""What script/test adds up and says at the end: continuous integration reads its last line."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "script"


@pytest.fixture
def run_tests(monkeypatch):
    monkeypatch.syspath_prepend(SCRIPT)
    import run_tests

    yield run_tests
    for name in ("run_tests", "checks", "test_tools", "throwaway_postgres"):
        sys.modules.pop(name, None)


def test_the_last_line_adds_up_every_run(run_tests, capsys):
    tally = run_tests.Tally()
    tally.add("checks of the house", 7, 0, 0, 1.0)
    tally.add("tests, on SQLite", 100, 2, 1, 60.0)

    code = run_tests.close(tally, nothing_left_out=False)

    assert capsys.readouterr().out.splitlines()[-2:] == [
        "Left out: 0 not run, 1 skipped.",
        "107 passed, 2 failed",
    ]
    assert code == 1


def test_what_was_left_out_fails_only_where_nothing_may_be(run_tests):
    def a_run() -> run_tests.Tally:
        tally = run_tests.Tally()
        tally.add("tests, on SQLite", 100, 0, 0, 60.0)
        tally.leave_out("tests marked pdf", 4, "Java is missing. sudo apt install default-jre-headless")
        return tally

    assert run_tests.close(a_run(), nothing_left_out=False) == 0
    assert run_tests.close(a_run(), nothing_left_out=True) == 1


def test_a_run_of_no_test_is_not_a_success(run_tests):
    assert run_tests.close(run_tests.Tally(), nothing_left_out=False) == 1


def test_a_test_with_two_markers_runs_once(run_tests):
    browser = next(tool for tool in run_tests.TOOLS if tool.marker == "browser")

    assert run_tests._only(browser) == "browser and not postgres and not spark"


def test_the_numbers_come_from_the_report_of_pytest(run_tests, tmp_path):
    report = tmp_path / "report.xml"
    report.write_text(
        '<testsuites><testsuite name="pytest" tests="10" failures="1" errors="2" skipped="3"/></testsuites>'
    )

    assert run_tests._read_report(report) == (4, 3, 3)
    assert run_tests._read_report(tmp_path / "none.xml") == (0, 0, 0)


def test_a_test_that_needs_a_tool_says_so_in_its_own_file(run_tests):
    """The run of a tool's tests reads only the files that name its marker: one put on elsewhere is missed."""
    tests = Path(__file__).resolve().parents[1]
    elsewhere = [file for file in tests.rglob("*.py") if not file.name.startswith("test_")]

    for tool in run_tests.TOOLS:
        named = [file.name for file in elsewhere if f"mark.{tool.marker}" in file.read_text("utf-8")]
        assert named == []
        assert tool.marker == "postgres" or run_tests._files(tool)
