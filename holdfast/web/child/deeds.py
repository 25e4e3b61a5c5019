"""What the diary says of a child, in words."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models

from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.provenance.models import EVERY_FIELD, FieldChange
from holdfast.casework.provenance.queries import model_of

DEEDS = {
    "child.read": "opened the record",
    "child.diary_read": "opened this list",
    "children.listed": "saw the child in a list of children",
    "children.downloaded": "downloaded a list of children with this child in it",
    "desk.opened": "saw the child on their own page, “My work”",
    "figure.opened": "saw the child among the rows behind a figure",
    "figure_rows.downloaded": "downloaded the rows behind a figure with this child among them",
    "edition.rows_compared": "saw the child among the rows that moved a figure of an edition",
    "differences.listed": "saw the child on the list of differences",
    "warnings.listed": "saw the child among the warnings of a return",
    "warnings.downloaded": "downloaded the warnings of a return with this child among them",
    "child.added": "entered the child",
    "child.corrected": "corrected who this is",
    "child.put_back": "took back a correction of who this is",
    "episode.added": "entered an episode",
    "episode.corrected": "corrected an episode",
    "episode.put_back": "took back a correction of an episode",
    "episode.taken_back": "took back an episode entered by mistake",
    "allocation.told": "noted that the child was told who their officer is",
    "milestone.noted": "entered a milestone",
    "milestone.removed": "took away a milestone entered by mistake",
    "protection.opened": "opened a child protection process",
    "protection.plan_made": "entered a child protection plan",
    "protection.closed": "closed a child protection process without a plan",
    "protection.category_changed": "changed the category of the child protection plan",
    "protection.ended": "ended the child protection plan",
    "protection.corrected": "corrected child protection",
    "core_group.held": "entered a core group",
    "core_group.removed": "took away a core group entered by mistake",
    "need_plan.agreed": "entered that a child in need plan is agreed",
    "need_plan.made": "entered that the child in need plan is made",
    "need_plan.ended": "ended the child in need plan",
    "need_plan.corrected": "corrected a child in need plan",
    "tier.begun": "entered early help, or that the child is a care leaver",
    "tier.ended": "entered the last day of early help, or of being a care leaver",
    "tier.taken_back": "took back early help or care leaver entered by mistake",
    "tier.step_explained": "said why the child stepped from one tier to another",
    "tiers.read": "opened the child’s tiers and steps",
    "steps.listed": "saw the child in a list of steps between tiers",
    "steps.downloaded": "downloaded a list of steps between tiers with this child in it",
    "peer_audit.drawn": "drew a review for peer audit",
    "peer_audit.read": "opened a peer audit of a review",
    "peer_audit.kept": "rated part of a review for peer audit",
    "peer_audit.rated": "rated a review for peer audit",
    "peer_audit.discussed": "wrote down what two officers agreed about a review",
    "peer_audit.handed_on": "gave a peer audit of a review to another officer",
    "conference_audit.listed": "saw the child on a list of the conference audit",
    "conference_audit.downloaded": "downloaded a list of the conference audit with this child on it",
    "conference_audit.read": "opened the conference audit of a plan",
    "conference_audit.finding_noted": "noted what the conference audit of a plan found",
    "review.added": "entered a review",
    "review.corrected": "corrected a review",
    "review.put_back": "took back a correction of a review",
    "review.read": "opened a review",
    "review.booked": "booked a review",
    "review.moved": "moved a review",
    "review.cancelled": "cancelled a review",
    "review.cancelling_undone": "took the cancelling of a review back",
    "review.meeting_held": "recorded a meeting of a review",
    "review.meeting_corrected": "corrected a meeting of a review",
    "review.adjourned": "adjourned a review",
    "review.completed": "completed a review",
    "review.participation_chosen": "chose how the child took part in a review",
    "review.item_settled": "noted what is there for a review",
    "review.people_asked": "put people on the list of a review",
    "review.invited": "invited people to a review",
    "review.not_invited": "noted who is not invited to a review",
    "review.paper_sent": "sent consultation papers for a review",
    "review.paper_back": "noted consultation papers that came back for a review",
    "review.people_came": "noted who came to a review",
    "review.views_sent": "noted who sent their views to a review",
    "review.child_seen": "noted whether the child was seen before a review",
    "reviews.listed": "saw the child in a list of reviews",
    "trigger.logged": "noted what may bring a review forward",
    "trigger.answered": "decided about an early review",
    "health_year.corrected": "corrected what is known of a year’s health",
    "care_leaver_year.corrected": "corrected what is known of a year after care",
    "asylum_status.corrected": "corrected the asylum status",
    "allocation.started": "made somebody responsible for the child",
    "allocation.put_right": "put right who is responsible for the child",
    "allocation.ended": "ended somebody’s responsibility for the child",
    "allocation.taken_back": "took back a move of the child to another officer",
    "interest.noted": "noted that a worker is not independent of the child",
    "interest.ended": "noted that a worker is independent of the child again",
    "family_tie.added": "noted a brother, sister, parent or child in care",
    "family_tie.removed": "took out a brother, sister, parent or child in care",
    "contact.added": "added somebody to ask and invite",
    "contact.corrected": "corrected somebody to ask and invite",
    "contact.stopped": "noted that somebody is no longer to be asked",
    "midway.read": "opened a midway check",
    "midway.set_up": "set up a midway check",
    "midway.moved": "moved a midway check",
    "midway.waived": "waived a midway check",
    "midway.taken_up_again": "took a midway check up again",
    "midway.asked": "asked what came of the decisions",
    "midway.answered": "answered what came of the decisions",
    "midway.finished": "finished a midway check",
    "midway.closed": "closed a midway check, overtaken by the next review",
    "midway.challenge_entered": "entered a challenge on a midway check",
    "midway.effect_entered": "entered what changed for the child on a midway check",
    "monitor.begun": "began a quality monitor",
    "monitor.read": "opened a quality monitor",
    "monitor.saved": "wrote in a quality monitor",
    "monitor.finished": "finished a quality monitor",
    "monitor.reopened": "opened a finished quality monitor again",
    "monitors.listed": "saw the child in a list of reviews without a finished monitor",
    "monitors.downloaded": "downloaded a list of reviews without a finished monitor with this child in it",
    "concerns.listed": "saw the child in a list of concerns",
    "concerns.downloaded": "downloaded a list of concerns with this child in it",
    "concern.raised": "raised a concern",
    "concern.read": "opened a concern",
    "concern.stage_opened": "put a concern to a formal stage",
    "concern.stage_passed_over": "passed over a stage of a concern",
    "concern.handed_on": "put a concern to somebody else",
    "concern.answered": "answered a concern",
    "concern.answer_corrected": "put right the answer to a concern",
    "concern.paused": "paused the clock of a concern",
    "concern.resumed": "let the clock of a concern run again",
    "concern.legal_asked": "asked for legal advice on a concern",
    "concern.legal_given": "entered the legal advice on a concern",
    "concern.referred": "referred a concern to Cafcass",
    "concern.cafcass_said": "entered what Cafcass did about a concern",
    "concern.closed": "closed a concern",
    "concern.taken_back": "took a concern back",
    "concern.reopened": "opened a concern again",
    "concern.child_told": "noted whether the child was told what came of a concern",
    "letter.written": "wrote an e-mail about a review or a concern of the child",
    "feed.read": "had the child’s reviews shown in their calendar",
    "decision.added": "wrote a decision of a review",
    "decision.changed": "changed a decision",
    "decision.withdrawn": "took back a decision before it was released",
    "decision.settled": "said what came of a decision",
    "decisions.released": "released the decisions of a review",
    "decisions.agreed": "entered that the manager agrees with the decisions",
    "decisions.objected_to": "entered the manager’s objection to the decisions",
    "objection.answered": "answered the manager’s objection",
    "care_plan.updated": "said when the care plan was brought up to date",
    "record.begun": "began the record of a review",
    "record.saved": "wrote in the record of a review",
    "record.signed": "signed the record of a review",
    "record.added_to": "added to a signed record",
    "record.downloaded": "downloaded a record as a Word file",
    "records.to_send_listed": "saw the child on the list of records to send",
    "officer_note.saved": "wrote in the officer’s own notes",
    "recipients.listed": "made the list of who receives a record",
    "recipient.added": "added somebody who receives a record",
    "recipient.changed": "changed what somebody receives of a record",
    "record.sent": "sent a record, or noted that it went",
    "record.unsent": "took back that a record went",
    "draft.begun": "began to write a draft",
    "draft.dropped": "saved or left a draft",
    "footprint.read": "opened the officer’s footprint",
    "footprint.entered": "entered something in the officer’s footprint",
    "footprint.taken_back": "took back an entry of the officer’s footprint",
    "footprint.put_back": "put an entry of the officer’s footprint back",
    "praise.given": "praised good practice for the child",
    "praise.taken_back": "took praise back",
    "praise.put_back": "put praise back",
    "praise.seen": "read the praise they were given",
    "praise.listed": "saw the child in a list of praise",
    "mismatch.settled": "settled a difference between a return and the record",
}


def deed_of(event: AuditEvent) -> str:
    """“corrected an episode: date it began (DECOM)”."""
    deed = DEEDS.get(event.verb, event.verb.replace(".", " ").replace("_", " "))
    kind, fields = event.subject_type, event.detail.get("fields", [])
    if event.verb == "mismatch.settled":
        kind, fields = event.detail["record"], [event.detail["field"]]
    names = field_names(model_of(kind), fields) if fields else ""
    return f"{deed}: {names}" if names else deed


def changed_in_words(changes: Iterable[FieldChange]) -> str:
    """“took over from a return: episode: legal status (LS); review: withdrawn”."""
    by_kind: dict[str, list[str]] = {}
    for change in changes:
        names = by_kind.setdefault(change.record_type, [])
        name = (change.after or "no longer withdrawn") if change.field == EVERY_FIELD else change.field
        if name not in names:
            names.append(name)
    told = [f"{kind_name(kind)}: {field_names(model_of(kind), names)}" for kind, names in by_kind.items()]
    return f"took over from a return: {'; '.join(told)}"


def brought_in_words(kinds: Iterable[tuple[str, int]]) -> str:
    """“brought in with a return: child, 3 episodes, 2 reviews”: (type of record, how many)."""
    told = [
        kind_name(kind) if count == 1 else f"{count} {kind_name(kind, many=True)}" for kind, count in kinds
    ]
    return f"brought in with a return: {', '.join(told)}"


def kind_name(kind: str, *, many: bool = False) -> str:
    meta = model_of(kind)._meta
    return str(meta.verbose_name_plural if many else meta.verbose_name)


def field_names(model: type[models.Model], fields: Iterable[str]) -> str:
    """The names people know the fields by; a word that is no field of the record stays as it is."""
    known = {
        field.name: str(getattr(field, "verbose_name", field.name)) for field in model._meta.get_fields()
    }
    return ", ".join("the record as a whole" if f == EVERY_FIELD else known.get(f, f) for f in fields)
