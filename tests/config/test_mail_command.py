"""`holdfast mail`: writes what is due, sends what waits, prints counts only, and sends nothing in a demonstration."""

from __future__ import annotations

from datetime import date

import pytest
from click.testing import CliRunner
from django.core import mail as outbox

from holdfast.casework.notices.models import Letter
from holdfast.casework.people.models import AllocationRole
from holdfast.config.commands import mail
from tests.builders import care, demonstration, people
from tests.builders import notices as build

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _records_are_open(monkeypatch, settings, tmp_path):
    monkeypatch.setattr(mail, "open_records", lambda: None)
    settings.MAIL_FOLDER = tmp_path / "mail"
    settings.TODAY = None


@pytest.fixture
def jo():
    """A social worker of whom papers are asked by 6 April 2017."""
    jo = people.worker("Jo Reed")
    jo.email = "jo@council.example"
    jo.save()
    alice = care.in_care(date(2016, 5, 2), people.child("Alice Arden"))
    people.allocated(alice, jo, AllocationRole.SOCIAL_WORKER)
    build.booked(alice, date(2017, 4, 11))
    return jo


def run(*arguments: str) -> str:
    result = CliRunner().invoke(mail.mail, arguments)
    assert result.exit_code == 0, result.output
    return result.output


def test_it_writes_sends_and_prints_counts_only(jo):
    told = run("--on", "2017-04-03")

    assert (
        "Written: 1 with what waits for somebody, 0 on reviews moved or cancelled, 0 to answer a concern, "
        "0 on quarterly packs." in told
    )
    assert "Sent: 1. Failed, tried again next time: 0." in told
    for word in ("Jo", "council.example", "Alice"):
        assert word not in told
    assert [message.to for message in outbox.outbox] == [["jo@council.example"]]
    assert "Written: 0" in run("--on", "2017-04-03")
    assert len(outbox.outbox) == 1


def test_the_demonstration_sends_nothing(jo, settings):
    demonstration.demonstration()

    told = run("--on", "2017-04-03")

    assert "This is the demonstration: nothing left this machine." in told
    assert outbox.outbox == []
    (file,) = settings.MAIL_FOLDER.iterdir()
    assert "Papers for the review" in file.read_text()
    assert Letter.objects.get().sent_at is not None


def test_what_needs_somebody_is_said(jo):
    jo.email = ""
    jo.save()
    build.letter(1, tries=10)

    told = run("--on", "2017-04-03")

    assert "no work e-mail on record: 1." in told
    assert "given up: 1." in told


def test_a_day_that_is_none_is_refused_in_words():
    assert CliRunner().invoke(mail.mail, ["--on", "soon"]).exit_code == 2
