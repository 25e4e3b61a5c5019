"""A board paper as an edition: it prints from what was kept, whatever is chosen or answered afterwards."""

from __future__ import annotations

from datetime import date

import pytest

from holdfast.casework.editions.models import Edition
from holdfast.casework.improvement.actions import paper, plan
from holdfast.reports import editions, kinds
from holdfast.reports.annual.authority import Authority
from holdfast.reports.board.unsettled import unsettled
from holdfast.reports.content import Finish
from holdfast.reports.ink import html
from holdfast.reports.unsettled import unsettled as everything_unsettled
from tests.builders import care, improvement, people

pytestmark = pytest.mark.django_db

DAY = date(2017, 3, 31)


def kept() -> Edition:
    return editions.prepare(
        kind="board", year_ending=2017, authority=Authority("Marldon Council"), day=DAY, by=None
    )


def printed(edition: Edition) -> str:
    return html.body(kinds.document(editions.inputs_of(edition), finish=Finish.FINAL))


def test_an_edition_of_a_paper_prints_the_same_after_the_plan_and_the_answers_changed() -> None:
    care.in_care(date(2016, 5, 2), people.child("Alice Arden"))
    aim = improvement.aim("Hear every child", year_ending=2018)
    improvement.recommendation()
    theme = improvement.theme("Listening")
    chosen = [{"table": "sex", "group": "female", "period": "2016/17", "words": "Girls"}]
    paper.choose_headlines(year_ending=2017, headlines=chosen, by=None)
    paper.choose_priorities(year_ending=2017, aims=[aim], by=None)
    links = [{"theme": str(theme.public_id), "text": "Officers listen."}]
    paper.write_links(year_ending=2017, links=links, by=None)
    improvement.none_follows()
    edition = kept()
    before = printed(edition)

    plan.change_aim(aim=aim, values={"title": "Something else"}, by=None)
    paper.answer_implications(
        year_ending=2017, answers={"legal": {"answer": "some", "text": "A new duty"}}, by=None
    )
    paper.choose_headlines(year_ending=2017, headlines=[], by=None)

    edition = Edition.objects.get(pk=edition.pk)
    assert printed(edition) == before
    assert "Girls: 1 of 1 (100.0%)" in before
    assert "Hear every child." in before
    assert unsettled(editions.inputs_of(edition)) == []


def test_what_a_paper_lacks_is_to_be_settled_before_it_is_signed() -> None:
    said = everything_unsettled(editions.inputs_of(kept()))

    assert any("Implications are not answered for: Financial" in one for one in said)
    assert "No headline figure is chosen." in said
