"""Other worlds, found by a solver: everything shown stays as it is, or what is moved is hidden for it at least cost.

The solver is HiGHS (MIT licence). Unknowns are by how much each quantity differs from its true value, up and down
apart, so that what it costs to move something shown is the weight of what would have to be hidden.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import highspy
import numpy as np

from holdfast.indicators.publishing.system import Equation, System


class Solver:
    """The equations of a system, solved again and again with other costs and bounds."""

    def __init__(self, system: System, reach: int) -> None:
        """``reach``: by how much a quantity may be greater than it is."""
        self._system = system
        self._reach = reach
        used = {q for equation in system.equations for q, _ in equation.terms}
        # a nought that is printed stays one
        self.quantities = [q for q in system.values if q in used and (q in system.slack or system.values[q])]
        self._column = {q: n for n, q in enumerate(self.quantities)}
        self._size = len(self.quantities)
        values = np.array([system.values[q] for q in self.quantities], dtype=float)
        least = np.array([0.0 if q in system.slack else 1.0 for q in self.quantities])
        self._down = np.maximum(values - least, 0.0)
        self._uses: dict[str, list[int]] = {q: [] for q in used}
        for n, equation in enumerate(system.equations):
            for q, _ in equation.terms:
                self._uses[q].append(n)
        self._highs = self._model()

    def knows(self, quantity: str) -> bool:
        return quantity in self._column

    def _model(self) -> highspy.Highs:
        starts, index, times = [0], [], []
        for equation in self._system.equations:
            for q, n in equation.terms:
                if q in self._column:
                    index += [self._column[q], self._column[q] + self._size]
                    times += [float(n), float(-n)]
            starts.append(len(index))
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = 2 * self._size, len(starts) - 1
        lp.col_cost_ = np.zeros(lp.num_col_)
        lp.col_lower_ = np.zeros(lp.num_col_)
        lp.col_upper_ = np.zeros(lp.num_col_)
        lp.row_lower_ = lp.row_upper_ = np.zeros(lp.num_row_)
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = np.array(starts, dtype=np.int32)
        lp.a_matrix_.index_ = np.array(index, dtype=np.int32)
        lp.a_matrix_.value_ = np.array(times)
        highs = highspy.Highs()
        for option, value in (("output_flag", False), ("threads", 1), ("random_seed", 1)):
            highs.setOptionValue(option, value)
        highs.passModel(lp)
        self._all = np.arange(lp.num_col_, dtype=np.int32)
        return highs

    def allow(self, free: Iterable[str], weight: Mapping[str, float] | None = None) -> None:
        """Which quantities may move, at no cost; with ``weight``, all others too, at theirs for each unit."""
        upper, cost = np.zeros(2 * self._size), np.zeros(2 * self._size)
        columns = np.array(sorted(self._column[q] for q in free if q in self._column), dtype=int)
        if weight is not None:
            upper[: self._size], upper[self._size :] = self._reach, self._down
            cost[: self._size] = [weight.get(q, 0) for q in self.quantities]
            cost[self._size :] = cost[: self._size]
            cost[columns] = cost[columns + self._size] = 0.001
        else:
            upper[columns], upper[columns + self._size] = self._reach, self._down[columns]
        self._upper, self._cost = upper, cost
        self._highs.changeColsBounds(len(self._all), self._all, np.zeros(2 * self._size), upper)
        self._highs.changeColsCost(len(self._all), self._all, cost)

    def free(self, quantity: str) -> None:
        """From now on this may move at no cost."""
        column = self._column[quantity]
        for each in (column, column + self._size):
            self._cost[each] = 0.001
            self._highs.changeColCost(each, 0.001)

    def spread(self, wanted: Mapping[str, int]) -> dict[str, int]:
        """A world in which as many as can be of these differ by as much as is wanted, each at most by that."""
        cost, upper = np.zeros(2 * self._size), self._upper.copy()
        for q, by in wanted.items():
            column = self._column[q] + (self._size if by < 0 else 0)
            other = self._column[q] + (0 if by < 0 else self._size)
            cost[column], upper[column] = -1.0, min(upper[column], abs(by))
            upper[other] = 0.0
        self._highs.changeColsBounds(len(self._all), self._all, np.zeros(2 * self._size), upper)
        self._highs.changeColsCost(len(self._all), self._all, cost)
        self._highs.run()
        if self._highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return {}
        found = np.array(self._highs.getSolution().col_value)
        return self._whole_parts(found[: self._size] - found[self._size :])

    def _whole_parts(self, moved: np.ndarray) -> dict[str, int]:
        """What moves in whole numbers, together with all that has to move with it."""
        broken = np.abs(moved - np.round(moved)) > 1e-6
        whole = np.round(moved).astype(int)
        going = {self.quantities[n] for n in np.flatnonzero(broken)}
        while going:
            beside = set()
            for equation in self._equations_of(going):
                for q, _ in equation.terms:
                    n = self._column.get(q)
                    if n is not None and not broken[n] and whole[n]:
                        broken[n] = True
                        beside.add(q)
            going = beside
        return {self.quantities[n]: int(whole[n]) for n in np.flatnonzero(whole) if not broken[n]}

    def _equations_of(self, quantities: set[str]) -> list[Equation]:
        return [self._system.equations[n] for n in sorted({n for q in quantities for n in self._uses[q]})]

    def move(self, quantity: str, by: int) -> dict[str, int] | None:
        """The cheapest world in which a quantity differs by so much; None where there is none."""
        column = self._column[quantity]
        this, other = (column, column + self._size) if by > 0 else (column + self._size, column)
        if by < 0 and -by > self._down[column]:
            return None
        self._highs.changeColBounds(this, float(abs(by)), max(float(abs(by)), self._upper[this]))
        self._highs.changeColBounds(other, 0.0, 0.0)
        found = self._solved()
        self._highs.changeColBounds(this, 0.0, self._upper[this])
        self._highs.changeColBounds(other, 0.0, self._upper[other])
        return found

    def _solved(self) -> dict[str, int] | None:
        """What differs in the solution, in whole numbers; None where there is none."""
        self._highs.run()
        if self._highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        found = np.array(self._highs.getSolution().col_value)
        if np.abs(found - np.round(found)).max(initial=0.0) > 1e-6:
            settled = self._in_whole_numbers()
            if settled is None:
                return None
            found = settled
        moved = np.round(found[: self._size] - found[self._size :]).astype(int)
        return {self.quantities[n]: int(moved[n]) for n in np.flatnonzero(moved)}

    def _in_whole_numbers(self) -> np.ndarray | None:
        kinds = [highspy.HighsVarType.kInteger] * (2 * self._size)
        self._highs.changeColsIntegrality(len(self._all), self._all, np.array(kinds))
        self._highs.run()
        optimal = self._highs.getModelStatus() == highspy.HighsModelStatus.kOptimal
        found = np.round(np.array(self._highs.getSolution().col_value)) if optimal else None
        kinds = [highspy.HighsVarType.kContinuous] * (2 * self._size)
        self._highs.changeColsIntegrality(len(self._all), self._all, np.array(kinds))
        return found
