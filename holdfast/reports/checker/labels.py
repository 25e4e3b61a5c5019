"""What the words beside a row or over a column say of it: a total, a part of one, an average, a percentage."""

from __future__ import annotations

import re

_TOTAL = re.compile(
    r"^(?:grand |sub-?)?totals?\b|\btotal$|^sum\b|^all$|^all (?:children|ages|answers|reviews)$", re.I
)
_JUST_TOTAL = re.compile(r"^(?:grand )?(?:total|all|sum)\W*$", re.I)
_PERHAPS_TOTAL = re.compile(
    r"^number\b|^no(?:\.|\s+of\b)|^all\b|\bin total\b|\bbase\b"
    r"|^children in care\b(?!.*\b(?:who|whose|with|without|that)\b)",
    re.I,
)
_NO_COUNT = re.compile(
    r"\baverage|\bmean\b|\bmedian\b|\brate\b|\bper\b|%|percent|\bfte\b|full[- ]time|\bscore|\blongest\b|\bshortest\b"
    r"|\bmaximum\b|\bminimum\b|\bratio\b|\bposts?\b|\bpopulation\b",
    re.I,
)
_OF_WHICH = re.compile(
    r"^\W*(?:of (?:which|whom|these|those)|including|includes)\b|\bnot (?:counted )?in the total\b", re.I
)
_PERCENT = re.compile(r"%|\bper ?cent|percentage|\bshare\b", re.I)
_AVERAGE = re.compile(r"\baverage|\bmean\b|\bper (?:fte|iro|officer|full|post)", re.I)
#: a workbook gives a figure, its n and its N a column each
_N_COLUMN = re.compile(r"(?:^|[:\s])n$", re.I)
_FTE = re.compile(r"\bfte\b|full[- ]time equivalent", re.I)


def is_total(label: str) -> bool:
    said = bool(_TOTAL.search(label.strip(" *†:"))) and not _OF_WHICH.search(label)
    return said and not is_percent(label) and not is_average(label)


def is_just_total(label: str) -> bool:
    """Nothing but 'Total': no other reading is possible."""
    return bool(_JUST_TOTAL.match(label))


def may_be_total(label: str) -> bool:
    """'Number', 'Number of children', 'Base': a total if the table bears it out."""
    return bool(_PERHAPS_TOTAL.search(label)) and not is_percent(label) and not is_average(label)


def is_counted(label: str) -> bool:
    """A row of counts, as far as its heading tells: no average, rate or percentage, and no 'of which'."""
    return not _NO_COUNT.search(label) and not _OF_WHICH.search(label)


def is_percent(label: str) -> bool:
    return bool(_PERCENT.search(label))


def is_average(label: str) -> bool:
    return bool(_AVERAGE.search(label))


def is_n(heading: str) -> bool:
    """The column holds the n of the figures beside it, not their N."""
    return is_n_or_base(heading) and heading.endswith("n")


def is_n_or_base(heading: str) -> bool:
    """The column holds what the figures beside it were counted from, and not the figures."""
    return bool(_N_COLUMN.search(heading))


def is_posts(label: str) -> bool:
    return bool(_FTE.search(label)) and not is_average(label)


_STOP = frozenset(
    [
        "the",
        "and",
        "for",
        "with",
        "from",
        "that",
        "this",
        "who",
        "was",
        "were",
        "are",
        "has",
        "had",
        "have",
        "been",
        "being",
        "not",
        "into",
        "their",
        "them",
        "than",
        "year",
        "years",
        "end",
        "per",
        "cent",
        "percentage",
        "percent",
        "number",
        "numbers",
        "table",
        "data",
        "during",
        "each",
        "all",
        "any",
        "its",
        "his",
        "her",
        "they",
        "our",
        "out",
        "about",
        "which",
        "taken",
        "period",
        "also",
        "more",
        "most",
        "over",
        "under",
    ]
)
_ENDINGS = ("ation", "ing", "ed", "ly", "es", "s")


def stems(text: str) -> frozenset[str]:
    """The words of a text that carry its meaning, cut to their stems, so that 'informally' meets 'informal'."""
    found = set()
    for word in re.findall(r"[a-z]{3,}", text.casefold()):
        if word in _STOP:
            continue
        for ending in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= 4:
                word = word.removesuffix(ending)
                break
        found.add(word)
    return frozenset(found)
