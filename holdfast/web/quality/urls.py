from django.urls import path

from holdfast.web.quality import views

urlpatterns = [path("quality", views.quality, name="quality")]
