"""Somebody who reads everything published and tries to work out what is hidden, with a solver.

They know the notes under the tables, what the codes mean, which children a figure is of, and the rule itself: nothing
hidden is nought, because noughts are shown. None of it is taken from the program that hides: it is written again here
from the published definitions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import highspy
import numpy as np

#: (table, group, period, "n" or "of")
Cell = tuple[str, str, str, str]


@dataclass(frozen=True)
class Printed:
    """One printed place: a count and, under a share, how many it is of. None: a ``c`` stands there."""

    table: str
    group: str
    period: str
    n: int | None
    of: int | None
    has_base: bool


@dataclass
class Model:
    """``known`` are printed; ``rows`` are (cells with how many times, least, most)."""

    known: dict[Cell, int] = field(default_factory=dict)
    hidden: list[Cell] = field(default_factory=list)
    rows: list[tuple[dict[Cell, int], float, float]] = field(default_factory=list)

    def __contains__(self, cell: Cell) -> bool:
        return cell in self.known or cell in self._hidden

    @property
    def _hidden(self) -> set[Cell]:
        found = self.__dict__.get("_set")
        if found is None:
            found = self.__dict__["_set"] = set(self.hidden)
        return found

    def zero(self, terms: Iterable[tuple[int, Cell]], most: float = 0.0) -> None:
        """What these add up to is nought (or between nought and ``most``); unless one of them is not printed."""
        row: dict[Cell, int] = defaultdict(int)
        for times, cell in terms:
            if cell not in self:
                return
            row[cell] += times
        self.rows.append((dict(row), 0.0, most))


MANY = highspy.kHighsInf
#: of so many hidden cells the bounds are looked for among whole numbers
IN_WHOLE_NUMBERS = 6
QUARTERS = ("Q1", "Q2", "Q3", "Q4")
IN_CARE = ("sex", "ethnicity", "age", "time_in_care", "legal_status", "placement_type")
REVIEW_SHARES = {
    "legal_status_appropriate": ("not_appropriate_of_reviews", "answered"),
    "placement_suitable": ("not_meeting_of_reviews", "answered"),
    "disputes": ("informal_of_reviews", "formal_of_reviews"),
    "corporate_parenting": ("answered",),
    "care_plan_quality": ("answered",),
    "monitor_completion": ("completed",),
}
RATINGS = ("outstanding", "good", "requires_improvement", "inadequate", "unknown")
#: counted when they happen: the quarters add up to the year
HAPPEN = (
    *("meetings", "participation", "leaving_care", "unplanned_moves", "seen_before_review", "child_chaired"),
    *("records_in_time", "midway", "monitor_completion", "legal_status_appropriate", "placement_suitable"),
    *("corporate_parenting", "care_plan_quality", "steps"),
)
NOT_ADDED = {("leaving_care", "children"), ("meetings", "per_fte")}
#: as it stands on the last day
STAND = (*IN_CARE, "children_in_care", "uasc", "caseload", "out_of_area")


def read(printed: Sequence[Printed]) -> Model:
    """What somebody who reads all of this knows."""
    model = Model()
    for one in printed:
        parts = [("n", one.n)] + ([("of", one.of)] if one.has_base else [])
        for part, value in parts:
            cell = (one.table, one.group, one.period, part)
            if value is None:
                model.hidden.append(cell)
            else:
                model.known[cell] = value
    groups: dict[str, list[str]] = defaultdict(list)
    for one in printed:
        if one.group not in groups[one.table]:
            groups[one.table].append(one.group)
    periods = sorted({one.period for one in printed})
    for one in printed:
        if one.has_base:
            n, of = ((one.table, one.group, one.period, part) for part in ("n", "of"))
            model.zero([(1, of), (-1, n)], MANY)
    for period in periods:
        _of_one_period(model, groups, period)
    for year in {period.split(" ")[0] for period in periods if "/" in period}:
        _of_a_year(model, groups, year)
    _month_after_month(model, sorted(period for period in periods if "/" not in period))
    return model


def _of_one_period(model: Model, groups: dict[str, list[str]], period: str) -> None:
    def n(table: str, group: str) -> Cell:
        return (table, group, period, "n")

    def of(table: str, group: str) -> Cell:
        return (table, group, period, "of")

    def same(a: Cell, b: Cell) -> None:
        model.zero([(1, a), (-1, b)])

    def adds(whole: Cell, parts: Iterable[Cell]) -> None:
        model.zero([(1, whole), *((-1, part) for part in parts)])

    def within(part: Iterable[Cell], whole: Cell) -> None:
        model.zero([(1, whole), *((-1, each) for each in part)], MANY)

    everybody = n("children_in_care", "number")
    for table in IN_CARE:
        for group in groups[table]:
            same(of(table, group), everybody)
        if groups[table]:
            first = of(table, groups[table][0])
            for group in groups[table]:
                same(of(table, group), first)
            adds(first, [n(table, group) for group in groups[table]])
    same(n("children_in_care", "per_10000"), everybody)
    same(of("placement_moves", "three_or_more"), everybody)
    within([n("placement_moves", g) for g in ("three_or_more", "unknown")], everybody)
    within([n("uasc", "number")], everybody)
    within([n("caseload", "cypic")], everybody)
    within([of("timeliness", "not_overdue")], everybody)
    within([of("iro_continuity", "same"), n("iro_continuity", "unknown")], everybody)
    _lists_and_their_base(model, groups, period)
    adds(n("caseload", "total"), [n("caseload", g) for g in ("cypic", "cp", "cin")])
    same(n("caseload", "average"), n("caseload", "total"))
    adds(n("meetings", "total"), [n("meetings", g) for g in ("cypic", "cp", "cin")])
    same(n("meetings", "per_fte"), n("meetings", "total"))
    for kind in ("cp", "cin", "short_breaks"):
        same(of("monitor_completion", kind), n("meetings", kind))
    reviews = n("meetings", "cypic")
    for table, shares in REVIEW_SHARES.items():
        for group in shares:
            same(of(table, group), reviews)
            same(of(table, group), of("monitor_completion", "completed"))
    for table in ("corporate_parenting", "care_plan_quality"):
        adds(n(table, "answered"), [n(table, g) for g in RATINGS])
        within([n(table, "answered")], n("monitor_completion", "completed"))
        for group in RATINGS:
            same(of(table, group), n(table, "answered"))
    for table, key in (
        ("legal_status_appropriate", "not_appropriate"),
        ("placement_suitable", "not_meeting"),
    ):
        same(of(table, key), n(table, "answered"))
        same(n(table, f"{key}_of_reviews"), n(table, key))
        within([n(table, "answered"), n(table, "unknown")], n("monitor_completion", "completed"))
    for key in ("informal", "formal"):
        same(n("disputes", f"{key}_of_reviews"), n("disputes", key))
        same(of("disputes", key), of("disputes", "informal"))
    within([of("disputes", "informal")], of("disputes", "informal_of_reviews"))
    codes = [g for g in groups["participation"] if g.startswith("PN")]
    adds(n("participation", "coded"), [n("participation", g) for g in codes])
    adds(n("participation", "attended"), [n("participation", f"PN{k}") for k in (1, 2, 3, 4)])
    adds(n("participation", "views"), [n("participation", f"PN{k}") for k in (1, 2, 3, 5, 6)])
    adds(of("participation", "attended"), [n("participation", f"PN{k}") for k in range(1, 8)])
    same(of("participation", "views"), of("participation", "attended"))
    adds(
        of("seen_before_review", "of_those_to_be_seen"),
        [n("seen_before_review", g) for g in ("seen", "not_seen")],
    )
    same(n("seen_before_review", "of_those_to_be_seen"), n("seen_before_review", "seen"))
    for reading in ("held_in_time", "due_in_time", "children_all_in_time", "not_overdue"):
        same(of("timeliness", reading), of("timeliness", f"{reading}_by_final"))
    within([of("timeliness", "children_all_in_time")], of("timeliness", "due_in_time"))
    within([n("timeliness", "children_all_in_time")], n("timeliness", "due_in_time"))
    within([n("timeliness", "not_overdue_by_final")], n("timeliness", "not_overdue"))
    _health(model, period)
    _concerns(model, groups, period)
    _steps(model, groups, period)
    within([n("leaving_care", "children")], n("leaving_care", "total"))
    young = [n("age", g) for g in ("under_1", "1_4", "5_9", "10_15")]
    model.zero(
        [
            *((1, cell) for cell in young),
            (-1, of("long_term_stability", "stable")),
            (-1, n("long_term_stability", "unknown")),
        ],
        MANY,
    )


def _lists_and_their_base(model: Model, groups: dict[str, list[str]], period: str) -> None:
    lists = {
        "leaving_care": [g for g in groups["leaving_care"] if g not in ("total", "children")],
        "unplanned_moves": [g for g in groups["unplanned_moves"] if g not in ("unplanned", "unknown")],
        "participation": [g for g in groups["participation"] if g.startswith("PN")],
        "seen_before_review": [g for g in groups["seen_before_review"] if g != "of_those_to_be_seen"],
    }
    for table, names in lists.items():
        bases = [(table, group, period, "of") for group in names]
        for base in bases[1:]:
            model.zero([(1, base), (-1, bases[0])])
        if names:
            model.zero([(1, bases[0]), *((-1, (table, group, period, "n")) for group in names)])
            total = {"leaving_care": "total", "participation": "coded"}.get(table)
            if total:
                model.zero([(1, (table, total, period, "n")), (-1, bases[0])])
    unplanned = ("ALLEG", "STAND", "CREQB", "CREQO", "CHILD", "LAREQ", "CLOSE", "APPRR", "CUSTOD")
    table = "unplanned_moves"
    model.zero([(1, (table, "unplanned", period, "n")), *((-1, (table, g, period, "n")) for g in unplanned)])
    model.zero([(1, (table, "unplanned", period, "of")), (-1, (table, "CLOSE", period, "of"))])


def _health(model: Model, period: str) -> None:
    table = "health_education"
    bands = ("sdq_normal", "sdq_borderline", "sdq_concern")
    scored = (table, "sdq_average", period, "n")
    model.zero([(1, scored), *((-1, (table, band, period, "n")) for band in bands)])
    for band in bands:
        model.zero([(1, scored), (-1, (table, band, period, "of"))])
    for one in ("health_assessment", "dental"):
        for part in ("n", "of"):
            model.zero([(1, (table, one, period, part)), (-1, (table, "both", period, part))], MANY)


def _concerns(model: Model, groups: dict[str, list[str]], period: str) -> None:
    def n(group: str) -> Cell:
        return ("issues", group, period, "n")

    if not groups["issues"]:
        return
    heads = [g for g in groups["issues"] if g.startswith("head_")]
    highest = [g for g in groups["issues"] if g.startswith("highest_")]
    raised = [g for g in groups["issues"] if g.startswith("with_")]
    start, end = groups["issues"].index(heads[-1]) + 1, groups["issues"].index("other_category") + 1
    categories = groups["issues"][start:end]
    for parts in (heads, categories, highest):
        model.zero([(1, n("total")), *((-1, n(g)) for g in parts)])
    for group in (*categories, *highest, *raised):
        model.zero([(1, n("total")), (-1, ("issues", group, period, "of"))])
    for group in raised:
        model.zero([(1, n(group)), (-1, n(group.replace("with_", "highest_")))], MANY)
    model.zero([(1, n("with_stage_5")), (-1, n("highest_stage_5"))])
    model.zero([(1, n("total")), (-1, n("children"))], MANY)
    model.zero([(1, n("children")), (-1, n("children_informal"))], MANY)


def _steps(model: Model, groups: dict[str, list[str]], period: str) -> None:
    def n(group: str) -> Cell:
        return ("steps", group, period, "n")

    pairs = [g for g in groups["steps"] if "_to_" in g]
    if not pairs:
        return
    ladder = ["closed", "early_help", "cin", "cp", "care"]
    down = [f"{a}_to_{b}" for a in ladder for b in ladder if ladder.index(b) < ladder.index(a)]
    model.zero([(1, n("total")), *((-1, n(g)) for g in pairs)])
    model.zero([(1, n("down")), *((-1, n(g)) for g in down)])
    for months in (3, 6, 12):
        waiting = n(f"not_yet_known_{months}")
        model.zero([(1, n("down")), (-1, ("steps", f"back_{months}", period, "of")), (-1, waiting)])


def _of_a_year(model: Model, groups: dict[str, list[str]], year: str) -> None:
    for table, names in groups.items():
        for group in names:
            for part in ("n", "of"):
                whole = (table, group, year, part)
                quarters = [(table, group, f"{year} {q}", part) for q in QUARTERS]
                last = quarters[-1]
                happens = table in HAPPEN or (
                    table == "issues" and group.startswith(("head_", "total", "withdrawn"))
                )
                happens |= table == "timeliness" and group.startswith(("held_", "due_"))
                if happens and (table, group) not in NOT_ADDED:
                    model.zero([(1, whole), *((-1, q) for q in quarters)])
                elif table in STAND or (table == "timeliness" and group.startswith("not_overdue")):
                    model.zero([(1, whole), (-1, last)])
                elif (table, group) in NOT_ADDED or table == "disputes":
                    for quarter in quarters:
                        if group != "per_fte":
                            model.zero([(1, whole), (-1, quarter)], MANY)


def _month_after_month(model: Model, months: list[str]) -> None:
    def n(group: str, month: str) -> Cell:
        return ("protection_plans", group, month, "n")

    for before, month in pairwise(months):
        model.zero(
            [
                (1, n("open", before)),
                (1, n("started", month)),
                (-1, n("ended", month)),
                (-1, n("open", month)),
            ]
        )


class Attack:
    """Bounds of hidden cells that agree with everything known. ``only_noughts``: knowing no number but those."""

    def __init__(self, model: Model, *, only_noughts: bool = False) -> None:
        known = {cell: value for cell, value in model.known.items() if not (only_noughts and value)}
        free = [cell for cell in (*model.hidden, *model.known) if cell not in known]
        self.place = {cell: n for n, cell in enumerate(free)}
        starts, index, times, least, most = [0], [], [], [], []
        for row, low, high in model.rows:
            there = {cell: k for cell, k in row.items() if cell in self.place}
            if not there:
                continue
            fixed = sum(k * known[cell] for cell, k in row.items() if cell in known)
            index += [self.place[cell] for cell in there]
            times += [float(k) for k in there.values()]
            starts.append(len(index))
            least.append(low - fixed)
            most.append(high - fixed)
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = len(free), len(least)
        lp.col_cost_, lp.col_lower_ = np.zeros(len(free)), np.ones(len(free))
        lp.col_upper_ = np.full(len(free), 100_000.0)
        lp.row_lower_, lp.row_upper_ = np.array(least), np.array(most)
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_, lp.a_matrix_.index_ = np.array(starts), np.array(index, dtype=np.int32)
        lp.a_matrix_.value_ = np.array(times)
        self.whole = False
        self.highs = highspy.Highs()
        self.highs.setOptionValue("output_flag", False)
        self.highs.setOptionValue("threads", 1)
        self.highs.passModel(lp)
        self.all = np.arange(len(free), dtype=np.int32)

    def solve(self, cost: np.ndarray, upper: np.ndarray | None = None) -> np.ndarray | None:
        if upper is None:
            upper = np.full(len(self.all), 100_000.0)
        self.highs.changeColsBounds(len(self.all), self.all, np.ones(len(self.all)), upper)
        self.highs.changeColsCost(len(self.all), self.all, cost)
        self.highs.run()
        if self.highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        return np.array(self.highs.getSolution().col_value)

    def whole_numbers(self) -> None:
        self.whole = True
        kinds = np.array([highspy.HighsVarType.kInteger] * len(self.all))
        self.highs.changeColsIntegrality(len(self.all), self.all, kinds)

    def bound(self, cell: Cell, *, least: bool, enough: int = 100_000) -> int:
        """The least or the most a cell can be. In whole numbers it is asked in two ways: each answer is a world that is
        possible, and now and then the solver stops short of the best one. A least of 1, and a most that is ``enough``,
        are not asked for again.
        """
        cost = np.zeros(len(self.all))
        cost[self.place[cell]] = 1.0 if least else -1.0
        reached = []
        for presolve in ("choose", "off") if self.whole else ("choose",):
            self.highs.setOptionValue("presolve", presolve)
            found = self.solve(cost)
            assert found is not None, "what is published contradicts itself"
            reached.append(found[self.place[cell]])
            if (reached[-1] <= 1 + 1e-6) if least else (reached[-1] >= enough - 1e-6):
                break
        self.highs.setOptionValue("presolve", "choose")
        return int(np.ceil(min(reached) - 1e-6)) if least else int(np.floor(max(reached) + 1e-6))


def ranges(model: Model, wanted: Sequence[Cell], threshold: int) -> dict[Cell, tuple[int, int]]:
    """Of each cell what it can at least be and at most, as far as that is asked: from 1 to the threshold, or as wide.

    Many cells are moved at once first; only those that did not get far enough are asked about one by one.
    """
    attack = Attack(model)
    places = np.array([attack.place[cell] for cell in wanted], dtype=int)
    if not len(places):
        return {}
    low, high = np.full(len(places), np.inf), np.full(len(places), -np.inf)

    def note(found: np.ndarray) -> None:
        np.minimum(low, found[places], out=low)
        np.maximum(high, found[places], out=high)

    for down in (True, False):
        while True:
            short = low > 1 + 1e-6 if down else high < threshold - 1e-6
            cost, upper = np.zeros(len(attack.all)), np.full(len(attack.all), 100_000.0)
            cost[places[short]] = 1.0 if down else -1.0
            if not down:
                upper[places[short]] = threshold
            found = attack.solve(cost, upper)
            if found is None:
                found = attack.solve(cost)
                assert found is not None, "what is published contradicts itself"
            note(found)
            after = low > 1 + 1e-6 if down else high < threshold - 1e-6
            if not after.any() or after.sum() == short.sum():
                break
    for n, cell in enumerate(wanted):
        if high[n] - low[n] < threshold - 1 - 1e-6:
            low[n], high[n] = attack.bound(cell, least=True), attack.bound(cell, least=False)
        elif low[n] > 1 + 1e-6:
            low[n] = attack.bound(cell, least=True)
    # children come in whole numbers: of some cells, what that tells besides
    attack.whole_numbers()
    for n in range(0, len(wanted), max(1, len(wanted) // IN_WHOLE_NUMBERS)):
        low[n] = attack.bound(wanted[n], least=True)
        high[n] = attack.bound(wanted[n], least=False, enough=int(low[n]) + threshold - 1)
    return {
        cell: (int(np.ceil(low[n] - 1e-6)), int(np.floor(high[n] + 1e-6))) for n, cell in enumerate(wanted)
    }


def narrowed(model: Model, true: dict[Cell, int], threshold: int) -> list[tuple[Cell, int, tuple[int, int]]]:
    """The hidden cells of which more was found out than the rule allows, with what they are and what was found.

    A small count must be open from 1 to the threshold, a larger one as many values wide; unless noughts alone, with
    every other number hidden, say more.
    """
    found = ranges(model, model.hidden, threshold)
    told = []
    least: Attack | None = None
    for cell, (low, high) in found.items():
        small = true[cell] <= threshold
        if (low <= 1 and high >= threshold) if small else (high - low >= threshold - 1):
            continue
        if least is None:
            least = Attack(model, only_noughts=True)
        if small and high >= threshold and low <= least.bound(cell, least=True):
            continue
        if not small and high - low >= threshold - 1:
            continue
        told.append((cell, true[cell], (low, high)))
    return told
