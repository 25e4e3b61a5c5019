"""What the child's page says at its top."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from holdfast.domain.wording import long_date
from holdfast.web.child.what_happened import entering, footprint_links
from holdfast.web.child_now import NEED, PROTECTION, SHORT_BREAKS, ChildNow, Responsible
from holdfast.web.code_words import NOT_RECORDED, words


@dataclass(frozen=True)
class Fact:
    """A row of the summary list: what the service knows, and where to correct it."""

    label: str
    value: str
    note: str = ""
    change_url: str = ""
    change_word: str = "Correct"


@dataclass(frozen=True)
class ChildPage:
    now: ChildNow
    can_correct: bool
    can_allocate: bool = False
    can_raise: bool = False

    @property
    def sentence(self) -> str:
        """“9 years old, in care since 14 May 2014: Full care order, foster placement…”"""
        now = self.now
        age = _age(now)
        if now.period is None:
            last = now.last_period
            left = f", left care on {long_date(last.ended)}" if last and last.ended else ", not in care"
            return age + left + _plans(now)
        since = "since" if now.period.start_known else "since before"
        return f"{age}, in care {since} {long_date(now.period.started)}{_plans(now)}"

    @property
    def nothing_due(self) -> str:
        """Why nothing is due, where nothing is."""
        if self.now.plans:
            return "No review is due on what is recorded."
        return "No review is due: the child is not in care."

    @property
    def actions(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """What may have happened, under its heading: (words, address). Only what can be entered now."""
        found = entering(self.now) if self.can_correct else []
        return [*found, ("What you did", footprint_links(self.now))] if self.can_raise else found

    @property
    def facts(self) -> list[Fact]:
        now = self.now
        child = now.child
        correct = reverse("child_correct", args=[child.public_id]) if self.can_correct else ""
        born = long_date(child.born) if child.born else NOT_RECORDED
        facts = [
            Fact("Name", child.name or NOT_RECORDED, change_url=correct),
            Fact("Number", child.number),
            Fact("Date of birth", born, change_url=correct),
            Fact("Sex", words("SEX", child.sex, now.on)),
            Fact("Ethnicity", words("ETHNIC", child.ethnicity, now.on)),
            self._responsible("Independent Reviewing Officer", now.iro, "child_iro"),
            self._responsible("Social worker", now.social_worker, "child_social_worker"),
        ]
        if now.period and now.placement and now.episode:
            known = "since" if now.placement.start_known else "since before"
            since = f"{known} {long_date(now.placement.started)}"
            if now.episode.is_temporary:
                since += f"; away for a while: {now.place}"
            home = words("PLACE", now.placement.home.place, now.on)
            facts += [
                Fact("Legal status", now.legal_status, f"since {long_date(now.legal_status_since)}"),
                Fact("Placement", home, since),
            ]
        last = long_date(now.reviews[-1]) if now.reviews else "None on record"
        facts.append(Fact("Last review", last, f"{len(now.reviews)} on record" if now.reviews else ""))
        return facts

    def _responsible(self, label: str, who: Responsible | None, page: str) -> Fact:
        change = reverse(page, args=[self.now.child.public_id]) if self.can_allocate else ""
        name, note = (who.name, f"since {long_date(who.since)}") if who else ("Nobody allocated", "")
        if who and who.told:
            note += f"; the child was told {who.told}"
        return Fact(label, name, note, change, "Change" if who else "Allocate")


PLANS = {
    SHORT_BREAKS: "on short breaks",
    PROTECTION: "with child protection",
    NEED: "with a child in need plan",
}


def _plans(now: ChildNow) -> str:
    """“, with child protection”."""
    return "".join(f", {words}" for kind, words in PLANS.items() if kind in now.plans)


def _age(now: ChildNow) -> str:
    if now.age is None:
        unborn = PROTECTION in now.plans and any(p.unborn for p in now.life.protections)
        return "Not born yet" if unborn and now.child.born is None else "Age not recorded"
    return f"{now.age} years old" if now.age else "Under one year old"
