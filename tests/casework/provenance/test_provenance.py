from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from holdfast.casework.care.models import Episode
from holdfast.casework.people.models import Child
from holdfast.casework.provenance.actions import set_fields
from holdfast.casework.provenance.bulk import update_rows
from holdfast.casework.provenance.models import FieldChange, OwnedField, Owner
from holdfast.casework.provenance.queries import history_of, owner_of
from holdfast.casework.provenance.rules import as_text, from_text
from tests.builders import people


@pytest.mark.django_db
class TestOwnership:
    def test_a_field_belongs_to_whoever_made_the_record_until_somebody_sets_it(self) -> None:
        typed, returned = people.child(), people.child(made_by_intake=3)
        assert (owner_of(typed, "sex"), owner_of(returned, "sex")) == (Owner.TYPED, Owner.RETURN)

        set_fields(record=returned, values={"sex": "M"}, by=None)
        assert owner_of(returned, "sex") == Owner.TYPED

        set_fields(record=returned, values={"sex": "F"}, by=None, source=Owner.RETURN, intake_id=4)
        assert owner_of(returned, "sex") == Owner.RETURN
        assert [(c.before, c.after, c.source) for c in history_of(returned)] == [
            ("F", "M", "typed"),
            ("M", "F", "return"),
        ]

    def test_set_fields_with_one_that_cannot_be_changes_none(self) -> None:
        alice = people.child()

        with pytest.raises(ValidationError) as refused:
            set_fields(record=alice, values={"sex": "M", "born": "never"}, by=None)

        assert list(refused.value.message_dict) == ["born"]
        assert Child.objects.get().sex == "F"
        assert not FieldChange.objects.exists()

    def test_set_fields_sees_what_somebody_else_wrote_meanwhile(self) -> None:
        alice = people.child()
        Child.objects.update(sex="M")

        assert set_fields(record=alice, values={"sex": "M"}, by=None) == []

    def test_the_database_refuses_what_can_never_be(self) -> None:
        standard = {"record_type": "people.Child", "record_id": 1, "field": "sex", "owner": "typed"}
        OwnedField.objects.create(**standard)
        never = {
            "one_owner_of_a_field": standard,
            "owner_is_in_the_list": {**standard, "field": "born", "owner": "nobody"},
            "a_return_owns_by_an_import": {**standard, "field": "born", "owner": "return"},
        }

        for name, wrong in never.items():
            with pytest.raises(IntegrityError) as refused, transaction.atomic():
                OwnedField.objects.create(**wrong)
            assert "own" in str(refused.value) or "UNIQUE" in str(refused.value), name
        with pytest.raises(IntegrityError, match="change_source_is_in_the_list"), transaction.atomic():
            FieldChange.objects.create(record_type="people.Child", record_id=1, field="sex", source="nobody")

    def test_update_rows_gives_each_row_its_own_values(self) -> None:
        alice, benedict = people.child("Alice"), people.child("Benedict")

        update_rows(Child, ["sex", "born"], [(alice.pk, ("M", None)), (benedict.pk, ("U", date(2010, 1, 1)))])
        update_rows(Child, ["sex"], [])

        assert list(Child.objects.order_by("pk").values_list("sex", "born")) == [
            ("M", None),
            ("U", date(2010, 1, 1)),
        ]


@given(st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.text())
def test_a_value_written_as_text_is_read_back(day: date | None, words: str) -> None:
    assert from_text(Episode, "ended", as_text(day)) == day
    assert from_text(Episode, "place", as_text(words)) == words
