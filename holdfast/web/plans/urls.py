from django.urls import path

from holdfast.web.plans import views

urlpatterns = [
    path("children/<uuid:child_id>/plans/<slug:event>", views.event, name="child_plan"),
    path(
        "children/<uuid:child_id>/core-groups/<int:group>/remove",
        views.remove_core_group,
        name="child_core_group_remove",
    ),
]
