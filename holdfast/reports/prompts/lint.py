"""What in the author's words deserves a second look. Nothing is changed; each finding says what, where and why."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from holdfast.indicators.figure import Shown
from holdfast.indicators.language import Measure
from holdfast.reports.inputs import Inputs
from holdfast.reports.live import Asked
from holdfast.reports.live_book import LiveBook, figure_words, label_of, measure
from holdfast.reports.prompts.sentences import Sentence, sentences

_SIGNIFICANT = re.compile(r"\b(?:in)?significan(?:t|tly|ce)\b", re.IGNORECASE)
_PERCENT = re.compile(r"\d[\d,]*(?:\.\d+)?\s?(?:%|per ?cent\b)", re.IGNORECASE)
_N_OF_N = re.compile(r"\b(\d[\d,]*) (?:out )?of (?:the |our |all )?(\d[\d,]*)", re.IGNORECASE)
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_PEOPLE = (
    r"(?:\w+ ){0,2}?(?:child(?:ren)?|young (?:people|person)|baby|babies|boys?|girls?|siblings?|care leavers?|"
    r"teenagers?|sisters?|brothers?)\b"
)
#: “one” that counts: before one person (“one child”, “1 very young child”) or of several (“one of the children”). Not
#: where it makes nobody, everybody or anybody (“no one child”), nor one as good as another (“one child at a time”).
_ONE = (
    r"(?<!\bno )(?<!\bnot )(?<!\beach )(?<!\bevery )(?<!\bany )(?<!\bmore than )\b(?:1|one)\b(?![\d.,/%]) (?:"
    r"(?:(?!(?:an?|the|that|which|who|what|every|each|any|no|in|of|for|to|with|about|from|by|when|where|can|may|must|"
    r"should|as|and|or)\b)[\w-]+ ){0,2}?(?:child|young person|baby|boy|girl|sibling|care leaver|teenager|sister|"
    rf"brother)\b(?! (?:or another|after another|to another|to the next|at a time|in (?:\d|every|"
    rf"{'|'.join(_NUMBERS)})))"
    rf"|(?:out )?of {_PEOPLE})"
)
#: at most this many live figures are offered for one number that was typed
_MOST = 3
_TELLING = 6


@dataclass(frozen=True)
class Offer:
    """A live figure that can stand instead of what was typed."""

    label: str
    address: str
    words: str


@dataclass(frozen=True)
class Finding:
    """``words`` as typed, where they stand, and a sentence that says why to look again."""

    words: str
    place: str
    says: str
    offers: tuple[Offer, ...] = ()


def lint(text: str, inputs: Inputs) -> list[Finding]:
    """Everything found in one place's words, in the order of the words."""
    figures = _Figures(inputs)
    return [one for sentence in sentences(text) for one in _in_one(sentence, inputs.threshold, figures)]


def _in_one(sentence: Sentence, threshold: int, figures: _Figures) -> Iterator[Finding]:
    for found in _SIGNIFICANT.finditer(sentence.typed):
        yield Finding(
            found[0], sentence.place, "Say the numbers of both years instead, and let the reader judge."
        )
    for found in _PERCENT.finditer(sentence.typed):
        if not _N_OF_N.search(sentence.words):
            yield Finding(
                found[0],
                sentence.place,
                "A percentage needs beside it how many of how many.",
                figures.of_share(found[0]),
            )
    for found in _N_OF_N.finditer(sentence.typed):
        offers = figures.of_counts(_number(found[1]), _number(found[2]))
        if offers:
            yield Finding(
                found[0],
                sentence.place,
                "This is a figure of the year. Live, it follows the records.",
                offers,
            )
    for found in _few(threshold).finditer(sentence.typed):
        yield Finding(
            found[0],
            sentence.place,
            f"A number from 1 to {threshold} about children may tell the public who is meant: typed words are not "
            "hidden. Use the live figure, or say it without the number.",
        )


def _few(threshold: int) -> re.Pattern[str]:
    """A number that is hidden from the public, in digits or in words, before words for children."""
    numbers = "|".join((*(str(n) for n in range(2, threshold + 1)), *_NUMBERS[1:threshold]))
    many = rf"\b(?:{numbers})\b(?![\d.,/%]) {_PEOPLE}|" if numbers else ""
    return re.compile(rf"(?<![\d.,/])(?:{many}{_ONE})", re.IGNORECASE)


def _number(typed: str) -> int:
    return int(typed.replace(",", ""))


class _Figures:
    """The year's figures by what somebody may have typed of them."""

    def __init__(self, inputs: Inputs) -> None:
        year = inputs.year.name
        book = LiveBook(inputs)
        self.shares = [
            (key, one)
            for key, one in book.figures.items()
            if key.period == year and not one.hidden and one.denominator and measure(key) is Measure.SHARE
        ]

    def of_counts(self, n: int, of: int) -> tuple[Offer, ...]:
        """A count of nought or of few fits too many figures to be told apart."""
        if n < _TELLING:
            return ()
        return self._offers(lambda one: (one.numerator, one.denominator) == (n, of))

    def of_share(self, typed: str) -> tuple[Offer, ...]:
        """Only shares given to a decimal: a whole percentage fits too many."""
        digits = re.match(r"[\d.]+", typed)
        if digits is None or "." not in digits[0]:
            return ()
        wanted = float(digits[0])
        return self._offers(lambda one: one.value is not None and float(one.value) == wanted)

    def _offers(self, fits: Callable[[Shown], bool]) -> tuple[Offer, ...]:
        found = [(key, one) for key, one in self.shares if fits(one)]
        return tuple(
            Offer(label_of(key), Asked(key).address, figure_words(one)) for key, one in found[:_MOST]
        )
