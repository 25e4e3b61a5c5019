"""Every model says whether it may change; the list is complete."""

from __future__ import annotations

import pytest
from django.apps import apps

from holdfast.casework.audit.mutability import AppendOnly, Changeable, OnlyAdded
from holdfast.casework.publishing.actions import write_text
from holdfast.casework.publishing.models import ReportText

CHANGEABLE = {
    "access.User",
    "care.AsylumStatus",
    "care.CareLeaverYear",
    "care.Episode",
    "care.HealthYear",
    "care.PeriodOfCare",
    "intake.Mismatch",
    "intake.ReturnIntake",
    "people.Allocation",
    "people.Child",
    "people.Worker",
    "provenance.OwnedField",
    "publishing.Population",
    "publishing.PublishedFigure",
    "reviews.Review",
    "care.Milestone",
    "drafts.Draft",
    "midway.MidwayAnswer",
    "midway.MidwayCheck",
    "notices.CalendarFeed",
    "notices.Letter",
    "people.Contact",
    "people.FamilyTie",
    "people.Interest",
    "people.Move",
    "people.MovedAllocation",
    "people.Post",
    "plans.CoreGroup",
    "plans.NeedPlan",
    "plans.Protection",
    "preparing.Invitee",
    "preparing.Item",
    "preparing.SeenBefore",
    "records.Decision",
    "records.PrivateNote",
    "records.Recipient",
    "records.Record",
    "records.Section",
    "reviews.EarlyTrigger",
    "reviews.Meeting",
    "service.OwnLimit",
    "service.Remit",
    "checking.ConferenceFinding",
    "checking.PeerAudit",
    "footprint.Entry",
    "footprint.Praise",
    "monitors.Monitor",
    "monitors.MonitorAnswer",
    "monitors.QuestionSet",
    "resolution.Answerer",
    "resolution.CafcassReferral",
    "resolution.Concern",
    "resolution.LegalAdvice",
    "resolution.OwnCategory",
    "resolution.OwnLadder",
    "resolution.Pause",
    "resolution.Stage",
    "improvement.Action",
    "improvement.Aim",
    "improvement.BoardPaper",
    "improvement.Recommendation",
    "improvement.Theme",
    "tiers.StepReason",
    "tiers.TierSpan",
    "editions.Edition",
    "editions.PackPlan",
    "editions.Receipt",
    "publishing.RegionalCaseload",
    "publishing.SectionChoice",
    "publishing.Term",
    "publishing.TypedTable",
}
APPEND_ONLY = {
    "audit.AuditEvent",
    "intake.Finding",
    "improvement.BoardDecision",
    "improvement.FollowUp",
    "improvement.Progress",
    "midway.MidwayEntry",
    "checking.Sample",
    "provenance.ChangeReason",
    "provenance.FieldChange",
    "publishing.ReportText",
    "records.Addendum",
    "records.AnswerToObjection",
    "records.CarePlanUpdate",
    "records.ManagerAnswer",
    "records.Release",
    "editions.EditionStep",
    "editions.PackAnswer",
    "editions.Snapshot",
    "publishing.PublicRule",
}


def models() -> list:
    return [model for model in apps.get_models() if model.__module__.startswith("holdfast.casework.")]


def test_every_model_is_changeable_or_append_only() -> None:
    assert {m._meta.label for m in models() if issubclass(m, Changeable)} == CHANGEABLE
    assert {m._meta.label for m in models() if issubclass(m, AppendOnly)} == APPEND_ONLY
    assert {m._meta.label for m in models()} == CHANGEABLE | APPEND_ONLY


@pytest.mark.django_db
def test_an_append_only_row_is_not_saved_twice_nor_deleted() -> None:
    text = write_text(year_ending=2017, slot="foreword", text="Our year.", by=None)

    for change in (text.save, text.delete, ReportText.objects.all().delete):
        with pytest.raises(OnlyAdded, match="never changed or removed"):
            change()
    with pytest.raises(OnlyAdded):
        ReportText.objects.bulk_update([text], ["text"])
