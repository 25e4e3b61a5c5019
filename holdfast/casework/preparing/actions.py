"""What is done before a review: papers and talks noted, people asked and invited, the child seen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from holdfast.casework.access.roles import Permission
from holdfast.casework.audit.actions import record
from holdfast.casework.people.models import AllocationRole, Contact, Relation
from holdfast.casework.people.queries import allocated
from holdfast.casework.provenance.actions import set_fields
from holdfast.casework.reviews.models import Review
from holdfast.casework.reviews.rules import check_theirs

from .models import Came, Invitee, Item, ItemKind, Seen, SeenBefore, SeenHow
from .rules import check_may_prepare, check_may_settle, check_seen


@transaction.atomic
def settle_item(
    *,
    review: Review,
    kind: ItemKind | str,
    done_on: date | None = None,
    not_needed: str = "",
    by: Any,
) -> Item:
    """Something a review needs is there since a day, or is not needed and why; with neither it is missing again.

    A social worker says what is there; that something is not needed is for those who book.
    Raises NotAllowed, NotYours, NotAtThisStage, or ValidationError.
    """
    if not_needed.strip():
        check_may_prepare(by, review)
    else:
        check_may_settle(by, review)
    if kind not in ItemKind.values:
        raise ValidationError({"kind": "Choose from the list of what a review needs."})
    if done_on and done_on > timezone.localdate():
        raise ValidationError({"done_on": "This day is yet to come. Check the date."})
    item, _made = Item.objects.get_or_create(review=review, kind=kind)
    values = {"done_on": done_on, "not_needed": "" if done_on else not_needed.strip()}
    if set_fields(record=item, values=values, by=by):
        detail = {"child": review.child_id, "item": str(kind), "done": bool(done_on)}
        record(by=by, verb="review.item_settled", subject=review, detail=detail)
    return item


@transaction.atomic
def ask_people(*, review: Review, by: Any) -> list[Invitee]:
    """Everybody who is to be asked about this review and is not on its list yet: the child, the child's contacts, and
    the social worker. Returns those added."""
    check_may_prepare(by, review)
    there = list(review.invitees.all())
    contacts = Contact.objects.filter(child=review.child_id, stopped_on__isnull=True).order_by("id")
    wanted = [
        Invitee(review=review, contact=c, name=c.name, relation=c.relation, email=c.email) for c in contacts
    ]
    if not any(one.relation == Relation.CHILD for one in wanted):
        wanted.insert(0, Invitee(review=review, name=str(review.child), relation=Relation.CHILD))
    worker = allocated(review.child, AllocationRole.SOCIAL_WORKER)
    if worker and not any(one.relation == Relation.SOCIAL_WORKER for one in wanted):
        them = worker.worker
        wanted.append(
            Invitee(review=review, name=them.name, relation=Relation.SOCIAL_WORKER, email=them.email)
        )
    contact_ids = {one.contact_id for one in there if one.contact_id}
    called = {(one.name, one.relation) for one in there}
    new = [w for w in wanted if w.contact_id not in contact_ids and (w.name, w.relation) not in called]
    for one in new:
        one.save()
    if new:
        detail = {"child": review.child_id, "people": len(new)}
        record(by=by, verb="review.people_asked", subject=review, detail=detail)
    return new


@transaction.atomic
def add_invitee(*, review: Review, name: str, relation: Relation | str, email: str = "", by: Any) -> Invitee:
    """Somebody who is asked about this review only. Raises ValidationError with a sentence per field."""
    check_may_prepare(by, review)
    if relation not in Relation.values:
        raise ValidationError({"relation": "Choose who they are to the child."})
    if review.invitees.filter(name=name.strip(), relation=relation).exists():
        raise ValidationError({"name": "They are on the list already."})
    invitee = Invitee(review=review, name=name.strip(), relation=relation, email=email)
    invitee.full_clean(exclude=["public_id", "review", "contact"], validate_constraints=False)
    invitee.save()
    record(by=by, verb="review.people_asked", subject=review, detail={"child": review.child_id, "people": 1})
    return invitee


@transaction.atomic
def invite(*, invitees: Iterable[Invitee], on: date, by: Any) -> int:
    """They were invited on a day. Returns for how many this is new."""
    return _note(invitees, {"invited_on": on, "not_invited_why": ""}, "review.invited", by)


@transaction.atomic
def leave_out(*, invitees: Iterable[Invitee], why: str, by: Any) -> int:
    """They are not invited, and why. Raises ValidationError without a reason."""
    if not why.strip():
        raise ValidationError({"why": "Say why they are not invited."})
    values = {"invited_on": None, "not_invited_why": why.strip()}
    return _note(invitees, values, "review.not_invited", by)


@transaction.atomic
def paper_sent(*, invitees: Iterable[Invitee], on: date, by: Any) -> int:
    """Their consultation paper went out on a day."""
    return _note(invitees, {"paper_sent_on": on}, "review.paper_sent", by)


@transaction.atomic
def paper_back(*, invitees: Iterable[Invitee], on: date, by: Any) -> int:
    """Their consultation paper came back on a day: their views are there."""
    return _note(invitees, {"paper_back_on": on, "sent_views": True}, "review.paper_back", by)


@transaction.atomic
def note_came(*, invitees: Iterable[Invitee], came: Came | str, by: Any) -> int:
    """Whether they came. Raises ValidationError for an answer that is none."""
    if came not in Came.values:
        raise ValidationError({"came": "Say whether they came."})
    return _note(invitees, {"came": came}, "review.people_came", by)


@transaction.atomic
def note_views(*, invitees: Iterable[Invitee], views: str = "", by: Any) -> int:
    """They sent their views; in a few words, if somebody writes them down."""
    values: dict[str, Any] = {"sent_views": True}
    if views.strip():
        values["views"] = views.strip()
    return _note(invitees, values, "review.views_sent", by)


@transaction.atomic
def child_seen(
    *,
    review: Review,
    answer: Seen | str,
    seen_on: date | None = None,
    how: SeenHow | str = "",
    alone: str = "",
    why_not: str = "",
    by: Any,
) -> SeenBefore:
    """Whether the officer saw the child before this review: asked once, and counted in the figures.

    Raises NotAllowed, NotYours, or ValidationError with a sentence per field.
    """
    check_theirs(by, Permission.HOLD_REVIEWS, review.child_id)
    check_seen(answer, seen_on, how, alone, why_not, review, timezone.localdate())
    seen = answer == Seen.SEEN
    values = {
        "answer": answer,
        "seen_on": seen_on if seen else None,
        "how": how if seen else "",
        "alone": alone if seen else "",
        "why_not": "" if seen else why_not.strip(),
    }
    there = SeenBefore.objects.select_for_update().filter(review=review).first()
    if there is None:
        there = SeenBefore.objects.create(review=review, **values)
    elif not set_fields(record=there, values=values, by=by):
        return there
    detail = {"child": review.child_id, "answer": str(answer)}
    record(by=by, verb="review.child_seen", subject=review, detail=detail)
    return there


def _note(invitees: Iterable[Invitee], values: dict[str, Any], verb: str, by: Any) -> int:
    """The same for several invitees: one event for each review. Returns how many of them changed."""
    by_review: dict[int, list[Invitee]] = {}
    for one in invitees:
        by_review.setdefault(one.review_id, []).append(one)
    changed = 0
    for them in by_review.values():
        changed += _of_one_review(them, values, verb, by)
    return changed


def _of_one_review(invitees: Sequence[Invitee], values: dict[str, Any], verb: str, by: Any) -> int:
    review = invitees[0].review
    check_theirs(by, Permission.BOOK_REVIEWS, review.child_id)
    changed = sum(bool(set_fields(record=one, values=values, by=by)) for one in invitees)
    if changed:
        record(by=by, verb=verb, subject=review, detail={"child": review.child_id, "people": changed})
    return changed
