"""Where children live, counted by hand, the slow way, as ``oracle`` does."""

from __future__ import annotations

from datetime import date

from tests.spec.indicators.oracle import Groups, Records, counted, share


def out_of_area(records: Records, day: date) -> Groups:
    known = {(row["child"], row["line"]): row["location"] for row in records.rows("places")}
    places = [known.get((child, episode["line"])) for child, episode in records.in_care(day).items()]
    outside, inside = places.count("OUT"), places.count("IN")
    return {
        "outside": share(outside, outside + inside),
        "unknown": counted(len(places) - outside - inside),
    }
