"""An edition moves by the one table: by whoever's move it is, another person where independence asks, with a reason."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from holdfast.casework.access.roles import Role
from holdfast.casework.access.rules import NotAllowed
from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.editions import actions, rules
from holdfast.casework.editions.models import Edition
from holdfast.casework.editions.queries import hands_of, steps_of
from holdfast.casework.publishing.actions import write_text
from holdfast.domain.edition_states import Hand, State
from tests.builders import editions, people

pytestmark = pytest.mark.django_db


@pytest.fixture
def people_of() -> SimpleNamespace:
    """Enough people of each role that no move fails for want of another person."""
    return SimpleNamespace(
        author=people.user(Role.ANALYST, name="Ann Author"),
        analyst=people.user(Role.ANALYST, name="Robin Check"),
        manager=people.user(Role.IRO_MANAGER, name="Ali Sign"),
        other=people.user(Role.IRO_MANAGER, name="Kit Other"),
        senior=people.user(Role.SENIOR_MANAGER, name="Jo Publish"),
    )


def sign(edition: Edition, by: Any, left: tuple[str, ...] = (), **how: Any) -> None:
    actions.sign(edition=edition, unsettled=lambda inputs: left, by=by, **how)


def test_an_edition_goes_from_draft_to_withdrawn_by_four_people(people_of) -> None:
    edition = editions.draft(by=people_of.author)

    actions.check(edition=edition, by=people_of.analyst)
    sign(edition, people_of.manager)
    actions.publish(edition=edition, by=people_of.senior)
    actions.withdraw(edition=edition, reason=" A figure was wrong. ", by=people_of.other)

    told = [(step.move, step.from_state, step.to_state, step.by, step.reason) for step in steps_of(edition)]
    assert told == [
        ("check", "draft", "checked", people_of.analyst, ""),
        ("sign", "checked", "signed", people_of.manager, ""),
        ("publish", "signed", "published", people_of.senior, ""),
        ("withdraw", "published", "withdrawn", people_of.other, "A figure was wrong."),
    ]
    verbs = AuditEvent.objects.filter(subject_type="editions.Edition").values_list("verb", flat=True)
    assert list(verbs) == [
        f"edition.{deed}" for deed in ("prepared", "checked", "signed", "published", "withdrawn")
    ]


def test_who_prepared_it_does_not_check_it(people_of) -> None:
    edition = editions.draft(by=people_of.author)

    with pytest.raises(rules.AnotherPerson, match=r"You prepared this edition.* takes somebody else to mark"):
        actions.check(edition=edition, by=people_of.author)

    assert (edition.state, steps_of(edition).count()) == (State.DRAFT, 0)


def test_who_wrote_any_of_its_words_does_not_check_it(people_of) -> None:
    write_text(year_ending=2017, slot="introduction", text="Our first go.", by=people_of.analyst)
    write_text(year_ending=2017, slot="introduction", text="Our year.", by=people_of.author)
    edition = editions.draft(by=people_of.author)

    with pytest.raises(rules.AnotherPerson):
        actions.check(edition=edition, by=people_of.analyst)


def test_words_of_another_report_or_written_later_are_none_of_its_words(people_of) -> None:
    write_text(year_ending=2017, slot="board-key-issues", text="The board.", by=people_of.analyst)
    write_text(year_ending=2018, slot="introduction", text="Last year.", by=people_of.analyst)
    edition = editions.draft(by=people_of.author)
    write_text(year_ending=2017, slot="introduction", text="For the next edition.", by=people_of.analyst)

    actions.check(edition=edition, by=people_of.analyst)

    assert edition.state == State.CHECKED


def test_who_gathered_its_words_anew_made_it(people_of) -> None:
    edition = editions.draft(by=people_of.author)
    actions.rewrite_words(edition=edition, inputs=b"others", by=people_of.analyst)

    assert hands_of(edition, people_of.analyst) == {Hand.MADE}


def test_who_checked_it_does_not_sign_it_and_who_signed_it_does_not_publish_it(people_of) -> None:
    edition = editions.draft(by=people_of.author)
    actions.check(edition=edition, by=people_of.manager)
    with pytest.raises(rules.AnotherPerson, match="You checked this edition"):
        sign(edition, people_of.manager)
    sign(edition, people_of.other)
    with pytest.raises(rules.AnotherPerson, match="You signed this edition off"):
        actions.publish(edition=edition, by=people_of.other)

    actions.publish(edition=edition, by=people_of.manager)

    assert Edition.objects.get(pk=edition.pk).state == State.PUBLISHED


def test_what_was_checked_before_it_was_sent_back_no_longer_counts(people_of) -> None:
    edition = editions.draft(by=people_of.author)
    actions.check(edition=edition, by=people_of.manager)
    actions.send_back(edition=edition, reason="Table 4 has no base.", by=people_of.analyst)
    actions.check(edition=edition, by=people_of.other)

    sign(edition, people_of.manager)

    assert edition.state == State.SIGNED


def test_a_move_is_the_roles_that_may(people_of) -> None:
    edition = editions.draft(by=people_of.author)
    officer = people.user(Role.IRO)
    with pytest.raises(NotAllowed):
        actions.check(edition=edition, by=officer)
    actions.check(edition=edition, by=people_of.analyst)
    for by in (people_of.author, people_of.senior):
        with pytest.raises(NotAllowed):
            sign(edition, by)


def test_it_is_not_signed_while_something_is_to_be_settled(people_of) -> None:
    edition = editions.brought_to(editions.draft(), State.CHECKED)
    left = ("A figure in the introduction moved.", "An implication is not answered.")

    with pytest.raises(rules.Unsettled, match=r"moved\. An implication") as refusal:
        sign(edition, people_of.manager, left)

    assert refusal.value.sentences == left
    assert Edition.objects.get(pk=edition.pk).state == State.CHECKED


def test_a_reason_is_needed_to_send_back_and_to_withdraw(people_of) -> None:
    edition = editions.brought_to(editions.draft(), State.CHECKED)
    for act in (actions.send_back, actions.withdraw):
        with pytest.raises(ValidationError, match="Say why"):
            act(edition=edition, reason="  ", by=people_of.manager)
    with pytest.raises(ValidationError, match="2,000 characters"):
        actions.withdraw(edition=edition, reason="x" * 2001, by=people_of.manager)


def test_what_was_changed_after_the_page_was_opened_is_not_checked_unread(people_of) -> None:
    edition = editions.draft(by=people_of.author)
    seen = edition.digest
    actions.rewrite_words(edition=edition, inputs=b"others", by=people_of.author)

    with pytest.raises(rules.Changed, match="Read it again"):
        actions.check(edition=edition, by=people_of.analyst, seen=seen)


def test_from_the_check_on_nothing_of_it_changes(people_of) -> None:
    edition = editions.brought_to(editions.draft(), State.CHECKED)
    with pytest.raises(rules.NotNow, match=r"This edition is checked\. Nobody can take the words anew now"):
        actions.rewrite_words(edition=edition, inputs=b"others", by=people_of.author)


def test_two_editions_of_a_report_bear_two_numbers() -> None:
    assert [editions.draft().number for _ in range(3)] == [1, 2, 3]
    assert editions.draft(year_ending=2018).number == 1


def test_a_snapshot_whose_digest_is_not_its_own_is_refused() -> None:
    with pytest.raises(ValueError, match="digest"):
        editions.draft(tables_digest="0" * 64)
