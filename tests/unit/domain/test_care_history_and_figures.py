"""The rule for one child and the expressions over all children say the same, on histories nobody would write down."""

import random
from datetime import date, timedelta

import ibis
import pyarrow as pa

from holdfast.domain import care_history
from holdfast.domain.care_history import Episode
from holdfast.indicators import history

COLUMNS = pa.schema(
    [("child", pa.string()), ("line", pa.int64()), ("started", pa.date32()), ("ended", pa.date32())]
    + [
        (name, pa.string())
        for name in ("reason_started", "legal_status", "place", "place_post", "reason_ended", "reason_moved")
    ]
)


def invented_history(chance: random.Random) -> list[Episode]:
    """Episodes of one child: mostly one after another, with gaps, overlaps, blanks and short breaks among them."""
    found = []
    start = date(2016, 1, 1) + timedelta(days=chance.randint(0, 5))
    for line in range(chance.randint(1, 8)):
        end = start + timedelta(days=chance.randint(1, 5))
        found.append(
            Episode(
                started=start,
                ended=None if chance.random() < 0.1 else end,
                reason_started=chance.choice(["S", "L", "P", "P", "P", "T", "B", "U", None]) if line else "S",
                legal_status=chance.choice(["C1", "C2", "C2", "V3"]),
                place=chance.choice(["U6", "K2", "T1", "T4", None]),
                place_post=chance.choice(["AA1", None]),
                reason_ended=chance.choice(["X1", "X1", "X1", "X1", "E4A", None]),
                line=line,
            )
        )
        start = end if chance.random() < 0.9 else end + timedelta(days=chance.randint(-1, 2))
    chance.shuffle(found)
    return found


def test_one_child_at_a_time_and_all_at_once_find_the_same_periods_and_placements():
    chance = random.Random(2016)
    histories = {str(child): invented_history(chance) for child in range(800)}
    rows = [{"child": child} | vars(episode) for child, held in histories.items() for episode in held]

    table = history.care_episodes(ibis.memtable(pa.Table.from_pylist(rows, schema=COLUMNS))).to_pyarrow()

    at_once = {
        (row["child"], row["line"]): (
            *(row["period_started"], row["period_known"]),
            *(row["placement_started"], row["placement_known"]),
        )
        for row in table.to_pylist()
    }
    one_by_one = {
        (child, episode.line): (period.started, period.start_known, placement.started, placement.start_known)
        for child, held in histories.items()
        for period in care_history.periods_of_care(held)
        for placement in period.placements
        for episode in placement.episodes
    }
    assert at_once == one_by_one
    assert len(at_once) > 2000
