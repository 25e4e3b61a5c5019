from django.urls import path

from holdfast.web.check_report import views

urlpatterns = [
    path("reports/check", views.check_report, name="check_report"),
    path("reports/check/findings.csv", views.findings, name="check_report_findings"),
]
