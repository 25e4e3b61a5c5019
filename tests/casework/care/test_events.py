"""Care begins, changes, ends and begins again; milestones. What a return's codes say follows from what happened."""

from __future__ import annotations

from datetime import date, time

import pytest
from django.core.exceptions import ValidationError

from holdfast.casework.access.roles import Role
from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.care import actions
from holdfast.casework.care.models import Episode, Milestone, MilestoneKind
from holdfast.casework.care.queries import episodes_of, history_of
from holdfast.casework.people.queries import NotYours
from tests.builders import care, people

pytestmark = pytest.mark.django_db

SINCE, LATER = date(2016, 5, 2), date(2016, 9, 1)


@pytest.fixture
def child():
    return people.child("Ivy Ash")


def came(child, started: date = SINCE, **facts) -> Episode:
    standard = {"legal_status": "C2", "place": "U6"}
    return actions.come_into_care(child=child, started=started, by=None, **{**standard, **facts})


def told(refusal: pytest.ExceptionInfo[ValidationError]) -> str:
    return " ".join(refusal.value.messages)


def rows(child) -> list[tuple]:
    fields = ("started", "reason_started", "legal_status", "place", "ended", "reason_ended", "reason_moved")
    return list(episodes_of(child).values_list(*fields))


def test_care_begins_with_a_period_of_care(child):
    came(child)

    assert rows(child) == [(SINCE, "S", "C2", "U6", None, "", "")]
    assert child.periods_of_care.get().started == SINCE


def test_under_section_20_the_time_is_asked_for(child):
    with pytest.raises(ValidationError) as refusal:
        came(child, legal_status="V2")
    assert "once 24 hours have passed" in told(refusal)

    assert came(child, legal_status="V2", started_at=time(16, 30)).started_at == time(16, 30)


def test_a_move_ends_the_placement_and_begins_the_next_on_that_day(child):
    came(child)

    actions.change_care(child=child, on=LATER, place="K2", provider="PR4", reason_moved="CARPL", by=None)

    assert rows(child) == [
        (SINCE, "S", "C2", "U6", LATER, "X1", "CARPL"),
        (LATER, "P", "C2", "K2", None, "", ""),
    ]
    assert [len(period.placements) for period in history_of(child)] == [2]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"legal_status": "E1"}, "L"),
        ({"place": "K2", "reason_moved": "CARPL"}, "P"),
        ({"place": "U4", "same_carer": True}, "T"),
        ({"place": "K2", "legal_status": "E1", "reason_moved": "CARPL"}, "B"),
        ({"place": "A5", "legal_status": "E1", "same_carer": True}, "U"),
    ],
)
def test_the_reason_for_the_new_episode_follows_from_what_changed(child, changes, code):
    came(child)

    made = actions.change_care(child=child, on=LATER, by=None, **changes)

    assert made.reason_started == code
    assert child.periods_of_care.count() == 1


def test_a_change_of_nothing_or_on_the_first_day_is_refused(child):
    came(child)

    for day, changes, sentence in [
        (LATER, {"legal_status": "C2"}, "This is the legal status now"),
        (LATER, {"place": "K2"}, "Choose why the placement changed"),
        (SINCE, {"legal_status": "E1"}, "What stands now began on 2 May 2016"),
        (date(2999, 1, 1), {"legal_status": "E1"}, "is still to come"),
    ]:
        with pytest.raises(ValidationError) as refusal:
            actions.change_care(child=child, on=day, by=None, **changes)
        assert sentence in told(refusal)
    assert len(rows(child)) == 1


def test_what_is_refused_half_way_leaves_the_record_as_it_was(child):
    came(child)

    with pytest.raises(ValidationError):
        actions.change_care(child=child, on=LATER, place="nonsense", reason_moved="CARPL", by=None)

    assert rows(child) == [(SINCE, "S", "C2", "U6", None, "", "")]


