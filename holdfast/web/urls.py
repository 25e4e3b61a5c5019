"""Every page's address, journey by journey. tests/web/test_doors.py holds for each of them which role it opens for."""

from django.urls import include, path

urlpatterns = [
    path("", include("holdfast.web.signin.urls")),
    path("", include("holdfast.web.about.urls")),
    path("", include("holdfast.web.home.urls")),
]
