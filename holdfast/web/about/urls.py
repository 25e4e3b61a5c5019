from django.urls import path

from holdfast.web.about import views

urlpatterns = [
    path("accessibility", views.accessibility, name="about_accessibility"),
    path("privacy", views.privacy, name="about_privacy"),
]
