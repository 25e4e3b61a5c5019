"""Bring the demo authority into an empty database, through the same doors as a council's own records.

Children, episodes, reviews and yearly facts come as SSDA903 returns; names, staff, posts, populations and published
figures through the actions of their apps; what no return holds as ``demo.loading`` says. All of it, or nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from django.conf import settings
from django.db import transaction

from holdfast.casework.access import actions as access
from holdfast.casework.access.models import User
from holdfast.casework.access.roles import Role
from holdfast.casework.intake import actions as intake
from holdfast.casework.intake.models import ReturnIntake
from holdfast.casework.people import actions as people
from holdfast.casework.people.models import Child, Worker
from holdfast.casework.publishing import actions as publishing
from holdfast.demo import printed_before
from holdfast.demo.authority import SEED, Authority, build
from holdfast.demo.loading import (
    afterwards,
    checks,
    concerns,
    editions,
    footprints,
    improvement,
    in_progress,
    judgements,
    midways,
    packs,
    plans,
    report_tables,
    report_words,
    reviews,
    terms,
    tiers,
)
from holdfast.demo.loading import people as people_room
from holdfast.demo.loading.officers import Officers
from holdfast.demo.mark import loaded_seed, set_mark
from holdfast.demo.returns import returns
from holdfast.demo.sign_ins import SIGN_INS
from holdfast.demo.staff import Staff
from holdfast.domain.codesets import ssda903
from holdfast.returns.ssda903 import load as ssda903_load
from holdfast.returns.ssda903.return_set import ReturnSet

#: what is being done, how much of it is done, and of how much
Progress = Callable[[str, int, int | None], None]

_POPULATION_SOURCE = "Invented for the demonstration, to fit the published rates per 10,000"


class HoldsRecords(Exception):
    """The database is somebody's: the demo is not mixed into it."""

    def __init__(self) -> None:
        super().__init__(
            "This database already holds records. The demo authority goes into an empty database only: "
            "set HOLDFAST_DATA to another folder and try again. Nothing was changed."
        )


class NoPlaceForADemo(Exception):
    """The settings say that this is no demonstration."""

    def __init__(self) -> None:
        super().__init__(
            "The demonstration is turned off here (it is wherever DATABASE_URL names a database): its passwords are "
            "known to everybody. To load it all the same set HOLDFAST_DEMO=1. Nothing was changed."
        )


class AnotherDemo(Exception):
    """The demo authority of another seed is here."""

    def __init__(self, seed: int) -> None:
        super().__init__(
            f"The demo authority of seed {seed} is in this database. For another seed set HOLDFAST_DATA to an empty "
            "folder and try again. Nothing was changed."
        )


def load(*, seed: int = SEED, progress: Progress | None = None) -> bool:
    """Load the demo authority of a seed; False where it was loaded before and nothing was done.

    Raises HoldsRecords or AnotherDemo where the database is not empty, NoPlaceForADemo where the settings want none.
    """
    if not settings.DEMONSTRATION:
        raise NoPlaceForADemo
    say = progress or _silent
    with transaction.atomic():
        before = loaded_seed()
        if before is not None:
            if before != seed:
                raise AnotherDemo(before)
            return False
        if any(model.objects.exists() for model in (Child, User, Worker, ReturnIntake)):
            raise HoldsRecords
        say("Making the demo authority", 0, None)
        authority = build(seed)
        _bring_in(authority, say)
        _name_children(authority, say)
        _fill(authority, _engage(authority.staff), say)
        _publish(authority)
        _report(authority, say)
        set_mark(seed)
    return True


def _silent(what: str, done: int, total: int | None) -> None:
    """Progress for a caller that asked for none."""


def _bring_in(authority: Authority, say: Progress) -> None:
    """The records as returns. Years before our code lists begin are history: brought in, not judged."""
    made = returns(authority)
    judged = ReturnSet([one for one in made.returns if one.year_ending in ssda903.YEARS])
    arrived = intake.receive(years=[one.year_ending for one in made.returns], by=None)
    intake.note_findings(intake=arrived, faults=[], warnings=judged.warnings, by=None)
    years = [one.year_ending for one in made.returns]
    intake.has_been_read(intake=arrived, years=years, refused=False, by=None)
    ssda903_load.load(made, intake=arrived, by=None, progress=say)


def _name_children(authority: Authority, say: Progress) -> None:
    """Names are not in a return; they are typed in."""
    names = {life.number: life.name for life in authority.everybody}
    children = list(Child.objects.all())
    for nth, child in enumerate(children):
        people.correct_child(child=child, changes={"name": names[child.number]}, by=None)
        if nth % 50 == 0:
            say("Names", nth, len(children))


def _engage(staff: Staff) -> dict[str, Worker]:
    """Everybody who is allocated to children, and a sign-in for one of each role."""
    users = {
        one.member: access.add_user(
            username=one.username,
            name=next(m.name for m in staff.members if m.key == one.member),
            role=Role(one.role),
            password=one.password,
            by=None,
        )
        for one in SIGN_INS
    }
    return {m.key: people.add_worker(name=m.name, user=users.get(m.key), by=None) for m in staff.members}


def _fill(authority: Authority, workers: dict[str, Worker], say: Progress) -> None:
    """What no return holds: plans, officers, what was done before and after each review, and work in progress."""
    chance = Random(authority.seed)  # noqa: S311  no secret: the same seed must give the same records
    officers = Officers(authority.staff, workers)
    say("People and plans", 0, None)
    people_room.describe_workers(authority.staff, workers)
    people_room.add_known(authority)
    children = {child.number: child for child in Child.objects.all()}
    say("Allocations", 0, None)
    people_room.allocate(authority.staff, workers, children)
    people_room.tie_families(authority, children)
    people_room.add_contacts(chance, authority, children)
    plans.set_remit()
    plans.add_protections(chance, authority, children, officers)
    plans.add_needs(authority, children, officers)
    plans.add_short_break_reviews(authority, children, officers)
    say("Reviews and records", 0, None)
    reviews.tell_of_reviews(chance, authority, officers)
    reviews.add_meetings()
    done = reviews.written_here()
    afterwards.write(chance, done)
    midways.set_up(chance, authority, done)
    say("Monitors and concerns", 0, None)
    # a chance of their own, so that nothing else of the same seed is drawn otherwise
    judging = Random(f"{authority.seed} records of quality")  # noqa: S311  no secret: the same seed must give the same records
    judgements.fill(judging, authority)
    concerns.raise_all(judging, authority, workers, officers)
    footprints.leave(judging, authority, workers, officers)
    checks.check(judging, workers)
    tiers.fill(judging, authority, children)
    say("Work in progress", 0, None)
    in_progress.begin(chance, authority, children, workers, officers)


def _publish(authority: Authority) -> None:
    for year_ending, number in authority.population.items():
        publishing.enter_population(
            year_ending=year_ending, aged_0_17=number, source=_POPULATION_SOURCE, by=None
        )
    publishing.enter_published_figures(figures=printed_before.figures(), by=None)


def _report(authority: Authority, say: Progress) -> None:
    """What stands in the reports besides figures: the plan, tables typed in, the words, editions, packs."""
    say("Reports", 0, None)
    terms.enter()
    report_tables.enter(authority.seed)
    improvement.enter()
    report_words.write()
    editions.make()
    packs.send_all()
