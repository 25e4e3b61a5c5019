"""Run every check and every test, and close with one line that adds them all up.

    script/test                    everything
    script/test --fast             the checks and the tests that need nothing beside Python
    script/test PATH…              only these tests, straight through pytest

What this machine cannot run is said, with the line to type, and counted. With --nothing-left-out (as in
CI) it counts as a failure of the run.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, field
from pathlib import Path

from checks import CHECKS, run_checks
from test_tools import TOOLS, Tool, how_to_install, install_missing
from throwaway_postgres import postgres

ROOT = Path(__file__).resolve().parent.parent
PYTEST = [sys.executable, "-m", "pytest"]
MARKERS = [tool.marker for tool in TOOLS]
PLAIN = " and ".join(f"not {marker}" for marker in MARKERS)
#: A run that hangs is ended and counted as failed.
LONGEST_SECONDS = 30 * 60


@dataclass
class Tally:
    """What has been run so far, and what has not."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0
    not_run: int = 0
    lines: list[str] = field(default_factory=list)

    def add(self, name: str, passed: int, failed: int, skipped: int, seconds: float) -> None:
        self.passed, self.failed, self.skipped = (
            self.passed + passed,
            self.failed + failed,
            self.skipped + skipped,
        )
        also = f", {skipped} skipped" if skipped else ""
        self.lines.append(f"  {name:<28} {passed:>5} passed, {failed} failed{also}  ({seconds:.0f} s)")

    def leave_out(self, name: str, tests: int, why: str) -> None:
        self.not_run += tests
        self.lines.append(f"  {name:<28} {tests:>5} not run: {why}")


def main() -> int:
    options = _options()
    os.chdir(ROOT)
    with tempfile.TemporaryDirectory(prefix="holdfast-tests-") as folder:
        _leave_own_settings_aside(Path(folder))
        return run(options)


def run(options: argparse.Namespace) -> int:
    if options.paths:
        return subprocess.run([*PYTEST, *options.paths]).returncode
    tally = Tally()
    started = time.monotonic()
    passed, failed = run_checks()
    tally.add("checks of the house", passed, failed, 0, time.monotonic() - started)
    if options.fast:
        run_pytest(tally, "tests, on SQLite", [*_in_parallel(), "-m", PLAIN])
    else:
        run_everything(tally)
    return close(tally, nothing_left_out=options.nothing_left_out)


def run_everything(tally: Tally) -> None:
    install_missing()
    run_pytest(tally, "tests, on SQLite", [*_in_parallel(), "-m", PLAIN])
    for tool in TOOLS:
        if not tool.is_there():
            leave_out(tally, tool)
        elif tool.marker == "postgres":
            run_on_postgres(tally)
        else:
            # Journeys wait as much as they work: one more of them than there are cores.
            together = _in_parallel(more=1) if tool.marker == "browser" else []
            run_pytest(tally, f"tests marked {tool.marker}", [*together, "-m", _only(tool), *_files(tool)])


def run_on_postgres(tally: Tally) -> None:
    """The tests of the database once more, on PostgreSQL, and those that only PostgreSQL can answer."""
    with contextlib.ExitStack() as stack:
        try:
            url = stack.enter_context(postgres())
        except (OSError, KeyError, subprocess.CalledProcessError) as error:
            print(f"PostgreSQL did not start: {error}", flush=True)
            tally.add("tests, on PostgreSQL", 0, 1, 0, 0)
            return
        others = " and ".join(f"not {marker}" for marker in MARKERS if marker != "postgres")
        arguments = [*_in_parallel(), "-p", "tests.house.only_database", "-m", others]
        run_pytest(tally, "tests, on PostgreSQL", arguments, {"DATABASE_URL": url})


