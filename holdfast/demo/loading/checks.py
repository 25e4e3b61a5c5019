"""Officers checking each other: three months of peer audits, and the quarters' audits of conferences."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from random import Random

from django.utils import timezone

from holdfast.casework.checking.actions import drawn_from
from holdfast.casework.checking.candidates import pool_of
from holdfast.casework.checking.conferences import conference_lists
from holdfast.casework.checking.drawing import draw
from holdfast.casework.checking.models import ConferenceFinding, PeerAudit, Sample
from holdfast.casework.checking.rules import QUESTIONS
from holdfast.casework.monitors.models import MonitorAnswer
from holdfast.casework.people.models import Child, Worker
from holdfast.demo.loading.words import words
from holdfast.demo.quarters import TODAY
from holdfast.domain import working_days
from holdfast.domain.reporting_year import Period, ReportingYear

_YEAR = ReportingYear(2017)
_PER_OFFICER = 2
#: the months that were audited, and how far each has come
_MONTHS = {date(2016, 12, 1): "discussed", date(2017, 1, 1): "rated", date(2017, 2, 1): "drawn"}
_RATINGS = ("outstanding", "good", "requires_improvement", "inadequate")
#: how likely two officers differ by one rating
_DIFFER = 0.22


def check(chance: Random, workers: Mapping[str, Worker]) -> None:
    """Three samples, drawn as a manager draws them; and what was found of the plans on the quarters' lists."""
    officers = [worker for key, worker in workers.items() if key.startswith("iro-")]
    for month, how_far in _MONTHS.items():
        _audit(chance, next(one for one in _YEAR.months if one.starts == month), how_far, officers)
    children = Child.objects.all()
    for quarter in _YEAR.quarters[:3]:
        _find(chance, conference_lists(children, quarter), quarter)


def _audit(chance: Random, month: Period, how_far: str, officers: list[Worker]) -> None:
    """Every officer of the demo may rate, though only one of them signs in."""
    pool = pool_of(month)
    seed = chance.randint(1, 10**6)
    raters = [one.pk for one in officers]
    found = draw(pool.candidates, _PER_OFFICER, raters, pool.barred, pool.met, seed)
    sample = Sample.objects.create(
        month=month.starts,
        per_officer=_PER_OFFICER,
        seed=seed,
        drawn_from=drawn_from(pool, found),
        drawn_at=timezone.make_aware(datetime.combine(working_days.add(month.ends, 3), time(9, 30))),
    )
    reviews = [one.candidate.review for one in found]
    own: dict[int, dict[str, str]] = {review: {} for review in reviews}
    answers = MonitorAnswer.objects.filter(monitor__review__in=reviews, question__in=QUESTIONS)
    for review, question, value in answers.values_list("monitor__review", "question", "value"):
        own[review][question] = value
    for one in found:
        if one.rater is not None:
            audit = PeerAudit(
                sample=sample,
                review_id=one.candidate.review,
                officer_id=one.candidate.officer,
                rater_id=one.rater,
                officer_ratings=own[one.candidate.review],
            )
            _rate(chance, audit, month, how_far)
            audit.save()


def _rate(chance: Random, audit: PeerAudit, month: Period, how_far: str) -> None:
    if how_far == "drawn":
        return
    audit.ratings = {key: _other(chance, value) for key, value in audit.officer_ratings.items()}
    audit.rated_on = working_days.add(month.ends, chance.randint(5, 14))
    if how_far == "discussed":
        audit.discussed_on = working_days.add(audit.rated_on, chance.randint(2, 8))
        agree = audit.ratings == audit.officer_ratings
        said = words()["peer_audit"]["agree" if agree else "differ"]
        audit.outcome, audit.learning = said


def _other(chance: Random, value: str) -> str:
    """The same answer mostly; else the rating beside it, or the other of yes and no (more rarely)."""
    if chance.random() >= (_DIFFER if value in _RATINGS else _DIFFER / 4):
        return value
    if value not in _RATINGS:
        return "no" if value == "yes" else "yes"
    place = _RATINGS.index(value) + chance.choice((-1, 1))
    return _RATINGS[min(max(place, 0), len(_RATINGS) - 2)]


def _find(chance: Random, lists: Mapping, quarter: Period) -> None:
    """Two of three plans on the lists were looked at."""
    for listing, plans in lists.items():
        for plan in plans:
            if chance.random() < 0.66:
                was_right, finding, learning = chance.choice(words()["conference_finding"][str(listing)])
                ConferenceFinding.objects.create(
                    protection=plan.protection,
                    quarter=quarter.name,
                    trigger=str(listing),
                    was_right=was_right,
                    finding=finding,
                    learning=learning,
                    found_on=min(working_days.add(quarter.ends, 10), TODAY),
                )
