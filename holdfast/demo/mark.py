"""The mark that says a database holds the demo authority: an entry in the diary, which nobody can take out.

Not the demo's sign-ins and not a setting: invented records stay invented whoever renames an account or turns a flag.
"""

from __future__ import annotations

from holdfast.casework.audit.actions import record
from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.people.models import Worker

_LOADED = "demo.loaded"


def set_mark(seed: int) -> None:
    """Note that the demo authority of a seed was brought in."""
    record(by=None, verb=_LOADED, subject=Worker, detail={"seed": seed})


def loaded_seed() -> int | None:
    """The seed of the demo authority in this database; None where there is none."""
    marks = AuditEvent.objects.filter(subject_type=Worker._meta.label, subject_id="", verb=_LOADED)
    event = marks.order_by("-id").first()
    return None if event is None else event.detail["seed"]
