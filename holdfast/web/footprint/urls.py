from django.urls import path

from holdfast.web.footprint import entries, praise, praised

ENTRY = "children/<uuid:child_id>/footprint/entries/<uuid:entry_id>"
PRAISE = "children/<uuid:child_id>/praise/<uuid:praise_id>"

urlpatterns = [
    path("children/<uuid:child_id>/footprint", entries.footprint, name="footprint"),
    path("children/<uuid:child_id>/footprint/enter", entries.enter, name="footprint_enter"),
    path(f"{ENTRY}/take-back", entries.take_back, name="footprint_take_back"),
    path(f"{ENTRY}/put-back", entries.put_back, name="footprint_put_back"),
    path("children/<uuid:child_id>/praise/give", praise.give, name="praise_give"),
    path(f"{PRAISE}/take-back", praise.take_back, name="praise_take_back"),
    path(f"{PRAISE}/put-back", praise.put_back, name="praise_put_back"),
    path("praise", praised.given, name="praise"),
    path("praise/received", praised.received, name="praise_received"),
]
