"""One published figure as somebody gives it, on a form or in a line of a file: what each part may be.

Every part is text. ``figure_of`` gives the figure, or everything that is wrong with it.
"""

from __future__ import annotations

import contextlib
import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from holdfast.domain.codesets import ssda903
from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.language import Group, Indicator, Measure
from holdfast.indicators.registry import INDICATORS
from holdfast.reports.comparators import PUBLISHERS, Comparator

#: the parts of a figure, in the order of the file, and what each is
PARTS: dict[str, str] = {
    "table": "Which table: its key or its title, as in the list of tables and groups",
    "group": "Which row of the table: its key or its words, as in the same list",
    "period": "The year it is of, like 2015/16",
    "publisher": "Whose figure it is: us (ours of an earlier year), region, neighbours or nation",
    "printed": "The number as it is printed: a percentage, a rate, an average or a count. "
    "Leave it empty where only a count of a part was printed",
    "n": "How many were counted, where that was printed",
    "of": "Out of how many (N), where that was printed",
    "source": "Where it was published: who, what, which year, which table",
    "note": "What its reader must know, such as another base than ours. It is printed under the table",
    "dated": "When it was published or collected, like 2016-12-08, 8/12/2016, 8 December 2016 or December 2016",
}
OPTIONAL = frozenset({"printed", "n", "of", "note", "dated"})
#: years a figure may be of
FIRST_YEAR, LAST_YEAR = 2001, ssda903.YEARS[-1]
LONGEST = {"source": 300, "note": 300}
#: a number of any size the record can hold
_NUMBER = re.compile(r"(\d{1,3}(,\d{3})+|\d{1,10})(\.\d{1,4})?", re.ASCII)
_WHOLE = re.compile(r"\d{1,3}(,\d{3}){1,3}|\d{1,12}", re.ASCII)
_EXPECTED = {
    Measure.SHARE: "a percentage from 0 to 100, like 12.5",
    Measure.COUNT: "a count, like 191",
    Measure.MEAN: "an average, like 13.1",
    Measure.MEDIAN: "a number of working days, like 12.5",
    Measure.LONGEST: "a number of working days, like 64",
    Measure.PER_10000: "a rate per 10,000, like 53",
    Measure.FTE: "a number of full posts, like 4.2",
    Measure.PER_FTE: "a number for each full post, like 75",
}


@dataclass(frozen=True)
class Wrong:
    """A part that cannot be entered: its name, what was given, what it must be."""

    part: str
    found: str
    expected: str


def figure_of(given: Mapping[str, str]) -> Comparator | list[Wrong]:
    """The figure that the parts say, or what is wrong with them, in the order of the parts."""
    parts = {name: " ".join(given.get(name, "").split()) for name in PARTS}
    wrong: list[Wrong] = []
    about = _table(parts, wrong)
    year = _year(parts, wrong)
    group = _group(parts, about, year, wrong) if about else None
    whose = _publisher(parts, wrong)
    measured = group or (_any_group(about) if about else None)
    numbers = _numbers(parts, measured, wrong) if measured else None
    dated = _dated(parts, wrong)
    for name, most in LONGEST.items():
        if len(parts[name]) > most:
            wrong.append(Wrong(name, f"{len(parts[name])} characters", f"at most {most} characters"))
    if not parts["source"]:
        wrong.append(Wrong("source", "nothing", "where the figure was published"))
    if wrong or about is None or group is None or year is None or whose is None or numbers is None:
        return sorted(wrong, key=lambda one: list(PARTS).index(one.part))
    value, numerator, denominator = numbers
    return Comparator(
        table=about.table,
        group=group.key,
        period=year.name,
        value=value,
        source=parts["source"],
        whose=whose,
        numerator=numerator,
        denominator=denominator,
        note=parts["note"],
        dated=dated,
    )


def day_of(given: str) -> date | None:
    """A date as people and spreadsheets write it; of a month alone its last day. None where it is none."""
    for form in ("%Y-%m-%d", "%d/%m/%Y", "%d %B %Y", "%d %b %Y"):
        with contextlib.suppress(ValueError):
            return datetime.strptime(given, form).date()
    for form in ("%B %Y", "%b %Y"):
        with contextlib.suppress(ValueError):
            first = datetime.strptime(given, form).date()
            return first.replace(day=monthrange(first.year, first.month)[1])
    return None


def _dated(parts: Mapping[str, str], wrong: list[Wrong]) -> date | None:
    given = parts["dated"]
    day = day_of(given) if given else None
    if given and (day is None or not FIRST_YEAR <= day.year <= LAST_YEAR + 1):
        wrong.append(Wrong("dated", given, "a date, like 8 December 2016, or nothing"))
    return day


