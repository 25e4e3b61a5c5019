"""What makes an early review necessary, and what may."""

from holdfast.domain import early_triggers


def test_the_law_has_five_and_they_come_first():
    table = early_triggers.table()

    assert [trigger.must for trigger in table[:6]] == [True] * 5 + [False]
    assert sum(trigger.must for trigger in table) == 5
    assert all("33(3)" in trigger.source for trigger in table[:5])


def test_each_has_a_code_of_its_own_a_name_and_a_source():
    table = early_triggers.table()

    assert len({trigger.code for trigger in table}) == len(table)
    for trigger in table:
        assert len(trigger.code) <= 40
        assert trigger.name
        assert trigger.source
        assert trigger.certainty in {"H", "M", "L"}


def test_one_is_found_by_its_code():
    assert early_triggers.find("officer_asks").must
