from django.urls import path

from holdfast.web.concern import listed, raising, views

urlpatterns = [
    path("concerns", listed.concerns, name="concerns"),
    path("concerns.csv", listed.download, name="concerns_download"),
    path("concerns/<uuid:concern_id>", views.concern, name="concern"),
    path("children/<uuid:child_id>/concerns/raise", raising.raise_concern, name="concern_raise"),
]
