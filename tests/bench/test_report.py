"""The bench of the annual report runs whole; how long it takes is for no test to judge."""

from __future__ import annotations

import json
from typing import Any

import pytest

from holdfast.bench import report, run

PARTS = ["programs", "records", "figures and words", "sections", "html", "docx", "pdf", "xlsx", "csv"]


@pytest.mark.any_database
@pytest.mark.django_db
def test_first_and_later_reports_are_measured_ink_by_ink():
    told = report.cold(later=1)

    assert list(told) == ["first", "later"]
    for one in told.values():
        assert list(one["parts"]) == PARTS
        assert one["seconds"] == pytest.approx(sum(one["parts"].values()), abs=0.01)
        assert all(size > 1_000 for size in one["bytes"].values())


@pytest.mark.any_database
@pytest.mark.django_db
def test_a_process_that_is_ready_is_measured_too():
    told = report.warm()

    assert told["ready"] >= 0
    assert list(told["first"]["parts"]) == PARTS


def test_what_was_measured_is_told_first_then_later_then_ready(monkeypatch):
    one: dict[str, Any] = {
        "seconds": 4.0,
        "processor_seconds": 3.5,
        "parts": {"html": 1.0, "pdf": 3.0},
        "bytes": {},
    }
    answers = {"cold": {"first": one, "later": one}, "warm": {"ready": 2.0, "first": one}}
    monkeypatch.setattr(report, "load", lambda folder: None)
    monkeypatch.setattr(run, "_report", lambda folder, how: json.loads(json.dumps(answers[how])))
    said: list[str] = []

    told = run.measure_report(said.append)

    assert [line.split("  ")[1].strip() for line in said[2:]] == [
        "first of a process",
        "later ones",
        "first when ready (2.0 s)",
    ]
    assert "4.00 s (3.50 s of processor); html 1.00, pdf 3.00" in said[2]
    assert told["first when ready"]["parts"] == {"html": 1.0, "pdf": 3.0}
