"""Invented people, places and numbers. None of them is anybody: the words are put together by lot.

Postcodes begin with ZZ and school numbers with authority 990; neither exists.
"""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from random import Random

AUTHORITY = "Fernshire"

_WORDS: dict[str, list[str]] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
_UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"


def child_name(chance: Random, sex: str, family: str | None = None) -> str:
    """A first name and a family name, both invented, or with the family name given."""
    return f"{chance.choice(_WORDS['girls' if sex == 'F' else 'boys'])} {family or family_name(chance)}"


def worker_name(chance: Random) -> str:
    """The invented name of somebody who works for the council."""
    return f"{chance.choice(_WORDS['girls'] + _WORDS['boys'])} {family_name(chance)}"


def family_name(chance: Random) -> str:
    return chance.choice(_WORDS["family_starts"]) + chance.choice(_WORDS["family_ends"])


def postcode(chance: Random) -> str:
    """A postcode in the area ZZ, which does not exist."""
    letters = "ABDEFGHJLNPQRSTUWXYZ"
    return f"ZZ{chance.randint(1, 48)} {chance.randint(1, 9)}{chance.choice(letters)}{chance.choice(letters)}"


def pupil_number(chance: Random, born: date) -> str:
    """A unique pupil number with its check letter, of a school in authority 990, which does not exist."""
    digits = f"990{chance.randint(2000, 4999)}{(born.year + 4) % 100:02d}{chance.randint(1, 999):03d}"
    total = sum(int(d) * weight for d, weight in zip(digits, range(2, 14), strict=True))
    return _UPN_LETTERS[total % 23] + digits


def ofsted_number(chance: Random, place: str) -> str:
    """A number in the form Ofsted gives: a children's home SC and six digits, an agency seven."""
    return (
        f"SC9{chance.randint(10000, 99999)}"
        if place in ("K1", "K2")
        else f"9{chance.randint(100000, 999999)}"
    )
