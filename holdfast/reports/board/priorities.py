"""The aims of the next year that the paper names, in the order in which they were chosen."""

from __future__ import annotations

from holdfast.reports.inputs import AimLine, Inputs


def chosen_aims(inputs: Inputs) -> list[AimLine]:
    """Those that still stand in the next year's plan."""
    following = {aim.key: aim for aim in inputs.aims if aim.year_ending == inputs.year_ending + 1}
    chosen = inputs.paper.priorities if inputs.paper else ()
    return [following[key] for key in chosen if key in following]
