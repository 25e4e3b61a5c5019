"""Changes to concerns. Every one asks the table of moves, and leaves every stage where it is."""

from .beside import ask_legal, cafcass_said, legal_given, refer_to_cafcass
from .climbing import answer, correct_answer, hand_to, open_stage, pass_over
from .closing import close, reopen, take_back, tell_child
from .pausing import pause, resume
from .raising import raise_concern

__all__ = [
    "answer",
    "ask_legal",
    "cafcass_said",
    "close",
    "correct_answer",
    "hand_to",
    "legal_given",
    "open_stage",
    "pass_over",
    "pause",
    "raise_concern",
    "refer_to_cafcass",
    "reopen",
    "resume",
    "take_back",
    "tell_child",
]
