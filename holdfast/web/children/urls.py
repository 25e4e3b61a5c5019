from django.urls import path

from holdfast.web.children import views

urlpatterns = [
    path("children", views.children_list, name="children"),
    path("children/search", views.search, name="children_search"),
    path("children.csv", views.download, name="children_download"),
]
