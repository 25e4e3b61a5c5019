"""The parts of a record, as data."""

from __future__ import annotations

import pytest

from holdfast.domain.record_sections import every_section, read_in, sections_of
from holdfast.domain.tracks.facts import Kind

KINDS = [kind for kind in Kind if kind is not Kind.CORE_GROUP]


def test_each_part_is_named_once_and_says_who_reads_it():
    keys = [one.key for one in every_section()]

    assert len(keys) == len(set(keys))
    for one in every_section():
        assert one.kinds, one.key
        assert set(one.versions) <= {"full", "child"}, one.key
        assert set(one.kinds) <= {str(kind) for kind in KINDS}, one.key


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_review_has_the_child_the_plan_and_the_officers_view(kind):
    needed = {one.key for one in sections_of(str(kind)) if one.needed}

    assert {"child_views", "plan", "officer_view"} <= needed


def test_the_childs_version_has_the_letter_and_not_the_officers_view():
    parts = {one.key for one in read_in(sections_of("care"), "child")}

    assert "for_child" in parts
    assert "officer_view" not in parts
    assert "for_child" not in {one.key for one in read_in(sections_of("care"), "full")}
