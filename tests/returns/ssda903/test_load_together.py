"""Loading by processes that are killed, or that load at the same time: nothing is half done.

Each runs in a process of its own on an SQLite file of its own, whatever database the other tests use.
"""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

CHILDREN = 300
PROJECT = Path(__file__).resolve().parents[3]

PROGRAM = """
import os, sys
import django
django.setup()
from datetime import date
from django.core.management import call_command
from holdfast.casework.intake import actions
from holdfast.casework.intake.rules import AnotherImportLoads
from holdfast.casework.people.models import Child
from holdfast.returns.ssda903.load import load
from tests import standing_schema
from tests.builders.returns import a_return, episode, review

job, wait = sys.argv[1], sys.argv[2]
if job == "make":
    standing_schema.use()
    call_command("migrate", verbosity=0, skip_checks=True)
    sys.exit()
if job == "count":
    print(actions.end_broken_off(), Child.objects.count())
    sys.exit()
children = [{"CHILD": f"C{n}", "DOB": date(2010, 1, 1)} for n in range(CHILDREN)]
read = a_return(
    Header=children,
    Episodes=[episode(child, date(2016, 5, 1)) for child in children],
    Reviews=[review(child, date(2016, 6, 1)) for child in children],
)

def progress(step, done, total):
    if job == "die" and step == "Health years":
        os._exit(9)

intake = actions.receive(by=None)
actions.has_been_read(intake=intake, years=[2017], refused=False, by=None)
print("ready", flush=True)
if wait == "wait":
    sys.stdin.readline()
try:
    load(read, intake=intake, by=None, progress=progress)
    print("loaded")
except AnotherImportLoads:
    print("told")
""".replace("CHILDREN", str(CHILDREN))


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A service of its own, its tables made."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("DATABASE")}
    own |= {"HOLDFAST_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "holdfast.config.settings"}
    run(own, "make").check_returncode()
    return own


def command(job: str, wait: str) -> list[str]:
    return [sys.executable, "-c", PROGRAM, job, wait]


def run(environment: dict[str, str], job: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(job, "go"), env=environment, cwd=PROJECT, capture_output=True, text=True, timeout=120
    )


def test_a_process_killed_half_way_leaves_nothing_and_the_next_one_loads(environment: dict[str, str]) -> None:
    assert run(environment, "die").returncode == 9
    with sqlite3.connect(Path(environment["HOLDFAST_DATA"]) / "holdfast.sqlite3") as file:
        assert file.execute("SELECT count(*) FROM people_child").fetchone() == (0,)
        assert file.execute("SELECT state FROM intake_returnintake").fetchone() == ("loading",)
    file.close()

    assert run(environment, "load").stdout.split() == ["ready", "loaded"]

    assert run(environment, "count").stdout.split() == ["0", str(CHILDREN)]


def test_two_at_the_same_time_load_once_or_one_is_told(environment: dict[str, str]) -> None:
    assert (
        run(environment, "die").returncode == 9
    )  # both find the import that was broken off, and end it once
    both = [
        subprocess.Popen(
            command("load", "wait"), env=environment, cwd=PROJECT, stdin=-1, stdout=-1, text=True
        )
        for _ in range(2)
    ]
    for one in both:
        assert one.stdout.readline() == "ready\n"
    for one in both:
        one.stdin.write("\n")
        one.stdin.flush()

    answers = sorted(one.communicate(timeout=120)[0].strip() for one in both)

    assert answers in (["loaded", "loaded"], ["loaded", "told"])
    assert [one.returncode for one in both] == [0, 0]
    assert run(environment, "count").stdout.split() == ["0", str(CHILDREN)]
