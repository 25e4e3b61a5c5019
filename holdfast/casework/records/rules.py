"""What may be decided, written, released and sent, and by whom."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import NotAllowed, check_by, may
from holdfast.casework.people.models import Child
from holdfast.casework.people.queries import NotYours, children_for
from holdfast.casework.reviews.models import Review
from holdfast.domain.wording import long_date

from .models import Decision, Record, Section

#: who reads a record that was signed, and decisions that were released
READS = (Permission.HOLD_REVIEWS, Permission.SEND_RECORDS, Permission.ANSWER_FOR_CHILD)

_SOON = re.compile(
    r"\b(as soon as (possible|practicable|can be)|a\.?s\.?a\.?p\b\.?|right away|straight ?away|immediately"
    r"|urgent(ly)?|on-?going|soon|to be confirmed|tb[ca]|none|n/?a)",
    re.IGNORECASE,
)
#: control characters, and halves of a sign: neither a database nor a Word file takes them
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
#: what is left of a reason without those words must still say something
_WORDS_OF_A_REASON = 3


class SavedMeanwhile(Exception):
    """Somebody else saved this part of the record after it was opened. Nothing of either is lost."""

    def __init__(self, section: Section) -> None:
        self.section = section
        super().__init__("Somebody else saved this part after you opened it.")


def check_theirs(by: Any, child: Child, *permissions: Permission) -> None:
    """Raises NotAllowed unless the role has one of the permissions; NotYours when the child is not theirs to see."""
    if by is None:
        return
    if not any(may(by, permission) for permission in permissions):
        check_by(by, permissions[0])
    if not children_for(by).filter(pk=child.pk).exists():
        raise NotYours


def check_reads(user: Any) -> None:
    """Raises NotAllowed for a role to which nobody sends records."""
    if not any(may(user, permission) for permission in READS):
        raise NotAllowed(Permission.HOLD_REVIEWS)


def sees_unfinished(user: Any) -> bool:
    """Whether decisions not yet released and a record not yet signed are shown: to officers and their manager."""
    return may(user, Permission.SEE_OFFICERS_NOTES)


def check_open(record: Record | None) -> None:
    """Raises ValidationError once the record is signed."""
    if record is not None and record.signed_on:
        raise ValidationError(
            f"This record was signed on {long_date(record.signed_on)} and is closed. Add to it instead."
        )


def check_completed(review: Review, what: str) -> None:
    """Raises ValidationError while the review is not completed: until then nothing of it is put into effect."""
    if review.completed_on is None:
        raise ValidationError(f"The review is not completed yet. Complete it, then {what}.")


def check_decision(decision: Decision) -> None:
    """Raises ValidationError, a sentence per field: a decision has a purpose, somebody, and a day or a reason."""
    wrong: dict[str, str] = {}
    if not decision.what.strip():
        wrong["what"] = "Say what is to happen."
    if not decision.outcome.strip():
        wrong["outcome"] = (
            "Say what it is to bring the child, so that the next review can tell whether it did."
        )
    if not decision.who.strip():
        wrong["who"] = "Name who sees to it."
    if decision.by_when is None:
        wrong |= _reason(decision.no_date_why)
    elif decision.no_date_why.strip():
        wrong["no_date_why"] = "Give a day or a reason why there is none, not both."
    elif decision.review.held_on and decision.by_when < decision.review.held_on:
        wrong["by_when"] = "This day is before the review. Check the year."
    if wrong:
        raise ValidationError(wrong)


def _reason(words: str) -> dict[str, str]:
    if not words.strip():
        return {"by_when": "Give the day it is to be done by, or say why there can be none yet."}
    if len(_SOON.sub(" ", words).split()) < _WORDS_OF_A_REASON:
        return {
            "no_date_why": f"“{words.strip()}” is no day and no reason. Give the day it is to be done by, "
            "or say what it waits for."
        }
    return {}


def check_day(day: date | None, on: date, field: str, *, since: date | None = None) -> None:
    """Raises ValidationError for a day that is missing, to come, or before the day it cannot precede."""
    if day is None:
        raise ValidationError({field: "Give the day."})
    if day > on:
        raise ValidationError({field: "This day is still to come. Check it."})
    if since and day < since:
        raise ValidationError({field: f"This is before {long_date(since)}. Check the day."})


def check_text(text: str, field: str, sentence: str) -> str:
    """The text without blanks around it. Raises ValidationError with the sentence when nothing is left."""
    if not text.strip():
        raise ValidationError({field: sentence})
    return tidy(text)


def tidy(text: str) -> str:
    """A text as it is kept: line ends of one kind, no blanks behind it, no signs that no document can hold.

    A word processor puts a vertical tab where a line is broken by hand.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n").replace("\f", "\n")
    return _NO_TEXT.sub("", lines).strip()