def run_pytest(tally: Tally, name: str, arguments: list[str], more: dict[str, str] | None = None) -> None:
    """One run of pytest; its numbers come from its own report, not from what it prints."""
    print(f"\n=== {name}", flush=True)
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="holdfast-tests-") as folder:
        report = Path(folder) / "report.xml"
        command = [*PYTEST, f"--junitxml={report}", *arguments]
        try:
            code = subprocess.run(
                command, env={**os.environ, **(more or {})}, timeout=LONGEST_SECONDS
            ).returncode
        except subprocess.TimeoutExpired:
            print(f"Ended after {LONGEST_SECONDS // 60} minutes without an answer.", flush=True)
            code = -1
        passed, failed, skipped = _read_report(report)
    if code not in (0, 5) and not failed:  # pytest answers 5 where no test carries the marker
        failed = 1
    tally.add(name, passed, failed, skipped, time.monotonic() - started)


def leave_out(tally: Tally, tool: Tool) -> None:
    """Count the tests that this machine cannot run, and say the line that would change it."""
    command = [*PYTEST, "--collect-only", "-m", _only(tool), *_files(tool)]
    listed = subprocess.run(command, capture_output=True, text=True).stdout
    tests = sum("::" in line for line in listed.splitlines())
    tally.leave_out(f"tests marked {tool.marker}", tests, f"{tool.name} is missing. {how_to_install(tool)}")


def close(tally: Tally, *, nothing_left_out: bool) -> int:
    left_out = tally.not_run + tally.skipped
    print("\n=== What ran", *tally.lines, sep="\n")
    print(f"Left out: {tally.not_run} not run, {tally.skipped} skipped.")
    if nothing_left_out and left_out:
        print("This run may leave nothing out, so it counts as failed.")
        tally.failed += left_out
    print(f"{tally.passed} passed, {tally.failed} failed", flush=True)
    return 1 if tally.failed or not tally.passed else 0


def _leave_own_settings_aside(folder: Path) -> None:
    """What a person set for their own service is not for the tests, and their database is not touched."""
    for name in [name for name in os.environ if name.startswith("HOLDFAST_")]:
        del os.environ[name]
    for name in ("DATABASE_URL", "DATABASE_OWNER_URL", "SECRET_KEY", "ALLOWED_HOSTS", "CSRF_TRUSTED_ORIGINS"):
        os.environ.pop(name, None)
    (folder / "data").mkdir()
    os.environ["HOLDFAST_DATA"] = str(folder / "data")
    # Each run of pytest, and each command a test starts, would otherwise compile every module for itself.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
    (folder / "schema").mkdir()
    os.environ["HOLDFAST_TEST_SCHEMA"] = str(folder / "schema")


def _files(tool: Tool) -> list[str]:
    """The files that name the marker: the others need not be read. A test of the runner sees that none is missed."""
    names = f"mark.{tool.marker}"
    return sorted(str(file) for file in Path("tests").rglob("test_*.py") if names in file.read_text("utf-8"))


def _only(tool: Tool) -> str:
    """This tool's tests, each test in one run only: the first of its markers takes it."""
    earlier = MARKERS[: MARKERS.index(tool.marker)]
    return " and ".join([tool.marker, *(f"not {marker}" for marker in earlier)])


def _in_parallel(*, more: int = 0) -> list[str]:
    """As many at once as there are cores; ``tests/together.py`` says what stays on one worker."""
    return ["-n", str(min(os.cpu_count() or 1, 4) + more)]


def _read_report(report: Path) -> tuple[int, int, int]:
    if not report.exists():
        return 0, 0, 0
    suites = list(ElementTree.parse(report).getroot().iter("testsuite"))
    total, failures, errors, skipped = (
        sum(int(suite.get(name, 0)) for suite in suites)
        for name in ("tests", "failures", "errors", "skipped")
    )
    failed = failures + errors
    return max(total - failed - skipped, 0), failed, skipped


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="script/test", description=__doc__.splitlines()[0])
    parser.add_argument("--fast", action="store_true", help="without what needs more than Python")
    parser.add_argument(
        "--nothing-left-out", action="store_true", help="fail if anything was not run or skipped"
    )
    parser.add_argument("paths", nargs="*", help=f"only these tests (leaves out the {len(CHECKS)} checks)")
    options, for_pytest = parser.parse_known_args()
    options.paths += for_pytest
    return options


if __name__ == "__main__":
    sys.exit(main())
