"""Addresses of this journey: family."""

from __future__ import annotations

from typing import Any

from holdfast.casework.people.actions import add_contact, tie
from holdfast.casework.people.models import Relation, TieKind
from tests.builders import people
from tests.web.doors import CORRECTS, Door


def prepare(world: Any) -> dict[str, Any]:
    """Alice has an aunt to ask, and a sister who is the same officer's."""
    bea = people.child("Bea Arden")
    people.allocated(bea, world.users["iro"].worker)
    return {
        "contact": add_contact(child=world.alice, name="Nell Arden", relation=Relation.FAMILY, by=None),
        "tie": tie(child=world.alice, other=bea, kind=TieKind.SIBLING, by=None),
    }


def _child(things: Any) -> list:
    return [things.world.alice.public_id]


def _contact(things: Any) -> list:
    return [*_child(things), things.contact.public_id]


DOORS: dict[str, Door] = {
    "child_contacts": Door(CORRECTS, args=_child),
    "child_contact_add": Door(CORRECTS, args=_child),
    "child_contact_correct": Door(CORRECTS, args=_contact),
    "child_contact_stop": Door(CORRECTS, status=302, method="post", args=_contact),
    "child_told": Door(CORRECTS, args=_child),
    "child_family": Door(CORRECTS, args=_child),
    "child_family_add": Door(CORRECTS, args=_child),
    "child_family_remove": Door(CORRECTS, status=302, method="post", args=lambda t: [*_child(t), t.tie.pk]),
}
