"""An import in words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.db.models import QuerySet

from holdfast.casework.intake import queries
from holdfast.casework.intake.models import Finding, ReturnIntake
from holdfast.casework.intake.rules import BROKEN_OFF, is_broken_off
from holdfast.casework.intake.states import UNDER_WAY, State
from holdfast.domain.reporting_year import ReportingYear
from holdfast.returns.ssda903.faults import LISTED_PER_COLUMN
from holdfast.returns.ssda903.layout import LAYOUTS
from holdfast.web.intake import job, parcel
from holdfast.web.intake.rule_titles import title_of

#: Word left beside the files within so many seconds means that somebody is at work.
AT_WORK_WITHIN = 30
#: Faults shown on the page. The download has all that are listed: the first LISTED_PER_COLUMN of one column of one
#: file, and a line that says how many more there are.
FAULTS_SHOWN = 200
#: The tables of a return whose rows become records.
KEPT = frozenset({"Header", "Episodes", "Reviews", "OC2", "OC3", "UASC"})
KINDS = {
    "child": ("child", "children"),
    "episode": ("episode of care", "episodes of care"),
    "review": ("review", "reviews"),
    "healthyear": ("child’s health in a year", "yearly health facts"),
    "careleaveryear": ("care leaver in a year", "yearly care leaver facts"),
    "asylumstatus": ("asylum status", "asylum statuses"),
}
TONES = {
    State.READING: "blue", State.LOADING: "blue", State.WAITING: "yellow", State.LOADED: "green",
    State.REFUSED: "red", State.FAILED: "red", State.INTERRUPTED: "grey",
}  # fmt: skip


@dataclass(frozen=True)
class IntakeRow:
    """One import in the list of imports."""

    intake: ReturnIntake

    @property
    def who(self) -> str:
        return self.intake.received_by.name if self.intake.received_by else "The command line"

    @property
    def years(self) -> str:
        return ", ".join(ReportingYear(ending).name for ending in self.intake.years) or "Not known yet"

    @cached_property
    def now(self) -> State:
        """The state as a person sees it: an import that was cut off is so, before anybody has written it down."""
        return State.INTERRUPTED if is_broken_off(self.intake) else State(self.intake.state)

    @property
    def state(self) -> str:
        return self.now.label

    @property
    def tone(self) -> str:
        return TONES[self.now]


@dataclass(frozen=True)
class Change:
    """What loading does, or did, to one kind of record."""

    kind: str
    added: int
    changed: int
    unchanged: int
    withdrawn: int
    mismatches: int


@dataclass(frozen=True)
class IntakePage(IntakeRow):
    @property
    def title(self) -> str:
        return f"Return {self.years}" if self.intake.years else "A return being read"

    @property
    def is_running(self) -> bool:
        return self.now in UNDER_WAY or self._starts_loading

    @property
    def step(self) -> str:
        return self._note[0] if self._note else (self.intake.step or "Opening the files")

    @property
    def percent(self) -> int:
        return self._note[1] if self._note else self.intake.progress

    @property
    def is_waiting(self) -> bool:
        return self.intake.state == State.WAITING and not self._starts_loading

    @property
    def is_loaded(self) -> bool:
        return self.intake.state == State.LOADED

    @property
    def is_refused(self) -> bool:
        return self.intake.state == State.REFUSED

    @property
    def is_stopped(self) -> bool:
        return self.now in (State.FAILED, State.INTERRUPTED)

    @property
    def message(self) -> str:
        """What went wrong."""
        return self.intake.message or (BROKEN_OFF if self.now == State.INTERRUPTED else "")

    @cached_property
    def refusal(self) -> str:
        """Why the last try to load it did not begin."""
        return parcel.read_note(self.intake.public_id, job.REFUSAL) or ""

    @cached_property
    def changes(self) -> list[Change] | None:
        """What it would change or did change; None when that could not be worked out."""
        counts = (
            self.intake.counts if self.is_loaded else parcel.read_note(self.intake.public_id, job.PREVIEW)
        )
        if counts is None:
            return None
        columns = ("added", "changed", "unchanged", "withdrawn", "mismatches")
        return [
            Change(KINDS[kind][1], *(counts[kind].get(c, 0) for c in columns))
            for kind in KINDS  # PostgreSQL keeps no order in JSON
            if kind in counts
        ]

    @property
    def changes_nothing(self) -> bool:
        done = self.changes or []
        return all(not (c.added or c.changed or c.withdrawn or c.mismatches) for c in done)

    @property
    def mismatches(self) -> int:
        return sum(change.mismatches for change in self.changes or [])

    @cached_property
    def faults(self) -> list[Finding]:
        return list(queries.faults_of(self.intake)[:FAULTS_SHOWN])

    @cached_property
    def lines(self) -> int:
        """How many lines the list of faults has."""
        return queries.faults_of(self.intake).count()

    @cached_property
    def counts_more(self) -> int:
        """How many of the lines stand for the rest of a column that had too many to list."""
        return queries.faults_of(self.intake).filter(row=None, found__endswith=" more like these").count()

    @property
    def fault_count(self) -> int:
        """How many faults are listed one by one; where `counts_more`, there are more than these."""
        return self.lines - self.counts_more

    listed_per_column = LISTED_PER_COLUMN

    @property
    def not_kept(self) -> str:
        """The tables that are read and checked, but have no place in the records of this version."""
        return ", ".join(name for name in LAYOUTS if name not in KEPT)

    @cached_property
    def warning_types(self) -> list[tuple[str, str, int]]:
        """(code, title, how many), most first."""
        return [
            (row["type"], title_of(row["type"]), row["count"])
            for row in queries.warnings_by_type(self.intake)
        ]

    @property
    def warning_count(self) -> int:
        return sum(count for _, _, count in self.warning_types)

    @cached_property
    def _note(self) -> list | None:
        return parcel.read_note(self.intake.public_id, job.LOADING) if self.is_running else None

    @cached_property
    def _starts_loading(self) -> bool:
        """Told to load, and reading the files again before the loading itself begins."""
        waits = self.intake.state == State.WAITING
        return waits and parcel.is_fresh(self.intake.public_id, job.LOADING, AT_WORK_WITHIN)


def warnings_chosen(intake: ReturnIntake, type_: str, child: str) -> QuerySet[Finding]:
    """The warnings of a type and of a child, or all."""
    found = queries.warnings_of(intake)
    found = found.filter(type=type_) if type_ else found
    return found.filter(child_number=child) if child else found
