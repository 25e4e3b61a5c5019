from django.urls import path

from holdfast.web.packs import managing, reading, sending

urlpatterns = [
    path("packs", reading.packs, name="packs"),
    path("packs/report.css", reading.stylesheet, name="pack_stylesheet"),
    path("packs/manage", managing.manage, name="packs_manage"),
    path("packs/plans/new", managing.new_plan, name="pack_plan_new"),
    path("packs/plans/<uuid:plan_id>", managing.plan, name="pack_plan"),
    path("packs/plans/<uuid:plan_id>/prepare", managing.prepare, name="pack_prepare"),
    path("packs/<uuid:pack_id>", reading.pack, name="pack"),
    path("packs/<uuid:pack_id>/answer", reading.answer, name="pack_answer"),
    path("packs/<uuid:pack_id>/pack.<slug:kind>", reading.download, name="pack_download"),
    path("packs/<uuid:pack_id>/send", sending.send, name="pack_send"),
    path("packs/<uuid:pack_id>/readers", sending.readers, name="pack_readers"),
    path("packs/<uuid:pack_id>/anew", sending.anew, name="pack_anew"),
    path("packs/<uuid:pack_id>/words/<slug:slot>", sending.words, name="pack_words"),
    path("packs/<uuid:pack_id>/withdraw", sending.withdraw, name="pack_withdraw"),
]
