from django.urls import path

from holdfast.web.family import contacts, ties, told

urlpatterns = [
    path("children/<uuid:child_id>/people", contacts.contacts, name="child_contacts"),
    path("children/<uuid:child_id>/people/add", contacts.add, name="child_contact_add"),
    path(
        "children/<uuid:child_id>/people/<uuid:contact_id>/correct",
        contacts.correct,
        name="child_contact_correct",
    ),
    path("children/<uuid:child_id>/people/<uuid:contact_id>/stop", contacts.stop, name="child_contact_stop"),
    path("children/<uuid:child_id>/officer-told", told.told, name="child_told"),
    path("children/<uuid:child_id>/family", ties.family, name="child_family"),
    path("children/<uuid:child_id>/family/add", ties.add, name="child_family_add"),
    path("children/<uuid:child_id>/family/<int:tie_id>/remove", ties.remove, name="child_family_remove"),
]
