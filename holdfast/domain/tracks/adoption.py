"""A plan of adoption: authorised, placed, or the placement ended before the order.

Source: Adoption Agencies Regulations 2005, regulation 36; statutory guidance on adoption 2013, 5.33 to 5.35.
Authorised: a placement or freeing order (legal status E1, D1), or the milestone. Placed: placement A3 to A6.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from holdfast.domain.limits import Book
from holdfast.domain.tracks import said
from holdfast.domain.tracks.claim import Claim
from holdfast.domain.tracks.facts import Kind, Marker
from holdfast.domain.tracks.standing import Care
from holdfast.domain.wording import long_date

PLACED = frozenset({"A3", "A4", "A5", "A6"})
ORDER = frozenset({"D1", "E1"})


def placed(care: Care, book: Book) -> Claim | None:
    """The next review while placed for adoption: 4 weeks, 3 months, 6 months. None when not placed."""
    since = placed_since(care)
    if since is None:
        return None
    done = care.reviews.completed_since(since)
    if not done:
        due = said.due(
            "adoption.placed-first",
            since,
            "The first review is due within {limit} of placing for adoption on {day}",
            book,
        )
    elif len(done) == 1:
        due = said.due(
            "adoption.placed-second",
            done[0],
            "The second review in the adoptive placement is due within {limit} of the first on {day}",
            book,
        )
    else:
        due = said.due(
            "adoption.placed-later",
            done[-1],
            "A review in the adoptive placement is due within {limit} of the last on {day}",
            book,
        )
    return Claim(
        "adoption_placed",
        Kind.CARE,
        due,
        would_change=(
            "The ordinary timetable stops while the child is placed for adoption.",
            "If the adoption order were made before then, no review would be due.",
            "If the child or the adopters asked for one, a review would be held earlier.",
            "If the placement ended, a review would be due 28 to 42 days after.",
        ),
    )


def authorised(care: Care, book: Book) -> Claim | None:
    """The next review once adoption is authorised and before placing: 3 months, then 6. None when not authorised."""
    since = authorised_since(care)
    if since is None:
        return None
    done = care.reviews.completed_since(since)
    if not done:
        due = said.due(
            "adoption.authorised-first",
            since,
            "A review is due within {limit} of adoption being authorised on {day}",
            book,
        )
    else:
        due = said.due(
            "adoption.authorised-later",
            done[-1],
            "A child with authority to be placed for adoption is reviewed within {limit} of the last review on {day}",
            book,
        )
    return Claim(
        "adoption_authorised",
        Kind.CARE,
        due,
        would_change=(
            "The ordinary timetable applies as well; the earlier of the two counts.",
            "If the child were placed for adoption, a review would be due within 4 weeks of that.",
            "If adoption were no longer planned, the ordinary timetable alone would count.",
        ),
    )


def disrupted(care: Care, book: Book) -> Iterator[Claim]:
    """The review after an adoptive placement ended before the order: in a window, too early is wrong as well."""
    ended = disrupted_on(care)
    if ended is None:
        return
    if not book.holds("adoption.disruption-opens", ended):
        return
    opens = book.on("adoption.disruption-opens", ended).after(ended)
    if not care.reviews.any_since(opens):
        sentence = "A review is due within {limit} of the end of the adoptive placement on {day}"
        yield Claim(
            "adoption_disrupted",
            Kind.CARE,
            said.due("adoption.disruption", ended, f"{sentence}, and not before {long_date(opens)}", book),
            opens=opens,
            would_change=(
                f"A review held before {long_date(opens)} does not count as this one.",
                "If the child were placed for adoption again, a review would be due within 4 weeks of that.",
            ),
        )
    if book.holds("review.local-after-disruption", ended) and not care.reviews.any_since(ended):
        yield Claim(
            "local",
            Kind.CARE,
            said.due(
                "review.local-after-disruption",
                ended,
                "This council reviews within {limit} of the end of an adoptive placement, here on {day}",
                book,
            ),
            would_change=("Once a review has been held, the other timetables alone count.",),
        )


def placed_since(care: Care) -> date | None:
    """The day the child was placed with these adopters; None when not placed for adoption."""
    since = None
    for episode in reversed(care.at_home):
        if episode.place not in PLACED or episode.started < care.placement_began:
            break
        since = episode.started
    return since


def disrupted_on(care: Care) -> date | None:
    """The day the last adoptive placement ended while care went on; None when placed now, or never placed."""
    ended = None
    for episode in reversed(care.at_home):
        if episode.place in PLACED:
            return ended
        ended = episode.started
    return None


def authorised_since(care: Care) -> date | None:
    """Since when the authority may place for adoption; None when it may not, or adoption is no longer planned."""
    days = [day for day in (order_since(care), _consent(care)) if day]
    stopped = care.last(Marker.ADOPTION_NO_LONGER_PLANNED)
    return min((day for day in days if stopped is None or stopped < day), default=None)


def order_since(care: Care) -> date | None:
    """The first day of the unbroken run of episodes under a placement or freeing order; None when under none."""
    since = None
    for episode in reversed(care.episodes):
        if episode.legal_status not in ORDER:
            break
        since = episode.started
    return since


def _consent(care: Care) -> date | None:
    """The last authority noted; one that came by an order ends with it."""
    noted = care.last(Marker.ADOPTION_AUTHORISED)
    if noted is None or order_since(care) is not None:
        return noted
    by_order = any(e.legal_status in ORDER and e.ended is not None and e.ended > noted for e in care.episodes)
    return None if by_order else noted
