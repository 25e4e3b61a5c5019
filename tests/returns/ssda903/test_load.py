"""A return in the record: added once, changed by a later return, never over what somebody typed."""

from __future__ import annotations

from datetime import date

import pytest

from holdfast.casework.access.roles import Role
from holdfast.casework.access.rules import NotAllowed
from holdfast.casework.audit.queries import events_about
from holdfast.casework.care import actions as care_actions
from holdfast.casework.care.models import AsylumStatus, CareLeaverYear, Episode, HealthYear, PeriodOfCare
from holdfast.casework.intake import actions
from holdfast.casework.intake.models import Keep, Mismatch, ReturnIntake
from holdfast.casework.intake.rules import AlreadySettled, AnotherImportLoads
from holdfast.casework.intake.states import State
from holdfast.casework.people import actions as people_actions
from holdfast.casework.people.models import Child
from holdfast.casework.provenance.models import FieldChange, Owner
from holdfast.casework.provenance.queries import history_of, owner_of
from holdfast.casework.reviews import actions as review_actions
from holdfast.casework.reviews.models import Review
from holdfast.returns.ssda903.faults import Fault
from holdfast.returns.ssda903.load import RefusedReturn, load, receive
from holdfast.returns.ssda903.return_set import ReturnSet
from tests.builders import people
from tests.builders.returns import (
    ALICE,
    BOB,
    a_return,
    episode,
    header,
    health,
    one_return,
    return_set,
    review,
)

pytestmark = pytest.mark.django_db

MAY, AUGUST = date(2016, 5, 1), date(2016, 8, 1)


def waiting(read: ReturnSet) -> ReturnIntake:
    """An import that waits to be loaded; nobody has looked for warnings, which takes a while."""
    intake = actions.receive(by=None)
    actions.has_been_read(
        intake=intake, years=[one.year_ending for one in read.returns], refused=False, by=None
    )
    return intake


def bring_in(read: ReturnSet) -> dict:
    return load(read, intake=waiting(read), by=None)


def small(**changes: object) -> ReturnSet:
    """Alice in care since May 2016, one review, her health; `changes` to her episode."""
    return a_return(
        Header=header(ALICE),
        Episodes=[episode(ALICE, MAY, **changes)],
        Reviews=[review(ALICE, AUGUST)],
        OC2=[health(ALICE, SDQ_SCORE=10, TEETH_CHECK="1")],
    )


def everything() -> list:
    """All that the record holds, but for the diary and the imports."""
    kinds = (
        Child,
        Episode,
        Review,
        HealthYear,
        CareLeaverYear,
        AsylumStatus,
        PeriodOfCare,
        FieldChange,
        Mismatch,
    )
    return [list(kind.objects.order_by("pk").values()) for kind in kinds]


def test_load_writes_every_table_and_says_what_it_did() -> None:
    read = a_return(
        Header=header(ALICE, BOB),
        Episodes=[episode(ALICE, MAY, AUGUST, REASON_PLACE_CHANGE="CARPL"), episode(ALICE, AUGUST, RNE="P")],
        Reviews=[review(ALICE, AUGUST, "PN2")],
        OC2=[health(ALICE, SDQ_SCORE=10, TEETH_CHECK="1")],
        OC3=[{"CHILD": "B2", "DOB": BOB["DOB"], "IN_TOUCH": "YES", "ACTIV": "F1", "ACCOM": "B1"}],
        UASC=[{"CHILD": "B2", "DUC": date(2017, 1, 1)}],
    )
    analyst = people.user(Role.ANALYST)
    intake = receive(return_set=read, by=analyst)

    counts = load(read, intake=intake, by=analyst)

    alice, benedict = Child.objects.order_by("number")
    assert {name: c["added"] for name, c in counts.items()} == {
        "child": 2,
        "episode": 2,
        "review": 1,
        "healthyear": 1,
        "careleaveryear": 1,
        "asylumstatus": 1,
    }
    assert (alice.number, alice.sex, alice.born, alice.ethnicity) == ("A1", "F", date(2005, 5, 1), "WBRI")
    assert list(
        alice.episodes.values_list("started", "ended", "reason_ended", "reason_moved", "place_post")
    ) == [
        (MAY, AUGUST, "X1", "CARPL", "ZZ1 1AA"),
        (AUGUST, None, "", "", "ZZ1 1AA"),
    ]
    assert [(p.started, p.ended) for p in alice.periods_of_care.all()] == [(MAY, None)]
    assert list(alice.reviews.values_list("held_on", "completed_on", "participation")) == [
        (AUGUST, AUGUST, "PN2")
    ]
    assert alice.health_years.get().sdq_score == 10
    assert (benedict.care_leaver_years.get().in_touch, benedict.asylum_status.ceased) == (
        "YES",
        date(2017, 1, 1),
    )
    assert owner_of(alice, "born") == Owner.RETURN
    intake.refresh_from_db()
    assert (intake.state, intake.years, intake.counts) == (State.LOADED, [2017], counts)
    assert [e.verb for e in events_about(intake)] == [
        "return.received",
        "return.findings_noted",
        "return.waiting",
        "return.loading",
        "return.loaded",
    ]


