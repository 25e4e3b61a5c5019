from django.urls import path

from holdfast.web.tiers import child, steps

urlpatterns = [
    path("children/<uuid:child_id>/tiers", child.tiers, name="child_tiers"),
    path("steps", steps.steps, name="steps"),
    path("steps/download", steps.download, name="steps_download"),
    path("steps/rows", steps.rows, name="steps_rows"),
    path("steps/rows/download", steps.rows_download, name="steps_rows_download"),
]
