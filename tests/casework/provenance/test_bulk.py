"""Many rows at once stand as if each had been saved."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from holdfast.casework.people.models import Child
from holdfast.casework.provenance.bulk import add_rows

pytestmark = pytest.mark.django_db

ALICE = {"number": "1001", "sex": "F", "born": date(2005, 5, 1), "made_by_intake": 7}
BOB = {"number": "1002", "sex": "M", "born": None, "made_by_intake": 7}


def test_rows_added_together_stand_as_saved_ones_do() -> None:
    add_rows(Child, [ALICE, BOB])
    alice, benedict = Child.objects.order_by("number")
    saved = Child(**ALICE)

    assert (alice.number, alice.sex, alice.born, alice.made_by_intake) == ("1001", "F", date(2005, 5, 1), 7)
    assert (benedict.born, benedict.withdrawn_at) == (None, None)
    assert alice.public_id != benedict.public_id
    own = {"id", "public_id"}
    for field in Child._meta.concrete_fields:
        if field.name not in own:
            assert getattr(alice, field.attname) == getattr(saved, field.attname), field.name


def test_no_rows_are_none() -> None:
    add_rows(Child, [])

    assert not Child.objects.exists()


def test_what_the_table_refuses_is_refused_with_all_of_them() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        add_rows(Child, [ALICE, BOB, ALICE])

    assert not Child.objects.exists()
