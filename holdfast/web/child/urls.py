from django.urls import path

from holdfast.web.child import adding, corrections, events, undoing, views

urlpatterns = [
    path("children/add", adding.add, name="child_add"),
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
    path(
        "children/<uuid:child_id>/plans/<uuid:record_id>/correct",
        corrections.correct_plan,
        name="child_correct_plan",
    ),
    path(
        "children/<uuid:child_id>/episodes/<uuid:record_id>/take-back",
        events.take_back_episode,
        name="child_episode_take_back",
    ),
    path(
        "children/<uuid:child_id>/milestones/<uuid:record_id>/remove",
        events.remove_milestone,
        name="child_milestone_remove",
    ),
    path("children/<uuid:child_id>/enter/<slug:event>", events.event, name="child_enter"),
    path("children/<uuid:child_id>/undo", undoing.undo, name="child_undo"),
]