def test_load_of_the_same_return_again_changes_nothing() -> None:
    bring_in(small())
    before = everything()

    counts = bring_in(small())

    assert everything() == before
    assert {n: c for kind in counts.values() for n, c in kind.items() if c and n != "unchanged"} == {}


def test_a_later_return_changes_what_returns_own_and_keeps_what_stood_there() -> None:
    bring_in(small())
    later = one_return(
        2018,
        Header=header({**ALICE, "ETHNIC": "MWBC"}),
        Episodes=[episode(ALICE, MAY, date(2017, 6, 1), REC="E4A")],
    )

    bring_in(return_set(later))

    alice, stay = Child.objects.get(), Episode.objects.get()
    assert (alice.ethnicity, stay.ended, stay.reason_ended) == ("MWBC", date(2017, 6, 1), "E4A")
    assert [(c.field, c.before, c.after) for c in history_of(stay)] == [
        ("ended", "", "2017-06-01"),
        ("reason_ended", "", "E4A"),
    ]
    assert PeriodOfCare.objects.get().reason_ended == "E4A"
    assert Review.objects.get().withdrawn_at is None


def test_an_earlier_return_brought_in_later_does_not_undo_the_later_one() -> None:
    later = one_return(
        2018, Header=header(ALICE), Episodes=[episode(ALICE, MAY, date(2017, 6, 1), REC="E4A")]
    )
    bring_in(return_set(later))

    bring_in(small())

    assert Episode.objects.get().reason_ended == "E4A"
    assert Review.objects.count() == 1


def test_several_years_at_once_are_as_one_after_the_other() -> None:
    first = one_return(2017, Header=header(ALICE), Episodes=[episode(ALICE, MAY)])
    second = one_return(
        2018, Header=header(ALICE), Episodes=[episode(ALICE, MAY, date(2017, 6, 1), REC="E4A")]
    )

    bring_in(return_set(first, second))

    assert Episode.objects.get().ended == date(2017, 6, 1)
    assert (Episode.objects.get().in_returns_from, Episode.objects.get().in_returns_to) == (2017, 2018)


def test_what_was_typed_stays_and_the_difference_is_listed_once() -> None:
    bring_in(small())
    stay = Episode.objects.get()
    care_actions.correct_episode(episode=stay, changes={"place": "K2"}, by=None)

    for _ in range(2):
        bring_in(small(LS="C1"))

    stay.refresh_from_db()
    difference = Mismatch.objects.get()
    assert (stay.place, stay.legal_status) == ("K2", "C1")
    assert (difference.field, difference.ours, difference.returned) == ("place", "K2", "U6")
    assert difference.child == stay.child


def test_settling_for_ours_keeps_it_and_does_not_ask_again() -> None:
    bring_in(small())
    stay, manager = Episode.objects.get(), people.user()
    care_actions.correct_episode(episode=stay, changes={"place": "K2"}, by=manager)
    bring_in(small())

    actions.settle(mismatch=Mismatch.objects.get(), keep="ours", by=manager)
    bring_in(small())

    stay.refresh_from_db()
    difference = Mismatch.objects.get()
    assert (stay.place, difference.kept, difference.settled_by) == ("K2", Keep.OURS, manager)
    with pytest.raises(AlreadySettled):
        actions.settle(mismatch=difference, keep="return", by=manager)

    bring_in(small(PLACE="R1"))

    assert Mismatch.objects.filter(settled_at=None).get().returned == "R1"


