"""What may be entered on a child's page now, under its heading."""

from __future__ import annotations

from django.urls import reverse

from holdfast.web.child_now import ChildNow

Links = list[tuple[str, str]]


def entering(now: ChildNow) -> list[tuple[str, Links]]:
    return [("Care", _care(now)), ("Child protection", _protection(now)), ("Child in need", _need(now))]


def footprint_links(now: ChildNow) -> Links:
    """What an officer did, for those who raise concerns and give praise."""
    words = {
        "footprint_enter": "A contact, a discussion, a challenge",
        "praise_give": "Praise good practice",
    }
    return [(word, reverse(name, args=[now.child.public_id])) for name, word in words.items()]


def _care(now: ChildNow) -> Links:
    if now.in_care:
        words = {
            "moved": "Moved to another placement",
            "legal-status": "Legal status changed",
            "left": "Left care",
        }
    else:
        words = {"came": "Came back into care" if now.last_period else "Came into care"}
    words["milestone"] = "Add a milestone (adoption, long-term match, short breaks)"
    links = [
        (word, reverse("child_enter", args=[now.child.public_id, event])) for event, word in words.items()
    ]
    if now.in_care:
        links.append(
            (
                "Something that may bring a review forward",
                reverse("review_triggers", args=[now.child.public_id]),
            )
        )
    return links


def _protection(now: ChildNow) -> Links:
    process = next((one for one in now.child.protections.all() if not (one.closed_on or one.ended)), None)
    if process is None:
        words = {"protection": "Open a child protection process"}
    elif process.started is None:
        words = {"plan": "The conference made a plan", "no-plan": "Close it without a plan"}
    else:
        words = {"core-group": "A core group met", "category": "Change the category", "end": "End the plan"}
    return _plans(now, words)


def _need(now: ChildNow) -> Links:
    plan = next((one for one in now.child.need_plans.all() if not one.ended), None)
    if plan is None:
        return _plans(now, {"need": "A plan is agreed"})
    made = {} if plan.made_on else {"need-made": "The plan is made"}
    return _plans(now, {**made, "need-ended": "End the plan"})


def _plans(now: ChildNow, words: dict[str, str]) -> Links:
    return [(word, reverse("child_plan", args=[now.child.public_id, event])) for event, word in words.items()]
