"""What the service knows already, as lines of the monitor: the fact, its day and source, and where to put it right."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from holdfast.casework.monitors.known import Known
from holdfast.casework.reviews.models import Review
from holdfast.domain.questionnaires.questions import Question
from holdfast.domain.wording import long_date

#: page → the names (`vocabulary.KNOWN`) that are put right there; every other name on the review's own page
_PUT_RIGHT: dict[str, frozenset[str]] = {
    "review_seen": frozenset({"seen_before", "seen_on", "seen_how", "seen_alone", "seen_why_not"}),
    "review_participation": frozenset({"participation"}),
    "review_people": frozenset(
        {
            "social_worker_came", "mother_came", "father_came", "carer_came", "professionals_came", "agencies_came",
            "child_paper_back", "parents_paper_back", "carer_paper_back", "parents_views", "carers_views",
        }
    ),
    "record": frozenset({"contribution"}),
    "decisions": frozenset(
        {"decisions_before", "decisions_done", "decisions_not_done", "decisions_made", "manager_answer"}
    ),
    "midway": frozenset({"midway_on"}),
    "recipients": frozenset({"record_sent"}),
    "child": frozenset(
        {
            "legal_status", "placement", "placements", "days_in_care", "adoption", "dispute_raised", "issue_types",
            "praise_given", "legal_advice", "cafcass", "category", "months_on_plan", "plan_before", "core_groups",
            "core_group_in_time", "in_care_too", "plan_made_on", "plan_in_time", "next_review_by",
        }
    ),
}  # fmt: skip
#: of these nothing can be put right: they are counted or follow from rules
_COUNTED = frozenset({"days_in_care", "months_on_plan", "due_on", "in_time", "next_review_by", "placements"})


@dataclass(frozen=True)
class KnownLine:
    """One question whose answer is known. ``url``: where the fact is entered, blank where there is nothing to enter."""

    key: str
    number: str
    text: str
    words: str
    note: str
    url: str
    link: str


def known_line(question: Question, known: Known, review: Review) -> KnownLine:
    return KnownLine(
        key=question.key,
        number=question.number,
        text=question.text,
        words=known.words,
        note=since_and_source(known.as_of, known.source),
        url=_address(question.known, review),
        link="See where it comes from" if question.known in _COUNTED else "Put it right",
    )


def since_and_source(as_of: date | None, source: str) -> str:
    """“27 May 2016, from the review’s own page”."""
    said = [long_date(as_of) if as_of else "", f"from {source}" if source else ""]
    words = ", ".join(one for one in said if one)
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def _address(name: str, review: Review) -> str:
    page = next((page for page, names in _PUT_RIGHT.items() if name in names), "review")
    return reverse(page, args=[review.child.public_id if page == "child" else review.public_id])
