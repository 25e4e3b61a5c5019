"""What is known of papers and plans: those of the review, the protection plan, the plan of a child in need."""

from __future__ import annotations

from datetime import date

from holdfast.casework.monitors.facts import CONFERENCES, day_of, months_on_plan, plan_before
from holdfast.casework.plans.models import CoreGroup, Protection
from holdfast.casework.preparing.models import Item, ItemKind
from holdfast.casework.reviews.models import Review
from holdfast.casework.reviews.queries import standing_reviews
from holdfast.casework.reviews.timing import whole_life
from holdfast.casework.service.queries import book
from holdfast.domain.limits import LimitNotHeld
from holdfast.domain.tracks.standing import care_on

from .found import Known, a_day, a_number, a_text, yes_or_no

PREPARING = "the preparation of the review"
PROTECTION = "the child protection plan"
NEED = "the plan of a child in need"
#: the limit a social worker's report is held to, by kind of review
_REPORTS = {
    "conference_initial": "conference.report-initial",
    "conference_transfer": "conference.report-initial",
    "conference_review": "conference.report-review",
}


def known_of_plans(review: Review, on: date) -> dict[str, Known]:
    """Papers of every review; of a conference its process, of a review of a child in need its plan."""
    found = _papers(review)
    if review.kind in CONFERENCES and review.protection is not None:
        found |= _protection(review, review.protection)
    if review.need_plan is not None:
        found |= _need(review)
    return found


def _papers(review: Review) -> dict[str, Known]:
    items = {one.kind: one for one in review.items.all()}
    there = [one for one in items.values() if one.done_on and one.kind in _PAPERS]
    found = {}
    if items:
        words = "; ".join(
            str(ItemKind(kind).label) for kind in _PAPERS if kind in {one.kind for one in there}
        )
        found["papers_there"] = a_text(words or "None", day_of(review), PREPARING)
    shared = items.get(ItemKind.SHARED)
    if shared is not None and shared.done_on:
        found["report_shared_on"] = a_day(shared.done_on, shared.done_on, PREPARING)
    report = items.get(ItemKind.REPORT)
    if report is not None:
        found |= _report(review, report)
    return found


_PAPERS = (ItemKind.REPORT, ItemKind.CARE_PLAN, ItemKind.EDUCATION, ItemKind.HEALTH)


def _report(review: Review, report: Item) -> dict[str, Known]:
    if report.done_on is None:
        return {}
    day = day_of(review)
    try:
        due = book().on(_REPORTS.get(review.kind, "review.social-worker-report"), day).before(day)
    except LimitNotHeld:
        return {}
    return {"report_in_time": yes_or_no(report.done_on <= due, report.done_on, PREPARING)}


def _protection(review: Review, process: Protection) -> dict[str, Known]:
    day = day_of(review)
    found = {"plan_before": yes_or_no(plan_before(process), day, PROTECTION)} | _outcome(process, day)
    if process.category_latest:
        words = str(process.get_category_latest_display())
        found["category"] = Known(process.category_latest, words, process.started, PROTECTION)
    months = months_on_plan(process, day)
    if months is not None:
        found["months_on_plan"] = a_number(months, process.started, PROTECTION)
        found |= _core_groups(review, process, day)
    in_care = care_on(whole_life(review.child), day) is not None
    found["in_care_too"] = yes_or_no(in_care, day, "the child’s episodes of care")
    return found


_OUTCOMES = {
    "made": "A child protection plan was made",
    "continues": "The plan goes on",
    "ended": "The plan ended",
    "none": "No plan was made",
}


def _outcome(process: Protection, day: date) -> dict[str, Known]:
    """Nothing while the plan is not entered."""
    key = ""
    if process.no_plan:
        key = "none"
    elif process.started and process.ended == day:
        key = "ended"
    elif process.started == day:
        key = "made"
    elif process.started and process.started < day:
        key = "continues"
    return {"conference_outcome": Known(key, _OUTCOMES[key], day, PROTECTION)} if key else {}


def _core_groups(review: Review, process: Protection, day: date) -> dict[str, Known]:
    """Nothing where no core group is recorded: the service may not hold them."""
    groups = list(
        CoreGroup.objects.filter(protection=process, held_on__lte=day)
        .order_by("held_on")
        .values_list("held_on")
    )
    if not groups:
        return {}
    conferences = standing_reviews().filter(protection=process, held_on__lt=day).exclude(pk=review.pk)
    last = conferences.order_by("held_on").last()
    since = last.held_on if last else process.started
    counted = sum(held >= since for (held,) in groups)
    found = {"core_groups": a_number(counted, groups[-1][0], PROTECTION)}
    rules = book()
    if process.started and rules.holds("conference.core-group", process.started):
        by = rules.on("conference.core-group", process.started).after(process.started)
        found["core_group_in_time"] = yes_or_no(groups[0][0] <= by, groups[0][0], PROTECTION)
    return found


def _need(review: Review) -> dict[str, Known]:
    plan = review.need_plan
    if plan is None or plan.made_on is None:
        return {}
    found = {"plan_made_on": a_day(plan.made_on, plan.made_on, NEED)}
    rules = book()
    if rules.holds("need.plan", plan.agreed_on):
        by = rules.on("need.plan", plan.agreed_on).after(plan.agreed_on)
        found["plan_in_time"] = yes_or_no(plan.made_on <= by, plan.made_on, NEED)
    return found
