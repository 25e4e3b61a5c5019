"""What is known of who was asked, came and sent views, and of the child's own part in the review."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from holdfast.casework.people.models import Relation
from holdfast.casework.preparing.models import Came, Invitee
from holdfast.casework.preparing.queries import invitees_of, seen_of
from holdfast.casework.records.queries import record_of, sections_by_key
from holdfast.casework.reviews.models import Review
from holdfast.domain.participation import CODES, meaning

from .found import Known, a_day, a_text, yes_or_no

LIST = "the list of people of the review"
PREPARING = "the preparation of the review"

PARENTS = (Relation.MOTHER, Relation.FATHER)
#: who is not of an agency beside children's social care
OF_THE_FAMILY = (*PARENTS, Relation.CHILD, Relation.FAMILY, Relation.CARER, Relation.SOCIAL_WORKER)
_THERE = (Came.YES, Came.ONLINE)
AGENCIES = (Relation.SCHOOL, Relation.HEALTH, Relation.OTHER)
#: a conference is quorate with children's social care and so many others (standard safeguarding data set)
OTHER_AGENCIES = 2
_WHO_CAME = {
    "mother_came": Relation.MOTHER,
    "father_came": Relation.FATHER,
    "carer_came": Relation.CARER,
    "social_worker_came": Relation.SOCIAL_WORKER,
}
_PAPERS = {
    "child_paper_back": (Relation.CHILD,),
    "parents_paper_back": PARENTS,
    "carer_paper_back": (Relation.CARER,),
}
_VIEWS = {"parents_views": PARENTS, "carers_views": (Relation.CARER,)}


def known_of_people(review: Review, on: date) -> dict[str, Known]:
    """Who came, whose papers are back, whether the child was seen before, how the child took part."""
    people = invitees_of(review)
    return {
        **_came(people, review.held_on),
        **_papers(people, review.held_on),
        **_agencies(people, review.held_on),
        **_seen(review),
        **_part(review),
    }


def _came(people: Iterable[Invitee], day: date | None) -> dict[str, Known]:
    found = {}
    for name, relation in _WHO_CAME.items():
        said = [one.came for one in people if one.relation == relation and one.came]
        if said:
            found[name] = yes_or_no(any(came != Came.NO for came in said), day, LIST)
    return found


def _papers(people: Iterable[Invitee], day: date | None) -> dict[str, Known]:
    found = {}
    for name, relations in _PAPERS.items():
        sent = [one for one in people if one.relation in relations and one.paper_sent_on]
        back = [one.paper_back_on for one in sent if one.paper_back_on]
        if sent:
            found[name] = yes_or_no(bool(back), max(back, default=day), LIST)
    for name, relations in _VIEWS.items():
        views = [one.views for one in people if one.relation in relations and one.views.strip()]
        if views:
            found[name] = a_text("\n".join(views), day, LIST)
    return found


def _agencies(people: list[Invitee], day: date | None) -> dict[str, Known]:
    """Who else came. That a conference was quorate is known where it surely was: of two people from health, nobody
    knows here whether they are of one agency."""
    if not any(one.came for one in people):
        return {}
    there = {one.relation for one in people if one.came in _THERE} - set(OF_THE_FAMILY)
    words = "; ".join(str(Relation(one).label) for one in Relation.values if one in there) or "Nobody else"
    found = {"professionals_came": a_text(words, day, LIST)}
    social_care = any(one.relation == Relation.SOCIAL_WORKER and one.came in _THERE for one in people)
    if social_care and len(there & set(AGENCIES)) >= OTHER_AGENCIES:
        found["quorate"] = yes_or_no(True, day, LIST)
    return found


def _seen(review: Review) -> dict[str, Known]:
    seen = seen_of(review)
    if seen is None:
        return {}
    day = seen.seen_on or review.held_on
    found = {"seen_before": Known(seen.answer, str(seen.get_answer_display()), day, PREPARING)}
    if seen.seen_on:
        found["seen_on"] = a_day(seen.seen_on, day, PREPARING)
    if seen.how:
        found["seen_how"] = Known(seen.how, str(seen.get_how_display()), day, PREPARING)
    if seen.alone:
        found["seen_alone"] = yes_or_no(seen.alone == "yes", day, PREPARING)
    if seen.why_not:
        found["seen_why_not"] = a_text(seen.why_not, day, PREPARING)
    return found


def _part(review: Review) -> dict[str, Known]:
    found = {}
    if review.participation in CODES:
        words = f"{review.participation}: the child {meaning(review.participation)}"
        found["participation"] = Known(review.participation, words, review.held_on, "the review’s meetings")
    said = sections_by_key(record_of(review)).get("child_views")
    if said is not None and said.text.strip():
        found["contribution"] = a_text(said.text, review.held_on, "the record of the review")
    return found
