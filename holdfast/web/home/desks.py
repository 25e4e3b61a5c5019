"""What each role finds on its desk, worked out from the records of this moment."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import may
from holdfast.casework.checking.queries import waiting_for
from holdfast.casework.intake import queries as intake
from holdfast.casework.notices.queries import letters_that_failed
from holdfast.casework.notices.turns import Turn, What, Whose, Work, work
from holdfast.casework.people.queries import children_for, note_shown
from holdfast.casework.resolution.categories import category_labels
from holdfast.casework.service.queries import book
from holdfast.web.child_now import ChildNow, children_now
from holdfast.web.children.filters import NOBODY, Filters
from holdfast.web.dashboard import board as published_board
from holdfast.web.figures import counting
from holdfast.web.footprint.desk import praise_on_desk
from holdfast.web.home.concerns import Desk as Concerns
from holdfast.web.home.concerns import Put
from holdfast.web.home.items import (  # fmt: skip
    FOUR_WEEKS,
    MOST,
    WEEK,
    Item,
    Section,
    core_groups,
    late_but_booked,
    late_reviews,
    of_booking,
    of_others,
    of_turn,
    section,
    to_book,
    without_iro,
)
from holdfast.web.home.monitors import to_fill_in
from holdfast.web.intake.presenters import IntakeRow
from holdfast.web.packs.desk import packs_on_desk
from holdfast.web.today import today

#: Imports shown on the analyst's desk.
RECENT_IMPORTS = 5


class Desk:
    """The children somebody may see, what waits for whom about them, and what is not booked."""

    def __init__(self, request: HttpRequest) -> None:
        self.request, self.on = request, today(request)
        children = children_for(request.user)
        self.children = {one.child.pk: one for one in children_now(children, self.on)}
        self.work: Work = work(children, self.on, book())

    def turns(self, *whose: Whose) -> list[Turn]:
        return [turn for turn in self.work.turns if turn.whose in whose and turn.child in self.children]

    @cached_property
    def labels(self) -> dict[str, str]:
        """The names of what concerns are about, asked for once and only where there is a concern."""
        return category_labels() if any(turn.concern for turn in self.work.turns) else {}

    def items(self, turns: Iterable[Turn]) -> list[Item]:
        return [of_turn(turn, self.children[turn.child], labels=self.labels) for turn in turns]

    def of_others(self, turns: Iterable[Turn]) -> list[Item]:
        """Their lines; what this person is asked about a concern stands in a list of its own."""
        theirs = (turn for turn in turns if turn.asked is None or turn.asked.user_id != self.request.user.pk)
        return list(of_others(theirs, self.children, self.labels))

    def unbooked(self) -> list[Item]:
        return [item for child in self.children.values() for item in to_book(child)]

    def late_reviews(self) -> list[Item]:
        return [item for child in self.children.values() for item in late_reviews(child)]

    def booked(self) -> list[Item]:
        found = (one for one in self.work.booked if one.review.child_id in self.children)
        return [of_booking(one, self.children[one.review.child_id]) for one in found]

    def page(
        self, sections: list[Section], shown: Iterable[ChildNow] = (), put: Iterable[Put] = (), **more: Any
    ) -> dict[str, Any]:
        """What the template needs. Every child it names is written in the diary."""
        named = {item.child.child.pk for part in sections for item in part.items}
        named |= {one.child.pk for one in shown} | {one.child_id for one in put}
        note_shown(to=self.request.user, verb="desk.opened", children=named)
        return {**greeting(self.request), "on": self.on, "sections": sections, "put": list(put), **more}


def officer(request: HttpRequest) -> dict[str, Any]:
    """Mine to do: overdue, today, this week, monitors; what waits on others; what comes in four weeks."""
    desk = Desk(request)
    mine = desk.items(turn for turn in desk.turns(Whose.OFFICER) if not _said_by_the_review(turn, desk))
    mine += desk.unbooked()
    mine += [item for child in desk.children.values() for item in late_but_booked(child)]
    others = [turn for turn in desk.turns(*Whose) if turn.whose is not Whose.OFFICER]
    waiting = desk.of_others(turn for turn in others if _waits_now(turn, desk))
    sections = by_day(desk, mine, desk.booked())
    sections.insert(-1, to_fill_in(request.user, desk.children))
    sections.insert(-1, section("waiting", "Waiting on others", waiting, empty="Nothing waits on others."))
    return desk.page(
        sections,
        summary=counted(sections),
        total=len(desk.children),
        has_calendar=may(request.user, Permission.HOLD_REVIEWS),
        audits=waiting_for(request.user),
    )


def social_worker(request: HttpRequest) -> dict[str, Any]:
    """What is asked of me, and what of my children's reviews others are late with."""
    desk = Desk(request)
    asked = desk.items(desk.turns(Whose.SOCIAL_WORKER))
    asked += [look(item) for child in desk.children.values() for item in core_groups(child)]
    sections = by_day(desk, asked, [look(item) for item in desk.booked()])
    others = [turn for turn in desk.turns(*Whose) if turn.whose is not Whose.SOCIAL_WORKER]
    waiting = desk.of_others(turn for turn in others if turn.is_late(desk.on))
    waiting += [_not_mine(item) for item in desk.late_reviews()]
    sections.insert(
        -1,
        section("waiting", "Others are late with", waiting, empty="Nobody else is late for your children."),
    )
    put = Concerns(request.user, desk.on).to_answer()
    return desk.page(
        sections, put=put, summary=_with_concerns(counted(sections), put), total=len(desk.children)
    )


