"""Where a concern stands: state, whose turn and by when, and every stage, from what is recorded."""

from __future__ import annotations

from datetime import date

import pytest

from holdfast.domain.limits import Book, Limit
from holdfast.domain.resolution import ladders
from holdfast.domain.resolution.clock import Paused
from holdfast.domain.resolution.moves import Move, Needs, State
from holdfast.domain.resolution.standing import Facts, Place, StageFact, Whose, standing

#: a Monday; its 20th working day is Monday 3 April 2017
OPENED = date(2017, 3, 6)
YORK = ladders.in_force()
FIVE = ladders.named("four_stages")


def stage(number: int, opened: date | None = OPENED, ladder=YORK, **facts) -> StageFact:
    rung = ladder.rungs[number]
    known = {"opened_on": opened, "asked": f"Worker {number}", **facts}
    return StageFact(number, rung.name, rung.role, rung.days, **known)


def passed_over(number: int, on: date = OPENED, ladder=YORK) -> StageFact:
    rung = ladder.rungs[number]
    return StageFact(number, rung.name, rung.role, passed_over_on=on, passed_over_why="grave")


def answered(number: int, on: date, outcome: str = "agreed", ladder=YORK, **facts) -> StageFact:
    return stage(number, ladder=ladder, answered_on=on, outcome=outcome, **facts)


def facts(*stages: StageFact, ladder=YORK, **more) -> Facts:
    return Facts(ladder, OPENED, stages, **more)


PAUSE = Paused(date(2017, 3, 13), None, "why")


@pytest.mark.parametrize(
    ("known", "state"),
    [
        (facts(stage(0)), State.INFORMAL_WAITING),
        (facts(answered(0, OPENED)), State.INFORMAL_ANSWERED),
        (facts(answered(0, OPENED), passed_over(1)), State.BETWEEN),
        (facts(), State.BETWEEN),
        (facts(passed_over(0), stage(1)), State.FORMAL_WAITING),
        (facts(stage(0), stage(1)), State.FORMAL_WAITING),
        (facts(stage(0), answered(1, OPENED)), State.FORMAL_ANSWERED),
        (facts(stage(0), stage(1), pauses=(PAUSE,)), State.PAUSED_WAITING),
        (facts(stage(0), answered(1, OPENED), pauses=(PAUSE,)), State.PAUSED),
        (facts(stage(0), answered(1, OPENED), passed_over(2), pauses=(PAUSE,)), State.PAUSED),
        (facts(stage(0), stage(1), pauses=(Paused(OPENED, OPENED, "why"),)), State.FORMAL_WAITING),
        (facts(stage(0), closed_on=OPENED), State.CLOSED),
        (facts(stage(0), stage(1), pauses=(PAUSE,), closed_on=OPENED), State.CLOSED),
    ],
)
def test_the_state_follows_from_the_records(known, state) -> None:
    assert standing(known, date(2017, 3, 20)).state is state


def test_informal_has_no_clock_and_goes_by_the_day_the_change_is_asked_for() -> None:
    known = facts(stage(0), asked_by=date(2017, 3, 20))

    now = standing(known, date(2017, 3, 20))

    assert now.clock is None
    assert (now.turn.whose, now.turn.by, now.turn.name) == (Whose.ASKED, date(2017, 3, 20), "Worker 0")
    assert not now.at_risk
    later = standing(known, date(2017, 3, 21))
    assert (later.turn.whose, later.turn.passed, later.turn.name) == (Whose.OFFICER, True, "Worker 0")
    assert later.at_risk


def test_a_stage_is_due_by_its_own_days_and_never_after_the_total() -> None:
    climbing = [
        answered(0, OPENED, ladder=FIVE),
        answered(1, date(2017, 3, 14), opened=date(2017, 3, 6), ladder=FIVE),
        answered(2, date(2017, 3, 21), opened=date(2017, 3, 14), ladder=FIVE),
        stage(3, date(2017, 3, 28), ladder=FIVE),
    ]

    now = standing(facts(*climbing, ladder=FIVE), date(2017, 3, 30))

    # five days from 28 March would be 4 April, a day after the total is used up
    assert [one.due for one in now.stages] == [
        None,
        date(2017, 3, 13),
        date(2017, 3, 21),
        date(2017, 4, 3),
        None,
    ]
    assert [one.late for one in now.stages] == [False, True, False, False, False]
    assert [one.used for one in now.stages] == [0, 6, 5, 2, 0]
    assert now.turn.by == date(2017, 4, 3)
    late = standing(
        facts(*climbing[:3], stage(4, date(2017, 4, 5), ladder=FIVE), ladder=FIVE), date(2017, 4, 5)
    )
    assert late.turn.by == date(2017, 4, 5)
    assert late.overdue


def test_a_pause_moves_the_day_of_the_stage_and_of_the_total() -> None:
    stages = (passed_over(0, ladder=FIVE), stage(1, ladder=FIVE))
    pause = Paused(date(2017, 3, 8), date(2017, 3, 9), "why")

    now = standing(facts(*stages, ladder=FIVE, pauses=(pause,)), date(2017, 3, 14))

    assert now.turn.by == date(2017, 3, 15)
    assert now.clock.last_day == date(2017, 4, 5)
    assert now.stages[1].used == 4


