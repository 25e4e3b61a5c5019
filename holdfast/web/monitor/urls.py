from django.urls import path

from holdfast.web.monitor import listed, views

urlpatterns = [
    path("monitors", listed.monitors, name="monitors"),
    path("monitors.csv", listed.download, name="monitors_download"),
    path("reviews/<uuid:review_id>/monitor", views.monitor, name="monitor"),
    path("reviews/<uuid:review_id>/monitor/print", views.print_view, name="monitor_print"),
    path("reviews/<uuid:review_id>/monitor/open-again", views.reopen, name="monitor_reopen"),
]
