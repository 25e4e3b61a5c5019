from django.urls import path

from holdfast.web.dashboard import views

urlpatterns = [path("overview", views.overview, name="overview")]
