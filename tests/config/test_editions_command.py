"""`holdfast editions`: lists what is kept, and counts every kept figure again."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from holdfast.casework.editions.models import Edition
from holdfast.config.commands import editions as command
from holdfast.indicators import engine
from holdfast.reports import editions as kept
from holdfast.reports.annual.authority import Authority
from holdfast.reports.inputs import Inputs
from holdfast.snapshot import counted
from tests.builders import care, editions

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _records_are_open(monkeypatch):
    monkeypatch.setattr(command, "open_records", lambda: None)
    counted.forget()
    yield
    counted.forget()


def run(*arguments: str):
    return CliRunner().invoke(command.editions, arguments)


@pytest.fixture
def report() -> Edition:
    care.in_care(editions.DAY.replace(year=2016, month=5, day=2))
    return kept.prepare(
        kind="annual", year_ending=2017, authority=Authority("Testshire"), day=editions.DAY, by=None
    )


@pytest.mark.parametrize("asked", ["list", "verify"])
def test_where_there_is_none_it_says_so(asked: str) -> None:
    assert run(asked).output == "There are no editions.\n"


def test_the_list_names_each_edition_with_its_state_and_digest(report) -> None:
    assert run("list").output == (
        f"Annual report 2016/17, edition 1: Draft, records of 2017-03-31, {report.digest[:16]}\n"
    )


def test_there_may_be_none() -> None:
    assert run("list").output == "There are no editions.\n"
    assert run("verify").exit_code == 0


def test_every_kept_figure_is_counted_again_whatever_the_records_are_now(report) -> None:
    care.in_care(editions.DAY)
    found = run("verify")
    figures = len(kept.inputs_of(report).figures)

    assert (found.exit_code, found.output) == (
        0,
        f"Annual report 2016/17, edition 1: {figures:,} figures, each counted again as it was kept.\n",
    )


def test_a_definition_that_changed_is_told_figure_by_figure(report, monkeypatch) -> None:
    count = engine.counted

    def otherwise(*args, **how):
        found = count(*args, **how)
        changed = [
            type(one)(one.table, one.group, one.period, 7, one.denominator, one.value)
            if (one.table, one.group, one.period) == ("sex", "female", "2016/17")
            else one
            for one in found.figures
        ]
        return type(found)(changed, found.answers, found.breaks)

    counted.forget()
    monkeypatch.setattr(engine, "counted", otherwise)
    found = run("verify")

    assert found.exit_code == 1
    assert "1 of" in found.output
    assert "  sex, female, 2016/17: kept 1 of 1 (100.0), today 7 of 1 (100.0)\n" in found.output


def test_what_was_altered_is_told(report) -> None:
    Edition.objects.filter(pk=report.pk).update(inputs=Inputs("annual", 2017).to_bytes())

    found = run("verify")

    assert found.exit_code == 1
    assert "is not what was kept with it" in found.output
