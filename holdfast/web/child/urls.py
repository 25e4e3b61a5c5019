from django.urls import path

from holdfast.web.child import corrections, undoing, views

urlpatterns = [
    path("children/<uuid:child_id>", views.child, name="child"),
    path("children/<uuid:child_id>/readers", views.readers, name="child_readers"),
    path("children/<uuid:child_id>/correct", corrections.correct_child, name="child_correct"),
    path(
        "children/<uuid:child_id>/episodes/<uuid:record_id>/correct",
        corrections.correct_episode,
        name="child_correct_episode",
    ),
    path(
        "children/<uuid:child_id>/reviews/<uuid:record_id>/correct",
        corrections.correct_review,
        name="child_correct_review",
    ),
    path("children/<uuid:child_id>/undo", undoing.undo, name="child_undo"),
]
