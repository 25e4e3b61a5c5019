"""An invented plan, what the board is asked, and a paper."""

from __future__ import annotations

from datetime import date
from typing import Any

from holdfast.casework.improvement.actions import paper, plan, recommendations, themes
from holdfast.casework.improvement.implications import HEADS
from holdfast.casework.improvement.models import Action, Aim, BoardPaper, Recommendation, Theme

TODAY = date(2017, 3, 31)


def theme(name: str = "Trust", **facts: Any) -> Theme:
    standard = {"plan": "Strategy for children in care", "from_date": date(2016, 1, 1), "by": None}
    return themes.add_theme(name=name, **{**standard, **facts})


def aim(title: str = "Reviews in time", **facts: Any) -> Aim:
    """An aim of 2016/17, unless told otherwise."""
    return plan.add_aim(title=title, **{"year_ending": 2017, "by": None, **facts})


def action(of: Aim, text: str = "Book each review a month ahead", **facts: Any) -> Action:
    standard = {"owner": "Service manager", "due_on": date(2017, 1, 31), "by": None}
    return plan.add_action(aim=of, text=text, **{**standard, **facts})


def recommendation(text: str = "Note what went well", **facts: Any) -> Recommendation:
    standard = {"year_ending": 2017, "reason": "To keep the board informed", "by": None}
    return recommendations.add_recommendation(text=text, **{**standard, **facts})


def decision(of: Recommendation, **facts: Any) -> Any:
    standard = {
        "body": "Corporate Parenting Board", "met_on": date(2017, 3, 1), "decided": "agreed", "text": "Agreed.",
        "owner": "Head of service", "due_on": date(2017, 9, 30), "today": TODAY, "by": None,
    }  # fmt: skip
    return recommendations.record_decision(recommendation=of, **{**standard, **facts})


def none_follows(year_ending: int = 2017) -> BoardPaper:
    """A paper whose every head is answered with none."""
    answers = {head: {"answer": "none", "text": ""} for head in HEADS}
    return paper.answer_implications(year_ending=year_ending, answers=answers, by=None)
