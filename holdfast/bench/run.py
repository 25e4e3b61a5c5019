"""``holdfast bench``: how long the figures take, how much memory, and how both grow.

Four questions. A council's own return, 10,000 children as CSV: read it and work out every figure. And England,
150 authorities over ten years as Parquet: every figure of the last year. Beside each, a bare DuckDB scan of
the same columns of the same files, which is what any engine would have to do at least. And the pages of a large
council, 2,500 children with 20,000 reviews, beside a page that reads nothing. And the annual report of the demo
authority in all its formats, from the records.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from math import log
from pathlib import Path
from typing import Any

from holdfast.bench import england, report, returns

GOAL_SECONDS, GOAL_MB = 1.0, 300.0
GOAL_ENGLAND_SECONDS, GOAL_EXPONENT = 20.0, 1.1
STEPS = (1, 10, 50, 150)
PAGE_CHILDREN, PAGE_REVIEWS = 2_500, 20_000
RUNS = 3  # the middle one counts: other programs share the machine

Say = Callable[[str], None]


@dataclass(frozen=True)
class Measured:
    """One piece of work: how much there was to read, how long it took, and the bare scan beside it."""

    name: str
    rows: int
    megabytes: float
    seconds: float
    processor_seconds: float
    peak_mb: float
    figures: int
    scan_seconds: float
    parts: dict[str, float] = field(default_factory=dict)

    @property
    def ratio(self) -> float:
        return self.seconds / self.scan_seconds

    def as_dict(self) -> dict[str, Any]:
        return {**asdict(self), "ratio": round(self.ratio, 1)}


def say_on_screen(sentence: str) -> None:
    sys.stdout.write(sentence + "\n")
    sys.stdout.flush()


def main(
    children: int = 10_000,
    authorities: int = 150,
    quick: bool = False,
    as_json: bool = False,
    say: Say = say_on_screen,
) -> None:
    """Measure all three and print what came out; ``quick`` takes a tenth. Nothing is left on disk."""
    if quick:
        children, authorities = min(children, 1_000), min(authorities, 15)
    tell = (lambda _sentence: None) if as_json else say
    council = measure_returns(children, tell)
    nation = [measure_england(step, tell) for step in steps_up_to(authorities)]
    slope = exponent(nation)
    if slope is not None:
        tell(f"\nGrowth: rows to the power of {slope} (goal: at most {GOAL_EXPONENT}).")
        tell(f"Goal for 150 authorities: under {GOAL_ENGLAND_SECONDS:.0f} s.")
    pages = measure_pages(*(n // 10 if quick else n for n in (PAGE_CHILDREN, PAGE_REVIEWS)), tell)
    printed = measure_report(tell)
    if as_json:
        told = {"returns": council.as_dict(), "england": [one.as_dict() for one in nation], "pages": pages}
        told["report"] = printed
        say(json.dumps({**told, "exponent": slope}, indent=2))


def steps_up_to(authorities: int) -> list[int]:
    """The sizes at which growth is measured: 1, 10, 50, 150, and no larger than asked for."""
    return [*(step for step in STEPS if step < authorities), authorities]


def exponent(measured: list[Measured]) -> float | None:
    """The slope of log time over log rows by least squares: 1 means twice the rows take twice the time.

    None where only one size was measured.
    """
    if len(measured) < 2:
        return None
    xs, ys = [log(one.rows) for one in measured], [log(one.seconds) for one in measured]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    across = sum((a - x) ** 2 for a in xs)
    return round(sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / across, 2)


def measure_returns(children: int, tell: Say) -> Measured:
    tell(f"Making a return of {children:,} children…")
    with tempfile.TemporaryDirectory(prefix="holdfast-bench-") as name:
        rows = returns.write(Path(name), children)
        done = _measured(f"{children:,} children", "returns", Path(name), rows, RUNS)
    tell(f"\n{done.name} in SSDA903 form, CSV ({rows:,} rows, {done.megabytes:.1f} MB)")
    tell(_line("read and every figure", done, f"goal: under {GOAL_SECONDS:.0f} s and {GOAL_MB:.0f} MB"))
    tell(f"  bare DuckDB scan         {done.scan_seconds:6.2f} s, ratio {done.ratio:.1f}\n")
    return done


def measure_england(authorities: int, tell: Say) -> Measured:
    name = "1 authority" if authorities == 1 else f"{authorities} authorities"
    tell(f"Making {name} over {england.YEARS} years, as Parquet…")
    with tempfile.TemporaryDirectory(prefix="holdfast-bench-") as folder:
        rows = england.write(Path(folder), authorities)
        done = _measured(name, "england", Path(folder), rows, 1)
    tell(_line(f"{rows:>10,} rows", done, f"bare scan {done.scan_seconds:.2f} s, ratio {done.ratio:.1f}"))
    return done


def measure_pages(children: int, reviews: int, tell: Say) -> dict[str, Any]:
    """How long each page takes, and the queries it asks, beside a page that reads nothing."""
    tell(f"\nMaking the records of {children:,} children with {reviews:,} reviews…")
    with tempfile.TemporaryDirectory(prefix="holdfast-bench-") as folder:
        command = [sys.executable, "-m", "holdfast.bench.pages", str(children), str(reviews), folder]
        done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603  our own program
    told = dict(json.loads(done.stdout))
    size = told["size"]
    tell(f"{size['children']:,} children, {size['reviews']:,} reviews, {size['episodes']:,} episodes")
    empty = next(iter(told["pages"].values()))["milliseconds"]
    for name, page in told["pages"].items():
        beside = f"{page['milliseconds'] / empty:5.0f} times the empty page"
        clock = f"{page['milliseconds']:7.1f} ms ({page['processor_milliseconds']:.1f} of processor)"
        tell(f"  {name:<26} {clock:<34} {page['queries']:>3} queries {beside}")
    return told


def measure_report(tell: Say) -> dict[str, Any]:
    """How long the annual report of the demo takes in all its formats, from the records."""
    tell("\nLoading the demo authority for its annual report…")
    with tempfile.TemporaryDirectory(prefix="holdfast-bench-") as folder:
        report.load(folder)
        cold, warm = (_report(folder, how) for how in ("cold", "warm"))
    tell(f"  annual report in all formats, goal: under {report.GOAL_SECONDS:.0f} s")
    tell(_report_line("first of a process", cold["first"]))
    tell(_report_line("later ones", cold["later"]))
    tell(_report_line(f"first when ready ({warm['ready']:.1f} s)", warm["first"]))
    return {**cold, "ready": warm["ready"], "first when ready": warm["first"]}


def _report(folder: str, how: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "holdfast.bench.report", folder, how]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603  our own program
    return dict(json.loads(done.stdout))


def _report_line(what: str, told: dict[str, Any]) -> str:
    parts = ", ".join(f"{name} {seconds:.2f}" for name, seconds in told["parts"].items())
    clock = f"{told['seconds']:6.2f} s ({told['processor_seconds']:.2f} s of processor)"
    return f"  {what:<24} {clock}; {parts}"


def _line(what: str, done: Measured, note: str) -> str:
    parts = ", ".join(f"{name} {seconds:.2f}" for name, seconds in done.parts.items())
    clock = f"{done.seconds:6.2f} s ({done.processor_seconds:.2f} s of processor)"
    return f"  {what:<24} {clock}  {done.peak_mb:5.0f} MB  {done.figures} figures; {parts}; {note}"


def _measured(name: str, what: str, folder: Path, rows: int, runs: int) -> Measured:
    size = sum(file.stat().st_size for file in folder.iterdir()) / 1e6
    work = _middle([_alone(what, folder) for _ in range(runs)])
    scan = _middle([_alone("scan", folder) for _ in range(runs)])
    return Measured(
        name,
        rows,
        round(size, 1),
        work["seconds"],
        work["processor_seconds"],
        work["peak_mb"],
        work["figures"],
        scan["seconds"],
        work["parts"],
    )


def _middle(answers: list[dict[str, Any]]) -> dict[str, Any]:
    return sorted(answers, key=lambda one: one["seconds"])[len(answers) // 2]


def _alone(what: str, folder: Path) -> dict[str, Any]:
    """Run one piece of work in a process of its own, so that memory and first-time costs are its own."""
    command = [sys.executable, "-m", "holdfast.bench.measure", what, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603  our own program
    return dict(json.loads(done.stdout))
