"""Where an officer's footsteps stand on the child's line: their lane, their mark, and how an entry is taken back."""

from __future__ import annotations

from django.urls import reverse

from holdfast.casework.footprint.footsteps import Footstep, Step
from holdfast.casework.footprint.models import Entry, Praise
from holdfast.casework.people.models import Child

CONTACTS, CONCERNS, PRAISE = "Officer’s contacts", "Concerns", "Praise"
LANES = (CONTACTS, CONCERNS, PRAISE)
#: what the words call one of them
KIND_WORDS = {CONTACTS: "Officer’s contact", CONCERNS: "Concern", PRAISE: "Praise"}

#: kind of step -> the lane it stands in
GROUPS: dict[Step, str] = {
    **dict.fromkeys(
        (Step.CONTACT, Step.FAMILY, Step.DISCUSSION, Step.OTHER, Step.SEEN, Step.MIDWAY), CONTACTS
    ),
    **dict.fromkeys(
        (
            *(Step.ALERT, Step.CHALLENGE, Step.EFFECT, Step.RAISED, Step.OPENED, Step.ANSWERED),
            *(Step.PASSED_OVER, Step.CAFCASS, Step.CAFCASS_SAID, Step.CLOSED),
        ),
        CONCERNS,
    ),
    Step.PRAISE: PRAISE,
}

#: steps that say in words who took them, where it is the officer
BY_OFFICER = frozenset(
    {
        *(Step.CONTACT, Step.FAMILY, Step.DISCUSSION, Step.OTHER, Step.ALERT, Step.CHALLENGE, Step.EFFECT),
        *(Step.SEEN, Step.RAISED, Step.PRAISE),
    }
)


def key_of(step: Footstep) -> str:
    """The mark in the drawing and its place in the words."""
    return f"step-{step.kind}-{step.record._meta.model_name}-{step.record.pk}"


def undo_address(child: Child, step: Footstep) -> str:
    """Where an entry or praise is taken back; blank for what is derived from other records."""
    name = {Entry: "footprint_take_back", Praise: "praise_take_back"}.get(type(step.record), "")
    return reverse(name, args=[child.public_id, step.record.public_id]) if name else ""
