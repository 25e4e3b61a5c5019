from django.urls import path

from holdfast.web.accounts import own, views

urlpatterns = [
    path("people-who-sign-in", views.accounts_list, name="accounts"),
    path("people-who-sign-in/new", views.new, name="accounts_new"),
    path("people-who-sign-in/<uuid:user_id>", views.one, name="accounts_one"),
    path("people-who-sign-in/<uuid:user_id>/role", views.role, name="accounts_role"),
    path("people-who-sign-in/<uuid:user_id>/password", views.password, name="accounts_password"),
    path("people-who-sign-in/<uuid:user_id>/close", views.close, name="accounts_close"),
    path("people-who-sign-in/<uuid:user_id>/reopen", views.reopen, name="accounts_reopen"),
    path("people-who-sign-in/<uuid:user_id>/end-calendar", views.end_calendar, name="accounts_end_calendar"),
    path("your-password", own.own_password, name="own_password"),
]
