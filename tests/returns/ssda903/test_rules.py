"""Every rule finds its failing example, where it is wrong and nothing else, and passes its passing one."""

from __future__ import annotations

import pytest

from holdfast.returns.ssda903.facts import Facts
from holdfast.returns.ssda903.read import read
from holdfast.returns.ssda903.rules import all_rules
from holdfast.returns.ssda903.warnings import findings

from .examples import children, episodes, reviews, values, years
from .making import write_return

EXAMPLES = [example for theme in (children, episodes, reviews, values, years) for example in theme.EXAMPLES]
RULES = {rule.code: rule for rule in all_rules()}


def name(example) -> str:
    return (
        f"{example.code}-{'-'.join(example.wrong)}-{'-'.join(dict.fromkeys(c for _, c, _ in example.found))}"
    )


def found(tmp_path, code: str, year: str, tables, before):
    paths = [f"{year}={write_return(tmp_path / 'now', **tables)}"]
    if before:
        paths.append(f"2016/17={write_return(tmp_path / 'before', **before)}")
    read_set = read(paths)
    assert [str(fault) for fault in read_set.faults] == []
    return sorted(
        findings(RULES[code], Facts(read_set.returns)), key=lambda one: (one.file, one.row or 0, one.column)
    )


@pytest.mark.parametrize("example", EXAMPLES, ids=name)
def test_the_failing_example_is_found(tmp_path, example):
    warnings = found(tmp_path, example.code, example.wrong_year, example.wrong, example.before)

    assert [(one.row, one.column, one.found) for one in warnings] == example.found
    assert {one.type for one in warnings} == {example.code}
    assert all("{" not in one.message and one.message.endswith(".") for one in warnings)


@pytest.mark.parametrize("example", EXAMPLES, ids=name)
def test_the_passing_example_is_left_alone(tmp_path, example):
    warnings = found(tmp_path, example.code, example.right_year, example.right, example.before)

    assert [(one.row, one.column, one.found) for one in warnings] == []


def test_every_rule_has_an_example():
    assert {example.code for example in EXAMPLES} == set(RULES)


def test_every_rule_is_named_as_its_file_and_speaks_plainly():
    for rule in all_rules():
        assert rule.find.__module__.rpartition(".")[2] == rule.code
        assert rule.title[0].isupper()
        assert not rule.title.endswith(".")
        assert rule.message.endswith(".")
        assert rule.source
