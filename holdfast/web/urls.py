"""Every page's address, journey by journey. tests/web/test_doors.py holds for each of them which role it opens for."""

from django.urls import include, path, register_converter

from holdfast.web.year_in_address import YearInAddress

register_converter(YearInAddress, "reporting_year")

urlpatterns = [
    path("", include("holdfast.web.signin.urls")),
    path("", include("holdfast.web.about.urls")),
    path("", include("holdfast.web.home.urls")),
    path("", include("holdfast.web.dashboard.urls")),
    path("", include("holdfast.web.children.urls")),
    path("", include("holdfast.web.allocation.urls")),
    path("", include("holdfast.web.child.urls")),
    path("", include("holdfast.web.plans.urls")),
    path("", include("holdfast.web.record.urls")),
    path("", include("holdfast.web.drafts.urls")),
    path("", include("holdfast.web.review.urls")),
    path("", include("holdfast.web.family.urls")),
    path("", include("holdfast.web.rules.urls")),
    path("", include("holdfast.web.questions.urls")),
    path("", include("holdfast.web.quality.urls")),
    path("", include("holdfast.web.figures.urls")),
    path("", include("holdfast.web.editions.urls")),
    path("", include("holdfast.web.reports.urls")),
    path("", include("holdfast.web.words.urls")),
    path("", include("holdfast.web.workplan.urls")),
    path("", include("holdfast.web.board_paper.urls")),
    path("", include("holdfast.web.published.urls")),
    path("", include("holdfast.web.check_report.urls")),
    path("", include("holdfast.web.regional.urls")),
    path("", include("holdfast.web.typed.urls")),
    path("", include("holdfast.web.template.urls")),
    path("", include("holdfast.web.comparison.urls")),
    path("", include("holdfast.web.intake.urls")),
    path("", include("holdfast.web.midway.urls")),
    path("", include("holdfast.web.concern.urls")),
    path("", include("holdfast.web.monitor.urls")),
    path("", include("holdfast.web.footprint.urls")),
    path("", include("holdfast.web.patterns.urls")),
    path("", include("holdfast.web.calendar.urls")),
    path("", include("holdfast.web.tiers.urls")),
    path("", include("holdfast.web.checking.urls")),
    path("", include("holdfast.web.packs.urls")),
    path("", include("holdfast.web.accounts.urls")),
]
