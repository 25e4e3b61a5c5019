from django.urls import path

from holdfast.web.intake import differences, findings, upload, views

urlpatterns = [
    path("bring-data-in", views.imports, name="intake"),
    path("bring-data-in/new", upload.new, name="intake_new"),
    path("bring-data-in/differences", differences.waiting, name="intake_differences"),
    path("bring-data-in/differences/<uuid:mismatch_id>", differences.settle, name="intake_settle"),
    path("bring-data-in/<uuid:intake_id>", views.one, name="intake_one"),
    path("bring-data-in/<uuid:intake_id>/progress", views.progress, name="intake_progress"),
    path("bring-data-in/<uuid:intake_id>/load", views.load, name="intake_load"),
    path("bring-data-in/<uuid:intake_id>/give-up", views.give_up, name="intake_give_up"),
    path(
        "bring-data-in/<uuid:intake_id>/faults.csv", findings.faults_download, name="intake_faults_download"
    ),
    path("bring-data-in/<uuid:intake_id>/warnings", findings.warnings, name="intake_warnings"),
    path(
        "bring-data-in/<uuid:intake_id>/warnings.csv",
        findings.warnings_download,
        name="intake_warnings_download",
    ),
]
