"""A return of two hundred children as a folder of CSV files, every table with rows in it."""

from __future__ import annotations

import csv
import random
from datetime import date, timedelta
from pathlib import Path

FIRST, LAST = date(2017, 4, 1), date(2018, 3, 31)
HEADINGS = {
    "header": "CHILD SEX DOB ETHNIC UPN MOTHER MC_DOB",
    "episodes": "CHILD DECOM RNE LS CIN PLACE PLACE_PROVIDER DEC REC REASON_PLACE_CHANGE HOME_POST PL_POST URN",
    "reviews": "CHILD DOB REVIEW REVIEW_CODE",
    "oc2": "CHILD DOB SDQ_SCORE SDQ_REASON CONVICTED HEALTH_CHECK IMMUNISATIONS TEETH_CHECK HEALTH_ASSESSMENT "
    "SUBSTANCE_MISUSE INTERVENTION_RECEIVED INTERVENTION_OFFERED",
    "oc3": "CHILD DOB IN_TOUCH ACTIV ACCOM",
    "uasc": "CHILD SEX DOB DUC",
}


def write_small_return(folder: Path, children: int = 200, seed: int = 3) -> Path:
    """Write Header, Episodes, Reviews, OC2, OC3 and UASC for 2017/18; the same seed gives the same files."""
    chance = random.Random(seed)
    tables: dict[str, list[list[str]]] = {name: [heading.split()] for name, heading in HEADINGS.items()}
    for nth in range(children):
        _child(chance, f"C{nth:04}", tables)
    for name, rows in tables.items():
        with (folder / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows(rows)
    return folder


def _child(chance: random.Random, child: str, tables: dict[str, list[list[str]]]) -> None:
    born = date(2000, 1, 1) + timedelta(days=chance.randrange(6000))
    sex = chance.choice("12")
    tables["header"].append([child, sex, _d(born), chance.choice(["WBRI", "MOTH", "REFU"]), "UN1", "", ""])
    start = max(born, FIRST - timedelta(days=chance.randrange(2500)))
    code, place, post = "S", chance.choice(["U4", "K2", "U1", "A5"]), "ZZ1 1ZZ"
    status = chance.choice(["C1", "C2", "V2", "E1", "V3", "J1"])
    while start <= LAST:
        end = start + timedelta(days=chance.randrange(20, 700))
        last = chance.random() < 0.2
        open_ = end > LAST
        reason = "" if open_ else chance.choice(["E4A", "E11", "E8"]) if last else "X1"
        moved = "" if open_ or last else chance.choice(["CARPL", "CREQB", "OTHER", ""])
        tables["episodes"].append(
            [
                child,
                _d(start),
                code,
                status,
                "N1",
                place,
                "PR1",
                "" if open_ else _d(end),
                reason,
                moved,
                "",
                post,
                "",
            ]
        )
        if open_ or last:
            break
        start, code = end, chance.choice("PLTBU")
        place = chance.choice(["U4", "T1", "K2", place, place])
    for _ in range(chance.randrange(4)):
        held = FIRST + timedelta(days=chance.randrange(365))
        tables["reviews"].append([child, _d(born), _d(held), f"PN{chance.randrange(8)}"])
    yes = [chance.choice(["0", "1", ""]) for _ in range(4)]
    score = str(chance.randrange(41)) if chance.random() < 0.7 else ""
    tables["oc2"].append([child, _d(born), score, "", "", *yes, "", "", ""])
    if chance.random() < 0.2:
        leaver = date(1997, 1, 1) + timedelta(days=chance.randrange(1500))
        touch, home = chance.choice(["YES", "NO", "DIED"]), chance.choice(["U1", "K2", "R2", "0"])
        tables["oc3"].append([f"L{child}", _d(leaver), touch, "F1", home])
    if chance.random() < 0.1:
        tables["uasc"].append([child, sex, _d(born), chance.choice(["", _d(LAST)])])


def _d(day: date) -> str:
    return f"{day:%d/%m/%Y}"
