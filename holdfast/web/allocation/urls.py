from django.urls import path

from holdfast.web.allocation import many, one

urlpatterns = [
    path("children/allocate", many.allocate_many, name="children_allocate"),
    path("children/<uuid:child_id>/iro", one.iro, name="child_iro"),
    path("children/<uuid:child_id>/social-worker", one.social_worker, name="child_social_worker"),
]