@cache
def groups_ever(table: str) -> dict[str, Group]:
    """Every group a table has in some year there is a code list for, by key; each in its newest words."""
    about, found = INDICATORS[table], {}
    for ending in reversed(ssda903.YEARS):
        for group in about.groups_for(ReportingYear(ending)):
            found.setdefault(group.key, group)
    return found


def _table(parts: Mapping[str, str], wrong: list[Wrong]) -> Indicator | None:
    given = parts["table"].casefold()
    for about in INDICATORS.values():
        if given in (about.table, about.title.casefold()):
            return about
    wrong.append(Wrong("table", parts["table"], "a table from the list of tables and groups, like age"))
    return None


def _year(parts: Mapping[str, str], wrong: list[Wrong]) -> ReportingYear | None:
    try:
        year = ReportingYear.parse(parts["period"])
    except ValueError:
        wrong.append(Wrong("period", parts["period"], "a year from April to March, like 2015/16"))
        return None
    if not FIRST_YEAR <= year.ending <= LAST_YEAR:
        first, last = ReportingYear(FIRST_YEAR), ReportingYear(LAST_YEAR)
        wrong.append(Wrong("period", parts["period"], f"a year from {first} to {last}"))
        return None
    return year


def _group(
    parts: Mapping[str, str], about: Indicator, year: ReportingYear | None, wrong: list[Wrong]
) -> Group | None:
    given = parts["group"].casefold()
    groups = about.groups_for(year) if year else groups_ever(about.table).values()
    for group in groups:
        if given in (group.key.casefold(), group.label.casefold()):
            return group
    when = f" in {year}" if year else ""
    some = groups_ever(about.table)
    expected = f"a group that the table {about.table} has{when}, like {next(iter(some))}"
    wrong.append(Wrong("group", parts["group"], expected))
    return None


def _any_group(about: Indicator) -> Group | None:
    """A group to judge numbers by where the right one is not known: none if the table's groups are measured apart."""
    groups = list(groups_ever(about.table).values())
    return groups[0] if len({group.measure for group in groups}) == 1 else None


def _publisher(parts: Mapping[str, str], wrong: list[Wrong]) -> str | None:
    """What is printed over its column: nothing for ours. A name printed there before is understood too."""
    given = parts["publisher"].casefold()
    for key, whose in PUBLISHERS.items():
        if given in (key, whose.casefold()) and given:
            return whose
    wrong.append(Wrong("publisher", parts["publisher"], "us, region, neighbours or nation"))
    return None


def _numbers(
    parts: Mapping[str, str], group: Group, wrong: list[Wrong]
) -> tuple[str | None, int | None, int | None] | None:
    """(as printed, numerator, denominator) of a figure; None where one of them is wrong."""
    before = len(wrong)
    printed = parts["printed"].removesuffix("%").strip()
    numerator, denominator = (_whole(parts, name, wrong) for name in ("n", "of"))
    expected = _EXPECTED[group.measure]
    if not printed:
        needed = numerator is None or group.measure not in (Measure.SHARE, Measure.COUNT)
        if needed and not parts["n"]:
            wrong.append(Wrong("printed", "nothing", f"{expected}; or n, where only a count was printed"))
        elif needed and not wrong[before:]:
            wrong.append(Wrong("printed", "nothing", expected))
    elif not _fits(printed, group.measure):
        wrong.append(Wrong("printed", parts["printed"], expected))
    elif group.measure is Measure.COUNT:
        counted = int(printed.replace(",", ""))
        if numerator is not None and numerator != counted:
            wrong.append(Wrong("n", parts["n"], f"{printed} as in printed, or nothing"))
        numerator = counted
    if numerator is not None and denominator is not None and numerator > denominator:
        wrong.append(Wrong("of", parts["of"], f"no fewer than n, which is {parts['n'] or printed}"))
    if denominator is not None and group.measure is Measure.COUNT:
        wrong.append(Wrong("of", parts["of"], "nothing, because this is a count and no share"))
    if denominator is not None and numerator is None and "n" not in [one.part for one in wrong[before:]]:
        wrong.append(Wrong("n", "nothing", "a count, because N is given"))
    return None if wrong[before:] else (printed or None, numerator, denominator)


def _fits(printed: str, measure: Measure) -> bool:
    if not (_WHOLE if measure is Measure.COUNT else _NUMBER).fullmatch(printed):
        return False
    return measure is not Measure.SHARE or float(printed.replace(",", "")) <= 100


def _whole(parts: Mapping[str, str], name: str, wrong: list[Wrong]) -> int | None:
    given = parts[name]
    if given and not _WHOLE.fullmatch(given):
        wrong.append(Wrong(name, given, "a whole number, like 191, or nothing"))
        return None
    return int(given.replace(",", "")) if given else None
