"""All addresses of the service. They hold opaque ids only, nothing personal."""

from django.urls import include, path

urlpatterns = [path("", include("holdfast.web.urls"))]

handler400 = "holdfast.web.about.views.bad_request"
handler403 = "holdfast.web.about.views.forbidden"
handler404 = "holdfast.web.about.views.not_found"
handler500 = "holdfast.web.about.views.server_error"
