"""Sending: nothing twice, a failure waits with its reason, and a sending that was cut off is said."""

from __future__ import annotations

from datetime import timedelta
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone

from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.notices.actions import Posted, send_waiting, sending
from holdfast.casework.notices.models import Letter
from tests.builders import notices as build

pytestmark = pytest.mark.django_db


class Refusing(EmailBackend):
    """A mail server that does not take one address."""

    def send_messages(self, messages):
        (message,) = messages
        if message.to == ["worker1@council.example"]:
            raise SMTPRecipientsRefused({"worker1@council.example": (550, b"no such person: worker1")})
        return super().send_messages(messages)


class Away(EmailBackend):
    """A mail server that does not answer."""

    asked = 0

    def send_messages(self, messages):
        self.asked += 1
        raise SMTPServerDisconnected("please run connect() first")


def test_every_letter_goes_once() -> None:
    build.letter(1)
    build.letter(2)

    assert send_waiting(by=None) == Posted(sent=2)
    assert send_waiting(by=None) == Posted()
    assert [message.to for message in mail.outbox] == [
        ["worker1@council.example"],
        ["worker2@council.example"],
    ]
    assert mail.outbox[0].extra_headers["Message-ID"].startswith(f"<{Letter.objects.first().public_id}@")
    (event,) = AuditEvent.objects.filter(verb="letters.sent")
    assert event.detail == {"sent": 2, "failed": 0}


def test_one_that_is_refused_waits_with_the_reason_and_the_others_go() -> None:
    refused = build.letter(1)
    build.letter(2)

    assert send_waiting(by=None, connection=Refusing()) == Posted(sent=1, failed=1)

    refused.refresh_from_db()
    assert refused.failure == "The mail server refused the address (550)."
    assert refused.tries == 1
    assert send_waiting(by=None) == Posted(sent=1)
    refused.refresh_from_db()
    assert (refused.failure, refused.sent_at is not None) == ("", True)


def test_one_that_is_refused_ten_times_is_given_up() -> None:
    build.letter(1)

    posted = [send_waiting(by=None, connection=Refusing()) for _ in range(11)]

    assert posted[9] == Posted(failed=1, given_up=1)
    assert posted[10] == Posted(given_up=1)


def test_a_mail_server_that_is_away_is_asked_three_times_and_no_try_is_counted() -> None:
    for number in range(5):
        build.letter(number)
    away = Away()

    assert send_waiting(by=None, connection=away) == Posted(failed=3)

    assert away.asked == 3
    assert set(Letter.objects.values_list("tries", flat=True)) == {0}
    assert Letter.objects.first().failure == "The mail server could not be reached (SMTPServerDisconnected)."
    assert send_waiting(by=None) == Posted(sent=5)


def test_what_was_cut_off_is_said_and_goes_again_only_when_told() -> None:
    build.letter(1, taken_at=timezone.now() - timedelta(hours=2))
    build.letter(2, taken_at=timezone.now() - timedelta(minutes=1))  # another process has it in hand

    assert send_waiting(by=None) == Posted(cut_off=1)
    assert send_waiting(by=None, again=True) == Posted(sent=1)


def test_of_two_that_ask_for_a_letter_one_gets_it() -> None:
    letter = build.letter(1)

    assert [sending._take(letter), sending._take(letter)] == [True, False]


def test_one_that_another_process_took_is_left_to_it(monkeypatch) -> None:
    """The other took it after this one looked what waits."""
    build.letter(1)
    waiting = sending._waiting()
    Letter.objects.update(taken_at=timezone.now())
    monkeypatch.setattr(sending, "_waiting", lambda: waiting)

    assert send_waiting(by=None) == Posted()
    assert mail.outbox == []
