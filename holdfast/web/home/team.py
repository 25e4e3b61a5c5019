"""The manager's desk: the team, officer by officer, and what is late in the whole service."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from holdfast.casework.care.queries import in_care
from holdfast.casework.monitors.queries import completion
from holdfast.casework.notices.turns import Turn, What, Whose
from holdfast.casework.people.queries import Caseload, caseloads, children_for
from holdfast.domain.reporting_year import ReportingYear
from holdfast.web.child_now import ChildNow
from holdfast.web.children.filters import Filters
from holdfast.web.home.desks import Desk, nobody
from holdfast.web.home.items import MOST, due_soon, late_reviews, section
from holdfast.web.monitor.filters import Filters as MonitorFilters
from holdfast.web.monitor.share import Share

#: so many lines where no other page lists the rest
NO_OTHER_LIST = 50

#: what is recorded, written and sent once the day of a review has come
_RECORDS = (What.HOLD, What.COMPLETE, What.DECISIONS, What.RECORD, What.SEND)
_MIDWAY = (What.ASK_MIDWAY, What.ANSWER_MIDWAY, What.FINISH_MIDWAY)


@dataclass(frozen=True)
class Officer:
    """One officer: the caseload beside the guide, and how the reviews and records of their children stand."""

    load: Caseload
    late: int
    soon: int
    records_late: int
    midways_late: int
    monitors: Share

    @property
    def address(self) -> str:
        return reverse("children") + Filters().with_(iro=str(self.load.worker.public_id))

    @property
    def beside(self) -> str:
        """“61 in care, 67.8 per full post (0.90 held), within the guide”, or why it cannot be said."""
        per = self.load.per_full_post
        if per is None:
            return "no post entered"
        return f"{self.load.children} in care, {per} per full post ({self.load.fte:.2f} held)" + (
            f", {self.load.beside} the guide" if self.load.beside else ""
        )


def team(request: HttpRequest) -> dict[str, Any]:
    """Who carries how many children, what is late with whom, and who has nobody."""
    desk = Desk(request)
    late_turns = [turn for turn in desk.turns(*Whose) if turn.is_late(desk.on)]
    reviews = desk.late_reviews()
    records = desk.of_others(turn for turn in late_turns if turn.what in _RECORDS)
    answers = desk.of_others(turn for turn in late_turns if turn.what is What.ANSWER)
    midways = desk.of_others(turn for turn in late_turns if turn.what in _MIDWAY)
    concerns = desk.of_others(turn for turn in desk.turns(*Whose) if _past_its_day(turn, desk))
    sections = [
        section("late", "Reviews that are late", reviews, MOST, late=True, empty="No review is late.",
                more=reverse("reviews") + "?within=0", more_label="All reviews that are late"),
        section("records", "Meetings, decisions and records that are late", records, NO_OTHER_LIST, late=True,
                empty="No meeting waits to be recorded, and no decision and no record is late."),
        section("answers", "Answers of managers that are late", answers, NO_OTHER_LIST, late=True,
                empty="No manager’s answer is late."),
        section("midways", "Midway checks that are late", midways, NO_OTHER_LIST, late=True,
                empty="No midway check is late."),
        section("concerns", "Concerns past their day", concerns, MOST, late=True, empty="No concern is past its day.",
                more=reverse("concerns") + "?state=late", more_label="All concerns past their day"),
    ]  # fmt: skip
    officers = _officers(desk, late_turns, _monitors(request, desk))
    without = nobody(desk)
    with_plan = sum(bool(child.plans) for child in desk.children.values())
    return desk.page(
        [without, *sections],
        summary=_summary(with_plan, len(reviews), len(records), without.total),
        total=len(desk.children),
        officers=officers,
    )


def _past_its_day(turn: Turn, desk: Desk) -> bool:
    """An answer to a concern that has not come, or a total that is used up; by either the child is passed by."""
    return turn.concern is not None and turn.what is not What.TELL_CHILD and turn.is_late(desk.on)


def _monitors(request: HttpRequest, desk: Desk) -> dict[Any, Share]:
    """Officer → the share of monitors finished, of the reviews completed in this reporting year so far."""
    year = ReportingYear.of(desk.on)
    found = completion(children_for(request.user), year.starts, desk.on)
    return {
        one.officer.pk: Share(
            one.officer.name,
            one.finished,
            one.completed,
            reverse("monitors") + MonitorFilters(officer=str(one.officer.public_id)).with_(),
        )
        for one in found
        if one.officer is not None
    }


def _officers(desk: Desk, late_turns: list[Turn], monitors: dict[Any, Share]) -> list[Officer]:
    theirs: dict[Any, list[ChildNow]] = {}
    for child in desk.children.values():
        if child.iro:
            theirs.setdefault(child.iro.id, []).append(child)
    late_of: dict[int, list[Turn]] = {}
    for turn in late_turns:
        late_of.setdefault(turn.child, []).append(turn)
    found = []
    for load in caseloads(desk.on, of=in_care(desk.on)):
        children = theirs.get(load.worker.public_id, [])
        late = [turn.what for child in children for turn in late_of.get(child.child.pk, [])]
        found.append(
            Officer(
                load,
                sum(len(late_reviews(child)) for child in children),
                sum(due_soon(child) for child in children),
                sum(what in _RECORDS for what in late),
                sum(what in _MIDWAY for what in late),
                monitors.get(load.worker.pk, Share(load.worker.name, 0, 0)),
            )
        )
    return found


def _summary(children: int, late: int, records: int, without: int) -> str:
    who = f"{without} without an IRO" if without else "everybody has an IRO"
    return (
        f"{children} child{'' if children == 1 else 'ren'} and young people with a plan: {late} "
        f"review{'' if late == 1 else 's'} late, {records} meetings, decisions and records late, {who}."
    )
