"""Where children live and whether their education plan was there, counted by hand, the slow way, as ``oracle`` does."""

from __future__ import annotations

from datetime import date

from tests.spec.indicators.oracle import Groups, Records, counted, share
from tests.spec.indicators.oracle_care import age_on


def out_of_area(records: Records, day: date) -> Groups:
    known = {(row["child"], row["line"]): row["location"] for row in records.rows("places")}
    places = [known.get((child, episode["line"])) for child, episode in records.in_care(day).items()]
    outside, inside = places.count("OUT"), places.count("IN")
    return {
        "outside": share(outside, outside + inside),
        "unknown": counted(len(places) - outside - inside),
    }


def pep(records: Records, first: date, last: date) -> Groups:
    children = [
        child for child in records.in_care(last) if age_on(records.about(child, "born"), last) in range(3, 18)
    ]
    found = [last_state(records, child, first, last) for child in children]
    there, missing, spared = (found.count(state) for state in ("there", "not_there", "not_needed"))
    return {
        "up_to_date": share(there, there + missing),
        "not_needed": share(spared, len(children)),
        "unknown": counted(len(children) - there - missing - spared),
    }


def last_state(records: Records, child: str, first: date, last: date) -> str | None:
    """Of two reviews completed on one day the state that comes first in the alphabet."""
    mine = [row for row in records.rows("education_plans") if row["child"] == child]
    mine = [row for row in mine if first <= row["completed_on"] <= last]
    if not mine:
        return None
    latest = max(row["completed_on"] for row in mine)
    return min(row["state"] for row in mine if row["completed_on"] == latest)
