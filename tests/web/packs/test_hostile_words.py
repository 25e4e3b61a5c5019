"""Packs of a team and with answers whose words would break a page, an e-mail or a file: they stay words."""

from __future__ import annotations

from datetime import date
from email import message_from_bytes

import pytest
from django.core import mail
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.editions import packs_actions
from holdfast.casework.editions.models import Edition, PackAnswer
from holdfast.casework.notices.actions import send_waiting, tell_of_packs
from holdfast.casework.notices.models import Letter
from holdfast.web.packs.reading import KINDS
from tests.builders import packs as build
from tests.builders import people
from tests.reports.documents import HOSTILE

TEAM = "North\r\nBcc: all@evil.example\u202e<script>alert(1)</script>"
NAMES = {
    Role.SENIOR_MANAGER: "Kit <script>alert(2)</script>",
    Role.IRO_MANAGER: "Morgan\r\nBcc: x@evil.example",
}
TYPED = [
    text.replace("\x00", "").replace("\ud83d", "") for text in HOSTILE
]  # a form refuses these two by itself


@pytest.fixture
def sent(world) -> Edition:
    """A pack of a team of that name, to readers of such names, all of whom have an e-mail address."""
    for role, name in NAMES.items():
        user = world.users[role]
        type(user).objects.filter(pk=user.pk).update(name=name)
        worker = people.worker(name, user)
        worker.email, worker.team = f"{role.value}@council.example", TEAM
        worker.save()
    edition = build.draft(build.plan(team=TEAM))
    build.sent(edition, *(world.users[role] for role in NAMES))
    return edition


def told() -> list[Letter]:
    """Every kind of letter about packs: of a draft, of one that is late, sent, asked for soon, asked for and passed."""
    other = build.draft(build.plan(team=TEAM, from_date=date(2016, 5, 1)), quarter=2)
    assert other.team == TEAM
    for on in (date(2016, 10, 3), date(2016, 10, 24), date(2017, 3, 20), date(2017, 4, 5), date(2017, 4, 12)):
        tell_of_packs(on=on, by=None)
    return list(Letter.objects.order_by("id"))


def test_no_letter_holds_a_word_of_a_person_and_no_subject_a_new_line(sent) -> None:
    for receipt in sent.receipts.all():
        for text in TYPED[:3]:
            packs_actions.answer(receipt=receipt, text=text, by=receipt.user, at=build.SENT_AT)
    letters = told()

    assert {one.template for one in letters} >= {"pack_draft", "pack_due", "pack_sent"}
    for letter in letters:
        said = f"{letter.subject}\n{letter.text}"
        assert letter.subject.isprintable()
        for word in ("North", "evil", "script", "Kit", "Morgan", "cmd", "\u202e"):
            assert word not in said


def test_reminders_hold_none_of_it_either(sent) -> None:
    letters = told()

    assert {"pack_soon", "pack_passed"} <= {one.template for one in letters}
    assert not any(word in one.text for one in letters for word in ("North", "evil", "Kit", "Morgan"))


def test_what_is_sent_has_one_receiver_and_one_line_of_subject(sent, settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    letters = told()
    send_waiting(by=None)

    assert len(mail.outbox) == len(letters)
    for one in mail.outbox:
        headers = message_from_bytes(one.message().as_bytes())
        assert headers["Bcc"] is None
        assert headers.get_all("To") == one.to
        assert len(one.to) == 1


@pytest.mark.parametrize("text", TYPED)
def test_an_answer_is_kept_and_shown_as_words(text, sent, as_role) -> None:
    reader = as_role(Role.SENIOR_MANAGER)
    at = [sent.public_id]
    facts = {"what": "done", "text": text, "done_by_0": "1", "done_by_1": "5", "done_by_2": "2017"}
    assert reader.post(reverse("pack_answer", args=at), facts).status_code == 302
    assert PackAnswer.objects.count() == 1

    manager = as_role(Role.IRO_MANAGER)
    pages = [
        *(reader.get(reverse(name, args=at)) for name in ("pack", "pack_answer")),
        *(manager.get(reverse(name, args=at)) for name in ("pack", "pack_readers")),
        *(manager.get(reverse(name)) for name in ("packs_manage", "packs", "home")),
    ]
    for page in pages:
        assert page.status_code == 200
        html = page.content.decode()
        assert "<script>alert" not in html
        assert "<img src=x" not in html


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_pack_of_such_a_team_is_taken_as_a_file(kind, sent, as_role) -> None:
    answer = as_role(Role.SENIOR_MANAGER).get(reverse("pack_download", args=[sent.public_id, kind]))

    assert answer.status_code == 200
    name = answer["Content-Disposition"]
    assert name.isascii()
    assert name.isprintable()
