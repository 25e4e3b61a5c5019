"""Authorities of invented children, messy on purpose: what real returns hold and what nobody would write down.

Overlaps, gaps, equal days, runs of temporary placements, codes in no list, short breaks in between, children
without a header row, care that begins and ends on the edges of the year. Everything follows from one source of
chance, so a seed gives the same authority again, and Hypothesis can look for the smallest that fails.
"""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

Row = dict[str, Any]

BEGUN = ("P", "P", "P", "P", "B", "L", "L", "T", "U", "S", "Q", None)
LEGAL = ("C2", "C1", "V2", "E1", "D1", "J1", "L1", "C2", "C2", "V2", "V3", "V4", "X9", None)
PLACES = ("U4", "U6", "U1", "U5", "A3", "A5", "A6", "K2", "R1", "P1", "H5", "Z1", "U4", "U6", "Q9", None)
TEMPORARY = ("T0", "T1", "T3", "T4", "T1")
POSTCODES = ("AA1 1AA", "BB1 1BB", None)
CEASED = ("E4A", "E4B", "E11", "E2", "E43", "E44", "E45", "E48", "E99", None)
MOVED = ("CREQB", "CARPL", "ALLEG", "OTHER", "PLACE", "CUSTOD", "LIIAF", "CHILD", None, None)
ANSWERS = ("1", "1", "0", None, "2")
HOMES = ("U1", "U2", "B1", "R1", "R2", "S2", "S1", "X2", "0", "01", "A1", "T3", None)


def edges(year_ending: int) -> list[date]:
    """Days on which an answer changes: ends of periods, and the same 6 to 48 months earlier, a day either side."""
    turns = [date(year_ending - 1, 4, 1), date(year_ending - 1, 7, 1), date(year_ending - 1, 10, 1)]
    turns += [date(year_ending, 1, 1), date(year_ending, 4, 1)]
    turns += [date(year_ending - back, 4, 1) for back in (2, 3, 4, 5)]
    turns += [date(year_ending - 1, 10, 1), date(year_ending - 3, 10, 1), date(2016, 3, 1)]
    return sorted({turn + timedelta(days=offset) for turn in turns for offset in (-2, -1, 0, 1)})


def some_day(chance: Random, year_ending: int) -> date:
    if chance.random() < 0.6:
        return chance.choice(edges(year_ending))
    return date(year_ending - 6, 1, 1) + timedelta(days=chance.randrange(2400))


def place(chance: Random, before: Row | None, home: Row | None) -> tuple[str | None, str | None]:
    """Often temporary, and after that often back where the child was."""
    if before is not None and before["place"] in TEMPORARY and home is not None and chance.random() < 0.7:
        return home["place"], chance.choice((home["place_post"], home["place_post"], "CC1 1CC"))
    if chance.random() < 0.25:
        return chance.choice(TEMPORARY), chance.choice(POSTCODES)
    return chance.choice(PLACES), chance.choice(POSTCODES)


def next_start(chance: Random, before: Row | None, year_ending: int) -> date:
    """Mostly the day the episode before ended, else a day later, or any day at all."""
    if before is None or chance.random() < 0.12:
        return some_day(chance, year_ending)
    ended: date = before["ended"] or before["started"] + timedelta(days=200)
    return ended + timedelta(days=chance.choice((0,) * 12 + (1, 2, -1, -30)))


def messy_history(chance: Random, child: str, year_ending: int) -> list[Row]:
    rows: list[Row] = []
    home = None
    for _ in range(chance.choice((1, 2, 3, 3, 4, 5, 6, 8))):
        before = rows[-1] if rows else None
        began_anew = before is None or before["reason_ended"] not in ("X1", None)
        started = next_start(chance, before, year_ending)
        if before and before["started"] == started and chance.random() < 0.8:
            started += timedelta(days=chance.choice((1, 30, 90)))
            before["ended"] = started
        length = timedelta(days=chance.choice((0, 1, 5, 20, 60, 90, 180, 365, 800)))
        ended = chance.choice(
            (started + length, started + length, max(started, some_day(chance, year_ending)))
        )
        where, postcode = place(chance, before, home)
        row: Row = {
            "child": child,
            "started": started,
            "ended": ended,
            "reason_started": "S" if began_anew and chance.random() < 0.7 else chance.choice(BEGUN),
            "legal_status": chance.choice(LEGAL),
            "place": where,
            "place_post": postcode,
            "reason_ended": "X1" if chance.random() < 0.85 else chance.choice(CEASED),
            "reason_moved": chance.choice(MOVED),
        }
        rows.append(row)
        home = row if where not in TEMPORARY else home
    if chance.random() < 0.7:
        rows[-1]["ended"] = None
        rows[-1]["reason_ended"] = chance.choice((None, None, "X1", "E4A"))
    return rows


