"""The children of the demo, before anything is recorded of them: born when, in care from when to when, who they are."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

from holdfast.demo import names
from holdfast.demo.chance import day_between, drawn, weighted
from holdfast.demo.families import join_families
from holdfast.demo.life import Life
from holdfast.demo.plan import Bucket, assigned, buckets
from holdfast.demo.quarters import YEAR_STARTS, first_day, last_day

_NEEDS = {"N1": 64, "N5": 14, "N4": 9, "N3": 4, "N2": 4, "N6": 3, "N8": 2}
#: reasons to leave that come with a day in court or an office that is open
_ON_A_WORKING_DAY = ("E11", "E12", "E43", "E44", "E14", "E15", "E3", "E9", "E4A", "E13")


def children_in_care(chance: Random) -> list[Life]:
    """Every child in care at any time from 31 March 2016 to today, as the plan has them."""
    lives = [_child(chance, bucket) for bucket in buckets() for _ in range(bucket.n)]
    join_families(chance, lives)
    _ethnicities(chance, lives, assigned()["ethnicity"])
    return lives


def _child(chance: Random, bucket: Bucket) -> Life:
    born = day_between(chance, first_day(bucket.born), last_day(bucket.born))
    leaves_at_18 = bucket.exit == bucket.born + 72
    came, left = _care(chance, bucket, born, leaves_at_18=leaves_at_18)
    life = Life(
        number="",
        name=names.child_name(chance, bucket.sex),
        sex=bucket.sex,
        born=born,
        ethnicity="WBRI",
        came=came,
        left=left,
        outcome=bucket.outcome,
        legal_2016=bucket.legal_2016,
        legal_2017=bucket.legal_2017,
        asylum=bucket.asylum,
        need="N8" if bucket.asylum else weighted(chance, _NEEDS),
        home_post=None if bucket.asylum else names.postcode(chance),
    )
    return life


def _care(chance: Random, bucket: Bucket, born: date, *, leaves_at_18: bool) -> tuple[date, date | None]:
    """When care began and ended, within the quarters of the plan."""
    # Nobody comes on the first day of a quarter: on 1 April it would make them in care all year.
    first, last = max(first_day(bucket.entry) + timedelta(days=1), born), last_day(bucket.entry)
    left: date | None = None
    if leaves_at_18:
        left = born.replace(year=born.year + 18)
    if bucket.exit is not None and bucket.exit == bucket.entry:
        last = min(last, (left or last) - timedelta(days=20))
        last -= (last - first) / 2 if left is None else timedelta()
    came = day_between(chance, first, last)
    if bucket.exit is None or left is not None:
        return came, left
    soonest = max(first_day(bucket.exit), came + timedelta(days=8))
    return came, day_between(
        chance, soonest, last_day(bucket.exit), working=bucket.outcome in _ON_A_WORKING_DAY
    )


def _ethnicities(chance: Random, lives: list[Life], plan: dict[str, Any]) -> None:
    before = date(2016, 3, 31)
    # brothers and sisters are of one ethnicity, so who has another one came alone
    settled = [life for life in lives if not life.asylum and not life.family]
    groups = {
        "stayed": [life for life in settled if life.in_care_on(before) and life.left is None],
        "left": [life for life in settled if life.in_care_on(before) and life.left is not None],
        "passing": [life for life in settled if life.came >= YEAR_STARTS and life.left is not None],
    }
    for group, among in groups.items():
        for code, n in plan[group].items():
            for life in drawn(chance, [one for one in among if one.ethnicity == "WBRI"], n, code):
                life.ethnicity = code
    for life in lives:
        if life.asylum:
            life.ethnicity = plan["asylum"]


def older_care_leavers(chance: Random, n: int) -> list[Life]:
    """Young people who left care at 18 in the three years before, spread over the years, with one stay each."""
    found = []
    for nth in range(n):
        turned_18 = date(2013, 4, 4) + timedelta(days=(1080 * nth + chance.randint(0, 1000)) // n)
        turned_18 = turned_18.replace(day=min(turned_18.day, 28))
        born = turned_18.replace(year=turned_18.year - 18)
        came = turned_18 - timedelta(days=chance.randint(250, 4200))
        sex = chance.choice("MF")
        outcome = weighted(chance, {"E5": 30, "E17": 25, "E8": 40, "E6": 5})
        found.append(
            Life(
                number="",
                name=names.child_name(chance, sex),
                sex=sex,
                born=born,
                ethnicity="WBRI" if chance.random() < 0.95 else "MWBC",
                came=came,
                left=turned_18,
                outcome=outcome,
                legal_2017=weighted(chance, {"C2": 60, "V2": 40}),
                need=weighted(chance, _NEEDS),
                home_post=names.postcode(chance),
            )
        )
    return found


def short_breaks(chance: Random, n: int) -> list[Life]:
    """Disabled children with an agreed series of short breaks: reviewed by the service, not counted in care."""
    found = []
    for _ in range(n):
        sex = chance.choice("MMF")
        born = day_between(chance, date(2001, 1, 10), date(2010, 12, 20))
        came = day_between(chance, date(2014, 5, 1), date(2016, 11, 30), working=True)
        life = Life("", names.child_name(chance, sex), sex, born, "WBRI", came, None, need="N2")
        life.home_post = names.postcode(chance)
        found.append(life)
    return found
