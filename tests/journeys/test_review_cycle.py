"""From a child's first day in care to the record in everyone's hands and the midway check, as the people concerned."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.people.models import Child
from holdfast.casework.reviews.models import Review
from tests.journeys.conftest import ASK_AXE, AXE, RULES
from tests.journeys.fields import Person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

CAME, BOOKED, HELD, MIDWAY = date(2017, 3, 6), date(2017, 3, 7), date(2017, 3, 28), date(2017, 5, 12)

#: How many fields each filled from the first day to the midway check; fewer is better, more needs a reason here.
FILLED = {
    Role.BUSINESS_SUPPORT: 18,  # 7 for the child, 2 for who looks after them, 4 for whom to ask, 3 to book, 2 ticks
    Role.IRO: 12,  # 2 seen, 2 at the meeting, 4 for a decision, 3 parts of the record, 1 midway
    Role.SOCIAL_WORKER: 5,  # 3 ticks, the day of the care plan, what came of the decision
    Role.TEAM_MANAGER: 1,
}


@pytest.fixture
def staff(world) -> dict[Role, Any]:
    """Sam reviews, Jo is the social worker, Pat manages Jo; all of them have looked after Alice before."""
    return world.users


@pytest.fixture
def look(window):
    """Axe on the page that is open, wide and narrow."""

    complaints: list[tuple] = []

    def at_the_page() -> None:
        window.wait_for_load_state()
        window.evaluate(AXE.read_text())
        for width in (1280, 320):
            window.set_viewport_size({"width": width, "height": 900})
            found = window.evaluate(ASK_AXE, RULES)
            broken = [(v["id"], [node["html"][:160] for node in v["nodes"]]) for v in found["violations"]]
            if broken or window.evaluate("document.documentElement.scrollWidth") > width:
                complaints.append((window.url, width, broken))
        window.set_viewport_size({"width": 1280, "height": 900})

    yield at_the_page
    assert complaints == []


def test_from_the_first_day_to_the_record_and_the_midway_check(window, look, staff, settings):
    window.set_default_timeout(8_000)
    window.set_default_navigation_timeout(30_000)
    support, officer, worker, manager = (
        Person(staff[role], window, look)
        for role in (Role.BUSINESS_SUPPORT, Role.IRO, Role.SOCIAL_WORKER, Role.TEAM_MANAGER)
    )

    # Given a child came into care yesterday, when business support adds them
    settings.TODAY = BOOKED
    support.sign_in()
    support.opens(reverse("child_add"))
    support.types("Name", "Cara Cole")
    support.enters_day("Date of birth", date(2008, 2, 3))
    support.chooses("Sex", "F")
    support.chooses("Ethnicity", "WBRI")
    support.enters_day("Day care began", CAME)
    support.chooses("Legal status", "C1")
    support.chooses("Placement", "U6")
    support.presses("Check who is added")
    support.presses("Add")

    # Then the child's page says when the first review is due, and why
    support.reads("Monday 3 April 2017")
    support.reads("within 20 working days of coming into care on 6 March 2017")
    child = Child.objects.get(name="Cara Cole")

    # When business support allocates an officer and a social worker, and enters whom to ask
    support.opens(reverse("child_iro", args=[child.public_id]))
    support.chooses_who("Sam Fielding")
    support.presses("Allocate")
    support.opens(reverse("child_social_worker", args=[child.public_id]))
    support.chooses_who("Jo Reed")
    support.presses("Allocate")
    for name, relation in (("Mara Cole", "Mother"), ("Fay Finch", "Carer")):
        support.opens(reverse("child_contact_add", args=[child.public_id]))
        support.types("Name", name)
        support.chooses("Who they are to the child", relation)
        support.presses("Add")

    # And books the review before it is due, and asks and invites everybody
    support.opens(reverse("review_book", args=[child.public_id]))
    support.enters_day("Day", HELD)
    support.types("Time", "14:30")
    support.picks("How it is held", "In person")
    support.presses("Book this review")
    review = Review.objects.get(child=child)
    support.opens(reverse("review_people", args=[review.public_id]) + "?tick=all")
    support.presses("Invited")

    # When the social worker says what is there
    worker.sign_in()
    worker.opens(reverse("review_prepare", args=[review.public_id]))
    worker.ticks("Social worker and officer have talked", "Social worker’s report", "Care plan")
    worker.presses("Note that it is there")

    # And the officer sees the child, holds the review and completes it
    settings.TODAY = HELD
    officer.sign_in()
    officer.opens(reverse("review_seen", args=[review.public_id]))
    officer.picks("Did you see the child before this review?", "Seen")
    officer.enters_day("If seen: when?", date(2017, 3, 24))
    officer.presses("Save")
    officer.opens(reverse("review_hold", args=[review.public_id]))
    officer.picks("Was the child there?", "Yes")
    officer.picks("The child was there: how did they get views across?", "Spoke for themselves")
    officer.presses("This was the final meeting")
    officer.reads("PN1")
    officer.presses("Complete the review")

    # And decides, and releases the decisions by themselves
    officer.opens(reverse("decisions", args=[review.public_id]))
    officer.types("What is to happen", "Cara sees the dentist.")
    officer.types("What it is to bring the child", "No more toothache.")
    officer.types("Who sees to it", "Jo Reed")
    officer.enters_day("By when", date(2017, 4, 28))
    officer.presses("Add this decision")
    officer.opens(reverse("decisions_release", args=[review.public_id]))
    officer.presses("Release decisions to the social worker")

    # Then the social worker's manager agrees, and the social worker says when the care plan was brought up to date
    settings.TODAY = date(2017, 3, 30)
    manager.sign_in()
    manager.opens(reverse("decisions_answer", args=[review.public_id]))
    manager.reads("Cara sees the dentist.")
    manager.picks("Do you agree?", "Agrees with the decisions")
    manager.presses("Send this answer")
    worker.sign_in()
    worker.opens(reverse("care_plan", args=[review.public_id]))
    worker.enters_day("Day the care plan was brought up to date", date(2017, 3, 30))
    worker.presses("Save this day")

    # When the officer writes the record and signs it
    officer.sign_in()
    officer.opens(reverse("record", args=[review.public_id]))
    for label in ("What the child says", "The plan", "The reviewing officer’s view"):
        officer.types(label, "Cara likes her new school.")
    officer.presses("Save, and read it before signing")
    officer.presses("Sign and close the record")

    # Then business support sends it to everybody, each in their own version
    settings.TODAY = date(2017, 4, 5)
    support.sign_in()
    support.opens(reverse("recipients", args=[review.public_id]))
    support.ticks("Mara Cole", "Fay Finch")
    support.presses("Note that it went")

    # And halfway to the next review the officer asks, the social worker answers, and the officer finishes the check
    settings.TODAY = MIDWAY
    officer.sign_in()
    officer.opens(reverse("midway", args=[review.public_id]))
    officer.presses("Ask the social worker")
    worker.sign_in()
    worker.opens(reverse("midway", args=[review.public_id]))
    worker.picks("Decision 1: what came of it?", "Done")
    worker.presses("Send these answers")
    officer.sign_in()
    officer.opens(reverse("midway", args=[review.public_id]))
    officer.types("What you found", "The dentist has seen Cara.")
    officer.presses("Finish the check")

    # Then the next review is due three months after this one, whatever the check
    officer.opens(reverse("child", args=[child.public_id]))
    officer.reads("28 June 2017")

    # And nobody had to fill in more than this
    filled = {Role(person.user.role): len(person.filled) for person in (support, officer, worker, manager)}
    assert filled == FILLED
