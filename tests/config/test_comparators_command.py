"""``holdfast comparators import``: all of a file is entered, or none."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from holdfast.casework.publishing.models import PublishedFigure
from holdfast.config import serve
from holdfast.config.cli import main

HEAD = "table,group,period,publisher,printed,n,of,source,note\n"
LINES = "sex,male,2015/16,us,51.3,98,191,An invented report,\nsex,male,2015/16,region,51,,,A bulletin,\n"


@pytest.fixture
def run(tmp_path, monkeypatch, db):
    monkeypatch.setattr(serve, "prepare_database", lambda say: None)

    def run(text: str, *options: str):
        file = tmp_path / "figures.csv"
        file.write_text(text, encoding="utf-8")
        return CliRunner().invoke(main, ["comparators", "import", str(file), *options])

    return run


def test_a_file_is_entered_and_entered_again_changes_nothing(run):
    first, second = run(HEAD + LINES), run(HEAD + LINES)

    assert first.output == "2 new, 0 changed, 0 as before\nEntered 2 published figures.\n"
    assert second.output == "0 new, 0 changed, 2 as before\nEntered 2 published figures.\n"
    assert PublishedFigure.objects.count() == 2


def test_a_wrong_line_is_named_and_nothing_is_entered(run):
    done = run(HEAD + LINES + "sex,female,2015/16,us,many,,,An invented report,\n")

    assert done.exit_code == 1
    assert done.output == (
        "figures.csv, line 4, column printed: found “many”; expected a percentage from 0 to 100, like 12.5\n"
        "1 fault. Nothing was entered.\n"
    )
    assert not PublishedFigure.objects.exists()


def test_check_says_what_it_would_do_and_does_it_not(run):
    assert run(HEAD + LINES, "--check").output.startswith("2 new, 0 changed, 0 as before\n")
    assert not PublishedFigure.objects.exists()


def test_a_file_that_is_too_large_is_refused_unread(run):
    done = run("x" * 1_000_001)

    assert (done.exit_code, "larger than 1 MB" in done.output) == (1, True)
