from django.urls import path

from holdfast.web.comparison import views

urlpatterns = [path("figures/beside-york", views.comparison, name="comparison")]
