"""Changes to reviews: typed in or corrected, booked, held, completed; and what makes an early one necessary."""

from .booking import book_review, book_together, cancel_booking, move_booking, undo_cancel
from .completing import complete, override_participation
from .meetings import adjourn, correct_meeting, hold_meeting
from .recording import add_review, correct_review
from .triggers import answer_trigger, log_trigger

__all__ = [
    "add_review",
    "adjourn",
    "answer_trigger",
    "book_review",
    "book_together",
    "cancel_booking",
    "complete",
    "correct_meeting",
    "correct_review",
    "hold_meeting",
    "log_trigger",
    "move_booking",
    "override_participation",
    "undo_cancel",
]
