from django.urls import path

from holdfast.web.template import views

urlpatterns = [
    path("reports/<reporting_year:year>/sections", views.sections, name="report_sections"),
    path("reports/<reporting_year:year>/sections/add", views.add, name="report_section_add"),
    path("reports/<reporting_year:year>/sections/reset", views.reset, name="report_sections_reset"),
    path("reports/<reporting_year:year>/sections/<slug:key>", views.title, name="report_section"),
    path(
        "reports/<reporting_year:year>/sections/<slug:key>/remove", views.remove, name="report_section_remove"
    ),
]