def steady_history(chance: Random, child: str, year_ending: int) -> list[Row]:
    """Episodes that hand over to each other on days where an answer may turn, seldom with a slip in them."""
    days = sorted({some_day(chance, year_ending) for _ in range(chance.choice((1, 2, 3, 4, 6, 9)))})
    rows: list[Row] = []
    home = None
    for number, started in enumerate(days):
        where, postcode = place(chance, rows[-1] if rows else None, home)
        row: Row = {
            "child": child,
            "started": started,
            "ended": days[number + 1] if number + 1 < len(days) else None,
            "reason_started": chance.choice(BEGUN[:9]) if rows or chance.random() < 0.3 else "S",
            "legal_status": "C2" if chance.random() < 0.98 else chance.choice(LEGAL),
            "place": where,
            "place_post": postcode,
            "reason_ended": "X1" if number + 1 < len(days) else None,
            "reason_moved": chance.choice(MOVED),
        }
        if rows and chance.random() < 0.03:
            row["started"] += timedelta(days=chance.choice((-1, 1)))
        rows.append(row)
        home = row if where not in TEMPORARY else home
    if chance.random() < 0.3:
        rows[-1]["ended"] = max(some_day(chance, year_ending), rows[-1]["started"])
        rows[-1]["reason_ended"] = chance.choice(CEASED)
    return rows


def born(chance: Random, year_ending: int) -> date | None:
    if chance.random() < 0.05:
        return None
    if chance.random() < 0.5:
        turn = date(year_ending - chance.randrange(0, 24), chance.choice((4, 7, 1)), 1)
        return turn + timedelta(days=chance.choice((-2, -1, 0, 1)))
    return date(year_ending - 20, 1, 1) + timedelta(days=chance.randrange(7600))


def authority(chance: Random, number: int, year_ending: int) -> dict[str, list[Row]]:
    """The statistical tables of an authority of that many children."""
    tables: dict[str, list[Row]] = {"population": []}
    for name in ("children", "episodes", "reviews", "health", "care_leavers", "uasc"):
        tables[name] = []
    for position in range(number):
        child = f"C{position}"
        birthday = born(chance, year_ending)
        if chance.random() < 0.95:
            sex, ethnicity = (
                chance.choice("FM12U9"),
                chance.choice(("WBRI", "CHNE", "REFU", "NOBT", "QQ", None)),
            )
            tables["children"].append({"child": child, "sex": sex, "born": birthday, "ethnicity": ethnicity})
        if chance.random() < 0.95:
            history = steady_history if chance.random() < 0.6 else messy_history
            tables["episodes"] += history(chance, child, year_ending)
        for held_on in sorted({some_day(chance, year_ending) for _ in range(chance.randrange(4))}):
            code = chance.choice(("PN0", "PN1", "PN4", "PN5", "PN7", "PN9", None))
            tables["reviews"].append({"child": child, "held_on": held_on, "participation": code})
        for year in (year_ending - 1, year_ending):
            if chance.random() < 0.7:
                tables["health"].append(health(chance, child, year))
            if chance.random() < 0.3:
                tables["care_leavers"].append(leaver(chance, child, year, birthday))
        if chance.random() < 0.2:
            ceased = chance.choice((None, some_day(chance, year_ending)))
            tables["uasc"].append({"child": child, "ceased": ceased})
    chance.shuffle(tables["episodes"])
    for line, row in enumerate(tables["episodes"], start=1):
        row["line"] = line
    if chance.random() < 0.5:
        tables["population"] = [{"year_ending": year_ending, "aged_0_17": chance.choice((7, 3700))}]
    return tables


def health(chance: Random, child: str, year: int) -> Row:
    score = chance.choice((0, 13, 14, 16, 17, 40, 9, None))
    answers = {name: chance.choice(ANSWERS) for name in ("health_assessment", "teeth_check", "immunisations")}
    return {
        "child": child,
        "year_ending": year,
        **answers,
        "health_check": chance.choice(ANSWERS),
        "sdq_score": score,
    }


def leaver(chance: Random, child: str, year: int, birthday: date | None) -> Row:
    turn = date(year - chance.choice((16, 17, 19, 21, 22)), 4, 1)
    return {
        "child": child,
        "year_ending": year,
        "born": chance.choice((turn, turn - timedelta(days=1), birthday)),
        "in_touch": chance.choice(("YES", "NO", "DIED", "REFU", "QQ", None)),
        "accommodation": chance.choice(HOMES),
    }
