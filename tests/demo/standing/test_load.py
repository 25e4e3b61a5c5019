"""The demo goes in through the doors of the casework rooms, into an empty database, and says the same there."""

from __future__ import annotations

import pytest
from click.testing import CliRunner
from django.db import transaction

from holdfast.casework.access.models import User
from holdfast.casework.access.roles import Role
from holdfast.casework.care.models import PeriodOfCare
from holdfast.casework.intake.models import ReturnIntake
from holdfast.casework.people.models import AllocationRole, Child
from holdfast.casework.people.queries import children_for, responsible_on
from holdfast.casework.publishing.models import Population, PublishedFigure
from holdfast.config.cli import main
from holdfast.demo import load, mark, sign_ins, whose
from holdfast.demo.compare import Verdict, compare
from holdfast.demo.quarters import TODAY
from holdfast.snapshot import from_casework, store
from tests.demo.conftest import made
from tests.demo.standing import SEED

pytestmark = pytest.mark.django_db


def test_the_records_say_what_york_printed(loaded) -> None:
    verdicts = [one.verdict for one in compare(store.open(from_casework.tables(on=TODAY)))]

    assert verdicts.count(Verdict.EQUAL) == 514
    assert Verdict.UNEXPLAINED not in verdicts


def test_every_child_has_the_name_and_the_care_they_were_given(loaded) -> None:
    given = {life.number: life for life in made(SEED).everybody}
    names = {number: life.name for number, life in given.items()}
    names |= {known.number: known.name for known in made(SEED).known}
    found = {child.number: child.name for child in Child.objects.all()}

    arrived = {number for number in found if number.startswith("FN39")}
    assert {number: name for number, name in found.items() if number not in arrived} == names
    assert len(arrived) == 4
    assert len(set(found.values())) == len(found)
    for period in PeriodOfCare.objects.select_related("child"):
        life = given[period.child.number]
        assert (period.started, period.ended, period.start_known) == (life.came, life.left, True)


def test_one_can_sign_in_in_every_role(loaded) -> None:
    users = {one.role: User.objects.get(username=one.username) for one in sign_ins.SIGN_INS}

    assert set(users) == {str(role.value) for role in Role}
    assert all(users[one.role].check_password(one.password) for one in sign_ins.SIGN_INS)
    assert sign_ins.are_present()


def test_officer_and_social_worker_see_children_of_their_own(loaded) -> None:
    for username in ("iro", "worker"):
        seen = children_for(User.objects.get(username=username)).count()
        assert 0 < seen < Child.objects.count() / 2


def test_what_was_published_before_stands_beside_and_the_year_itself_does_not(loaded) -> None:
    figures = {(f.publisher, f.table, f.group, f.period): f for f in PublishedFigure.objects.all()}

    assert figures["us", "sex", "male", "2015/16"].numerator == 98
    assert figures["us", "sex", "male", "2015/16"].denominator == 191
    assert figures["us", "sex", "male", "2015/16"].value is None
    assert figures["us", "leaving_care", "total", "2014/15"].value == 89
    assert figures["us", "participation", "PN3", "2015/16"].printed == "0.3"
    assert figures["National average", "children_in_care", "per_10000", "2015/16"].printed == "60"
    assert not [key for key in figures if key[3].startswith("2016/17")]
    assert all("York" in figure.source for figure in figures.values())


def test_population_import_and_progress(loaded) -> None:
    assert dict(Population.objects.values_list("year_ending", "aged_0_17")) == made(SEED).population
    assert [(one.state, one.years) for one in ReturnIntake.objects.all()] == [("loaded", [2015, 2016, 2017])]
    assert {"Episodes", "Names", "Allocations"} <= set(loaded)
    here = responsible_on(TODAY, AllocationRole.IRO)
    assert len({one.child_id for one in here}) == here.count()
    assert here.filter(child__number__in=[c.number for c in made(SEED).in_care_today]).count() == 204


def test_loading_the_same_demo_again_does_nothing(loaded) -> None:
    before = Child.objects.count()

    assert load.load(seed=SEED) is False
    assert Child.objects.count() == before
    assert mark.loaded_seed() == SEED


def test_another_seed_is_refused_where_a_demo_is(loaded) -> None:
    with pytest.raises(load.AnotherDemo, match=f"seed {SEED} is in this database"):
        load.load(seed=3)


def test_invented_records_stay_marked_whatever_the_settings_and_accounts_say(loaded, settings) -> None:
    settings.DEMONSTRATION = False
    with transaction.atomic():
        User.objects.filter(username="board").update(username="renamed")

        assert whose.is_demonstration()
        assert whose.authority(whose.is_demonstration()).invented
        transaction.set_rollback(True)


def test_the_command_prints_every_cell_and_a_closing_count(loaded) -> None:
    done = CliRunner().invoke(main, ["demo", "compare"])

    assert done.exit_code == 0
    lines = done.output.splitlines()
    assert sum(" 2016/17" in line or " 2015/16" in line for line in lines) == 558
    assert lines[-1].startswith("558 printed cells: 514 equal, ")


def test_the_command_says_that_the_demo_is_here_already(loaded) -> None:
    again = CliRunner().invoke(main, ["demo", "load", "--seed", str(SEED)])
    other = CliRunner().invoke(main, ["demo", "load", "--seed", "9"])

    assert (again.exit_code, "nothing was done" in again.output) == (0, True)
    assert (other.exit_code, f"seed {SEED} is in this database" in other.output) == (1, True)
