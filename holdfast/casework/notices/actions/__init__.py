"""Changes to e-mails and calendar feeds."""

from .feeds import make_feed, read_feed, revoke_feed
from .inviting import invite_by_email, tell_of_changes
from .packs import tell_of_packs
from .reminding import remind_of_concerns
from .sending import Posted, send_waiting
from .summaries import write_summaries
from .writing import write

__all__ = [
    "Posted",
    "invite_by_email",
    "make_feed",
    "read_feed",
    "remind_of_concerns",
    "revoke_feed",
    "send_waiting",
    "tell_of_changes",
    "tell_of_packs",
    "write",
    "write_summaries",
]
