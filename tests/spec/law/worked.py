"""A worked case: what happened to one child as a small text table, and what was due by a count by hand.

Given, one line each, days as DD/MM/YYYY:

    born       | day
    care       | from | legal status | placement [| same carer] [| not the start]     each line ends the one before
    home       | day care ended
    break      | from | to (or blank) | legal status [| placement]
    review     | first day [to final day, or "to -" while under way] [| no meeting]    of a child in care
    breaks review, initial, transfer, conference, core group, need review: the same, with "| plan"
    milestone  | day | kind
    early      | asked on | by
    protection | plan | opened [| moved here] [| unborn] [| made: day] [| ended: day] [| closed: day]
    need       | plan | agreed [| made: day] [| ended: day]
    limit      | rule | value | unit | from                                            the council's own
    remit      | from | to (or blank)                                                  plans of children in need

Then:

    on DAY | track | due [| opens: day] [| no meeting] [| plan n]      what is due on a day, every line of it in order
    on DAY | nothing
    on DAY | track | not known
    by DAY | track | due | first day held or - | kept [| kept by the final meeting]    what became of what was due
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from holdfast.domain.care_history import Episode
from holdfast.domain.limits import Book, Limit
from holdfast.domain.tracks import facts
from holdfast.domain.tracks.facts import Kind

KINDS = {
    "review": Kind.CARE,
    "breaks review": Kind.SHORT_BREAK,
    "initial": Kind.CONFERENCE_INITIAL,
    "transfer": Kind.CONFERENCE_TRANSFER,
    "conference": Kind.CONFERENCE_REVIEW,
    "core group": Kind.CORE_GROUP,
    "need review": Kind.NEED,
}


@dataclass(frozen=True)
class Case:
    name: str
    given: str
    then: str

    def rows(self, text: str) -> list[list[str]]:
        return [
            [cell.strip() for cell in line.split("|")] for line in text.strip().splitlines() if line.strip()
        ]

    def life_and_book(self) -> tuple[facts.Life, Book]:
        told = _Told()
        for row in self.rows(self.given):
            told.take(row[0], row[1:])
        return told.life(), told.book()


def day(text: str) -> date:
    return datetime.strptime(text, "%d/%m/%Y").date()


@dataclass
class _Told:
    born: date | None = None
    care: list[dict] = field(default_factory=list)
    breaks: list[Episode] = field(default_factory=list)
    held: list[facts.Held] = field(default_factory=list)
    rest: dict[str, list] = field(default_factory=lambda: {k: [] for k in ("m", "p", "n", "e", "l", "r")})

    def take(self, what: str, cells: list[str]) -> None:
        if what in KINDS:
            self._held(KINDS[what], cells)
            return
        match what:
            case "born":
                self.born = day(cells[0])
            case "care":
                self._care(cells)
            case "home":
                self.care[-1] |= {"ended": day(cells[0]), "reason_ended": "E4A"}
            case "break":
                ended = day(cells[1]) if cells[1] else None
                place = cells[3] if len(cells) > 3 else "U6"
                self.breaks.append(Episode(day(cells[0]), ended, "S", cells[2], place, line=len(self.breaks)))
            case "milestone":
                self.rest["m"].append(facts.Milestone(facts.Marker(cells[1]), day(cells[0])))
            case "early":
                self.rest["e"].append(facts.Early(day(cells[0]), day(cells[1]), "the officer asks"))
            case "protection":
                self.rest["p"].append(_process(cells))
            case "need":
                said = _said(cells[2:])
                self.rest["n"].append(
                    facts.Need(int(cells[0]), day(cells[1]), said.get("made"), said.get("ended"))
                )
            case "limit":
                rule, value, unit, since = cells
                self.rest["l"].append(Limit(rule, int(value), unit, day(since), "the council", "L"))
            case "remit":
                self.rest["r"].append((day(cells[0]), day(cells[1]) if cells[1] else None))
            case _:
                raise ValueError(what)

    def _care(self, cells: list[str]) -> None:
        started, status, place = day(cells[0]), cells[1], cells[2]
        before = self.care[-1] if self.care else None
        reason = "L" if "not the start" in cells else "S"
        if before is not None and "ended" not in before:
            before |= {"ended": started, "reason_ended": "X1"}
            moved = "same carer" not in cells and place != before["place"]
            changed = status != before["legal_status"]
            reason = ("B" if changed else "P") if moved or not changed else "L"
        self.care.append(
            {"started": started, "reason_started": reason, "legal_status": status, "place": place}
        )

    def _held(self, kind: Kind, cells: list[str]) -> None:
        first, _, final = cells[0].partition(" to ")
        completed = None if final == "-" else day(final or first)
        plan = next((int(cell) for cell in cells[1:] if cell.isdigit()), None)
        self.held.append(
            facts.Held(kind, day(first), completed, "no meeting" not in cells, plan, key=len(self.held) + 1)
        )

    def life(self) -> facts.Life:
        care = [Episode(**({"ended": None} | each), line=100 + i) for i, each in enumerate(self.care)]
        return facts.Life(
            born=self.born,
            episodes=(*self.breaks, *care),
            held=tuple(sorted(self.held, key=lambda one: one.first_on)),
            milestones=tuple(self.rest["m"]),
            protections=tuple(self.rest["p"]),
            needs=tuple(self.rest["n"]),
            early=tuple(self.rest["e"]),
        )

    def book(self) -> Book:
        return Book(own=tuple(self.rest["l"]), need=tuple(self.rest["r"]))


def _process(cells: list[str]) -> facts.Protection:
    said = _said(cells[2:])
    return facts.Protection(
        int(cells[0]),
        day(cells[1]),
        transfer_in="moved here" in cells,
        unborn="unborn" in cells,
        closed_on=said.get("closed"),
        started=said.get("made"),
        ended=said.get("ended"),
    )


def _said(cells: list[str]) -> dict[str, date]:
    pairs = (cell.split(":") for cell in cells if ":" in cell)
    return {name.strip(): day(value.strip()) for name, value in pairs}
