from django.urls import path

from holdfast.web.review import booking, holding, many, preparing, triggers, views

urlpatterns = [
    path("reviews", many.upcoming, name="reviews"),
    path("reviews/<uuid:review_id>", views.review, name="review"),
    path("children/<uuid:child_id>/reviews/book", booking.book, name="review_book"),
    path("reviews/<uuid:review_id>/move", booking.move, name="review_move"),
    path("reviews/<uuid:review_id>/cancel", booking.cancel, name="review_cancel"),
    path("reviews/<uuid:review_id>/undo-cancel", booking.undo_cancel, name="review_undo_cancel"),
    path("reviews/<uuid:review_id>/prepare", preparing.prepare, name="review_prepare"),
    path("reviews/<uuid:review_id>/people", preparing.people, name="review_people"),
    path("reviews/<uuid:review_id>/seen", preparing.seen, name="review_seen"),
    path("reviews/<uuid:review_id>/meeting", holding.hold, name="review_hold"),
    path(
        "reviews/<uuid:review_id>/meetings/<int:number>/correct",
        holding.correct_meeting,
        name="review_meeting_correct",
    ),
    path("reviews/<uuid:review_id>/adjourn", holding.adjourn, name="review_adjourn"),
    path("reviews/<uuid:review_id>/complete", holding.complete, name="review_complete"),
    path("reviews/<uuid:review_id>/participation", holding.participation, name="review_participation"),
    path("children/<uuid:child_id>/early-review", triggers.child_triggers, name="review_triggers"),
    path("early-review/<uuid:trigger_id>", triggers.trigger, name="review_trigger"),
]
