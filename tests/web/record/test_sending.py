"""Who receives a record, and many records sent at once with one undo."""

from __future__ import annotations

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.records.models import Recipient

DAY = {"sent_on_0": "31", "sent_on_1": "3", "sent_on_2": "2017"}


def text(response) -> str:
    return response.content.decode()


@pytest.fixture
def everybody(things):
    return [str(one.public_id) for one in Recipient.objects.filter(record=things.world.review.record)]


def test_those_ticked_are_noted_with_the_day(as_role, address, everybody):
    client = as_role(Role.BUSINESS_SUPPORT)

    none = client.post(address("recipients", signed=True), DAY | {"send": "1"})
    client.post(address("recipients", signed=True), DAY | {"send": "1", "recipient": everybody[:2]})

    assert "Tick at least one person it went to." in text(none)
    assert Recipient.objects.filter(sent_on__isnull=False).count() == 2
    client.post(address("recipients", signed=True), {"take_back": everybody[0]})
    assert Recipient.objects.filter(sent_on__isnull=False).count() == 1


def test_a_day_before_the_record_was_signed_is_refused(as_role, address, everybody):
    early = {"sent_on_0": "1", "sent_on_1": "1", "sent_on_2": "2016", "send": "1", "recipient": everybody}

    response = as_role(Role.BUSINESS_SUPPORT).post(address("recipients", signed=True), early)

    assert response.status_code == 400
    assert not Recipient.objects.filter(sent_on__isnull=False).exists()


def test_what_somebody_receives_is_changed_and_others_are_added(as_role, address, things, everybody):
    client = as_role(Role.BUSINESS_SUPPORT)
    none = client.post(
        address("recipient", everybody[0], signed=True), {"version": "none", "method": "post", "left_out": ""}
    )
    assert "Say why no record goes to them." in text(none)
    client.post(
        address("recipient", everybody[0], signed=True),
        {"version": "none", "method": "post", "left_out": "Asked not to have it"},
    )
    client.post(
        address("recipient_new", signed=True),
        {"name": "Bea Hill", "relation": "advocate", "version": "full", "method": "email"},
    )

    page = text(client.get(address("recipients", signed=True)))
    assert "Asked not to have it" in page
    assert "Bea Hill" in page


def test_the_list_is_made_before_the_record_is_signed_if_somebody_wants_it(as_role, address, things):
    response = as_role(Role.BUSINESS_SUPPORT).post(address("recipients"), {"list": "1"}, follow=True)

    assert "3 added to the list." in text(response)


def test_many_are_sent_and_undone_once(as_role, everybody):
    client = as_role(Role.BUSINESS_SUPPORT)
    page = text(client.get(reverse("records_to_send")))
    assert "3 versions of signed records wait" in page

    client.post(reverse("records_to_send"), DAY | {"recipient": everybody})
    assert Recipient.objects.filter(sent_on__isnull=False).count() == 3
    assert "You noted 3 as sent." in text(client.get(reverse("records_to_send")))
    client.post(reverse("records_unsend"))

    assert not Recipient.objects.filter(sent_on__isnull=False).exists()
    assert "There is nothing left to undo here." in text(client.post(reverse("records_unsend"), follow=True))


def test_the_filter_is_in_the_address_and_stays_while_sending(as_role, everybody):
    client = as_role(Role.BUSINESS_SUPPORT)
    address = reverse("records_to_send") + "?version=decisions"

    page = text(client.get(address))
    response = client.post(address, DAY | {"recipient": everybody[:1]})

    assert "1 version of signed records waits" in page
    assert response["Location"] == address
    assert "None fits this choice" in text(client.get(reverse("records_to_send") + "?method=email"))


def test_nobody_sends_what_is_not_theirs(as_role, world, everybody):
    from holdfast.casework.people.models import Allocation

    Allocation.objects.filter(child=world.alice).delete()
    client = as_role(Role.IRO)

    client.post(reverse("records_to_send"), DAY | {"recipient": everybody})

    assert not Recipient.objects.filter(sent_on__isnull=False).exists()
    assert "Nothing waits to be sent" in text(client.get(reverse("records_to_send")))


def test_nothing_ticked_and_no_id_are_said(as_role, things):
    client = as_role(Role.BUSINESS_SUPPORT)

    assert "Tick at least one record that went." in text(client.post(reverse("records_to_send"), DAY))
    assert client.post(reverse("records_to_send"), DAY | {"recipient": ["x"]}).status_code == 400
    assert client.get(reverse("records_to_send") + "?chair=x&page=x").status_code == 200
