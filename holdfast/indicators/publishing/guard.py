"""Choose what is hidden: small counts, and further ones until none of them can be worked out from the rest.

First worlds are looked for in which only what is hidden moves, many counts at a time. Whatever cannot move far enough
then gets a world of its own at the least cost, and what moves in that is hidden too: cells before totals, a quarter
before the year, because hiding those hides more figures. The worlds are kept; they are the proof.

What a report published earlier hides stays hidden, though it has grown since: two reports laid side by side are not to
tell more than each of them.
"""

from __future__ import annotations

from holdfast.indicators.publishing.certificate import Certificate, secret
from holdfast.indicators.publishing.system import System
from holdfast.indicators.publishing.worlds import Solver

#: how many times as far as the threshold a count may be moved up
REACH = 20
#: how many get a world of their own before it is seen what the hidden ones now allow
AT_ONCE = 20


def guard(system: System, threshold: int) -> Certificate:
    """Hide what must be hidden. The same system always gives the same answer."""
    small = {q for q in system.counts - system.slack if 1 <= system.values[q] <= threshold}
    hidden, worlds = small | system.must, []
    least: dict[str, int] = {}
    most: dict[str, int] = {}
    held: set[str] = set()
    for part in system.split():
        held |= set(part.values)
        found = _Guard(part, threshold)
        found.run()
        hidden |= found.hidden
        worlds += found.worlds
        least |= found.least
        most |= found.most
    # what stands in no equation can be anything
    alone = small - held
    worlds += [dict.fromkeys(sorted(alone), value) for value in (1, threshold) if alone]
    worlds += [{q: system.values[q] + threshold} for q in sorted(system.must - held - small)]
    return Certificate(system, threshold, frozenset(hidden), tuple(worlds), least, most)


class _Guard:
    def __init__(self, system: System, threshold: int) -> None:
        self.system, self.threshold = system, threshold
        self.hidden: set[str] = set()
        self.low: dict[str, int] = {}
        self.high: dict[str, int] = {}
        self.least: dict[str, int] = {}
        self.most: dict[str, int] = {}
        self.worlds: list[dict[str, int]] = []
        reach = REACH * threshold
        self.closed, self.opened = Solver(system, reach), Solver(system, reach)
        small = {q for q in system.counts - system.slack if 1 <= system.values[q] <= threshold}
        self._hide(small | system.must)

    def run(self) -> None:
        self.opened.allow(self._free(), self._weights())
        while True:
            self._spread()
            waiting = [q for q in self._secret() if self._wanted(q)]
            if not waiting:
                return
            for quantity in waiting[:AT_ONCE]:
                for by in self._wanted(quantity):
                    self._make_room(quantity, by)

    def _secret(self) -> list[str]:
        return secret(self.system, self.hidden, self.threshold)

    def _free(self) -> set[str]:
        return self.hidden | self.system.slack

    def _weights(self) -> dict[str, float]:
        """What is lost by hiding a quantity: its own figures, and for a base all printed over it; of two alike the
        smaller is hidden."""
        weight = {q: by + min(self.system.values[q], 1000) / 1000 for q, by in self.system.weight.items()}
        for base, over in self.system.over.items():
            weight[base] += sum(self.system.weight[q] for q in over if self.system.values[q])
        return weight

    def _hide(self, found: set[str]) -> None:
        """Hide these and, under a base, whatever is printed over it: a share says of how many."""
        waiting = sorted(found - self.hidden)
        while waiting:
            quantity = waiting.pop()
            if quantity in self.hidden:
                continue
            self.hidden.add(quantity)
            waiting += sorted(
                q
                for q in self.system.over.get(quantity, ())
                if self.system.values[q] and q not in self.hidden
            )

    def _wanted(self, quantity: str) -> list[int]:
        """By how much a quantity must still be able to be smaller (below nought) and greater."""
        true, threshold = self.system.values[quantity], self.threshold
        low, high = self.low.get(quantity, true), self.high.get(quantity, true)
        if true > threshold:
            return [threshold - 1 - (true - low)] if high - low < threshold - 1 else []
        wanted = []
        if low > max(1, self.least.get(quantity, 1)):
            wanted.append(max(1, self.least.get(quantity, 1)) - true)
        if high < min(threshold, self.most.get(quantity, threshold)):
            wanted.append(min(threshold, self.most.get(quantity, threshold)) - true)
        return wanted

    def _spread(self) -> None:
        """Worlds in which only what is hidden moves, as long as they bring something."""
        self.closed.allow(self._free())
        gained = True
        while gained:
            gained = False
            for down in (True, False):
                wanted = {}
                for q in self._secret():
                    for by in self._wanted(q):
                        if self.system.values[q] > self.threshold and down:
                            by = -by
                        if (by < 0) is down:
                            wanted[q] = by
                if wanted:
                    gained |= self._keep(self.closed.spread(wanted))

    def _keep(self, moved: dict[str, int]) -> bool:
        """Keep a world if it shows something new to be possible; whether it did."""
        if not moved:
            return False
        values = self.system.values
        secrets = [q for q in moved if q in self.hidden or self._is_small(q)]
        before = sum(len(self._wanted(q)) for q in secrets)
        for q, by in moved.items():
            self.low[q] = min(self.low.get(q, values[q]), values[q] + by)
            self.high[q] = max(self.high.get(q, values[q]), values[q] + by)
        self.worlds.append({q: values[q] + by for q, by in moved.items()})
        return sum(len(self._wanted(q)) for q in secrets) < before

    def _is_small(self, quantity: str) -> bool:
        return quantity in self.system.counts and 1 <= self.system.values[quantity] <= self.threshold

    def _make_room(self, quantity: str, by: int) -> None:
        """A world of its own for one quantity, hiding what has to move for it."""
        moved = self.opened.move(quantity, by)
        if moved is None:
            self._settle_for_less(quantity, by)
            return
        before = set(self.hidden)
        self._hide({q for q in moved if q not in self.system.slack})
        for q in self.hidden - before:
            self.opened.free(q)
        self._keep(moved)

    def _settle_for_less(self, quantity: str, by: int) -> None:
        """Where noughts alone say more than the rule: as far as it goes."""
        step = 1 if by < 0 else -1
        for less in range(by + step, 0, step):
            if self.opened.move(quantity, less) is not None:
                break
        else:
            less = 0
        bound = self.system.values[quantity] + less
        (self.least if by < 0 else self.most)[quantity] = bound
