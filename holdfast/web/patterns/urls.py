from django.urls import path

from holdfast.web.patterns import views

urlpatterns = [
    path("patterns", views.years, name="patterns"),
    path("patterns/<reporting_year:year>", views.patterns, name="patterns_year"),
    path("patterns/<reporting_year:year>.csv", views.download, name="patterns_download"),
]