def test_settling_for_the_return_takes_its_value_and_gives_the_field_back() -> None:
    bring_in(small())
    stay, manager = Episode.objects.get(), people.user()
    care_actions.correct_episode(episode=stay, changes={"started": date(2016, 5, 4)}, by=manager)
    bring_in(small())

    actions.settle(mismatch=Mismatch.objects.get(), keep=Keep.RETURN, by=manager)

    stay.refresh_from_db()
    assert (stay.started, owner_of(stay, "started")) == (MAY, Owner.RETURN)
    assert PeriodOfCare.objects.get().started == MAY
    assert [(c.before, c.after) for c in history_of(stay)] == [
        ("2016-05-01", "2016-05-04"),
        ("2016-05-04", "2016-05-01"),
    ]
    assert [e.verb for e in events_about(Mismatch.objects.get())] == ["mismatch.settled"]


def test_a_difference_that_has_gone_settles_itself() -> None:
    bring_in(small())
    stay = Episode.objects.get()
    care_actions.correct_episode(episode=stay, changes={"place": "K2"}, by=None)
    bring_in(small())

    bring_in(small(PLACE="K2"))

    assert Mismatch.objects.get().kept == Keep.SAME


def test_settling_is_for_those_who_may() -> None:
    bring_in(small())
    people_actions.correct_child(child=Child.objects.get(), changes={"sex": "M"}, by=None)
    bring_in(small())

    with pytest.raises(NotAllowed):
        actions.settle(mismatch=Mismatch.objects.get(), keep="ours", by=people.iro_of(Child.objects.get()))


def test_a_corrected_key_is_still_found_by_what_the_return_calls_it() -> None:
    bring_in(small())
    care_actions.correct_episode(
        episode=Episode.objects.get(), changes={"started": date(2016, 5, 4)}, by=None
    )
    review_actions.correct_review(
        review=Review.objects.get(),
        changes={"held_on": date(2016, 8, 2), "completed_on": date(2016, 8, 2)},
        by=None,
    )

    bring_in(small())

    assert (Episode.objects.count(), Review.objects.count()) == (1, 1)
    assert sorted(Mismatch.objects.values_list("field", flat=True)) == ["completed_on", "held_on", "started"]


def test_a_return_corrected_to_what_was_typed_speaks_of_the_same_record() -> None:
    bring_in(small())
    care_actions.correct_episode(
        episode=Episode.objects.get(), changes={"started": date(2016, 5, 4)}, by=None
    )

    bring_in(small(DECOM=date(2016, 5, 4)))

    assert Episode.objects.count() == 1
    assert not Mismatch.objects.exists()


def test_both_reviews_of_a_return_where_one_was_corrected_to_the_day_of_the_other() -> None:
    bring_in(small())
    moved_to = date(2016, 9, 1)
    review_actions.correct_review(
        review=Review.objects.get(), changes={"held_on": moved_to, "completed_on": moved_to}, by=None
    )

    both = a_return(
        Header=header(ALICE),
        Episodes=[episode(ALICE, MAY)],
        Reviews=[review(ALICE, AUGUST), review(ALICE, moved_to)],
    )
    bring_in(both)

    assert Review.objects.get().held_on == moved_to
    assert set(Mismatch.objects.values_list("field", flat=True)) == {"held_on", "completed_on"}


def test_a_row_gone_from_the_corrected_return_is_taken_back_and_comes_back() -> None:
    bring_in(small())
    without = a_return(Header=header(ALICE), Episodes=[episode(ALICE, MAY)], Reviews=[], OC2=[])

    counts = bring_in(without)

    assert (counts["review"]["withdrawn"], counts["healthyear"]["withdrawn"]) == (1, 1)
    assert Review.objects.get().withdrawn_at is not None
    bring_in(small())
    assert Review.objects.filter(withdrawn_at=None).count() == 1
    assert HealthYear.objects.get().withdrawn_at is None


def test_a_table_that_was_not_handed_in_takes_nothing_back() -> None:
    bring_in(small())

    bring_in(a_return(Header=header(ALICE), Episodes=[episode(ALICE, MAY)]))

    assert Review.objects.get().withdrawn_at is None
    assert HealthYear.objects.get().withdrawn_at is None


