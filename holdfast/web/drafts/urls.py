from django.urls import path

from holdfast.web.drafts import views

urlpatterns = [
    path("drafts", views.draft, name="draft"),
    path("drafts/offered", views.draft_offered, name="draft_offered"),
]
