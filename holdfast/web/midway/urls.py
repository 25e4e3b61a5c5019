from django.urls import path

from holdfast.web.midway import views

urlpatterns = [path("reviews/<uuid:review_id>/midway", views.midway, name="midway")]
