"""The demo authority: an invented council with synthetic children and staff, made by rule from a seed number.

The same seed gives the same children; another seed gives other children of whom the same figures are true, because
the plan (``demo.plan``) says how many there are of each kind and chance only who and on which day. Its records end
on 31 March 2017.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from random import Random

from holdfast.demo import names
from holdfast.demo.cohort import children_in_care, older_care_leavers, short_breaks
from holdfast.demo.health import after_care, check_health
from holdfast.demo.judging import Held, Judged, judge
from holdfast.demo.known import Known, Need, Protection
from holdfast.demo.life import Life
from holdfast.demo.moves import Wish
from holdfast.demo.need import children_of, plans_of_need
from holdfast.demo.places import home
from holdfast.demo.plan import assigned
from holdfast.demo.protection import protect
from holdfast.demo.quarters import TODAY
from holdfast.demo.raising import Raised, concerns, quarters
from holdfast.demo.reviews import ReviewPlan, hold_break_reviews, hold_reviews
from holdfast.demo.seen import see_children
from holdfast.demo.staff import Staff, engage
from holdfast.demo.stays import breaks_one_by_one, fill_stays, is_disrupted, placed_and_back, single_stay
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
    #: have or had a protection or child-in-need plan and were never in care
    known: list[Known]
    protections: list[Protection]
    needs: list[Need]
    #: (child's number, day of a review of 2016/17) -> whether the officer saw the child before it
    seen: dict[tuple[str, date], str]
    #: the same -> what the officer judged in the monitor, for the reviews that have one
    judged: dict[Held, Judged]
    #: the year's concerns
    raised: list[Raised]
    #: year ending -> people aged 0 to 17 in the area
    population: dict[int, int]
    staff: Staff = field(repr=False)

    @property
    def in_care_today(self) -> list[Life]:
        return [life for life in self.children if life.in_care_on(TODAY)]

    @property
    def everybody(self) -> list[Life]:
        """Everybody of whom the returns speak."""
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
        if is_disrupted(life):
            placed_and_back(chance, life)
        else:
            fill_stays(chance, life, wishes[life.number])
    for life in leavers:
        fill_stays(chance, life, Wish())
    for life in breaks:
        single_stay(life, "V4", home(chance, chance.choice(("U6", "K2"))))
    breaks_one_by_one(breaks[0], home(chance, "U6"))
    hold_reviews(chance, children, _review_plan())
    hold_break_reviews(chance, breaks)
    for ending in (2016, 2017):
        check_health(chance, children, ending, plan["health"][str(ending)])
    after_care(chance, [*children, *leavers], plan["after_care"])
    protections = protect(chance, children, plan["protection"])
    needs = plans_of_need(chance, protections, plan["need"])
    known = children_of(protections, needs)
    _number_known(chance, known, everybody)
    seen = see_children(chance, children, plan["seen"]["quarters"])
    population = {int(year): n for year, n in plan["population"].items()}
    staff = engage(chance, children, breaks, protections, needs)
    # a chance of their own, so that nothing else of the seed is drawn otherwise
    quality = Random(f"{seed} quality")  # noqa: S311  no secret: the same seed must give the same children
    judged = judge(quality, children, seen, plan["monitors"])
    raised = concerns(quality, quarters(children, protections, judged, staff), plan["concerns"])
    return Authority(
        names.AUTHORITY,
        seed,
        children,
        leavers,
        breaks,
        known,
        protections,
        needs,
        seen,
        judged,
        raised,
        population,
        staff,
    )


def _review_plan() -> ReviewPlan:
    reviews = assigned()["reviews"]
    in_time = {0: reviews["in_time_of_year"], **dict(enumerate(reviews["in_time"], start=1))}
    return ReviewPlan(dict(enumerate(reviews["quarters"], start=1)), reviews["codes"], in_time)


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


def _number_known(chance: Random, known: list[Known], others: list[Life]) -> None:
    """Numbers and names that nobody else has."""
    taken = {life.name for life in others}
    number = 30_000
    for child in known:
        number += chance.randint(1, 9)
        child.number = f"FN{number}"
        while child.name in taken:
            child.name = names.child_name(chance, child.sex, child.name.split()[-1])
        taken.add(child.name)
