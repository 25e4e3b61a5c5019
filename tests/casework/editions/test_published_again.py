"""What is published after something else of the same figures: it takes its place, and hides what that one hid."""

from __future__ import annotations

import pytest

from holdfast.casework.access.roles import Role
from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.editions import actions, rules
from holdfast.casework.editions.queries import editions_for, published_for
from holdfast.domain.edition_states import State
from holdfast.reports.gathering.before import hidden_before
from holdfast.reports.inputs import Inputs
from tests.builders import editions, people
from tests.unit.indicators.publishing.printed_figures import random_figures

pytestmark = pytest.mark.django_db


def test_the_next_edition_takes_the_place_of_the_one_before() -> None:
    first = editions.brought_to(editions.draft(), State.PUBLISHED)
    second = editions.brought_to(editions.draft(), State.PUBLISHED)

    first.refresh_from_db()
    assert first.state == State.WITHDRAWN
    assert first.steps.last().reason == "Edition 2 was published in its place."
    assert list(published_for(people.user(Role.BOARD_READER))) == [second]
    assert AuditEvent.objects.filter(verb="edition.withdrawn", subject_id=first.pk).count() == 1


def test_an_edition_that_does_not_know_of_the_other_is_not_published() -> None:
    """Put together side by side, each hides numbers of its own: the later one is put together anew first."""
    paper = editions.brought_to(editions.draft(kind="board"), State.SIGNED)
    report = editions.brought_to(editions.draft(), State.PUBLISHED)

    with pytest.raises(rules.Overtaken, match="take the words anew"):
        actions.publish(edition=paper, by=people.user(Role.SENIOR_MANAGER))
    paper.refresh_from_db()
    report.refresh_from_db()
    assert (paper.state, report.state) == (State.SIGNED, State.PUBLISHED)

    actions.send_back(edition=paper, reason="Take the words anew.", by=people.user(Role.SENIOR_MANAGER))
    again = bytes(Inputs("board", 2017, day=editions.DAY, before=("sex.male|2016/17",)).to_bytes())
    actions.rewrite_words(edition=paper, inputs=again, by=people.user(Role.IRO_MANAGER))
    editions.brought_to(paper, State.PUBLISHED)
    assert paper.state == State.PUBLISHED


def test_a_report_of_years_that_have_nothing_in_common_is_published() -> None:
    later = editions.brought_to(editions.draft(year_ending=2020), State.SIGNED)
    editions.brought_to(editions.draft(), State.PUBLISHED)
    actions.publish(edition=later, by=people.user(Role.SENIOR_MANAGER))
    assert later.state == State.PUBLISHED


def test_what_was_ever_published_stays_hidden() -> None:
    figures = tuple(random_figures(3, 30))
    inputs = Inputs("annual", 2018, day=editions.DAY, figures=figures).to_bytes()
    edition = editions.draft(year_ending=2018, inputs=inputs)
    assert hidden_before(2018) == ()

    editions.brought_to(edition, State.WITHDRAWN)  # it was published, and read
    assert len(hidden_before(2018)) > 100
    assert set(hidden_before(2019)) == set(hidden_before(2018))
    assert hidden_before(2017) == ()
    assert hidden_before(2021) == ()


def test_a_pack_is_not_opened_among_the_editions_by_whom_it_was_not_sent_to() -> None:
    editions.draft(kind="quarterly", quarter=3)
    annual = editions.draft()
    for role in (Role.IRO, Role.BUSINESS_SUPPORT):
        assert list(editions_for(people.user(role))) == [annual]
    assert editions_for(people.user(Role.ANALYST)).count() == 2
