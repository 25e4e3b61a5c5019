from django.urls import path

from holdfast.web.calendar import views

urlpatterns = [
    path("calendar", views.calendar, name="calendar"),
    path("calendar/feed/<str:secret>.ics", views.feed, name="calendar_feed"),
]
