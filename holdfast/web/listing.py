"""Long lists in pages, with addresses that keep the filters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Row = TypeVar("Row")
PER_PAGE = 25


@dataclass(frozen=True)
class Listing(Generic[Row]):
    """One page of a list. ``numbers`` are (number, address), 0 for a gap; ``total`` counts all pages."""

    rows: Sequence[Row]
    total: int
    page: int
    pages: int
    numbers: tuple[tuple[int, str], ...]
    previous: str
    next: str

    @property
    def first(self) -> int:
        return (self.page - 1) * PER_PAGE + 1

    @property
    def last(self) -> int:
        return self.first + len(self.rows) - 1


def listing(
    rows: Sequence[Row], page: int, address: Callable[[int], str], total: int | None = None
) -> Listing[Row]:
    """Cut a list to one page. A page past the end is the last. ``total``: ``rows`` is that page already."""
    count = len(rows) if total is None else total
    pages = max(1, -(-count // PER_PAGE))
    page = min(page, pages)
    shown = rows if total is not None else rows[(page - 1) * PER_PAGE : page * PER_PAGE]
    near = [n for n in range(1, pages + 1) if n in (1, pages) or abs(n - page) <= 1]
    numbers: list[tuple[int, str]] = []
    for number in near:
        if numbers and number - numbers[-1][0] > 1:
            numbers.append((0, ""))
        numbers.append((number, address(number)))
    return Listing(
        rows=shown,
        total=count,
        page=page,
        pages=pages,
        numbers=tuple(numbers),
        previous=address(page - 1) if page > 1 else "",
        next=address(page + 1) if page < pages else "",
    )
