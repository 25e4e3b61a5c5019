from django.urls import path

from holdfast.web.editions import comparing, hiding, hub, moving, preparing, reading, rechecking, views

urlpatterns = [
    path("reports", hub.reports, name="reports"),
    path("reports/editions", views.editions, name="editions"),
    path("reports/editions/prepare", preparing.prepare, name="edition_prepare"),
    path("reports/editions/<uuid:edition_id>", views.edition, name="edition"),
    path("reports/editions/<uuid:edition_id>/anew/<slug:what>", preparing.anew, name="edition_anew"),
    path("reports/editions/<uuid:edition_id>/move/<slug:move>", moving.move, name="edition_move"),
    path("reports/editions/<uuid:edition_id>/read/<slug:audience>", reading.read, name="edition_read"),
    path(
        "reports/editions/<uuid:edition_id>/recheck/<slug:audience>",
        rechecking.recheck,
        name="edition_recheck",
    ),
    path(
        "reports/editions/<uuid:edition_id>/file/<slug:audience>.<slug:ink>",
        reading.file,
        name="edition_file",
    ),
    path("reports/editions/<uuid:edition_id>/hidden", hiding.hidden, name="edition_hidden"),
    path("reports/editions/<uuid:edition_id>/moved", comparing.compare, name="edition_moved"),
    path(
        "reports/editions/<uuid:edition_id>/moved/<slug:table>/<slug:group>",
        comparing.rows,
        name="edition_rows",
    ),
    path("reports/published/<uuid:edition_id>", reading.published, name="edition_published"),
    path(
        "reports/published/<uuid:edition_id>/file.<slug:ink>",
        reading.published_file,
        name="edition_published_file",
    ),
]
