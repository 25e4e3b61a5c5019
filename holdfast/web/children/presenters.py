"""The children list in words: its counts, its choices, its empty states, and its columns as CSV."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from holdfast.domain.timescales import NotKnown
from holdfast.web.child.kinds import WHAT
from holdfast.web.child_now import CARE as IN_CARE
from holdfast.web.child_now import NEED, PROTECTION, SHORT_BREAKS, Booked, ChildNow, Responsible
from holdfast.web.children.filters import AGES, CARE, DUE, NOBODY, SORTS, WITH_A_PLAN, Filters, is_due
from holdfast.web.code_words import words

CSV_HEADER = (
    "Number", "Name", "Age", "Plans", "Legal status", "Since", "Placement", "Since", "IRO", "Social worker", "Team",
    "Last review", "Next due", "Next review due by", "Booked for",
)  # fmt: skip


#: said before the choice where it would not be understood alone
NAMED = {"iro": "IRO: ", "worker": "Social worker: ", "team": "Team: "}
PLANS = {
    IN_CARE: "in care",
    SHORT_BREAKS: "short breaks",
    PROTECTION: "child protection",
    NEED: "child in need",
}


@dataclass(frozen=True)
class Choice:
    value: str
    label: str
    chosen: bool


@dataclass(frozen=True)
class Heading:
    label: str
    url: str
    order: str  # the value of aria-sort


@dataclass(frozen=True)
class Chosen:
    """A filter in force, and the address without it."""

    label: str
    url: str


@dataclass(frozen=True)
class ChildList:
    """``everybody``: all that the search finds; ``shown``: those that fit the filters too."""

    everybody: Sequence[ChildNow]
    shown: Sequence[ChildNow]
    filters: Filters

    @property
    def summary(self) -> str:
        """“204 children and young people; 3 with something late, 12 with something due in the next four weeks.”"""
        late = sum(is_due(child, "late") for child in self.shown)
        soon = sum(is_due(child, "soon") for child in self.shown)
        count = len(self.shown)
        head = f"{count:,} {'child or young person' if count == 1 else 'children and young people'}"
        return f"{head}; {late:,} with something late, {soon:,} with something due in the next four weeks."

    @property
    def care_choices(self) -> list[Choice]:
        return [Choice(value, label, value == self.filters.care) for value, label in CARE.items()]

    @property
    def legal_choices(self) -> list[Choice]:
        return self._codes("legal_status", "LS", self.filters.legal)

    @property
    def place_choices(self) -> list[Choice]:
        return self._codes("place", "PLACE", self.filters.place)

    @property
    def iro_choices(self) -> list[Choice]:
        return self._people((child.iro for child in self.everybody), self.filters.iro)

    @property
    def worker_choices(self) -> list[Choice]:
        return self._people((child.social_worker for child in self.everybody), self.filters.worker)

    @property
    def team_choices(self) -> list[Choice]:
        teams = sorted({who.team for child in self.everybody if (who := child.social_worker) and who.team})
        return [Choice(team, team, team == self.filters.team) for team in teams]

    @property
    def age_choices(self) -> list[Choice]:
        return [Choice(value, label, value == self.filters.age) for value, (label, *_) in AGES.items()]

    @property
    def due_choices(self) -> list[Choice]:
        return [Choice(value, label, value == self.filters.due) for value, label in DUE.items()]

    @property
    def headings(self) -> list[Heading]:
        """Column headings that sort, and say how the list is sorted now."""
        headings = []
        for key, (label, _) in SORTS.items():
            order = {key: "ascending", f"-{key}": "descending"}.get(self.filters.sort, "none")
            headings.append(
                Heading(label, self.filters.with_(sort=f"-{key}" if order == "ascending" else key), order)
            )
        names = [heading.label for heading in headings]
        return [
            headings[names.index(n)]
            for n in ("Name", "Age", "Legal status", "Placement", "IRO", "Social worker", "Next due")
        ]

    @property
    def in_force(self) -> list[Chosen]:
        """The filters that were chosen, each with the address without it."""
        pairs = (
            ("legal", self.legal_choices), ("place", self.place_choices), ("iro", self.iro_choices),
            ("worker", self.worker_choices), ("team", self.team_choices), ("age", self.age_choices),
            ("due", self.due_choices),
        )  # fmt: skip
        chosen = [
            Chosen(f"{NAMED.get(key, '')}{choice.label}", self.filters.with_(**{key: ""}))
            for key, choices in pairs
            for choice in choices
            if choice.chosen
        ]
        if self.filters.search:
            chosen.append(Chosen("your search", self.filters.with_(search="", care=WITH_A_PLAN)))
        return chosen

    @property
    def download_query(self) -> str:
        return self.filters.with_(page=1)

    def _people(self, people: Iterable[Responsible | None], chosen: str) -> list[Choice]:
        named = {str(who.id): who.name for who in people if who}
        choices = [(NOBODY, "Nobody allocated"), *sorted(named.items(), key=lambda pair: pair[1])]
        return [Choice(value, label, value == chosen) for value, label in choices]

    def _codes(self, attribute: str, field: str, chosen: str) -> list[Choice]:
        codes = (
            {getattr(c.episode, attribute): c.on for c in self.everybody if c.episode}
            if self.everybody
            else {}
        )
        choices = [Choice(code, words(field, code, on), code == chosen) for code, on in codes.items() if code]
        return sorted(choices, key=lambda choice: choice.label)


def csv_rows(children: Iterable[ChildNow]) -> Iterable[list[object]]:
    for child in children:
        yield [
            child.child.number,
            child.child.name,
            child.age,
            plan_words(child),
            child.legal_status,
            _iso(child.legal_status_since),
            child.place,
            _iso(child.placement.started if child.placement else None),
            child.iro.name if child.iro else "",
            child.social_worker.name if child.social_worker else "",
            child.social_worker.team if child.social_worker else "",
            _iso(child.reviews[-1] if child.reviews else None),
            what_is_next(child),
            _iso(child.review_due_on),
            _iso(booking.planned_on if (booking := booking_of(child)) else None),
        ]


def plan_words(child: ChildNow) -> str:
    """“in care, child protection”."""
    return ", ".join(words for kind, words in PLANS.items() if kind in child.plans)


def what_is_next(child: ChildNow) -> str:
    """“Review”, “Core group”: the first thing due."""
    return WHAT[child.next_claim.kind] if child.next_claim else ""


def booking_of(child: ChildNow) -> Booked | None:
    """What is booked for the first thing due."""
    return child.booking_of(child.next_claim) if child.next_claim else None


@dataclass(frozen=True)
class Row:
    """A child of the page shown, with the words its columns need."""

    now: ChildNow

    @property
    def status(self) -> str:
        """The legal status of a child in care; the plan of another; both where there are both."""
        others = [words for kind, words in PLANS.items() if kind in self.now.plans and kind != IN_CARE]
        return (
            "; ".join([self.now.legal_status, *others])
            if self.now.in_care
            else plan_words(self.now).capitalize()
        )

    @property
    def what(self) -> str:
        return what_is_next(self.now)

    @property
    def booking(self) -> Booked | None:
        return booking_of(self.now)

    @property
    def why_unknown(self) -> str:
        """Why there is no date although there is a plan."""
        due = self.now.next_review
        return due.why if isinstance(due, NotKnown) else ""


def _iso(day: date | None) -> str:
    """Dates in a spreadsheet sort as they stand."""
    return day.isoformat() if day else ""
