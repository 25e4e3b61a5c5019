from django.urls import path

from holdfast.web.typed import views

urlpatterns = [
    path("reports/<reporting_year:year>/typed", views.tables, name="typed_tables"),
    path("reports/<reporting_year:year>/typed/add", views.add, name="typed_table_add"),
    path("reports/<reporting_year:year>/typed/<uuid:table_id>", views.change, name="typed_table"),
    path(
        "reports/<reporting_year:year>/typed/<uuid:table_id>/remove", views.remove, name="typed_table_remove"
    ),
]
