from django.urls import path

from holdfast.web.figures import views

urlpatterns = [
    path("figures", views.years, name="figures"),
    path("figures/catalogue", views.catalogue, name="figures_catalogue"),
    path("figures/<reporting_year:year>", views.year_overview, name="figures_year"),
    path("figures/<reporting_year:year>.csv", views.year_download, name="figures_download"),
    path("figures/<reporting_year:year>/<slug:table>", views.table, name="figures_table"),
    path("figures/<reporting_year:year>/<slug:table>/<slug:group>", views.rows, name="figures_rows"),
    path(
        "figures/<reporting_year:year>/<slug:table>/<slug:group>.csv",
        views.rows_download,
        name="figures_rows_download",
    ),
]
