"""Several SSDA903 returns read as one history, the slow way, from rows as they stand in the CSV files.

``join([(2018, {"Header": [...], "Episodes": [...], ...}), ...])`` gives the statistical tables that ``count``
takes. A return whose year is None takes that of its latest DECOM.
"""

from __future__ import annotations

from datetime import date, datetime

from tests.spec.indicators.oracle_care import Row

CsvRow = dict[str, str]
Return = tuple[int | None, dict[str, list[CsvRow]]]


def code(row: CsvRow, column: str) -> str | None:
    return (row.get(column) or "").strip().upper() or None


def day(row: CsvRow, column: str) -> date | None:
    given = (row.get(column) or "").strip()
    return datetime.strptime(given, "%d/%m/%Y").date() if given else None


def year_of(tables: dict[str, list[CsvRow]]) -> int:
    latest = max(begun for row in tables.get("Episodes", []) if (begun := day(row, "DECOM")))
    return latest.year + 1 if latest.month >= 4 else latest.year


def join(returns: list[Return]) -> dict[str, list[Row]]:
    """The later return wins: by child, by an episode's CHILD, DECOM and RNE, by a review's child and date."""
    dated = [(year or year_of(tables), tables) for year, tables in returns]
    dated.sort(key=lambda pair: pair[0])
    children: dict[str | None, Row] = {}
    reviews: dict[tuple[str | None, date], Row] = {}
    uasc: dict[str | None, Row] = {}
    health: dict[tuple[str | None, int], Row] = {}
    leavers: dict[tuple[str | None, int], Row] = {}
    for year, tables in dated:
        for row in tables.get("Header", []):
            child = code(row, "CHILD")
            children[child] = {
                "child": child,
                "sex": code(row, "SEX"),
                "born": day(row, "DOB"),
                "ethnicity": code(row, "ETHNIC"),
            }
        for row in tables.get("Reviews", []):
            child, held_on = code(row, "CHILD"), day(row, "REVIEW")
            if held_on:
                reviews[(child, held_on)] = {
                    "child": child,
                    "held_on": held_on,
                    "participation": code(row, "REVIEW_CODE"),
                }
        for row in tables.get("UASC", []):
            uasc[code(row, "CHILD")] = {"child": code(row, "CHILD"), "ceased": day(row, "DUC")}
        for row in tables.get("OC2", []):
            health[(code(row, "CHILD"), year)] = health_row(row, year)
        for row in tables.get("OC3", []):
            leavers[(code(row, "CHILD"), year)] = {
                "child": code(row, "CHILD"),
                "year_ending": year,
                "born": day(row, "DOB"),
                "in_touch": code(row, "IN_TOUCH"),
                "accommodation": code(row, "ACCOM"),
            }
    return {
        "children": list(children.values()),
        "episodes": joined_episodes([tables.get("Episodes", []) for _, tables in dated]),
        "reviews": list(reviews.values()),
        "health": list(health.values()),
        "care_leavers": list(leavers.values()),
        "uasc": list(uasc.values()),
        "population": [],
    }


def health_row(row: CsvRow, year: int) -> Row:
    score = code(row, "SDQ_SCORE")
    return {
        "child": code(row, "CHILD"),
        "year_ending": year,
        "health_assessment": code(row, "HEALTH_ASSESSMENT"),
        "teeth_check": code(row, "TEETH_CHECK"),
        "immunisations": code(row, "IMMUNISATIONS"),
        "health_check": code(row, "HEALTH_CHECK"),
        "sdq_score": int(score) if score and 0 <= int(score) <= 40 else None,
    }


def joined_episodes(returns: list[list[CsvRow]]) -> list[Row]:
    """A row stands unless a later one has its CHILD, DECOM and RNE. Lines follow the order of reading."""
    standing: dict[tuple[str | None, date | None, str | None], CsvRow] = {}
    for row in [row for rows in returns for row in rows]:
        key = (code(row, "CHILD"), day(row, "DECOM"), code(row, "RNE"))
        standing.pop(key, None)  # the later row stands in its own place
        standing[key] = row
    return [
        {
            "child": code(row, "CHILD"),
            "line": line,
            "started": day(row, "DECOM"),
            "ended": day(row, "DEC"),
            "reason_started": code(row, "RNE"),
            "legal_status": code(row, "LS"),
            "place": code(row, "PLACE"),
            "place_post": code(row, "PL_POST"),
            "reason_ended": code(row, "REC"),
            "reason_moved": code(row, "REASON_PLACE_CHANGE"),
        }
        for line, row in enumerate(standing.values(), start=1)
    ]
