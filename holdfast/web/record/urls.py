from django.urls import path

from holdfast.web.record import decisions, reading, recipients, releasing, to_send, writing

REVIEW = "reviews/<uuid:review_id>"

urlpatterns = [
    path("records/to-send", to_send.records_to_send, name="records_to_send"),
    path("records/to-send/undo", to_send.records_unsend, name="records_unsend"),
    path(f"{REVIEW}/decisions", decisions.decisions, name="decisions"),
    path(f"{REVIEW}/decisions/earlier", decisions.settle, name="decisions_settle"),
    path(f"{REVIEW}/decisions/release", releasing.release, name="decisions_release"),
    path(f"{REVIEW}/decisions/answer", releasing.answer, name="decisions_answer"),
    path(f"{REVIEW}/decisions/<uuid:decision_id>", decisions.change, name="decision_change"),
    path(f"{REVIEW}/decisions/<uuid:decision_id>/take-back", decisions.withdraw, name="decision_withdraw"),
    path(f"{REVIEW}/objections/<uuid:objection_id>", releasing.reply, name="objection_reply"),
    path(f"{REVIEW}/care-plan", releasing.care_plan, name="care_plan"),
    path(f"{REVIEW}/record", writing.record, name="record"),
    path(f"{REVIEW}/record/sign", writing.sign, name="record_sign"),
    path(f"{REVIEW}/record/add", writing.addendum, name="record_add"),
    path(f"{REVIEW}/record/<str:version>/print", reading.printed, name="record_print"),
    path(f"{REVIEW}/record/<str:version>/word", reading.word, name="record_word"),
    path(f"{REVIEW}/notes", writing.notes, name="record_notes"),
    path(f"{REVIEW}/recipients", recipients.recipients, name="recipients"),
    path(f"{REVIEW}/recipients/new", recipients.recipient_new, name="recipient_new"),
    path(f"{REVIEW}/recipients/<uuid:recipient_id>", recipients.recipient, name="recipient"),
]
