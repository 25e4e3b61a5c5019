"""What no return holds of the demo, as statistical tables made straight from the authority, apart from the records."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import pyarrow as pa

from holdfast.demo.authority import Authority
from holdfast.demo.quarters import TODAY
from holdfast.domain.timescales import Due
from holdfast.domain.tracks.claim import Kept
from holdfast.domain.tracks.facts import Kind
from holdfast.domain.tracks.history import obligations
from holdfast.snapshot.store import schema

from .as_law_reads import as_law_reads

Rows = Iterable[tuple[Any, ...]]


def work_tables(authority: Authority) -> dict[str, pa.Table]:
    made = {
        "allocations": _allocations(authority),
        "posts": _posts(authority),
        "plans": _plans(authority),
        "meetings": _meetings(authority),
        "dues": _dues(authority),
        "monitors": _monitors(authority),
        "question_changes": [],
        "concerns": _concerns(authority),
        "stages": _stages(authority),
    }
    return {name: _table(name, list(rows)) for name, rows in made.items()}


def _table(name: str, rows: list[tuple[Any, ...]]) -> pa.Table:
    shape = schema(name)
    columns = zip(*rows, strict=True) if rows else [[] for _ in shape]
    return pa.table({f.name: pa.array(c, f.type) for f, c in zip(shape, columns, strict=True)}, schema=shape)


def _after(day: date | None) -> date | None:
    return day and day + timedelta(days=1)


def _allocations(authority: Authority) -> Rows:
    for one in authority.staff.responsible:
        yield one.child, one.member, one.role, one.starts, _after(one.ends)


def _posts(authority: Authority) -> Rows:
    for member in authority.staff.members:
        begins = sorted(member.fte)
        for starts, ends in zip(begins, [*begins[1:], None][: len(begins)], strict=True):
            yield member.key, "iro", round(100 * member.fte[starts]), starts, ends


def _plans(authority: Authority) -> Rows:
    for one in authority.protections:
        yield one.child.number, "cp", one.started, one.ended, one.opened, None
    for need in authority.needs:
        yield need.child.number, "cin", need.agreed, need.ended, need.agreed, None


def _meetings(authority: Authority) -> Rows:
    for life in authority.children:
        for day, _ in life.reviews:
            yield life.number, "cypic", day, day, authority.seen.get((life.number, day)), None
    for life in authority.short_breaks:
        for day in life.break_reviews:
            yield life.number, "short_breaks", day, day, None, None
    for one in authority.protections:
        for _, day in one.conferences:
            yield one.child.number, "cp", day, day, None, None
    for need in authority.needs:
        for day in need.reviews:
            yield need.child.number, "cin", day, day, None, None


def _monitors(authority: Authority) -> Rows:
    for life in authority.children:
        for day, _ in life.reviews:
            one = authority.judged.get((life.number, day))
            if one is None:
                yield life.number, "cypic", day, None, None, None, None, None, None
            else:
                answers = one.legal_status_right, one.placement_meets_needs
                ratings = one.corporate_parenting or None, one.care_plan or None
                yield life.number, "cypic", day, day, 1, *answers, *ratings


def _concerns(authority: Authority) -> Rows:
    for nth, one in enumerate(authority.raised):
        yield one.who.child, str(nth), one.category, None, one.who.on, None, None, None


def _stages(authority: Authority) -> Rows:
    """Each on the day it was raised; the records spread them over the same quarter."""
    for nth, one in enumerate(authority.raised):
        for number in range(one.formal + 1 if one.formal else 1):
            passed_over = one.straight and number < one.formal
            yield one.who.child, str(nth), number, None if passed_over else one.who.on, None


def _dues(authority: Authority) -> Rows:
    for life in authority.children:
        for one in obligations(as_law_reads(life), TODAY):
            if (
                one.claim.kind is Kind.CARE
                and isinstance(one.claim.due, Due)
                and one.kept is not Kept.NOT_REQUIRED
            ):
                day = one.met_by.first_on if one.met_by else None
                yield (
                    life.number,
                    one.claim.last_day,
                    day,
                    day,
                    None,
                    one.kept,
                    one.kept_by_final,
                    TODAY,
                )
