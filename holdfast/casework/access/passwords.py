"""A first password, made by chance for somebody to be told and to change."""

from __future__ import annotations

import secrets

#: small letters that nobody mistakes for another or for a figure when they are read out
LETTERS = "abcdefghjkmnpqrstuvwxyz"
GROUPS, LENGTH = 4, 4


def made_password() -> str:
    """Four groups of four letters, some 72 bits of chance: “kfmt-hwpa-…”."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(LENGTH)) for _ in range(GROUPS))
