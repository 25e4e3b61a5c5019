"""Whoever typed in anything an edition prints has made it, as whoever wrote its texts has."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from holdfast.casework.access.roles import Role
from holdfast.casework.editions.models import Edition
from holdfast.casework.editions.queries import hands_of
from holdfast.casework.improvement.actions.paper import choose_headlines
from holdfast.casework.improvement.actions.plan import add_action, add_aim, move_aim, take_back_aim
from holdfast.casework.improvement.actions.progress import say_progress
from holdfast.casework.improvement.actions.recommendations import (
    add_recommendation,
    follow_up,
    record_decision,
)
from holdfast.casework.improvement.models import ActionState, Decided
from holdfast.casework.publishing.actions_typed import (
    correct_typed_table,
    enter_typed_table,
    remove_typed_table,
)
from holdfast.domain.edition_states import Hand
from tests.builders import editions, people

pytestmark = pytest.mark.django_db


@pytest.fixture
def author() -> Any:
    return people.user(Role.IRO_MANAGER, name="Ann Author")


@pytest.fixture
def analyst() -> Any:
    return people.user(Role.ANALYST, name="Robin Check")


def typed(by: Any, year_ending: int = 2017) -> Any:
    return enter_typed_table(
        year_ending=year_ending,
        slot="advocacy",
        caption="Young people helped by an advocate",
        columns=["Who", "2016/17"],
        rows=[["Young people", "31"]],
        source="The advocacy service, May 2017",
        by=by,
    )


def made(edition: Edition, by: Any) -> bool:
    return hands_of(edition, by) == {Hand.MADE}


@pytest.mark.parametrize(("kind", "counts"), [("annual", True), ("board", False), ("quarterly", False)])
def test_who_typed_a_table_made_the_annual_report(kind: str, counts: bool, author, analyst) -> None:
    typed(by=analyst)

    assert made(editions.draft(by=author, kind=kind), analyst) is counts


def test_who_corrected_a_table_made_it_and_who_took_it_out_did_not(author, analyst) -> None:
    table = typed(by=author)
    correct_typed_table(table=table, values={"caption": "Young people with an advocate"}, by=analyst)
    other = people.user(Role.ANALYST, name="Kit Other")
    edition = editions.draft(by=author)
    remove_typed_table(table=table, by=other)

    assert (made(edition, analyst), made(edition, other)) == (True, False)


def test_a_table_taken_out_since_still_has_its_author(author, analyst) -> None:
    table = typed(by=analyst)
    edition = editions.draft(by=author)
    remove_typed_table(table=table, by=author)

    assert made(edition, analyst)


def test_a_table_of_another_year_or_typed_in_later_is_not_in_it(author, analyst) -> None:
    typed(by=analyst, year_ending=2018)
    edition = editions.draft(by=author)
    typed(by=analyst)

    assert not made(edition, analyst)


@pytest.mark.parametrize("year_ending", [2017, 2018])
@pytest.mark.parametrize("kind", ["annual", "board"])
def test_the_plan_of_the_year_and_of_the_next_has_its_authors(year_ending, kind, author, analyst) -> None:
    aim = add_aim(year_ending=year_ending, title="Every child heard", by=analyst)
    action = add_action(aim=aim, text="Ask children how", owner="IRO Manager", by=author)
    officer = people.user(Role.IRO)
    day = date(2017, 3, 2)
    said = {"said_on": day, "today": day, "state": ActionState.DONE, "text": "Asked."}
    say_progress(action=action, **said, by=officer)

    edition = editions.draft(by=author, kind=kind)

    assert made(edition, analyst)
    assert made(edition, officer)


def test_who_only_moved_or_took_back_a_line_wrote_nothing(author, analyst) -> None:
    first = add_aim(year_ending=2017, title="Every child heard", by=author)
    second = add_aim(year_ending=2017, title="No child drifts", by=author)
    move_aim(aim=second, up=True, by=analyst)
    take_back_aim(aim=first, on=date(2017, 5, 2), by=analyst)

    assert not made(editions.draft(by=author), analyst)


def test_who_asked_the_board_or_chose_its_headlines_made_its_paper(author, analyst) -> None:
    other = people.user(Role.ANALYST, name="Kit Other")
    add_recommendation(year_ending=2017, text="Note this report.", by=analyst)
    headline = {"table": "timeliness", "group": "care", "period": "year", "words": "Reviews in time"}
    choose_headlines(year_ending=2017, headlines=[headline], by=other)
    paper, report = editions.draft(by=author, kind="board"), editions.draft(by=author)

    assert [made(one, who) for one in (paper, report) for who in (analyst, other)] == [
        *(True, True),
        *(True, False),
    ]


@pytest.mark.parametrize(
    ("asked_in", "done", "counts"), [(2016, True, True), (2014, False, True), (2014, True, False)]
)
def test_who_said_what_became_of_an_earlier_request_made_what_prints_it(
    asked_in, done, counts, author, analyst
) -> None:
    """Of the year before everything is printed, of earlier years what is still open."""
    asked = add_recommendation(year_ending=asked_in, text="Note this report.", by=author)
    met_on, said_on = date(2016, 9, 1), date(2017, 2, 1)
    decided = {"body": "The board", "met_on": met_on, "decided": Decided.AGREED, "today": said_on}
    record_decision(recommendation=asked, **decided, by=author)
    said = {"said_on": said_on, "today": said_on, "text": "Seen to.", "done": done}
    follow_up(recommendation=asked, **said, by=analyst)

    assert made(editions.draft(by=author), analyst) is counts