def team_manager(request: HttpRequest) -> dict[str, Any]:
    """Decisions to answer, the oldest first; what the team's workers are asked; the reviews to come."""
    desk = Desk(request)
    answers = desk.items(desk.turns(Whose.MANAGER))
    asked = desk.turns(Whose.SOCIAL_WORKER, Whose.ASKED)
    late = desk.of_others(turn for turn in asked if turn.is_late(desk.on))
    soon = desk.of_others(t for t in asked if t.due and desk.on <= t.due <= desk.on + WEEK)
    coming = [look(item) for item in desk.booked() if item.due <= desk.on + FOUR_WEEKS]
    sections = [
        section("answer", "Decisions to answer", answers, empty="No decision waits for your answer."),
        section("late", "Overdue in your team", late, empty="Nothing is overdue in your team.", late=True),
        section(
            "week", "Asked of your team in the next 7 days", soon, empty="Nothing falls due in these days."
        ),
        section(
            "coming", "Reviews in the next 4 weeks", coming, empty="No review is booked for these weeks."
        ),
    ]
    summary = f"{_things(len(answers), 'review')} with decisions for you to answer, {len(late)} overdue in your team"
    put = Concerns(request.user, desk.on).to_answer()
    return desk.page(sections, put=put, summary=_with_concerns(f"{summary}.", put), total=len(desk.children))


def senior_manager(request: HttpRequest) -> dict[str, Any]:
    """The concerns put to them, and what they answered lately. They see no child's record."""
    on = today(request)
    concerns = Concerns(request.user, on)
    put, answered = concerns.to_answer(), concerns.answered_lately()
    late = sum(one.due is not None and one.due < on for one in put)
    said = f"{_things(len(put), 'concern')} {'waits' if len(put) == 1 else 'wait'} for your answer"
    summary = f"{said}, {late} past {'its' if late == 1 else 'their'} day." if late else f"{said}."
    shown = {one.child_id for one in (*put, *answered)}
    note_shown(to=request.user, verb="desk.opened", children=shown)
    context = {"on": on, "put": put, "answered": answered}
    return {**greeting(request), **context, "summary": summary if put else "Nothing waits for your answer."}


def business_support(request: HttpRequest) -> dict[str, Any]:
    """To book, to invite, to send: the first of each, and the way to the pages where many are done at once."""
    desk = Desk(request)
    unbooked = [item for item in desk.unbooked() if item.due]
    support = desk.turns(Whose.SUPPORT)
    invite = desk.items(turn for turn in support if turn.what is What.INVITE)
    send = desk.items(turn for turn in support if turn.what is What.SEND)
    sections = [
        section("book", "Reviews to book", unbooked, MOST, empty="Everything due in four weeks is booked.",
                more=reverse("reviews") + "?show=book", more_label="Reviews to book"),
        section("invite", "Papers out and invitations", invite, MOST, empty="Everybody is asked and invited.",
                more=reverse("reviews") + "?show=prepare", more_label="Many at once: papers and invitations"),
        section("send", "Records to send", send, MOST, empty="No signed record waits to be sent.",
                more=reverse("records_to_send"), more_label="Many at once: records to send"),
    ]  # fmt: skip
    sections.insert(0, nobody(desk))
    failed = list(letters_that_failed(children_for(request.user))[:MOST])
    shown = [desk.children[letter.review.child_id] for letter in failed]
    summary = f"{len(unbooked)} to book, {len(invite)} to invite, {_things(len(send), 'record')} to send"
    return desk.page(sections, shown, summary=f"{summary}.", total=len(desk.children), failed=failed)


