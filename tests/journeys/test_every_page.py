"""Every page for every role that it opens for: accessible at WCAG 2.2 AA, wide and 320 pixels narrow."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.intake.actions import has_been_read, note_findings, receive
from holdfast.casework.intake.models import Mismatch
from holdfast.casework.publishing.actions import correct_published_figure
from holdfast.returns.ssda903.faults import Fault
from holdfast.returns.ssda903.rule import ReturnWarning
from tests.builders import publishing
from tests.journeys.conftest import YEAR
from tests.web.doors import every_door, prepared
from tests.web.test_doors import DOORS

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

#: the pages are shared out among so many tests, so that no worker is left alone with them at the end
PARTS = 6
#: addresses that answer with a file, a part of a page or another address
NO_PAGES = {
    "sign_in", "sign_out", "children_search", "children_download", "child_undo", "figures", "figures_download",
    "figures_rows_download", "report_latest", "report_stylesheet", "report_html", "report_word", "report_pdf",
    "intake_settle", "intake_progress", "intake_load", "intake_give_up", "intake_faults_download",
    "intake_warnings_download", "comparison", "published_download", "published_example", "published_groups",
    "accounts_close", "accounts_reopen", "accounts_end_calendar",
}  # fmt: skip


@pytest.fixture
def pages(world) -> dict[str, list[str]]:
    """The addresses of every page, by the name of the address."""
    analyst = world.users[Role.ANALYST]
    read = receive(by=analyst)
    warning = ReturnWarning(
        "pn0", world.alice.number, "reviews.csv", 3, "REVIEW_CODE", "PN0", "A warning.", 2017
    )
    note_findings(intake=read, faults=[], warnings=[warning], by=analyst)
    has_been_read(intake=read, years=[2017], refused=False, by=analyst)
    refused = receive(by=analyst)
    note_findings(
        intake=refused,
        faults=[Fault("episodes.csv", 4, "DECOM", "“32/13/2016”", "a date")],
        warnings=[],
        by=analyst,
    )
    has_been_read(intake=refused, years=[], refused=True, by=analyst)
    running = receive(by=analyst)
    Mismatch.objects.create(
        intake=read, child=world.alice, record_type="people.Child", record_id=world.alice.pk,
        field="ethnicity", ours="WBRI", returned="WIRI",
    )  # fmt: skip
    publishing.population(YEAR.ending)
    published = publishing.figure()
    correct_published_figure(figure=published, values={"printed": "51.4"}, by=analyst)
    alice = world.alice.public_id
    officer, manager = world.users[Role.IRO].public_id, world.users[Role.IRO_MANAGER].public_id
    known = {
        "child": [[alice]],
        "child_readers": [[alice]],
        "child_correct": [[alice]],
        "child_correct_episode": [[alice, world.alice.episodes.get().public_id]],
        "child_correct_review": [[alice, world.review.public_id]],
        "figures_year": [[YEAR]],
        "figures_table": [[YEAR, "age"], [YEAR, "children_in_care"], [YEAR, "health_education"]],
        "figures_rows": [[YEAR, "age", "10_15"]],
        "report": [[YEAR]],
        "report_preview": [[YEAR]],
        "report_words": [[YEAR, "introduction"]],
        "population_change": [[YEAR]],
        "population_remove": [[YEAR]],
        "published_table": [["sex"], ["age"]],
        "published_add": [["sex"]],
        "published_change": [[published.pk]],
        "published_remove": [[published.pk]],
        "intake_one": [[read.public_id], [refused.public_id], [running.public_id]],
        "intake_warnings": [[read.public_id]],
        "child_iro": [[alice]],
        "child_social_worker": [[world.benedict.public_id]],
        "accounts_one": [[officer], [manager]],
        "accounts_role": [[world.users[Role.ANALYST].public_id]],
        "accounts_password": [[officer]],
    }
    journeys = every_door()
    things = SimpleNamespace(world=world, **prepared(world))
    for name, door in journeys.items():
        known[name] = [door.args(things), *door.more(things)] if door.is_page else []
    return {
        name: [reverse(name, args=args) for args in known.get(name, [[]])]
        for name, door in DOORS.items()
        if name not in NO_PAGES and door.page
    }


@pytest.mark.parametrize("part", range(PARTS))
def test_every_page_is_accessible_to_each_of_its_roles(part: int, pages, sign_in, window, check_page):
    """One small world for all roles: making it takes as long as looking at all pages of a short role."""
    for role in Role:
        # Given somebody of this role who is signed in, and nobody before them
        window.context.clear_cookies()
        sign_in(role)

        # When they open each page that is theirs, then axe finds nothing and nothing scrolls sideways
        for name in list(pages)[part::PARTS]:
            for address in pages[name] if role in DOORS[name].opens else ():
                check_page(address)


@pytest.mark.parametrize("role", [Role.BOARD_READER, Role.IRO])
def test_a_refusal_and_a_wrong_address_are_accessible(role: Role, world, sign_in, check_page):
    sign_in(role)

    check_page(reverse("intake"))  # 403
    check_page("/no/such/page")  # 404


def test_the_first_page_is_accessible_to_a_newcomer(world, check_page):
    check_page("/sign-in")
    check_page("/accessibility")
    check_page("/privacy")