def test_stages_stand_in_order_with_those_passed_over_and_those_to_come() -> None:
    now = standing(facts(stage(0), passed_over(1), stage(2)), OPENED)

    assert [(one.number, one.place) for one in now.stages] == [
        (0, Place.NO_ANSWER),
        (1, Place.PASSED_OVER),
        (2, Place.WAITING),
        (3, Place.AHEAD),
    ]
    assert [one.words for one in now.stages][1:3] == ["Passed over", "Waiting for an answer"]
    assert now.current.number == 2
    assert [one.number for one in now.ahead] == [3]


def test_a_stage_without_a_record_below_one_that_was_opened_is_not_still_to_come() -> None:
    now = standing(facts(stage(0), stage(3)), OPENED)

    assert [one.place for one in now.stages] == [
        Place.NO_ANSWER,
        Place.PASSED_OVER,
        Place.PASSED_OVER,
        Place.WAITING,
    ]


def test_after_an_answer_it_is_the_officers_turn_until_the_day_it_is_done_by() -> None:
    done_by = date(2017, 3, 24)
    agreed = facts(stage(0), answered(1, date(2017, 3, 8), do_by=done_by))
    refused = facts(stage(0), answered(1, date(2017, 3, 8), "refused", do_by=done_by))

    for known, by in ((agreed, done_by), (refused, date(2017, 4, 3))):
        turn = standing(known, date(2017, 3, 9)).turn
        assert (turn.whose, turn.by, turn.since) == (Whose.OFFICER, by, date(2017, 3, 8))


def test_paused_and_between_it_is_the_officers_turn_closed_nobodys_but_for_telling_the_child() -> None:
    paused = standing(facts(stage(0), stage(1), pauses=(PAUSE,)), date(2017, 3, 20)).turn
    between = standing(facts(answered(0, OPENED), passed_over(1)), date(2017, 3, 20)).turn
    closed = standing(facts(stage(0), closed_on=OPENED), date(2017, 3, 20)).turn
    untold = standing(facts(stage(0), closed_on=OPENED, untold=True), date(2017, 3, 20)).turn

    assert (paused.whose, paused.by, paused.since) == (Whose.OFFICER, None, PAUSE.starts)
    assert (between.whose, between.since) == (Whose.OFFICER, OPENED)
    assert closed.whose is Whose.NOBODY
    assert (untold.whose, untold.since) == (Whose.OFFICER, OPENED)


@pytest.mark.parametrize(
    ("on", "at_risk", "overdue"),
    [
        (date(2017, 3, 24), False, False),  # 14 used, 6 left
        (date(2017, 3, 27), True, False),  # 15 used, 5 left: a quarter
        (date(2017, 4, 3), True, False),
        (date(2017, 4, 4), True, True),
    ],
)
def test_it_is_at_risk_when_a_quarter_of_the_total_is_left(on, at_risk, overdue) -> None:
    now = standing(facts(stage(0), stage(1)), on)

    assert (now.at_risk, now.overdue) == (at_risk, overdue)


def test_it_is_at_risk_when_the_total_has_passed_with_the_pauses_and_not_once_it_is_closed() -> None:
    paused = facts(stage(0), stage(1), pauses=(PAUSE,))
    assert not standing(paused, date(2017, 4, 3)).at_risk
    assert standing(paused, date(2017, 4, 4)).at_risk
    assert not standing(paused, date(2017, 4, 4)).overdue

    closed = standing(facts(stage(0), stage(1), closed_on=date(2017, 4, 5)), date(2017, 6, 1))
    assert closed.overdue
    assert not closed.at_risk


def test_a_council_may_hold_itself_to_less() -> None:
    own = Limit("resolution.total", 10, "working days", date(2017, 1, 1), "the council", "H")

    now = standing(facts(stage(0), stage(1)), date(2017, 3, 21), Book(own=(own,)))

    assert (now.clock.total, now.clock.last_day, now.overdue) == (10, date(2017, 3, 20), True)


def test_there_is_no_clock_for_a_day_before_the_handbook() -> None:
    old = Facts(YORK, date(2010, 3, 1), (stage(1, date(2010, 3, 1)),))

    assert standing(old, date(2010, 6, 1)).clock is None


def test_what_is_so_besides_the_state() -> None:
    def held(known: Facts) -> set[Needs]:
        return set(standing(known, OPENED).held)

    assert held(facts(stage(0))) == {Needs.LATER_STAGE, Needs.TWO_LATER_STAGES}
    assert held(facts(stage(0), stage(2))) == {Needs.LATER_STAGE, Needs.CLOCK}
    assert held(facts(stage(0), answered(3, OPENED))) == {Needs.CLOCK, Needs.ANSWER}
    more = facts(stage(0), closed_on=OPENED, untold=True, advice_asked=True, referred=True)
    assert held(more) >= {Needs.UNTOLD, Needs.ADVICE_ASKED, Needs.REFERRED}


def test_what_may_be_done_is_asked_of_the_table() -> None:
    last = standing(facts(stage(0), stage(3)), OPENED)

    assert last.may(Move.ANSWER)
    assert not last.may(Move.OPEN)
    assert "the ladder has a later stage" in last.why_not(Move.OPEN)
    assert last.words == "At a formal stage, waiting for an answer"
