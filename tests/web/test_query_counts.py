"""Each page asks the database a fixed number of questions, for one row and for three."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.intake.actions import has_been_read, note_findings, receive
from holdfast.casework.intake.models import Mismatch
from holdfast.casework.publishing.actions import write_text
from holdfast.domain.reporting_year import ReportingYear
from holdfast.returns.ssda903.rule import ReturnWarning
from tests.builders import care, people, reviews

YEAR = ReportingYear(2017)

#: page -> role that opens it, how many queries (the session and the user are two of them)
COUNTS: dict[str, tuple[Role, int]] = {
    "about_accessibility": (Role.BOARD_READER, 3),
    "about_privacy": (Role.BOARD_READER, 3),
    "home_of_the_analyst": (Role.ANALYST, 5),
    "home_of_the_board": (Role.BOARD_READER, 5),
    "children": (Role.IRO_MANAGER, 12),
    "children_download": (Role.IRO_MANAGER, 12),
    "child": (Role.IRO_MANAGER, 31),
    "child_readers": (Role.IRO_MANAGER, 12),
    "child_correct": (Role.IRO_MANAGER, 7),
    "child_correct_episode": (Role.IRO_MANAGER, 8),
    "child_correct_review": (Role.IRO_MANAGER, 8),
    "figures_catalogue": (Role.IRO_MANAGER, 3),
    "figures_year": (Role.IRO_MANAGER, 40),
    "figures_table": (Role.IRO_MANAGER, 18),
    "figures_rows": (Role.IRO_MANAGER, 14),
    "report": (Role.IRO_MANAGER, 52),
    "report_preview": (Role.IRO_MANAGER, 52),
    "report_words": (Role.IRO_MANAGER, 54),
    "intake": (Role.ANALYST, 5),
    "intake_new": (Role.ANALYST, 3),
    "intake_one": (Role.ANALYST, 5),
    "intake_progress": (Role.ANALYST, 3),
    "intake_warnings": (Role.ANALYST, 11),
    "intake_differences": (Role.ANALYST, 8),
    "children_allocate": (Role.IRO_MANAGER, 14),
    "child_iro": (Role.IRO_MANAGER, 22),
    "child_social_worker": (Role.IRO_MANAGER, 10),
    "own_password": (Role.BOARD_READER, 3),
    "accounts": (Role.IRO_MANAGER, 4),
    "accounts_new": (Role.IRO_MANAGER, 4),
    "accounts_one": (Role.IRO_MANAGER, 6),
    "accounts_role": (Role.IRO_MANAGER, 5),
    "accounts_password": (Role.IRO_MANAGER, 4),
}


class Rows:
    """A world in which there is as much of everything as asked for."""

    def __init__(self, number: int) -> None:
        self.users = {role: people.user(role) for role in Role}
        manager, analyst = self.users[Role.IRO_MANAGER], self.users[Role.ANALYST]
        worker = people.worker("Sam Fielding", self.users[Role.IRO])
        for nth in range(number):
            self.another = people.user(Role.ANALYST, name=f"Kim {nth}")
            people.worker(f"Robin {nth}")
        for nth in range(number):
            child = care.in_care(date(2016, 5, 2), people.child(f"Alice {nth}"))
            reviews.review(child, date(2016, 5, 27))
            people.allocated(child, worker)
            self.intake = receive(by=analyst)
            Mismatch.objects.create(
                intake=self.intake, child=child, record_type="people.Child", record_id=child.pk,
                field="ethnicity", ours="WBRI", returned="WIRI",
            )  # fmt: skip
        self.child = child
        for nth in range(number - 1):
            care.moved(child, date(2016, 8, 1 + nth))
            reviews.review(child, date(2016, 9, 1 + nth))
        reader = Client()
        reader.force_login(manager)
        for _ in range(number):
            reader.get(reverse("child", args=[child.public_id]))
            write_text(year_ending=2017, slot="introduction", text="Words.", by=manager)
        found = [
            ReturnWarning("pn0", child.number, "reviews.csv", row, "REVIEW_CODE", "PN0", "A warning.", 2017)
            for row in range(number)
        ]
        note_findings(intake=self.intake, faults=[], warnings=found, by=analyst)
        has_been_read(intake=self.intake, years=[2017], refused=False, by=analyst)

    def address(self, page: str) -> str:
        child = [self.child.public_id]
        args = {
            "child": child,
            "child_readers": child,
            "child_correct": child,
            "child_correct_episode": [*child, self.child.episodes.first().public_id],
            "child_correct_review": [*child, self.child.reviews.first().public_id],
            "figures_year": [YEAR],
            "figures_table": [YEAR, "age"],
            "figures_rows": [YEAR, "age", "10_15"],
            "report": [YEAR],
            "report_preview": [YEAR],
            "report_words": [YEAR, "introduction"],
            "child_iro": child,
            "child_social_worker": child,
            "accounts_one": [self.another.public_id],
            "accounts_role": [self.another.public_id],
            "accounts_password": [self.another.public_id],
            "intake_one": [self.intake.public_id],
            "intake_progress": [self.intake.public_id],
            "intake_warnings": [self.intake.public_id],
        }
        return reverse("home" if page.startswith("home") else page, args=args.get(page, []))

    def queries_of(self, page: str) -> int:
        client = Client()
        client.force_login(self.users[COUNTS[page][0]])
        client.get("/")  # the session is written once, not with every page
        address = self.address(page)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        return len(asked)


@pytest.mark.parametrize("page", sorted(COUNTS))
@pytest.mark.parametrize("number", [1, 3])
def test_a_page_asks_as_many_questions_for_one_row_as_for_three(page: str, number: int, db):
    assert Rows(number).queries_of(page) == COUNTS[page][1]
