"""Work in progress on the day the demo stands at: reviews booked and begun, children just arrived, records half done.

So that every screen has something in it, and the person who signs in as an officer has some of each.
"""

from __future__ import annotations

from random import Random

from holdfast.casework.people.models import Child, Worker
from holdfast.demo.authority import Authority
from holdfast.demo.loading import arrivals, bookings, desk, series
from holdfast.demo.loading.officers import Officers


def begin(
    chance: Random,
    authority: Authority,
    children: dict[str, Child],
    workers: dict[str, Worker],
    officers: Officers,
) -> None:
    """Everything that is under way on 31 March 2017."""
    begun = series.begin(chance, authority, children, officers)
    bookings.book(chance, authority, children, officers, besides=begun)
    arrivals.arrive(chance, children, workers)
    desk.fill(authority, children, workers)
