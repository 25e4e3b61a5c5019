"""Words the service does not want in what it publishes, found in the author's text. Nothing is changed.

Whole words are looked for, in the singular and the plural, whatever their capitals and hyphens. What stands in
quotation marks is somebody else's, and the name of a law is the law's: neither is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from holdfast.reports.inputs import TermLine
from holdfast.reports.prompts.sentences import sentences

_QUOTED = re.compile(r"“[^”]*”|«[^»]*»|\"[^\"]*\"")
_LAW = {"act", "acts", "regulations", "regulation", "order", "guidance", "handbook", "code", "directions"}
_JOINING = {"and", "of", "for", "the", "in", "to", "a", "by", "etc"}
_PLURALS = {"child": "children", "person": "people"}
#: everyday sayings that hold a word which means something else in them
_SAYINGS = re.compile(
    r"\b(?:in (?:any|this|that|which|each|either|no|such a|the) case|in case|as the case may be|case law|"
    r"(?:is|was|be|not) the case)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class FoundTerm:
    """``words`` as they were written, the paragraph they stand in, and what is preferred."""

    words: str
    place: str
    preferred: str
    why: str = ""

    @property
    def says(self) -> str:
        said = f"“{self.words}” in {self.place}: the service says “{self.preferred}”."
        return f"{said} {self.why}" if self.why else said


def found_terms(text: str, terms: Iterable[TermLine]) -> list[FoundTerm]:
    """Every word of the text that the service does not use, in the order of the text."""
    wanted = tuple(terms)
    return [
        FoundTerm(words, sentence.place, term.preferred, term.why)
        for sentence in sentences(text)
        for words, term in _in_one(sentence.typed, wanted)
    ]


def _in_one(words: str, terms: tuple[TermLine, ...]) -> Iterator[tuple[str, TermLine]]:
    looked_at = _blanked(_SAYINGS, _blanked(_QUOTED, words))
    found = []
    for term in terms:
        # the preferred words may hold one that is not to be used by itself
        rest = _blanked(_pattern((term.preferred,)), looked_at)
        for match in _pattern(term.instead_of).finditer(rest):
            if not _names_a_law(words, match):
                found.append((match.start(), match[0], term))
    for _, said, term in sorted(found, key=lambda one: one[0]):
        yield said, term


def _blanked(pattern: re.Pattern[str], words: str) -> str:
    return pattern.sub(lambda match: " " * len(match[0]), words)


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """The longest first, so that “looked after child” is found whole."""
    each = "|".join(_one(word) for word in sorted(words, key=len, reverse=True) if word.strip())
    return re.compile(rf"(?<!\w)(?:{each})(?!\w)" if each else r"(?!)", re.IGNORECASE)


def _one(words: str) -> str:
    *first, last = re.split(r"[\s-]+", words.strip())
    many = _PLURALS.get(last.casefold())
    ending = re.escape(last) + r"(?:e?s)?"
    whole = [*(re.escape(one) for one in first), f"(?:{ending}|{many})" if many else ending]
    return r"[\s-]+".join(whole) + r"(?:[’']s?)?"


def _names_a_law(words: str, match: re.Match[str]) -> bool:
    """Whether the words begin with a capital and go on, in capitals, to Act, Regulations and so on."""
    if not match[0][0].isupper() or match[0].isupper():
        return False
    for word in re.findall(r"\w+", words[match.end() :]):
        if word.casefold() in _LAW and word[0].isupper():
            return True
        if not (word[0].isupper() or word in _JOINING):
            return False
    return False
