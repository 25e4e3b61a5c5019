"""Each page of an edition asks the database a fixed number of questions, for one edition and for four."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.editions.models import Edition
from holdfast.domain.edition_states import State
from holdfast.reports import editions as kept
from holdfast.reports.annual.authority import Authority
from tests.builders import editions

pytestmark = pytest.mark.django_db

#: page -> its further arguments, and how many queries (the session and the user are two of them)
COUNTS: dict[str, tuple[list, int]] = {
    "reports": ([], 5),
    "editions": ([], 5),
    "edition_prepare": ([], 3),
    "edition": (["id"], 10),
    "edition_anew": (["id", "words"], 4),
    "edition_move": (["id", "withdraw"], 8),
    "edition_read": (["id", "public"], 7),
    "edition_recheck": (["id", "public"], 7),
    "edition_published": (["id"], 7),
    "edition_moved": (["id"], 44),
    "edition_rows": (["id", "sex", "female"], 45),
}


def _published() -> Edition:
    report = kept.prepare(
        kind="annual", year_ending=2017, authority=Authority("Testshire"), day=editions.DAY, by=None
    )
    return editions.brought_to(report, State.PUBLISHED)


@pytest.mark.parametrize("number", [1, 4])
def test_a_page_asks_as_many_questions_for_one_edition_as_for_four(number: int, world, as_role) -> None:
    made = [_published() for _ in range(number)]  # each takes the place of the one before
    client, found = as_role(Role.IRO_MANAGER), {}
    for name, (args, _) in COUNTS.items():
        address = reverse(name, args=[made[-1].public_id if one == "id" else one for one in args])
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200, name
        found[name] = len([one for one in asked if "SAVEPOINT" not in one["sql"]])
    assert found == {name: count for name, (_, count) in COUNTS.items()}