def nobody(desk: Desk) -> Section:
    """The children without a reviewing officer, and the way to allocate many at once."""
    found = [item for child in desk.children.values() for item in without_iro(child)]
    return section(
        "nobody",
        "Without a reviewing officer",
        found,
        MOST,
        empty="Everybody has a reviewing officer.",
        more=reverse("children_allocate") + Filters().with_(iro=NOBODY) if found else "",
        more_label="Allocate many at once",
    )


def data(request: HttpRequest) -> dict[str, Any]:
    """Imports, differences to settle, and the way to the figures."""
    imports = intake.intakes()[:RECENT_IMPORTS]
    return {
        **greeting(request),
        "on": today(request),
        "imports": [IntakeRow(one) for one in imports],
        "differences": intake.open_mismatches(request.user).count(),
        "year": counting.latest_whole_year(today(request)),
    }


def board(request: HttpRequest) -> dict[str, Any]:
    """What is published, and which of its recommendations wait for the board: nothing of a child."""
    return {
        **greeting(request),
        "reports": published_board.reports(request.user),
        "awaiting": published_board.awaiting(request.user),
    }


def greeting(request: HttpRequest) -> dict[str, Any]:
    """“Good morning, Amara”, by the clock on the wall; praise of late, and packs to read."""
    hour = timezone.localtime().hour
    part = "morning" if hour < 12 else "afternoon" if hour < 18 else "evening"
    return {
        "greeting": f"Good {part}, {request.user.name.split()[0]}",
        "praise": praise_on_desk(request.user, today(request)),
        "packs": packs_on_desk(request.user, today(request)),
    }


def by_day(desk: Desk, mine: list[Item], booked: list[Item]) -> list[Section]:
    """Overdue, today, the next 7 days, four weeks. A booked review stands on its day, and is never overdue itself."""
    on = desk.on
    ahead = mine + [item for item in booked if item.due >= on]
    today_ = [item for item in ahead if item.due is None or item.due == on]
    week = [item for item in ahead if item.due and on < item.due <= on + WEEK]
    coming = [item for item in ahead if item.due and on + WEEK < item.due <= on + FOUR_WEEKS]
    late = [item for item in mine if item.due and item.due < on]
    return [
        section("late", "Overdue", late, empty="Nothing is overdue.", late=True),
        section("today", "Today", today_, empty="Nothing is due today."),
        section("week", "In the next 7 days", week, empty="Nothing falls due in these days."),
        section("coming", "Coming in 4 weeks", coming, empty="Nothing falls due in these weeks."),
    ]


def counted(sections: list[Section]) -> str:
    """“2 things are overdue, 5 are for today or this week.”"""
    number = {part.key: part.total for part in sections}
    late, soon = number["late"], number["today"] + number["week"]
    first = (
        f"{_things(late, 'thing')} {'is' if late == 1 else 'are'} overdue" if late else "Nothing is overdue"
    )
    then = f"{soon} {'is' if soon == 1 else 'are'}" if soon else "nothing is"
    return f"{first}, {then} for today or the next 7 days."


def _with_concerns(summary: str, put: list[Put]) -> str:
    """“1 concern waits for your answer. Nothing is overdue, …”"""
    if not put:
        return summary
    waits = "waits" if len(put) == 1 else "wait"
    return f"{_things(len(put), 'concern')} {waits} for your answer. {summary}"


def _said_by_the_review(turn: Turn, desk: Desk) -> bool:
    """The line of the booked review says it already: the child not seen yet, and that it is held today."""
    return turn.what is What.SEE_CHILD or (turn.what is What.HOLD and turn.due == desk.on)


def _waits_now(turn: Turn, desk: Desk) -> bool:
    """Others were asked already, or their day is near: what is asked of them in three weeks waits for nobody yet."""
    return turn.since is not None or (turn.due is not None and turn.due <= desk.on + WEEK)


def _not_mine(item: Item) -> Item:
    who = item.child.iro.name if item.child.iro else "nobody is the reviewing officer"
    note = f"waits for {who}" if item.child.iro else who
    return look(Item(item.child, item.what, item.due, item.label, item.url, note))


def look(item: Item) -> Item:
    """The same for somebody who does not do it themselves."""
    url = item.url if item.is_event else reverse("child", args=[item.child.child.public_id])
    return Item(item.child, item.what, item.due, "Look", url, item.note, item.is_event)


def _things(count: int, thing: str) -> str:
    return f"{count} {thing}{'' if count == 1 else 's'}"
