"""E-mails about packs: a link and a day, each once, and never a child."""

from __future__ import annotations

from datetime import date

import pytest

from holdfast.casework.access.roles import Role
from holdfast.casework.editions import packs_actions
from holdfast.casework.notices.actions import tell_of_packs
from holdfast.casework.notices.models import Letter
from tests.builders import concerns, people
from tests.builders import packs as build

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader():
    return concerns.staff("Kit Marlow", Role.SENIOR_MANAGER).user


def written() -> list[tuple[str, str]]:
    return list(Letter.objects.order_by("id").values_list("template", "to"))


def test_the_manager_is_told_of_a_draft_once_and_once_more_on_its_day():
    concerns.staff("Morgan Vale", Role.IRO_MANAGER)
    build.draft()

    told = [tell_of_packs(on=date(2017, 1, day), by=None) for day in (16, 16, 20, 23, 24)]

    assert told == [1, 0, 0, 1, 0]
    assert [template for template, _ in written()] == ["pack_draft", "pack_due"]
    assert tell_of_packs(on=date(2017, 3, 1), by=None) == 0


def test_a_reader_is_told_that_a_pack_is_there_unless_they_opened_it(reader):
    edition = build.draft()
    build.sent(edition, reader)

    assert tell_of_packs(on=date(2017, 3, 20), by=None) == 1
    assert tell_of_packs(on=date(2017, 3, 21), by=None) == 0
    assert written() == [("pack_sent", "kit@council.example")]
    text = Letter.objects.get().text
    assert f"/packs/{edition.public_id}" in text
    assert "by Friday 7 April 2017" in text


def test_of_a_pack_that_was_opened_nobody_is_told(reader):
    edition = build.draft()
    build.sent(edition, reader)
    packs_actions.open_pack(reader, edition.public_id)

    assert tell_of_packs(on=date(2017, 3, 20), by=None) == 0


def test_a_reader_is_reminded_before_and_after_the_day_and_nothing_goes_twice(reader):
    build.sent(build.draft(), reader)
    days = [date(2017, 4, day) for day in (3, 5, 5, 6, 10, 11)]

    told = [tell_of_packs(on=day, by=None) for day in days]

    assert told == [0, 1, 0, 0, 1, 0]
    assert [template for template, _ in written()] == ["pack_soon", "pack_passed"]


def test_who_has_answered_is_not_reminded(reader):
    (receipt,) = build.sent(build.draft(), reader)
    packs_actions.answer(receipt=receipt, text="Done.", by=reader)

    assert tell_of_packs(on=date(2017, 4, 5), by=None) == 0


def test_no_e_mail_names_a_child_or_a_team(reader):
    people.child("Alice Arden")
    build.sent(build.draft(build.plan(team="North team")), reader)
    for day in (date(2017, 3, 20), date(2017, 4, 5), date(2017, 4, 10)):
        tell_of_packs(on=day, by=None)

    for letter in Letter.objects.all():
        assert "Alice" not in letter.text + letter.subject
        assert "North team" not in letter.text + letter.subject


def test_who_has_no_e_mail_on_record_gets_none():
    build.sent(build.draft(), people.user(Role.SENIOR_MANAGER))

    assert tell_of_packs(on=date(2017, 3, 20), by=None) == 0
