"""What the law reads of children, put together from their records: `domain.tracks.facts.Life`, one per child."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Prefetch

from holdfast.casework.care.models import Episode, Milestone
from holdfast.casework.people.models import Child
from holdfast.casework.plans.models import CoreGroup, NeedPlan, Protection
from holdfast.domain import care_history
from holdfast.domain.tracks import facts

from .models import EarlyTrigger, Mode, Review, TriggerAnswer
from .queries import standing_reviews

#: prefetch these onto children that were reached through their door, then ask `life_of`
RECORDS_OF_A_LIFE = (
    Prefetch(
        "episodes",
        Episode.objects.filter(withdrawn_at__isnull=True).order_by("started", "reading_order", "id"),
    ),
    Prefetch("reviews", standing_reviews()),
    Prefetch("milestones", Milestone.objects.order_by("happened_on", "id")),
    Prefetch(
        "protections",
        Protection.objects.prefetch_related(Prefetch("core_groups", CoreGroup.objects.order_by("held_on"))),
    ),
    Prefetch("need_plans", NeedPlan.objects.order_by("agreed_on", "id")),
    Prefetch("early_triggers", EarlyTrigger.objects.order_by("told_on", "id")),
)


def life_of(child: Child) -> facts.Life:
    """One child whose RECORDS_OF_A_LIFE are fetched: asks the database nothing."""
    protections = list(child.protections.all())
    held = [_held(review) for review in child.reviews.all()]
    held += [_core_group(group) for each in protections for group in each.core_groups.all()]
    return facts.Life(
        born=child.born,
        episodes=tuple(as_domain(episode) for episode in child.episodes.all()),
        held=tuple(sorted(held, key=lambda one: (one.first_on, one.key or 0))),
        milestones=tuple(
            facts.Milestone(facts.Marker(one.kind), one.happened_on) for one in child.milestones.all()
        ),
        protections=tuple(_protection(each, child) for each in protections),
        needs=tuple(
            facts.Need(each.pk, each.agreed_on, each.made_on, each.ended) for each in child.need_plans.all()
        ),
        early=tuple(_early(child.early_triggers.all())),
    )


def as_domain(episode: Episode) -> care_history.Episode:
    """An episode record as the law in ``domain`` reads it."""
    return care_history.Episode(
        started=episode.started,
        ended=episode.ended,
        reason_started=episode.reason_started or None,
        legal_status=episode.legal_status or None,
        place=episode.place or None,
        place_post=episode.place_post or None,
        reason_ended=episode.reason_ended or None,
        reason_moved=episode.reason_moved or None,
        line=episode.reading_order,
    )


def _held(review: Review) -> facts.Held:
    return facts.Held(
        kind=facts.Kind(review.kind),
        first_on=review.held_on,
        completed_on=review.completed_on,
        with_meeting=review.mode != Mode.WITHOUT_MEETING,
        plan=review.protection_id or review.need_plan_id,
        key=review.pk,
    )


def _core_group(group: CoreGroup) -> facts.Held:
    return facts.Held(facts.Kind.CORE_GROUP, group.held_on, group.held_on, plan=group.protection_id)


def _protection(each: Protection, child: Child) -> facts.Protection:
    return facts.Protection(
        plan=each.pk,
        opened_on=each.opened_on,
        transfer_in=each.route == "transfer_in",
        unborn=each.unborn,
        closed_on=each.closed_on,
        started=each.started,
        ended=each.ended,
    )


def _early(triggers: Iterable[EarlyTrigger]) -> Iterable[facts.Early]:
    for trigger in triggers:
        if trigger.answer == TriggerAnswer.REVIEW and trigger.review_by:
            yield facts.Early(trigger.answered_on or trigger.told_on, trigger.review_by, trigger.note)
