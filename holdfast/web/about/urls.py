from django.urls import path, re_path

from holdfast.web.about import guide, views

urlpatterns = [
    path("accessibility", views.accessibility, name="about_accessibility"),
    path("privacy", views.privacy, name="about_privacy"),
    path("guide", guide.guide, name="about_guide"),
    re_path("^guide/(?P<page>[a-z-]+)$", guide.guide, name="about_guide_page"),
    re_path("^guide/pictures/(?P<name>[a-z-]+)[.]png$", guide.picture, name="about_guide_picture"),
]
