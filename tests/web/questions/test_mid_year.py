"""Version 2 published in mid-year: what was asked stands as it was asked, the figure marks the break, nothing moves."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.monitors import actions, versions
from holdfast.casework.monitors.models import Monitor, MonitorAnswer
from holdfast.casework.reviews.models import Review
from holdfast.domain.questionnaires import editing
from holdfast.domain.questionnaires.questions import AnswerType, Question, content_of, read
from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators import engine
from holdfast.snapshot import from_casework, store
from tests.builders import monitors, reviews

KIND = "child_in_care"
YEAR = ReportingYear(2017)
FIRST_DAY = date(2016, 10, 3)


@pytest.fixture
def before(world: Any) -> Review:
    """Alice's first review, judged in full in the first half of the year, by version 1."""
    monitors.finished(world.review)
    return world.review


@pytest.fixture
def after(world: Any) -> Review:
    return reviews.review(world.alice, date(2016, 11, 25))


def publish() -> None:
    """Version 2: one counted question in other words, one ended, one new, one moved, a section renamed."""
    draft = versions.begin_draft(kind=KIND, by=None)
    asked = read(draft.content)
    counted = asked.question("corporate_parenting")
    ended = next(one for one in asked.questions() if one.key in _answered() and _can_end(asked, one.key))
    last = asked.sections[-1]
    asked = editing.put(asked, replace(counted, text="How well does the council act as a parent?"))
    asked = editing.end(asked, ended.key)
    asked = editing.move(asked, "care_plan_quality", asked.sections[0].key, 1)
    new = Question("local_sleep", "Z1", "Sleeps well?", AnswerType.YES_NO, "The team", local=True)
    asked = editing.reword_section(editing.add(asked, last.key, new), last.key, "Our own words", "")
    draft = versions.change_draft(draft=draft, content=content_of(asked), step=draft.step, by=None)
    versions.publish(
        draft=draft, from_date=FIRST_DAY, reason="Clearer", step=draft.step, on=FIRST_DAY, by=None
    )


def _answered() -> set[str]:
    return set(MonitorAnswer.objects.values_list("question", flat=True))


def _can_end(asked: Any, key: str) -> bool:
    try:
        editing.end(asked, key)
    except editing.NotPossible:
        return False
    return True


def main_part(client: Client, name: str, review: Review) -> str:
    """A page without its frame, and without what is another with each request."""
    body = client.get(reverse(name, args=[review.public_id])).content.decode()
    return re.sub(r'value="[A-Za-z0-9]{64}"', "", body[body.index("<main") : body.index("</main>")])


def counted() -> engine.Counted:
    return engine.counted(store.open(from_casework.tables()), YEAR)


def test_the_forms_of_before_are_shown_as_they_were_asked(before, as_role):
    client = as_role(Role.IRO)
    read_before = {name: main_part(client, name, before) for name in ("monitor", "monitor_print")}
    kept = list(MonitorAnswer.objects.order_by("id").values())

    publish()

    assert {name: main_part(client, name, before) for name in read_before} == read_before
    assert list(MonitorAnswer.objects.order_by("id").values()) == kept
    assert Monitor.objects.get(review=before).asked.number == 1


def test_what_begins_on_the_day_is_asked_by_the_new_version_and_what_was_begun_is_finished_by_the_old(
    before, after, world
):
    begun = reviews.review(world.alice, date(2016, 9, 30))
    actions.start(review=begun, on=date(2016, 9, 30), by=None)
    publish()

    monitors.fill_in(begun.monitor, date(2016, 11, 1))
    assert begun.monitor.asked.number == 1
    assert actions.start(review=after, on=date(2016, 11, 25), by=None).asked.number == 2


def test_a_review_of_before_is_asked_as_then_however_late_its_monitor_is_begun(before, world, as_role):
    late = reviews.review(world.alice, date(2016, 9, 30))
    publish()

    page = main_part(as_role(Role.IRO), "monitor", late)
    begun = actions.start(review=late, on=date(2017, 1, 9), by=None)

    assert "How well does the council act as a parent?" not in page
    assert begun.asked.number == 1


def test_the_figure_shows_the_break_and_nothing_else_moved(before):
    figures_before = counted()
    assert figures_before.breaks == []

    publish()

    figures_after = counted()
    assert figures_after.figures == figures_before.figures
    assert [(one.table, one.version, one.changed_on) for one in figures_after.breaks] == [
        ("corporate_parenting", 2, FIRST_DAY)
    ]


def test_the_page_of_the_figure_says_so(before, as_role):
    publish()
    client = as_role(Role.IRO_MANAGER)

    broken = client.get(reverse("figures_table", args=[YEAR, "corporate_parenting"])).content.decode()
    whole = client.get(reverse("figures_table", args=[YEAR, "care_plan_quality"])).content.decode()

    assert "The question changed on 3 October 2016 (version 2)" in broken
    assert "The question changed" not in whole
