from django.urls import path

from holdfast.web.checking import agreement, audit, conferences, drawing

urlpatterns = [
    path("peer-audits", drawing.peer_audits, name="peer_audits"),
    path("peer-audits/samples/<uuid:sample_id>", drawing.sample, name="peer_sample"),
    path("peer-audits/agreement", agreement.agreement, name="peer_agreement"),
    path("peer-audits/agreement/download", agreement.download, name="peer_agreement_download"),
    path("peer-audits/<uuid:audit_id>", audit.audit, name="peer_audit"),
    path("conference-audit", conferences.lists, name="conference_audit"),
    path("conference-audit/download", conferences.download, name="conference_audit_download"),
    path("conference-audit/<uuid:plan_id>/<slug:trigger>", conferences.finding, name="conference_finding"),
]
