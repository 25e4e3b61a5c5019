"""Invented editions: a draft from the records as they stand, and one that has come further."""

from __future__ import annotations

from datetime import date
from typing import Any

from holdfast.casework.access.roles import Role
from holdfast.casework.editions import actions
from holdfast.casework.editions.models import Edition
from holdfast.domain.edition_states import State
from holdfast.reports.annual.authority import Authority
from holdfast.reports.inputs import Inputs
from holdfast.snapshot import from_casework, kept
from tests.builders import people

DAY = date(2017, 3, 31)


def draft(by: Any = None, kind: str = "annual", **facts: Any) -> Edition:
    """A draft of the report of 2016/17 with the rows of now and no figures."""
    rows, digest = kept.to_bytes(from_casework.tables(on=DAY))
    inputs = Inputs(kind, facts.get("year_ending", 2017), day=DAY, authority=Authority("Testshire"))
    standard = {"year_ending": 2017, "tables": rows, "tables_digest": digest, "inputs": inputs.to_bytes()}
    return actions.prepare(**{**standard, "kind": kind, "day": DAY, "by": by, **facts})


def brought_to(edition: Edition, state: State, hands: dict[str, Any] | None = None) -> Edition:
    """The edition taken onward to a state, each move by somebody else."""
    theirs = hands or {
        "checker": people.user(Role.ANALYST, name="Robin Check"),
        "signer": people.user(Role.IRO_MANAGER, name="Ali Sign"),
        "publisher": people.user(Role.SENIOR_MANAGER, name="Jo Publish"),
    }
    if state is State.DRAFT:
        return edition
    actions.check(edition=edition, by=theirs["checker"])
    if state is State.CHECKED:
        return edition
    actions.sign(edition=edition, unsettled=lambda inputs: [], by=theirs["signer"])
    if state is State.SIGNED:
        return edition
    actions.publish(edition=edition, by=theirs["publisher"])
    if state is State.WITHDRAWN:
        actions.withdraw(edition=edition, reason="A figure was wrong.", by=theirs["publisher"])
    return edition
