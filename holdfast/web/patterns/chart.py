"""A drawing of concerns and praise through the year: two bars for each quarter, or each month of one.

For the eye only; the tables below say the same. A hidden count is drawn as an empty box with the word.
"""

from __future__ import annotations

from dataclasses import dataclass

HEIGHT, BASE, TOP = 220, 180, 24
STEP, BAR = 150, 48


@dataclass(frozen=True)
class Bar:
    x: float
    y: float
    height: float
    words: str
    tone: str

    @property
    def middle(self) -> float:
        return self.x + BAR / 2

    @property
    def above(self) -> float:
        return self.y - 6


@dataclass(frozen=True)
class Chart:
    """``places``: (middle, name) of each quarter."""

    bars: list[Bar]
    places: list[tuple[float, str]]
    width: int
    height: int = HEIGHT
    base: int = BASE
    bar: int = BAR


def draw(names: list[str], concerns: list[int | None], praise: list[int | None]) -> Chart | None:
    """The drawing; None where there is nothing to draw."""
    most = max([0, *(n for n in (*concerns, *praise) if n is not None)])
    if not names or (most == 0 and None not in (*concerns, *praise)):
        return None
    bars = []
    for nth in range(len(names)):
        left = 24 + nth * STEP
        bars.append(_bar(left, concerns[nth], most, "concern"))
        bars.append(_bar(left + BAR + 8, praise[nth], most, "praise"))
    places = [(24 + nth * STEP + BAR + 4, name) for nth, name in enumerate(names)]
    return Chart(bars, places, 24 + len(names) * STEP)


def _bar(x: float, count: int | None, most: int, tone: str) -> Bar:
    if count is None:
        return Bar(x, BASE - 28, 28, "hidden", "hidden")
    height = round((BASE - TOP) * count / most, 1) if most else 0
    return Bar(x, BASE - height, height, f"{count:,}", tone)
