"""The work plan of the year and of the next, and what the board was asked, decided and was told since."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from holdfast.casework.improvement import queries
from holdfast.casework.improvement.models import (
    Action,
    Aim,
    BoardDecision,
    FollowUp,
    Progress,
    Recommendation,
)
from holdfast.indicators.sources import Sources
from holdfast.reports.inputs import (
    ActionLine,
    AimLine,
    DecisionLine,
    Inputs,
    ProgressLine,
    RecommendationLine,
)


def part(inputs: Inputs, sources: Sources) -> dict[str, Any]:
    """Everything as it was known on the day the records were read for."""
    year, day = inputs.year_ending, inputs.day
    asked = {one.pk: one for one in queries.recommendations((year - 1, year), until=day)}
    asked |= {one.pk: one for one in queries.still_open(year, until=day)}
    ordered = sorted(asked.values(), key=lambda one: (one.year_ending, one.order, one.pk))
    return {
        "aims": tuple(aim_line(aim) for aim in queries.aims((year, year + 1), until=day)),
        "recommendations": tuple(recommendation_line(one) for one in ordered),
    }


def aim_line(aim: Aim) -> AimLine:
    """An aim as it is printed; where it came from and where it goes on stands with it."""
    return AimLine(
        key=str(aim.public_id),
        year_ending=aim.year_ending,
        title=aim.title,
        why=aim.why,
        themes=tuple(theme.name for theme in aim.themes.all()),
        table=aim.table,
        group=aim.group,
        carried=aim.carried_from_id is not None,
        goes_on=bool(aim.carried_to.all()),
        actions=tuple(_action(action) for action in aim.actions.all()),
    )


def _action(action: Action) -> ActionLine:
    said = list(action.progress.all())
    # what was said by the day counts, so that a report of an earlier day says the state of that day
    state = Progress(state=said[-1].state) if said else action
    return ActionLine(
        text=action.text,
        owner=action.owner,
        due_on=action.due_on,
        state=state.get_state_display(),
        progress=tuple(
            ProgressLine(one.said_on, one.get_state_display(), one.text, one.evidence) for one in said
        ),
    )


def recommendation_line(asked: Recommendation) -> RecommendationLine:
    return RecommendationLine(
        year_ending=asked.year_ending,
        text=asked.text,
        reason=asked.reason,
        theme=asked.theme.name if asked.theme else "",
        table=asked.table,
        group=asked.group,
        decisions=_decisions(asked.decisions.all()),
        follow_ups=_follow_ups(asked.follow_ups.all()),
    )


def _decisions(made: Iterable[BoardDecision]) -> tuple[DecisionLine, ...]:
    return tuple(
        DecisionLine(one.body, one.met_on, one.get_decided_display(), one.text, one.owner, one.due_on)
        for one in made
    )


def _follow_ups(said: Iterable[FollowUp]) -> tuple[ProgressLine, ...]:
    return tuple(
        ProgressLine(one.said_on, "Done" if one.done else "Goes on", one.text, one.evidence) for one in said
    )
