"""Preparing an edition, changing its draft, and moving it from one state to the next."""

from .making import prepare, rewrite_words, take_new_snapshot
from .moving import check, publish, send_back, sign, withdraw

__all__ = [
    "check",
    "prepare",
    "publish",
    "rewrite_words",
    "send_back",
    "sign",
    "take_new_snapshot",
    "withdraw",
]
