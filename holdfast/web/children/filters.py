"""The filters of the children list, kept in the address so that a link keeps them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import QueryDict

from holdfast.web.child_now import CARE as IN_CARE_PLAN
from holdfast.web.child_now import NEED, PROTECTION, SHORT_BREAKS, ChildNow
from holdfast.web.due import SOON

WITH_A_PLAN, IN_CARE, LEFT, ALL = "plan", "now", "left", "all"
#: under which kind of plan; the words of the address -> those of the page
CARE = {
    WITH_A_PLAN: "Any plan now",
    IN_CARE: "In care now",
    SHORT_BREAKS: "Short breaks",
    PROTECTION: "Child protection",
    NEED: "Child in need",
    LEFT: "Not in care now",
    ALL: "Everybody on record",
}
NOBODY = "nobody"
AGES: dict[str, tuple[str, int, int]] = {
    "under-1": ("Under 1", 0, 0),
    "1-4": ("1 to 4", 1, 4),
    "5-9": ("5 to 9", 5, 9),
    "10-15": ("10 to 15", 10, 15),
    "16-over": ("16 and over", 16, 200),
}
DUE = {
    "late": "Late",
    "soon": "Due in four weeks",
    "unbooked": "Due in four weeks, nothing booked",
    "none": "No date, or none due",
}

SORTS: dict[str, tuple[str, Callable[[ChildNow], tuple]]] = {
    "review": (
        "Next due",
        lambda c: (c.review_due_on is None, c.review_due_on or c.on, c.title.casefold()),
    ),
    "name": ("Name", lambda c: (c.title.casefold(), c.child.number)),
    "age": ("Age", lambda c: (c.age is None, c.age or 0, c.title.casefold())),
    "legal": ("Legal status", lambda c: (c.legal_status, c.title.casefold())),
    "place": ("Placement", lambda c: (c.place, c.title.casefold())),
    "worker": (
        "Social worker",
        lambda c: (
            c.social_worker is not None,
            c.social_worker.name if c.social_worker else "",
            c.title.casefold(),
        ),
    ),
    "iro": ("IRO", lambda c: (c.iro is not None, c.iro.name if c.iro else "", c.title.casefold())),
}


@dataclass(frozen=True)
class Filters:
    """What the address asks for. Values that are not understood count as not given."""

    care: str = WITH_A_PLAN
    legal: str = ""
    place: str = ""
    iro: str = ""
    worker: str = ""
    team: str = ""
    age: str = ""
    due: str = ""
    search: str = ""
    sort: str = "review"
    page: int = 1

    @classmethod
    def read(cls, query: QueryDict) -> Filters:
        search = query.get("search", "")[:40]
        care = query.get("care", ALL if search else WITH_A_PLAN)
        sort = query.get("sort", "review")
        page = query.get("page", "1")
        return cls(
            care=care if care in CARE else WITH_A_PLAN,
            legal=query.get("legal", "")[:10],
            place=query.get("place", "")[:10],
            iro=query.get("iro", "")[:40],
            worker=query.get("worker", "")[:40],
            team=query.get("team", "")[:100],
            age=query.get("age", "") if query.get("age", "") in AGES else "",
            due=query.get("due", "") if query.get("due", "") in DUE else "",
            search=search,
            sort=sort if sort.lstrip("-") in SORTS else "review",
            page=int(page) if page.isdecimal() and 0 < int(page) < 100_000 else 1,
        )

    def with_(self, **changes: object) -> str:
        """The query of an address with these filters, some of them changed; back on the first page unless said."""
        changed = replace(self, **{"page": 1, **changes})
        default = Filters(care=ALL if changed.search else WITH_A_PLAN)
        given = {k: v for k, v in vars(changed).items() if v != getattr(default, k)}
        return "?" + urlencode(given) if given else "?"

    def hold(self, children: Iterable[ChildNow]) -> list[ChildNow]:
        """The children that fit, in the order asked for."""
        fitting = [child for child in children if self.fits(child)]
        _label, key = SORTS[self.sort.lstrip("-")]
        return sorted(fitting, key=key, reverse=self.sort.startswith("-"))

    def fits(self, child: ChildNow) -> bool:
        return (
            has_plan(child, self.care)
            and (not self.legal or bool(child.episode and child.episode.legal_status == self.legal))
            and (not self.place or bool(child.episode and child.episode.place == self.place))
            and (not self.iro or self.iro == (str(child.iro.id) if child.iro else NOBODY))
            and (not self.worker or self.worker == (str(who.id) if (who := child.social_worker) else NOBODY))
            and (not self.team or bool(child.social_worker and child.social_worker.team == self.team))
            and (
                not self.age
                or (child.age is not None and AGES[self.age][1] <= child.age <= AGES[self.age][2])
            )
            and (not self.due or is_due(child, self.due))
        )


def has_plan(child: ChildNow, which: str) -> bool:
    """Whether the child is under a kind of plan on the day."""
    if which == ALL:
        return True
    if which == WITH_A_PLAN:
        return bool(child.plans)
    if which == LEFT:
        return not child.in_care
    return (IN_CARE_PLAN if which == IN_CARE else which) in child.plans


def is_due(child: ChildNow, which: str) -> bool:
    """Whether the next thing due is late, falls in the four weeks to come (and is not booked), or has no date."""
    if child.review_due_on is None:
        return which == "none"
    days = (child.review_due_on - child.on).days
    if which == "late":
        return days < 0
    soon = 0 <= days <= SOON
    return soon and (which == "soon" or (which == "unbooked" and child.booking_of(child.next_claim) is None))
