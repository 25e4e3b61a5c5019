"""What a printed cell says: a count, a decimal, a share with its counts, nothing, or a number that is held back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

#: cells longer than this are sentences, not figures
LONGEST = 70
_BLANK = re.compile(
    r"[-–—−.:\s]*|\*?\s*n\s*/?\s*a\.?|not (available|applicable|known|collected)|none|nil return|blank", re.I
)
_HIDDEN = re.compile(r"\[?[cxz]\]?|\*+|suppressed|[<≤]\s*\d+|(fewer|less) than \d+|under \d+", re.I)
#: held back, with what it is a share of beside it: "c of 136"
_HIDDEN_SHARE = re.compile(r"(\[?[cxz]\]?|\*+)\s*(/|\bof\b|\bover\b)\s*([\d.]+|\[?[cxz]\]?|\*+)", re.I)
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_TAG = re.compile(r"</?[a-zA-Z][^>]{0,40}>")
_N = r"(\d{1,12}(?:\.\d{1,6})?)"
_FRACTION = re.compile(r"(?<![\d./])(\d{1,9})\s*(?:/|\bout of\b|\bof\b)\s*(\d{1,9})(?![\d./])")
_PERCENT = re.compile(_N + r"\s*(?:%|per ?cent)")
_DIVIDED = re.compile(rf"^{_N}\s*÷\s*{_N}$")
_DIVISOR_FIRST = re.compile(rf"^÷\s*{_N}\s*=\s*{_N}")
_OVER = re.compile(rf"^{_N}\s+(\d{{1,9}}) over {_N}$")
_NUMBER = re.compile(rf"(?<![\d.,/]){_N}(?![\d/]|\.\d)")
#: the few words a figure may follow in its own cell
_LED_BY = re.compile(r"(?:(?:yr|year|average|mean|total|about|approx\.?|c\.)\s*){1,2}\d", re.I)
_LETTERS = re.compile(r"(?!(?:of|out|each|over|per|cent|scored)\b)[A-Za-z]{2,}")
_DATE = re.compile(
    r"\b\d{4}\s*[/–-]\s*\d{1,4}\b|\bQ[1-4]\b|\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b"
    r"|\d+\s*[-–]\s*\d+|\d+\+",
    re.I,
)


@dataclass(frozen=True)
class Printed:
    """A cell. ``number`` is its main number without a percentage; ``of`` the base printed beside it.

    ``share`` is a printed percentage. ``divisor`` is what the cell says it was divided by. ``second`` is a second count
    in one cell ('29 issues for 14 children'). ``blank``: nothing was printed; ``hidden``: it was held back.
    """

    number: Decimal | None = None
    of: int | None = None
    share: Decimal | None = None
    divisor: Decimal | None = None
    dividend: Decimal | None = None
    second: Decimal | None = None
    blank: bool = False
    hidden: bool = False

    @property
    def is_figure(self) -> bool:
        return self.number is not None or self.share is not None

    @property
    def nothing(self) -> bool:
        return self.blank or self.hidden

    @property
    def count(self) -> int | None:
        """The whole number it says, if it says one."""
        if self.number is None or self.number != self.number.to_integral_value():
            return None
        return int(self.number)


def unmarked(text: str) -> str:
    """Words without the tags a converter may have left in them."""
    return _TAG.sub("", text).replace("**", "")


def plain(text: str) -> str:
    """Words without markup, thousands separators, and the many spaces and dashes a file may hold."""
    text = _TAG.sub("", text).replace("\u00a0", " ").replace("\u2009", " ").replace("\u202f", " ")
    text = _THOUSANDS.sub("", " ".join(text.replace("**", "").split()))
    return text.replace("\u2212", "-")


def understood(cell: str) -> Printed:
    """The cell as far as a rule can use it; words give a Printed that is no figure."""
    text = plain(cell)
    if _BLANK.fullmatch(text):
        return Printed(blank=True)
    if _HIDDEN.fullmatch(text):
        return Printed(hidden=True)
    if share := _HIDDEN_SHARE.fullmatch(text):
        return Printed(hidden=True, of=int(share[3]) if share[3].isdecimal() else None)
    if len(text) > LONGEST:
        return Printed()
    return _divided(text) or _shared(text) or _numbered(text)


def _divided(text: str) -> Printed | None:
    if whole := _DIVIDED.match(text):
        return Printed(number=Decimal(whole[1]), divisor=Decimal(whole[2]))
    if answer := _DIVISOR_FIRST.match(text):
        return Printed(number=Decimal(answer[2]), divisor=Decimal(answer[1]))
    if both := _OVER.match(text):
        return Printed(number=Decimal(both[1]), dividend=Decimal(both[2]), divisor=Decimal(both[3]))
    return None


def _shared(text: str) -> Printed | None:
    share = _PERCENT.search(text)
    printed = Decimal(share[1]) if share else None
    if (fraction := _fraction(text)) and (share or _alone(text, fraction)):
        return Printed(number=Decimal(fraction[1]), of=int(fraction[2]), share=printed)
    if share is None:
        return None
    rest = (text[: share.start()] + text[share.end() :]).strip(" ()")
    alone = re.fullmatch(_N, rest)
    if rest and not alone and not _few_words(rest):
        return Printed()
    return Printed(number=Decimal(alone[1]) if alone else None, share=printed)


def _fraction(text: str) -> re.Match[str] | None:
    found = _FRACTION.search(text)
    if found is None or int(found[1]) > int(found[2]) or (len(found[1]) == 4 and len(found[2]) <= 2):
        return None
    return found


def _alone(text: str, fraction: re.Match[str]) -> bool:
    """Nothing but the fraction is in the cell: '16/554', not '13.1 55 of 80 scored'."""
    return not re.search(r"\d", text[: fraction.start()] + text[fraction.end() :])


def _numbered(text: str) -> Printed:
    if _DATE.search(text):
        return Printed()
    numbers = _NUMBER.findall(text)
    if not numbers or len(numbers) > 3:
        return Printed()
    if re.fullmatch(_N + r"\s*[*†‡]*", text):
        return Printed(number=Decimal(numbers[0]))
    if re.match(_N, text) and len(numbers) == 3:  # a mean with what it was counted from
        return Printed(number=Decimal(numbers[0]))
    if not re.search(r"[A-Za-z]", text):
        return Printed()
    if not re.match(r"\d", text) and not _LED_BY.match(text):
        return Printed()
    return Printed(number=Decimal(numbers[0]), second=Decimal(numbers[1]) if len(numbers) == 2 else None)


def _few_words(text: str) -> bool:
    return len(text.split()) <= 3


def is_bare(cell: str) -> bool:
    """A cell that is a figure, a dash or a number held back, and not words with a number in them."""
    value = understood(cell)
    if value.nothing:
        return bool(cell.strip())
    return value.is_figure and not _LETTERS.search(plain(cell).replace("each", " "))
