"""Invented quarterly packs: a plan, a draft, and one that was sent."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from holdfast.casework.editions import packs_actions as actions
from holdfast.casework.editions.models import Edition, PackPlan, Receipt
from holdfast.reports.annual.authority import Authority
from holdfast.reports.inputs import Inputs, Pack, PackTable
from tests.builders import editions

DAY = date(2017, 3, 31)
SENT_AT = datetime(2017, 3, 20, 9, 30, tzinfo=UTC)
ANSWER_BY = date(2017, 4, 7)

PRAISE = PackTable(
    "praise",
    "Good practice that officers praised, by theme",
    ("Theme", "2016/17 Q3"),
    (("Education", "3 of 13 (23.1%)"), ("Health", "10 of 13 (76.9%)"), ("All praise", "13")),
    safe=(("Education", "c of 13"), ("Health", "c of 13"), ("All praise", "13")),
)


def plan(team: str = "", theme: str = "", **facts: Any) -> PackPlan:
    """A plan since April 2016."""
    return PackPlan.objects.create(**{"team": team, "theme": theme, "from_date": date(2016, 4, 1), **facts})


def draft(of: PackPlan | None = None, *, texts: dict[str, str] | None = None, quarter: int = 3) -> Edition:
    """A draft of a pack of 2016/17 with a list in it and no figures."""
    of = of or plan()
    inputs = Inputs(
        "quarterly",
        2017,
        quarter,
        of.team,
        DAY,
        Authority("Testshire"),
        texts=texts or {},
        pack=Pack(of.theme, (PRAISE,)),
    )
    return editions.draft(kind="quarterly", quarter=quarter, team=of.team, plan=of, inputs=inputs.to_bytes())


def sent(edition: Edition, *readers: Any, answer_by: date | None = ANSWER_BY) -> list[Receipt]:
    """The pack sent on 20 March 2017."""
    return actions.send(
        edition=edition,
        readers=readers,
        answer_by=answer_by,
        on=SENT_AT.date(),
        words=lambda kept: [],
        by=None,
        sent_at=SENT_AT,
    )
