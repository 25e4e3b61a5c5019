"""What followed each review: decisions, their release and answer, the record, who received it, the care plan.

Days are drawn so that most are in time and some are not; what would lie after today has not happened, and is the work
in progress: decisions not released, managers who have not answered, records half written, signed or not yet sent.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random

from django.utils import timezone

from holdfast.casework.people.models import Contact, Relation, Version
from holdfast.casework.provenance.models import FieldChange, Owner
from holdfast.casework.records.models import (
    Answer,
    AnswerToObjection,
    CarePlanUpdate,
    Decision,
    DecisionStatus,
    ManagerAnswer,
    Method,
    Recipient,
    Record,
    Release,
    Section,
)
from holdfast.casework.records.queries import snapshot_of
from holdfast.casework.reviews.models import Review, ReviewKind
from holdfast.demo import names
from holdfast.demo.chance import weighted
from holdfast.demo.loading.words import part, words
from holdfast.demo.quarters import TODAY
from holdfast.domain import working_days
from holdfast.domain.record_sections import sections_of

#: working days from the review, or from the step before: how likely each
_RELEASED = {2: 12, 3: 20, 4: 26, 5: 26, 7: 10, 9: 6}
_ANSWERED = {1: 12, 2: 18, 3: 20, 4: 16, 5: 14, 7: 12, 10: 8}
_SIGNED = {8: 8, 10: 14, 12: 18, 14: 20, 15: 22, 17: 10, 21: 8}
_SENT = {1: 30, 2: 25, 3: 20, 4: 15, 6: 6, 9: 4}
_CARE_PLAN = {6: 20, 8: 25, 10: 30, 12: 15, 15: 10}
_CAME_OF_IT = {
    DecisionStatus.DONE: 62,
    DecisionStatus.PART: 18,
    DecisionStatus.NOT_DONE: 12,
    DecisionStatus.OVERTAKEN: 8,
}
_OBJECTS = 0.05


@dataclass
class _Written:
    """Rows of every kind, written at the end."""

    decisions: list[Decision] = field(default_factory=list)
    releases: list[Release] = field(default_factory=list)
    answers: list[ManagerAnswer] = field(default_factory=list)
    replies: list[AnswerToObjection] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    recipients: list[Recipient] = field(default_factory=list)
    updates: list[CarePlanUpdate] = field(default_factory=list)

    def save(self) -> None:
        for model, rows in (
            (Decision, self.decisions),
            (Release, self.releases),
            (ManagerAnswer, self.answers),
            (AnswerToObjection, self.replies),
            (Record, self.records),
            (Section, self.sections),
            (Recipient, self.recipients),
            (CarePlanUpdate, self.updates),
        ):
            model.objects.bulk_create(rows, batch_size=500)
        FieldChange.objects.bulk_create(_first_versions(self.sections), batch_size=500)


def write(chance: Random, reviews: list[Review]) -> None:
    """Everything that followed these reviews, up to today."""
    contacts: dict[int, list[Contact]] = defaultdict(list)
    for contact in Contact.objects.order_by("pk"):
        contacts[contact.child_id].append(contact)
    later = _next_of_the_same(reviews)
    written = _Written()
    for review in reviews:
        _decide(chance, written, review, later.get(review.pk))
        _record(chance, written, review, contacts[review.child_id])
        updated = working_days.add(review.completed_on, weighted(chance, _CARE_PLAN))
        if review.kind == ReviewKind.CARE and updated <= TODAY:
            written.updates.append(CarePlanUpdate(review=review, updated_on=updated))
    written.save()


def _next_of_the_same(reviews: list[Review]) -> dict[int, Review]:
    """The review of the same child that asked what came of these decisions."""
    found: dict[int, Review] = {}
    last: dict[tuple, Review] = {}
    for review in reviews:
        key = (review.child_id, review.protection_id, review.need_plan_id)
        if key in last:
            found[last[key].pk] = review
        last[key] = review
    return found


def _decide(chance: Random, written: _Written, review: Review, asked_at: Review | None) -> None:
    chosen = chance.sample(words()["decision"], chance.choice((2, 3, 3, 4)))
    decisions = [_decision(nth, one, review) for nth, one in enumerate(chosen, start=1)]
    if asked_at is not None:
        for decision in decisions:
            decision.status = weighted(chance, _CAME_OF_IT)
            decision.status_on, decision.status_at = asked_at.held_on, asked_at
            if decision.status != DecisionStatus.DONE:
                decision.status_note = "Talked about at the review; see the decisions there."
    written.decisions += decisions
    released = working_days.add(review.completed_on, weighted(chance, _RELEASED))
    if released > TODAY:
        return
    release = Release(
        review=review,
        released_on=released,
        released_at=at(released),
        released_by=review.chair and review.chair.user,
        decisions=[snapshot_of(decision) for decision in decisions],
    )
    written.releases.append(release)
    _answer(chance, written, release, decisions[0])


def _decision(nth: int, one: dict, review: Review) -> Decision:
    weeks = one.get("weeks")
    return Decision(
        review=review,
        number=nth,
        what=one["what"],
        outcome=one["outcome"],
        who=one["who"],
        by_when=review.completed_on + timedelta(weeks=weeks) if weeks else None,
        no_date_why=one.get("no_date_why", ""),
    )


def _answer(chance: Random, written: _Written, release: Release, first: Decision) -> None:
    answered = working_days.add(release.released_on, weighted(chance, _ANSWERED))
    if answered > TODAY:
        return
    objects = chance.random() < _OBJECTS
    said = words()["objection"]
    answer = ManagerAnswer(
        release=release,
        answer=Answer.OBJECTS if objects else Answer.AGREES,
        decision=first if objects else None,
        text=chance.choice(said["why"]) if objects else "",
        answered_on=answered,
        answered_at=at(answered),
        name=names.worker_name(chance),
    )
    written.answers.append(answer)
    replied = working_days.add(answered, chance.randint(1, 5))
    if objects and replied <= TODAY:
        reply = chance.choice(said["reply"])
        written.replies.append(
            AnswerToObjection(objection=answer, text=reply, replied_on=replied, replied_at=at(replied))
        )


def _record(chance: Random, written: _Written, review: Review, contacts: list[Contact]) -> None:
    signed = working_days.add(review.completed_on, weighted(chance, _SIGNED))
    begun = working_days.add(review.completed_on, 3)
    if begun > TODAY:
        return
    record = Record(review=review)
    parts = list(sections_of(review.kind))
    if signed <= TODAY:
        record.signed_on, record.signed_at = signed, at(signed)
        record.signed_by = review.chair and review.chair.user
        written.recipients += _recipients(chance, record, review, contacts, signed)
    elif chance.random() < 0.7:
        parts = parts[: chance.randint(1, len(parts) - 1)]
    written.records.append(record)
    written.sections += [
        Section(
            record=record,
            key=one.key,
            text=part(chance, one.key),
            version=1,
            saved_at=at(min(signed, TODAY)),
            saved_by=review.chair and review.chair.user,
        )
        for one in parts
        if one.needed or chance.random() < 0.8
    ]


def _recipients(
    chance: Random, record: Record, review: Review, contacts: list[Contact], signed: date
) -> list[Recipient]:
    found = [
        Recipient(
            record=record,
            contact=contact,
            name=contact.name,
            relation=contact.relation,
            version=contact.version,
            method=Method.EMAIL if contact.email else Method.POST,
        )
        for contact in contacts
    ]
    found.append(
        Recipient(
            record=record,
            name=str(review.child),
            relation=Relation.CHILD,
            version=Version.CHILD,
            method=Method.BY_HAND,
        )
    )
    day = working_days.add(signed, weighted(chance, _SENT))
    slow = chance.random() < 0.15
    for nth, one in enumerate(found):
        sent = working_days.add(day, chance.randint(2, 5)) if slow and nth == len(found) - 1 else day
        one.sent_on = sent if sent <= TODAY else None
    return found


def _first_versions(sections: list[Section]) -> list[FieldChange]:
    """What stood in the parts of records still open when they were first saved, so that nobody's words are lost."""
    label = Section._meta.label
    return [
        FieldChange(record_type=label, record_id=one.pk, field="text", after=one.text, source=Owner.TYPED)
        for one in sections
        if one.record.signed_on is None
    ]


def at(day: date) -> datetime:
    """The afternoon of a day."""
    return timezone.make_aware(datetime.combine(day, time(16, 0)))
