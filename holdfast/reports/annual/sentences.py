"""Sentences written by rule from figures: what is, beside what was. Never why.

A sentence states a number, what it is a share of, and the published number it may be compared with. It does not
call a change good or bad and names no cause; that is the author's to judge.
"""

from __future__ import annotations

from collections.abc import Sequence

from holdfast.indicators.figure import Shown
from holdfast.indicators.language import Indicator
from holdfast.indicators.rounding import in_percent
from holdfast.reports.annual.authority import Authority
from holdfast.reports.annual.material import Material
from holdfast.reports.printing import NOT_PUBLISHED, long_day, percent, whole


def changed(now: int | None, before: int | None, when: str) -> str:
    """', 13 more than a year before'; nothing where one of the two is not there, or not for the public."""
    return "" if now is None or before is None else f", {change(now, before)} {when}"


def change(now: int, before: int) -> str:
    """'13 more than', '2 fewer than', 'the same number as'."""
    if now == before:
        return "the same number as"
    return f"{whole(abs(now - before))} {'more' if now > before else 'fewer'} than"


def counted(material: Material) -> str:
    """'At 31 March 2017, 204 children and young people were in care, 13 more than a year before.'"""
    number = material.figure("children_in_care", "number").numerator
    if number is None:
        return f"At {long_day(material.year.ends)}, the number of children in care cannot be published (c)."
    verb = "was" if number == 1 else "were"
    subject, _, place = _words(material.authority, number).rpartition(" in care")
    said = (
        f"{whole(number)} {subject} {verb} in care{place}"
        if subject
        else f"there {verb} {whole(number)} {place}"
    )
    sentence = f"At {long_day(material.year.ends)}, {said}"
    return (
        f"{sentence}{changed(number, count_before(material, 'children_in_care', 'number'), 'a year before')}."
    )


def _words(authority: Authority, number: int) -> str:
    return authority.child_in_care if number == 1 else authority.children_in_care


def count_before(material: Material, table: str, group: str) -> int | None:
    """The count of the year before: as published, or as counted where we hold the records; None if neither is shown."""
    before = material.before.name
    found = material.published.get(table, group, before)
    if found is not None:
        if found.hidden:
            return None
        if found.numerator is not None:
            return found.numerator
        if found.value is not None and found.value.replace(",", "").isdecimal() and found.denominator is None:
            return int(found.value.replace(",", ""))
        return None
    figure = material.before_figure(table, group)
    return figure.numerator if figure else None


def nobody(figure: Shown) -> bool:
    """Whether there was nobody to count, which is not the same as a base that the public may not read."""
    return figure.denominator == 0


def none(figure: Shown) -> bool:
    """Whether the count is nought, which is always shown."""
    return figure.numerator == 0


def share_of(figure: Shown, things: str = "") -> str:
    """'82 of 204 children (40.2%)'; '0 of 0 children' where there was none, because nothing can be divided.

    Where the public may not read it: 'a number that cannot be published (c), of 204 children'.
    """
    if figure.denominator is None:
        return f"{'none' if none(figure) else NOT_PUBLISHED} of the {things or 'number'}".removesuffix(
            " of the number"
        )
    if figure.hidden:
        return f"{NOT_PUBLISHED}, of {whole(figure.denominator)} {things}".rstrip()
    counts = f"{whole(figure.numerator)} of {whole(figure.denominator or 0)} {things}".rstrip()
    return counts if figure.value is None else f"{counts} ({percent(figure.value)})"


def before_share(material: Material, table: str, group: str) -> str:
    """', against 8.9% published for 2015/16', ', against 10 of 204 (4.9%) in 2016/17', or nothing."""
    found = material.published.get(table, group, material.before.name)
    if found is None:
        figure = material.before_figure(table, group)
        shown = figure is not None and not figure.hidden and figure.denominator
        return f", against {share_of(figure)} in {figure.period}" if figure and shown else ""
    if found.value is None:
        return ""
    return f", against {in_percent(found.value)} published for {found.period}"


def elsewhere(material: Material, table: str, group: str) -> str:
    """'Published for other areas: Regional average 2015/16, 10%; …', or nothing."""
    said = [
        f"{whose} {period}, {in_percent(found.value)}"
        for whose, period in material.published.others(table, material.year.name)
        if (found := material.published.get(table, group, period, whose)) and found.value is not None
    ]
    return f" Published for other areas: {'; '.join(said)}." if said else ""


def largest(material: Material, about: Indicator, without: Sequence[str] = ()) -> tuple[str, Shown] | None:
    """The largest group of a distribution in the year: (its label, its figure); None if nothing was counted.

    Of those that are shown: what is hidden may be larger (``some_hidden``).
    """
    found = [
        (group.label, material.figure(about.table, group.key))
        for group in about.groups_for(material.year)
        if group.key not in without
    ]
    label, figure = max(found, key=lambda pair: pair[1].numerator or 0, default=("", None))
    return (label, figure) if figure is not None and figure.numerator else None


def some_hidden(material: Material, table: str, groups: Sequence[str]) -> bool:
    """Whether the public may not read some of these counts of the year."""
    return any(material.figure(table, group).hidden for group in groups)


def listed(items: Sequence[str]) -> str:
    """'a', 'a and b', 'a, b and c'."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}" if items else ""


def lower_first(label: str) -> str:
    """A group's label inside a sentence: 'Full care order' becomes 'full care order'; codes stay."""
    first, _, _ = label.partition(" ")
    return label if first.isupper() or any(c.isdigit() for c in first) else label[:1].lower() + label[1:]
