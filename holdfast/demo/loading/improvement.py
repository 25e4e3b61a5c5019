"""Themes, the two work plans, what the board was asked and decided, and the board paper of 2016/17."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from holdfast.casework.improvement.actions import paper, plan, recommendations, themes
from holdfast.casework.improvement.actions.progress import say_progress
from holdfast.casework.improvement.models import Aim, Theme
from holdfast.casework.publishing.actions import write_text
from holdfast.demo import whose
from holdfast.demo.quarters import TODAY
from holdfast.domain.reporting_year import ReportingYear

_FILE = Path(__file__).parents[1] / "improvement.toml"


@cache
def told() -> dict[str, Any]:
    """Everything in ``demo/improvement.toml``."""
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


def enter() -> None:
    """Everything, in the order in which a service would enter it."""
    known = _themes()
    _plans(known)
    _asked(known)
    _paper(known)
    for slot, words in told()["words"].items():
        write_text(year_ending=told()["paper"]["year"], slot=slot, text=words.strip(), by=None)


def _themes() -> dict[str, Theme]:
    found = {}
    for one in told()["plan"]:
        for name in one["themes"]:
            found[name] = themes.add_theme(
                name=name, plan=one["name"], from_date=one["from_date"], to_date=one.get("to_date"), by=None
            )
    return found


def _plans(known: dict[str, Theme]) -> None:
    """Aims with their actions and progress; one is carried from the plan before with what was left of it."""
    entered: dict[str, Aim] = {}
    for one in told()["aim"]:
        if "carried" in one:
            aim = plan.carry(aim=entered[one["carried"]], by=None)
        else:
            aim = plan.add_aim(
                year_ending=one["year"],
                title=one["title"],
                why=one["why"],
                themes=[known[name] for name in one["themes"]],
                table=one.get("table", ""),
                group=one.get("group", ""),
                by=None,
            )
            entered[aim.title] = aim
        for step in one.get("action", ()):
            _step(aim, step)


def _step(aim: Aim, step: dict[str, Any]) -> None:
    action = plan.add_action(aim=aim, text=step["text"], owner=step["owner"], due_on=step["due_on"], by=None)
    for said in step.get("progress", ()):
        say_progress(action=action, today=TODAY, by=None, **said)


def _asked(known: dict[str, Theme]) -> None:
    board = whose.authority(True).board
    for one in told()["asked"]:
        asked = recommendations.add_recommendation(
            year_ending=one["year"],
            text=one["text"],
            reason=one["reason"],
            theme=known[one["theme"]],
            table=one.get("table", ""),
            group=one.get("group", ""),
            by=None,
        )
        for made in one.get("decision", ()):
            recommendations.record_decision(recommendation=asked, body=board, today=TODAY, by=None, **made)
        for said in one.get("since", ()):
            recommendations.follow_up(recommendation=asked, today=TODAY, by=None, **said)


def _paper(known: dict[str, Theme]) -> None:
    given = told()["paper"]
    year = ReportingYear(given["year"])
    lines = [
        {"table": table, "group": group, "period": year.name, "words": words}
        for table, group, words in given["headlines"]
    ]
    paper.choose_headlines(year_ending=year.ending, headlines=lines, by=None)
    aims = Aim.objects.filter(year_ending=year.ending + 1, taken_back_on=None)
    paper.choose_priorities(year_ending=year.ending, aims=aims, by=None)
    links = [{"theme": str(known[one["theme"]].public_id), "text": one["text"]} for one in given["link"]]
    paper.write_links(year_ending=year.ending, links=links, by=None)
    answers = {
        head: {"answer": "none", "text": ""} if said == "none" else {"answer": "some", "text": said}
        for head, said in given["implications"].items()
    }
    paper.answer_implications(year_ending=year.ending, answers=answers, by=None)
