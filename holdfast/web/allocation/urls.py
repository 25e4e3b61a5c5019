from django.urls import path

from holdfast.web.allocation import many, moving, one, unallocated

urlpatterns = [
    path("children/allocate", many.allocate_many, name="children_allocate"),
    path("children/without-an-officer", unallocated.unallocated, name="children_unallocated"),
    path("children/move", moving.move, name="caseload_move"),
    path("children/move/<uuid:move_id>/undo", moving.undo, name="caseload_move_undo"),
    path("children/<uuid:child_id>/iro", one.iro, name="child_iro"),
    path("children/<uuid:child_id>/social-worker", one.social_worker, name="child_social_worker"),
]
