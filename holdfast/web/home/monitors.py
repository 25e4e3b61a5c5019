"""The monitors an officer has still to fill in, on their desk: the latest review first, while it is fresh."""

from __future__ import annotations

from django.db.models import Q
from django.urls import reverse

from holdfast.casework.access.models import User
from holdfast.casework.monitors.queries import missing_monitors
from holdfast.casework.people.queries import children_for
from holdfast.casework.reviews.models import Review
from holdfast.domain.wording import long_date
from holdfast.web.child_now import ChildNow
from holdfast.web.home.items import MOST, Item, Section


def to_fill_in(user: User, children: dict[int, ChildNow]) -> Section:
    """Of the reviews this officer held, or nobody is named for; what another officer held is theirs to judge."""
    on = next((child.on for child in children.values()), None)
    mine = Q(chair__isnull=True) | Q(chair__user=user)
    found = list(missing_monitors(children_for(user), on).filter(mine)) if on else []
    latest = [one for one in reversed(found) if one.child_id in children]
    return Section(
        "monitors",
        "Monitors to fill in",
        tuple(_item(one, children[one.child_id]) for one in latest[:MOST]),
        len(latest),
        empty="No review of the last six months waits for its monitor.",
        more=reverse("monitors") if latest else "",
        more_label="All monitors that are missing, and the share finished",
    )


def _item(review: Review, child: ChildNow) -> Item:
    begun = getattr(review, "monitor", None) is not None
    kind = review.get_kind_display()
    return Item(
        child,
        f"Monitor: {kind[:1].lower()}{kind[1:]}",
        None,
        "Go on with it" if begun else "Fill it in",
        reverse("monitor", args=[review.public_id]),
        "half done" if begun else "",
        when=f"Completed {long_date(review.completed_on)}",
    )
