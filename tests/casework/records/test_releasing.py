"""The decisions go out alone; the manager agrees or objects; nothing is deleted."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from holdfast.casework.access.rules import NotAllowed
from holdfast.casework.audit.mutability import OnlyAdded
from holdfast.casework.people.queries import NotYours
from holdfast.casework.records import actions
from holdfast.casework.records.models import Release
from tests.builders import people
from tests.casework.records.conftest import RELEASED


def release(scene, on=RELEASED, by=None):
    return actions.release_decisions(review=scene.review, on=on, by=by or scene.officer)


def test_a_release_keeps_what_was_sent(scene):
    decision = scene.decision()
    first = release(scene)

    actions.change_decision(decision=decision, changes={"what": "A dentist in June"}, by=scene.officer)
    second = release(scene, on=date(2016, 6, 7))

    assert [one["what"] for one in first.decisions] == ["A dentist for Alice"]
    assert [one["what"] for one in second.decisions] == ["A dentist in June"]
    with pytest.raises(OnlyAdded):
        first.delete()


def test_pressing_twice_releases_once(scene):
    scene.decision()

    assert release(scene) == release(scene, on=date(2016, 6, 3))
    assert Release.objects.count() == 1


def test_there_must_be_something_to_release_of_a_completed_review(scene):
    with pytest.raises(ValidationError, match="no decision to release"):
        release(scene)
    scene.decision()
    with pytest.raises(ValidationError, match="before the review was completed"):
        release(scene, on=date(2016, 5, 26))
    scene.review.completed_on = None
    scene.review.save()
    with pytest.raises(ValidationError, match="not completed yet"):
        release(scene)


def test_the_manager_agrees(scene):
    scene.decision()

    given = actions.answer_decisions(
        release=release(scene), answer="agrees", on=date(2016, 6, 6), by=scene.team_manager
    )

    assert (given.name, given.answered_on) == ("Pat Hollis", date(2016, 6, 6))


def test_an_objection_is_an_entry_with_the_officers_answer(scene):
    decision = scene.decision()
    sent = release(scene)
    about = {"release": sent, "answer": "objects", "decision": decision, "by": scene.team_manager}
    with pytest.raises(ValidationError, match="what you object to"):
        actions.answer_decisions(**about, text=" ", on=date(2016, 6, 6))

    objection = actions.answer_decisions(**about, text="There is one already.", on=date(2016, 6, 6))
    again = actions.answer_decisions(**about, text="There is one already.", on=date(2016, 6, 6))
    reply = actions.reply_to_objection(
        objection=objection, text="That one retired.", on=date(2016, 6, 7), by=scene.officer
    )
    agreed = actions.answer_decisions(
        release=sent, answer="agrees", on=date(2016, 6, 8), by=scene.team_manager
    )

    assert objection == again
    assert list(sent.answers.all()) == [objection, agreed]
    assert list(objection.replies.all()) == [reply]
    with pytest.raises(ValidationError, match="nothing to answer"):
        actions.reply_to_objection(objection=agreed, text="Thank you.", by=scene.officer)


def test_business_support_types_what_came_by_email_and_names_who_wrote_it(scene):
    scene.decision()
    sent = release(scene)

    with pytest.raises(ValidationError, match="Name the manager"):
        actions.answer_decisions(release=sent, answer="agrees", on=date(2016, 6, 6), by=scene.support)
    given = actions.answer_decisions(
        release=sent, answer="agrees", name="Pat Hollis", on=date(2016, 6, 6), by=scene.support
    )

    assert (given.name, given.answered_by) == ("Pat Hollis", scene.support)


def test_nobody_answers_what_they_released(scene):
    scene.decision()
    sent = release(scene, by=scene.manager)

    with pytest.raises(ValidationError, match="somebody else types"):
        actions.answer_decisions(release=sent, answer="agrees", name="Pat Hollis", by=scene.manager)


def test_the_later_release_is_the_one_to_answer(scene):
    scene.decision()
    first = release(scene)
    scene.decision("A bicycle")
    release(scene, on=date(2016, 6, 3))

    with pytest.raises(ValidationError, match="released again since"):
        actions.answer_decisions(release=first, answer="agrees", by=scene.team_manager)


def test_a_manager_of_another_team_and_a_social_worker_do_not_answer(scene):
    from holdfast.casework.access.roles import Role

    scene.decision()
    sent = release(scene)
    other = people.user(Role.TEAM_MANAGER, name="Ash Lowe")
    people.worker("Ash Lowe", other)

    with pytest.raises(NotYours):
        actions.answer_decisions(release=sent, answer="agrees", by=other)
    with pytest.raises(NotAllowed):
        actions.answer_decisions(release=sent, answer="agrees", by=scene.social_worker)


def test_the_social_worker_says_when_the_care_plan_was_brought_up_to_date(scene):
    on = date(2016, 6, 9)

    first = actions.care_plan_updated(review=scene.review, updated_on=on, on=on, by=scene.social_worker)

    assert first == actions.care_plan_updated(review=scene.review, updated_on=on, on=on, by=scene.support)
    with pytest.raises(ValidationError, match="still to come"):
        actions.care_plan_updated(
            review=scene.review, updated_on=date(2016, 6, 10), on=on, by=scene.social_worker
        )
    with pytest.raises(ValidationError, match="This is before 27 May 2016"):
        actions.care_plan_updated(
            review=scene.review, updated_on=date(2016, 5, 1), on=on, by=scene.social_worker
        )
