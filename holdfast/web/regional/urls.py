from django.urls import path

from holdfast.web.regional import views

urlpatterns = [
    path("regional-caseloads", views.collections, name="regional"),
    path("regional-caseloads/add", views.add, name="regional_add"),
    path("regional-caseloads/<slug:day>/change", views.change, name="regional_change"),
    path("regional-caseloads/<slug:day>/remove", views.remove, name="regional_remove"),
]
