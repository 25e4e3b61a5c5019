"""The list of concerns in words: its counts, its choices, its headings, and its columns as CSV."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from holdfast.casework.resolution.models import Severity
from holdfast.domain.wording import long_date
from holdfast.web.children.presenters import Choice, Chosen, Heading
from holdfast.web.concern.filters import SORTS, STATES, Filters
from holdfast.web.concern.rows import Row

CSV_HEADER = (
    "Child", "About", "Severity", "Raised", "By", "Team", "Stage", "Whose turn", "By when", "Working days used",
    "Closed", "What came of it",
)  # fmt: skip


@dataclass(frozen=True)
class ConcernList:
    """``everything``: all this person may see; ``shown``: those that fit the filters."""

    everything: Sequence[Row]
    shown: Sequence[Row]
    filters: Filters

    @property
    def summary(self) -> str:
        """“12 concerns: 9 open, 2 of them your turn; 1 past its day.”"""
        open_ones = [row for row in self.shown if row.is_open]
        mine, late = sum(row.is_mine for row in open_ones), sum(row.is_late for row in open_ones)
        said = f"{_count(len(self.shown))}: {len(open_ones)} open"
        said += f", {mine} of them your turn" if mine else ""
        return f"{said}; {late or 'none'} past {'its' if late == 1 else 'their'} day."

    @property
    def states(self) -> list[Choice]:
        return [Choice(value, label, value == self.filters.state) for value, label in STATES.items()]

    @property
    def stages(self) -> list[Choice]:
        found = sorted({row.stage for row in self.everything})
        return [Choice(str(n), stage_words(n), str(n) == self.filters.stage) for n in found]

    @property
    def categories(self) -> list[Choice]:
        return self._choices(((row.code, row.category) for row in self.everything), self.filters.category)

    @property
    def severities(self) -> list[Choice]:
        return [Choice(value, label, value == self.filters.severity) for value, label in Severity.choices]

    @property
    def teams(self) -> list[Choice]:
        return self._choices(((row.team, row.team) for row in self.everything), self.filters.team)

    @property
    def officers(self) -> list[Choice]:
        pairs = ((row.officer_id, str(row.concern.officer)) for row in self.everything)
        return self._choices(pairs, self.filters.officer)

    @property
    def headings(self) -> dict[str, Heading]:
        """Column headings that sort, and say how the list is sorted now."""
        found = {}
        for key, (label, _) in SORTS.items():
            order = {key: "ascending", f"-{key}": "descending"}.get(self.filters.sort, "none")
            url = self.filters.with_(sort=f"-{key}" if order == "ascending" else key)
            found[key] = Heading(label, url, order)
        return found

    @property
    def in_force(self) -> list[Chosen]:
        """The filters that were chosen, each with the address without it."""
        pairs = (
            ("stage", self.stages), ("category", self.categories), ("severity", self.severities),
            ("team", self.teams), ("officer", self.officers),
        )  # fmt: skip
        chosen = [
            Chosen(choice.label, self.filters.with_(**{key: ""}))
            for key, choices in pairs
            for choice in choices
            if choice.chosen
        ]
        for key, words in (("since", "Raised from"), ("until", "Raised up to")):
            day = getattr(self.filters, key)
            if day:
                label = f"{words} {long_date(date.fromisoformat(day))}"
                chosen.append(Chosen(label, self.filters.with_(**{key: ""})))
        return chosen

    @property
    def download_query(self) -> str:
        return self.filters.with_(page=1)

    def _choices(self, pairs: Iterable[tuple[str, str]], chosen: str) -> list[Choice]:
        named = sorted({pair for pair in pairs if pair[0]}, key=lambda pair: pair[1].casefold())
        return [Choice(value, label, value == chosen) for value, label in named]


def stage_words(number: int) -> str:
    """“Informal”, “Stage 2”: ladders differ in their names, so the filter goes by the number."""
    return f"Stage {number}" if number else "Informal"


def csv_rows(rows: Iterable[Row]) -> Iterable[list[object]]:
    for row in rows:
        concern = row.concern
        yield [
            row.child_name,
            row.category,
            row.weight,
            concern.raised_on.isoformat(),
            str(concern.officer or ""),
            row.team,
            row.stage_name,
            row.turn,
            row.due.isoformat() if row.due else "",
            row.used if row.standing.clock else "",
            concern.closed_on.isoformat() if concern.closed_on else "",
            row.effect,
        ]


def _count(number: int) -> str:
    return f"{number:,} concern{'' if number == 1 else 's'}"
