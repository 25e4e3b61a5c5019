"""The demo authority: an invented council with synthetic children and staff, made by rule from a seed number.

The same seed gives the same children; another seed gives other children of whom the same figures are true, because
the plan (``demo.plan``) says how many there are of each kind and chance only who and on which day. Its records end
on 31 March 2017.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from holdfast.demo import names
from holdfast.demo.cohort import children_in_care, older_care_leavers, short_breaks
from holdfast.demo.health import after_care, check_health
from holdfast.demo.life import Life
from holdfast.demo.moves import Wish
from holdfast.demo.places import home
from holdfast.demo.plan import assigned
from holdfast.demo.quarters import TODAY
from holdfast.demo.reviews import ReviewPlan, hold_reviews
from holdfast.demo.staff import Staff, engage
from holdfast.demo.stays import fill_stays, single_stay
from holdfast.demo.wishes import draw_wishes

#: the seed the demo is loaded with unless another is asked for
SEED = 2017


@dataclass(frozen=True)
class Authority:
    """An invented council and everybody its records speak of."""

    name: str
    seed: int
    #: in care at some time from 31 March 2016 to today
    children: list[Life]
    #: left care before that, and are in touch as care leavers
    care_leavers: list[Life]
    #: agreed short breaks: not counted in care
    short_breaks: list[Life]
    #: year ending -> people aged 0 to 17 in the area
    population: dict[int, int]
    staff: Staff = field(repr=False)

    @property
    def everybody(self) -> list[Life]:
        return [*self.children, *self.care_leavers, *self.short_breaks]


def build(seed: int = SEED) -> Authority:
    """Make the authority of a seed. Raises PlanDoesNotFit only if the plan itself is wrong."""
    chance, plan = Random(seed), assigned()  # noqa: S311  no secret: the same seed must give the same children
    children = children_in_care(chance)
    leavers = older_care_leavers(chance, plan["after_care"]["older"])
    breaks = short_breaks(chance, plan["short_breaks"]["children"])
    everybody = [*children, *leavers, *breaks]
    _number(chance, everybody)
    wishes = draw_wishes(chance, children, plan["moves"])
    for life in children:
        fill_stays(chance, life, wishes[life.number])
    for life in leavers:
        fill_stays(chance, life, Wish())
    for life in breaks:
        single_stay(life, "V4", home(chance, chance.choice(("U6", "K2"))))
    hold_reviews(chance, children, _review_plan())
    for ending in (2016, 2017):
        check_health(chance, children, ending, plan["health"][str(ending)])
    after_care(chance, [*children, *leavers], plan["after_care"])
    population = {int(year): n for year, n in plan["population"].items()}
    staff = engage(chance, children)
    return Authority(names.AUTHORITY, seed, children, leavers, breaks, population, staff)


def _review_plan() -> ReviewPlan:
    reviews = assigned()["reviews"]
    return ReviewPlan(dict(enumerate(reviews["quarters"], start=1)), reviews["codes"])


def _number(chance: Random, lives: list[Life]) -> None:
    """Numbers in the order in which children came; names that nobody else has; a pupil number from school age on."""
    taken: set[str] = set()
    number = 10_000
    for life in sorted(lives, key=lambda one: (one.came, one.born, one.name)):
        number += chance.randint(1, 9)
        life.number = f"FN{number}"
        while life.name in taken:
            life.name = names.child_name(chance, life.sex, life.name.split()[-1] if life.family else None)
        taken.add(life.name)
        if life.asylum:
            life.upn = "UN2"
        elif life.age_on(TODAY.replace(year=2016, month=8)) < 4:
            life.upn = "UN1"
        else:
            life.upn = names.pupil_number(chance, life.born)