def test_care_ends_and_begins_again_as_a_new_period(child):
    came(child)
    actions.leave_care(child=child, on=LATER, reason="E4A", by=None)
    with pytest.raises(ValidationError) as refusal:
        came(child, date(2016, 8, 1))
    assert "in care until 1 September 2016" in told(refusal)

    came(child, date(2017, 1, 9))

    assert [(p.started, p.ended) for p in child.periods_of_care.order_by("started")] == [
        (SINCE, LATER),
        (date(2017, 1, 9), None),
    ]


def test_a_child_in_care_cannot_come_into_care(child):
    came(child)

    with pytest.raises(ValidationError, match="in care already, since 2 May 2016"):
        came(child, LATER)


def test_care_that_has_not_begun_cannot_end(child):
    with pytest.raises(ValidationError, match="not in care on our records"):
        actions.leave_care(child=child, on=LATER, reason="E4A", by=None)


def test_leaving_needs_its_reason_and_an_unknown_one_is_said_beside_the_field(child):
    came(child)

    for reason in ("", "X1", "nonsense"):
        with pytest.raises(ValidationError) as refusal:
            actions.leave_care(child=child, on=LATER, reason=reason, by=None)
        assert list(refusal.value.message_dict) == ["reason"]


def test_the_last_entry_is_taken_back_and_the_one_before_is_open_again(child):
    came(child)
    made = actions.change_care(child=child, on=LATER, place="K2", reason_moved="CARPL", by=None)

    actions.take_back_episode(episode=made, by=None)

    assert rows(child) == [(SINCE, "S", "C2", "U6", None, "", "")]
    assert child.periods_of_care.get().ended is None
    assert AuditEvent.objects.filter(verb="episode.taken_back").exists()


def test_an_entry_that_a_return_brought_or_that_is_not_the_last_is_not_taken_back(child):
    first = came(child)
    actions.change_care(child=child, on=LATER, place="K2", reason_moved="CARPL", by=None)
    with pytest.raises(ValidationError, match="Something later stands"):
        actions.take_back_episode(episode=first, by=None)

    brought = care.episode(people.child("Ben Bay"), SINCE, made_by_intake=1)
    with pytest.raises(ValidationError, match="came with a return"):
        actions.take_back_episode(episode=brought, by=None)


def test_a_milestone_is_noted_once_and_removed_with_what_stood_there_kept(child):
    kind = MilestoneKind.ADOPTION_AUTHORISED
    one = actions.note_milestone(child=child, kind=kind, happened_on=LATER, by=None)
    with pytest.raises(ValidationError, match="on record for that day already"):
        actions.note_milestone(child=child, kind=kind, happened_on=LATER, by=None)

    actions.remove_milestone(milestone=one, by=None)

    assert not Milestone.objects.exists()
    assert list(AuditEvent.objects.values_list("verb", flat=True)) == ["milestone.noted", "milestone.removed"]


def test_adoption_is_no_longer_planned_only_where_it_was(child):
    kind = MilestoneKind.ADOPTION_NO_LONGER_PLANNED
    with pytest.raises(ValidationError, match="No authority to place for adoption"):
        actions.note_milestone(child=child, kind=kind, happened_on=LATER, by=None)

    actions.note_milestone(child=child, kind=MilestoneKind.ADOPTION_AUTHORISED, happened_on=SINCE, by=None)
    assert actions.note_milestone(child=child, kind=kind, happened_on=LATER, by=None)


def test_short_breaks_end_only_where_there_were_some(child):
    kind = MilestoneKind.SHORT_BREAKS_ENDED
    with pytest.raises(ValidationError, match="No short breaks are on record"):
        actions.note_milestone(child=child, kind=kind, happened_on=LATER, by=None)

    actions.note_milestone(child=child, kind=MilestoneKind.SHORT_BREAKS_AGREED, happened_on=SINCE, by=None)
    assert actions.note_milestone(child=child, kind=kind, happened_on=LATER, by=None)


def test_an_officer_changes_only_the_care_of_their_own(child):
    with pytest.raises(NotYours):
        actions.come_into_care(
            child=child, started=SINCE, legal_status="C2", place="U6", by=people.user(Role.IRO)
        )
