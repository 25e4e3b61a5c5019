"""How a child took part in a review, from plain answers to the code of the national return (PN0 to PN7).

Source: SSDA903, REVIEW_CODE, and the national checks on it (rules 166, 167, 399, 440 and 441 of
csc-validator-be-903): PN0 under four, PN1 to PN7 from four on; on the fourth birthday either passes, and this
service then asks the questions.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

#: the age from which a child is asked
ASKED_FROM: Final = 4

_THERE: Final = {"self": "PN1", "spoken_for": "PN2", "without_speech": "PN3", "none_there": "PN4"}
_NOT_THERE: Final = {"briefed": "PN5", "sent": "PN6", "not_sent": "PN7"}

_MEANINGS: Final = {
    "PN0": "was under 4 at the review",
    "PN1": "came and spoke for themselves",
    "PN2": "came, and somebody spoke for them",
    "PN3": "came and got views across by symbols or without speech",
    "PN4": "came, and did not get views across",
    "PN5": "was not there, and asked somebody to speak for them",
    "PN6": "was not there, and sent views in another way",
    "PN7": "was not there, and sent no views",
}

#: of several meetings the fullest counts: views in person, then views from elsewhere, then presence alone
_FULLEST_FIRST: Final = ("PN1", "PN2", "PN3", "PN5", "PN6", "PN4", "PN7", "PN0")

CODES: Final = tuple(_MEANINGS)


def code_for(age: int | None, there: bool, views_by: str) -> str:
    """The code for a meeting. ``age`` in completed years, None where the date of birth is not known (then asked).

    ``views_by``: self, spoken_for, without_speech or none_there when there; briefed, sent or not_sent when not.
    Raises ValueError for an answer that does not go with being there or not. Source: SSDA903, REVIEW_CODE.
    """
    if age is not None and age < ASKED_FROM:
        return "PN0"
    answers = _THERE if there else _NOT_THERE
    if views_by not in answers:
        raise ValueError(
            f"“{views_by}” is no answer for a child who {'was' if there else 'was not'} there; "
            f"give one of {', '.join(answers)}."
        )
    return answers[views_by]


def fullest(codes: Iterable[str]) -> str:
    """The fullest of the codes of a review's meetings: views given count more than being there.

    Raises ValueError when there is none, or one is not in the list. Source: choice of this service.
    """
    return min(codes, key=_FULLEST_FIRST.index)


def meaning(code: str) -> str:
    """What a code says of the child, to follow 'The child'. Raises KeyError for one not in the list. SSDA903."""
    return _MEANINGS[code]


def allowed(code: str, age: int | None, *, on_fourth_birthday: bool = False) -> bool:
    """Whether the national checks let a code pass for a child of an age (None: not known, so any in the list)."""
    if code not in _MEANINGS:
        return False
    if age is None or on_fourth_birthday:
        return True
    return (code == "PN0") == (age < ASKED_FROM)


def allowed_codes(age: int | None, *, on_fourth_birthday: bool = False) -> tuple[str, ...]:
    """The codes that pass for a child of an age. See ``allowed``."""
    return tuple(code for code in CODES if allowed(code, age, on_fourth_birthday=on_fourth_birthday))
