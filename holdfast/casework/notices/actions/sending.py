"""Sending what waits. Nothing goes twice, also when two processes send at once or one of them is killed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException
from typing import Any

from django.core.mail import EmailMessage, get_connection
from django.db.models import F, Q
from django.utils import timezone

from holdfast.casework.audit.actions import record
from holdfast.casework.notices.models import Letter

#: after so many refusals a letter is left; somebody looks at its address
MOST_TRIES = 10
#: a sending that said nothing for so long was cut off
CUT_OFF_AFTER = timedelta(hours=1)
#: when so many in a row do not reach the mail server, the rest waits for the next time
UNREACHED_IN_A_ROW = 3


@dataclass(frozen=True)
class Posted:
    """How many e-mails went, failed and wait for another try, were given up, and were cut off on their way."""

    sent: int = 0
    failed: int = 0
    given_up: int = 0
    cut_off: int = 0


def send_waiting(*, by: Any, connection: Any = None, again: bool = False) -> Posted:
    """Send every e-mail that waits, oldest first; one that fails waits with the reason for the next time.

    Each is taken in hand first, which only one process can do, and marked as sent afterwards. Of one whose sending was
    cut off in between nobody knows whether it went: it is counted, and sent only when ``again`` says so.
    ``connection``: another way out than the settings name.
    """
    if again:
        _cut_off().update(taken_at=None)
    way_out = connection or get_connection()
    sent = failed = unreached = 0
    for letter in _waiting():
        if not _take(letter):
            continue
        why, reached = _send(letter, way_out)
        sent, failed = sent + (not why), failed + bool(why)
        unreached = 0 if reached else unreached + 1
        if unreached == UNREACHED_IN_A_ROW:
            break
    way_out.close()
    given_up = Letter.objects.filter(sent_at=None, tries__gte=MOST_TRIES).count()
    posted = Posted(sent, failed, given_up, _cut_off().count())
    if sent or failed:
        record(by=by, verb="letters.sent", subject=Letter, detail={"sent": sent, "failed": failed})
    return posted


def _waiting() -> list[Letter]:
    waiting = Letter.objects.filter(sent_at=None, taken_at=None, tries__lt=MOST_TRIES)
    return list(waiting.order_by("id"))


def _cut_off() -> Any:
    return Letter.objects.filter(sent_at=None, taken_at__lt=timezone.now() - CUT_OFF_AFTER)


def _take(letter: Letter) -> bool:
    """Whether this process may send it: of two that ask at once, the database lets one."""
    free = Q(pk=letter.pk, sent_at=None, taken_at=None)
    return Letter.objects.filter(free).update(taken_at=timezone.now()) == 1


def _send(letter: Letter, way_out: Any) -> tuple[str, bool]:
    """Why it did not go (blank when it did), and whether the mail server was reached."""
    message = EmailMessage(
        letter.subject,
        letter.text,
        to=[letter.to],
        connection=way_out,
        headers={"Message-ID": f"<{letter.public_id}@holdfast>", "Auto-Submitted": "auto-generated"},
    )
    try:
        message.send()
    except (SMTPException, OSError) as error:
        way_out.close()  # the next one begins anew
        why, reached = _in_words(error), isinstance(error, SMTPRecipientsRefused | SMTPResponseException)
        Letter.objects.filter(pk=letter.pk).update(
            taken_at=None, failed_at=timezone.now(), failure=why, tries=F("tries") + int(reached)
        )
        return why, reached
    Letter.objects.filter(pk=letter.pk).update(sent_at=timezone.now(), failure="")
    return "", True


def _in_words(error: Exception) -> str:
    """What went wrong, without the address and without what the server said, which may hold it."""
    if isinstance(error, SMTPRecipientsRefused):
        codes = sorted({str(code) for code, _ in error.recipients.values()})
        return f"The mail server refused the address ({', '.join(codes)})."
    if isinstance(error, SMTPResponseException):
        return f"The mail server refused it ({error.smtp_code})."
    return f"The mail server could not be reached ({type(error).__name__})."
