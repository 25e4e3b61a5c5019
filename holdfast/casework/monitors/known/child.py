"""What is known of the child on the day: legal status, placement, how long in care, how far adoption has come."""

from __future__ import annotations

from datetime import date

from holdfast.casework.care.queries import legal_statuses_of
from holdfast.casework.monitors.facts import adoption_of, day_of
from holdfast.casework.reviews.models import Review
from holdfast.casework.reviews.timing import whole_life
from holdfast.domain.ages import birthday
from holdfast.domain.care_history import Episode
from holdfast.domain.codesets import ssda903
from holdfast.domain.months import plus
from holdfast.domain.reporting_year import ReportingYear
from holdfast.domain.tracks.standing import Care, care_on

from .found import Known, a_number, a_text, yes_or_no

SOURCE = "the child’s episodes of care"
#: days in care since the 14th birthday: 13 weeks
ELIGIBLE_AFTER = 91
_ADOPTION = {
    "none": "Not planned",
    "planned": "Planned: the child may be placed",
    "placed": "Placed for adoption",
}


def known_of_child(review: Review, on: date) -> dict[str, Known]:
    """Nothing of a child who was not in care that day."""
    day = day_of(review)
    care = care_on(whole_life(review.child), day)
    if care is None:
        return {}
    now, adoption = care.now, adoption_of(care)
    moved_in = care.placement_began
    found = {
        "days_in_care": a_number((day - care.period.started).days, care.period.started, SOURCE),
        "adoption": Known(adoption, _ADOPTION[adoption], day, SOURCE),
        "placements": a_number(_placements(care, day), day, SOURCE),
    }
    if now.legal_status:
        since = _status_since(review, now, day)
        found["legal_status"] = a_text(_meaning("LS", now.legal_status, day), since, SOURCE)
    if now.place:
        found["placement"] = a_text(_meaning("PLACE", now.place, day), moved_in, SOURCE)
    eligible = _eligible(review, care, day)
    if eligible is not None:
        found["eligible"] = yes_or_no(eligible, day, SOURCE)
    return found


def _eligible(review: Review, care: Care, day: date) -> bool | None:
    """In care at 16 or 17, and for 13 weeks in all since the 14th birthday (Children Act 1989, schedule 2, 19B).

    None for another age, or where it is not known when care began.
    """
    born = review.child.born
    if born is None or not birthday(born, 16) <= day < birthday(born, 18):
        return None
    fourteen = birthday(born, 14)
    days = sum(
        (min(period.ended or day, day) - max(period.started, fourteen)).days
        for period in care.life.periods
        if period.started <= day and (period.ended or day) > fourteen
    )
    if days < ELIGIBLE_AFTER and not care.period.start_known:
        return None
    return days >= ELIGIBLE_AFTER


def _placements(care: Care, day: date) -> int:
    """Placements of this period of care in the twelve months to the day; that of the day among them."""
    since = plus(day, -12)
    return sum(
        placement.started <= day and (placement.ended is None or placement.ended > since)
        for placement in care.period.placements
    )


def _status_since(review: Review, now: Episode, day: date) -> date:
    runs = [began for status, began, _ in legal_statuses_of(review.child) if status == now.legal_status]
    return max((began for began in runs if began <= day), default=now.started)


def _meaning(code_list: str, code: str, day: date) -> str:
    """“Full care order (C2)”; a code that is in no list stands alone."""
    ending = min(max(ReportingYear.of(day).ending, ssda903.YEARS[0]), ssda903.YEARS[-1])
    meaning = ssda903.codes(code_list, year_ending=ending).get(code)
    return f"{meaning} ({code})" if meaning else code
