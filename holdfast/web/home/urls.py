from django.urls import path

from holdfast.web.home import views

urlpatterns = [path("", views.home, name="home")]
