"""What a change does to what is due: “was 21 February 2027, now 3 March 2027, because …”."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from holdfast.casework.people.models import Child
from holdfast.domain.timescales import Due
from holdfast.domain.tracks.claim import Claim
from holdfast.domain.wording import weekday_and_date
from holdfast.web.child.kinds import WHAT
from holdfast.web.child_now import children_now

Days = dict[tuple[str, int | None], Claim]


@dataclass(frozen=True)
class Moved:
    """One due date before and after a change; a blank where nothing was, or is, due."""

    what: str
    was: str
    now: str
    why: str

    @property
    def sentence(self) -> str:
        """“The review was due by Sunday 21 February 2027 and is now due by …, because: …”"""
        if not self.now:
            return f"{self.what}: was due by {self.was}, none is due now."
        was = f"was due by {self.was}, now" if self.was else "now due"
        return f"{self.what}: {was} by {self.now}. {self.why}"


def due_days(child: Child, on: date) -> Days:
    """What is due for the child as the records stand, by kind and plan."""
    (now,) = children_now([child], on)
    return {(claim.kind, claim.plan): claim for claim in now.claims if claim.last_day}


def what_moved(before: Days, after: Days) -> list[Moved]:
    """The due dates that are not what they were, the earliest first."""
    found = []
    for key in dict.fromkeys([*after, *before]):
        was, now = before.get(key), after.get(key)
        if (was and was.last_day) == (now and now.last_day):
            continue
        claim = now or was
        why = now.due.why if now and isinstance(now.due, Due) else ""
        found.append(Moved(WHAT[claim.kind], _say(was), _say(now), why))
    return found


def _say(claim: Claim | None) -> str:
    return weekday_and_date(claim.last_day) if claim and claim.last_day else ""