def test_a_typed_record_gone_from_the_return_is_for_a_person_to_settle() -> None:
    bring_in(small())
    review_actions.correct_review(review=Review.objects.get(), changes={"participation": "PN3"}, by=None)
    without = a_return(Header=header(ALICE), Episodes=[episode(ALICE, MAY)], Reviews=[])

    bring_in(without)

    difference = Mismatch.objects.get()
    assert (difference.field, Review.objects.get().withdrawn_at) == ("*", None)
    actions.settle(mismatch=difference, keep="return", by=None)
    assert Review.objects.get().withdrawn_at is not None


def test_a_child_typed_first_keeps_what_was_typed_and_gains_what_was_blank() -> None:
    alice = people_actions.add_child(number="A1", name="Alice Arden", born=date(2005, 5, 2), by=None)

    bring_in(small())

    alice.refresh_from_db()
    assert (alice.name, alice.born, alice.ethnicity) == ("Alice Arden", date(2005, 5, 2), "WBRI")
    assert Mismatch.objects.get().field == "born"
    assert owner_of(alice, "ethnicity") == Owner.RETURN


def test_wrong_rows_are_kept_as_they_are() -> None:
    wrong = a_return(
        Header=header({**ALICE, "SEX": "9", "ETHNIC": "??"}),
        Episodes=[
            episode(ALICE, MAY, date(2016, 4, 1)),
            episode(ALICE, date(2016, 4, 15), REC="E4A", RNE=None, LS="C9"),
        ],
        Reviews=[review(ALICE, AUGUST, "PN99"), review(ALICE, AUGUST, None), review(ALICE, None)],
        OC2=[health({"CHILD": "NOBODY", "DOB": None}, SDQ_SCORE=99)],
    )

    bring_in(wrong)

    assert Episode.objects.count() == 2
    assert list(Review.objects.values_list("held_on", "participation")) == [(AUGUST, "")]
    assert HealthYear.objects.get().sdq_score == 99
    assert list(Child.objects.order_by("number").values_list("number", "sex")) == [
        ("A1", "9"),
        ("NOBODY", ""),
    ]


def test_an_error_half_way_leaves_the_record_as_it_was() -> None:
    def stop(step: str, done: int, total: int | None) -> None:
        if step == "Health years":
            raise OSError("the disk is full")

    read = small()
    intake = waiting(read)
    before = everything()

    with pytest.raises(OSError, match="disk"):
        load(read, intake=intake, by=None, progress=stop)

    intake.refresh_from_db()
    assert everything() == before
    assert (intake.state, intake.message) == (
        State.FAILED,
        "The import stopped by an error (OSError). Nothing was loaded.",
    )


def test_breaking_off_leaves_the_record_as_it_was() -> None:
    def stop(step: str, done: int, total: int | None) -> None:
        raise KeyboardInterrupt

    read = small()
    intake = waiting(read)

    with pytest.raises(KeyboardInterrupt):
        load(read, intake=intake, by=None, progress=stop)

    intake.refresh_from_db()
    assert (intake.state, Child.objects.count()) == (State.INTERRUPTED, 0)


def test_a_return_with_faults_is_refused() -> None:
    read = ReturnSet([], [Fault("episodes.csv", 3, "DECOM", "“yesterday”", "a date like 31/12/2016")])
    intake = receive(return_set=read, by=None)

    with pytest.raises(RefusedReturn):
        load(read, intake=intake, by=None)

    assert intake.state == State.REFUSED
    assert [f.message for f in intake.findings.all()] == [
        "episodes.csv, row 3, column DECOM: found “yesterday”; expected a date like 31/12/2016"
    ]


def test_a_second_import_is_told_while_one_loads() -> None:
    first, second = waiting(small()), waiting(small())
    actions.begin_loading(intake=first, by=None)

    with pytest.raises(AnotherImportLoads, match="Wait until it has ended"):
        load(small(), intake=second, by=None)

    second.refresh_from_db()
    assert second.state == State.WAITING
    ReturnIntake.objects.filter(pk=first.pk).update(process="elsewhere:1", alive_at="2016-01-01T00:00Z")
    load(small(), intake=second, by=None)
    first.refresh_from_db()
    assert (first.state, second.state) == (State.INTERRUPTED, State.LOADED)


def test_only_those_who_may_bring_in_a_return() -> None:
    with pytest.raises(NotAllowed):
        receive(return_set=small(), by=people.user(Role.IRO))

    assert not ReturnIntake.objects.exists()
