"""What stands in a pack beside the figures: what came of concerns, praise, midway checks, audits, answers. Counts only.

Each list comes twice: as it is, and with small numbers hidden for readers who may not see the children behind them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from django.db.models import Exists, OuterRef, Q, QuerySet

from holdfast.casework.checking.models import WAS_RIGHT, ConferenceFinding, Trigger
from holdfast.casework.checking.models import PeerAudit as Audit
from holdfast.casework.checking.queries import agreement
from holdfast.casework.editions.packs_queries import Done
from holdfast.casework.footprint.models import Praise, Theme
from holdfast.casework.midway.models import MidwayAnswer, MidwayCheck, MidwayEntry
from holdfast.casework.people.models import Child
from holdfast.casework.records.models import DecisionStatus
from holdfast.casework.resolution.categories import all_categories
from holdfast.casework.resolution.models import Concern, Effect
from holdfast.domain import working_days
from holdfast.domain.reporting_year import Period
from holdfast.domain.resolution.categories import group_label
from holdfast.domain.wording import long_date
from holdfast.reports.gathering.pack_counts import Counts, hidden_or, share
from holdfast.reports.inputs import PackTable

PEOPLE_ONLY = "These are counts of officers’ work on reviews; none of them says anything of one child."


@dataclass(frozen=True)
class Among:
    """The children a pack counts, quarter by quarter, the quarter itself first; and the day it is read for."""

    children: Mapping[Period, QuerySet[Child]]
    team: str
    theme: str
    day: date

    @property
    def period(self) -> Period:
        return next(iter(self.children))

    @property
    def periods(self) -> tuple[Period, ...]:
        return tuple(self.children)


def every(among: Among, threshold: int) -> tuple[PackTable, ...]:
    """Every list of the pack with something in it; of a pack about one group of concerns, those about concerns."""
    heads = {one.code: one.group for one in all_categories(among.day)}
    closed = [_closed(among, period, heads) for period in among.periods]
    effects = _effects(among, closed)
    if among.theme:
        return _printed([effects], threshold)
    found = [*_printed([effects], threshold)]
    if closed[0]:
        found.append(_days(among, closed[0], heads, threshold))
    found += _printed([_praise(among), _decisions(among), _findings(among)], threshold)
    found += _midway(among, threshold)
    return tuple(found) if among.team else (*found, *_peers(among))


def _printed(lists: Iterable[Counts], threshold: int) -> tuple[PackTable, ...]:
    return tuple(one.table(threshold) for one in lists if not one.is_empty)


def said_and_done(done: Sequence[Done]) -> tuple[PackTable, ...]:
    """What was asked last time, and what those who read it did or will do; nothing where nobody was asked."""
    if not done:
        return ()
    answered = [one for one in done if one.text]
    rows = tuple((one.role, one.text, _when(one)) for one in answered)
    note = f"The pack of {done[0].quarter} was sent to {len(done)}; {len({one.receipt for one in answered})} answered."
    return (
        PackTable(
            "said_and_done",
            "What was done in answer to the pack before",
            ("Who", "What", "By"),
            rows,
            note,
            rows,
        ),
    )


def _when(one: Done) -> str:
    if one.nothing_needed:
        return "Nothing needed"
    return long_date(one.done_by) if one.done_by else "No day given"


# --- concerns ---------------------------------------------------------------------------------------------------


#: one that was closed: group, effect, raised on, closed on
Closed = tuple[str, str, date, date]


def _closed(among: Among, period: Period, heads: Mapping[str, str]) -> list[Closed]:
    """Concerns closed in the quarter, those taken back left out: group, effect, raised on, closed on."""
    found = Concern.objects.filter(
        child__in=among.children[period],
        closed_on__range=(period.starts, min(period.ends, among.day)),
    ).exclude(effect=Effect.WITHDRAWN)
    rows = found.order_by("pk").values_list("category", "effect", "raised_on", "closed_on")
    every = [(heads.get(code, ""), effect, raised, closed) for code, effect, raised, closed in rows]
    return [row for row in every if not among.theme or row[0] == among.theme]


def _effects(among: Among, closed: Sequence[list[Closed]]) -> Counts:
    return Counts(
        "concern_effects",
        "What came of concerns for the children, of those closed in the quarter",
        "Effect for the child",
        [(one.value, one.label) for one in Effect if one is not Effect.WITHDRAWN],
        {
            period.name: Counter(effect for _, effect, *_ in some)
            for period, some in zip(among.periods, closed, strict=True)
        },
        total="Concerns closed",
        note="A concern counts in the quarter it was closed in, whenever it was raised. Those taken back as none are "
        "left out.",
    )


def _days(among: Among, closed: list[Closed], heads: Mapping[str, str], threshold: int) -> PackTable:
    order = list(dict.fromkeys(heads.values()))
    counts = Counts(
        "days_by_group",
        "",
        "",
        [(head, group_label(head)) for head in order],
        {among.period.name: Counter(head for head, *_ in closed)},
        total="All groups",
    )
    shown = counts.shown(threshold)
    rows, safe = [], []
    for head, label in [*counts.lines, ("", counts.total)]:
        days = [
            working_days.count_between(raised, on) for h, _, raised, on in closed if not head or h == head
        ]
        words = (f"{median(days):g}", str(max(days))) if days else ("–", "–")
        key = (head, among.period.name)
        rows.append((label, str(len(days)), *words))
        small = 0 < len(days) <= threshold or shown[key] is None
        safe.append((label, hidden_or(shown[key]), *(("c", "c") if small else words)))
    return PackTable(
        "days_by_group",
        f"Working days from raised to closed, {among.period.name}",
        ("Group of concerns", "Closed (n)", "Median", "Longest"),
        tuple(rows),
        "Of concerns closed in the quarter, whenever they were raised.",
        tuple(safe),
    )


# --- praise and midway checks -----------------------------------------------------------------------------------


def _praise(among: Among) -> Counts:
    whose = {"team": among.team} if among.team else {}
    given = {
        period.name: Counter(
            Praise.objects.filter(
                given_on__range=(period.starts, min(period.ends, among.day)), taken_back_on=None, **whose
            ).values_list("theme", flat=True)
        )
        for period in among.periods
    }
    of_team = " A team’s is what its workers were given." if among.team else ""
    return Counts(
        "praise",
        "Good practice that officers praised, by theme",
        "Theme",
        [(one.value, one.label) for one in Theme],
        given,
        total="All praise",
        note=f"The words themselves stand on the page of praise, for those who may see the child.{of_team}",
    )


def _done(among: Among, period: Period) -> QuerySet[MidwayCheck]:
    return MidwayCheck.objects.filter(
        review__child__in=among.children[period],
        review__withdrawn_at__isnull=True,
        done_on__range=(period.starts, min(period.ends, among.day)),
    )


def _decisions(among: Among) -> Counts:
    """Where the decisions of the review before stood when they were asked about halfway."""
    found = {
        period.name: Counter(
            MidwayAnswer.objects.filter(check_of__in=_done(among, period)).values_list("status", flat=True)
        )
        for period in among.periods
    }
    return Counts(
        "midway_decisions",
        "Where decisions stood halfway to the next review",
        "Decision",
        [(one.value, one.label) for one in DecisionStatus],
        found,
        total="Decisions asked about",
        note="Of midway checks done in the quarter, as the social worker answered.",
    )


def _midway(among: Among, threshold: int) -> tuple[PackTable, ...]:
    """Of the checks done: with a challenge, with something that changed for the child. A check may have both."""
    kinds = (("challenge", "With a challenge"), ("effect", "With something that changed for the child"))
    columns = [period.name for period in among.periods]
    rows: dict[str, list[str]] = {label: [] for _, label in kinds}
    safe: dict[str, list[str]] = {label: [] for _, label in kinds}
    totals: list[int] = []
    for period in among.periods:
        done = _done(among, period)
        total = done.count()
        totals.append(total)
        for kind, label in kinds:
            n = done.filter(Exists(MidwayEntry.objects.filter(check_of=OuterRef("pk"), kind=kind))).count()
            pair = Counts(
                "", "", "", [("yes", ""), ("no", "")], {period.name: Counter(yes=n, no=total - n)}, ""
            )
            shown = pair.shown(threshold)
            rows[label].append(share(n, total))
            safe[label].append(share(shown["yes", period.name], shown["", period.name]))
    hidden = [hidden_or(None if 0 < total <= threshold else total) for total in totals]
    if not any(totals):
        return ()
    table = PackTable(
        "midway_effects",
        "What came of midway checks done in the quarter",
        ("Midway checks", *columns),
        (*((label, *cells) for label, cells in rows.items()), ("Checks done", *map(str, totals))),
        "As the officer entered it. A check may have both, so the lines do not add up.",
        (*((label, *cells) for label, cells in safe.items()), ("Checks done", *hidden)),
    )
    return (table,)


# --- audits -----------------------------------------------------------------------------------------------------


def _findings(among: Among) -> Counts:
    found = ConferenceFinding.objects.filter(
        quarter=among.period.name, protection__child__in=among.children[among.period], found_on__lte=among.day
    ).values_list("trigger", "was_right")
    by_list: dict[str, Counter[str]] = {one.label: Counter() for one in Trigger}
    for trigger, was_right in found:
        by_list[Trigger(trigger).label][was_right] += 1
    return Counts(
        "conference_findings",
        f"What the audit of conferences found, {among.period.name}: was it right?",
        "Was it right?",
        list(WAS_RIGHT.items()),
        by_list,
        total="Plans looked at",
        note="Plans on a list that were not looked at yet are not here.",
    )


def _peers(among: Among) -> tuple[PackTable, ...]:
    """Peer audits of the samples of the quarter's months: how many, and how far two officers agree."""
    period = among.period
    of_quarter = Q(sample__month__range=(period.starts, period.ends), sample__drawn_at__date__lte=among.day)
    audits = list(Audit.objects.filter(of_quarter).select_related("sample").order_by("id"))
    if not audits:
        return ()
    rated = [one for one in audits if one.rated_on and one.rated_on <= among.day]
    discussed = sum(bool(one.discussed_on and one.discussed_on <= among.day) for one in rated)
    rows = (
        ("Reviews drawn", str(len(audits))),
        ("Rated by a second officer", share(len(rated), len(audits))),
        ("Discussed by both", share(discussed, len(audits))),
    )
    same = tuple((one.question.text, share(one.linear.same, one.linear.pairs)) for one in agreement(rated))
    columns = (period.name,)
    return (
        PackTable("peer_audits", "Peer audits of reviews", ("Audits", *columns), rows, PEOPLE_ONLY, rows),
        PackTable(
            "peer_agreement",
            "How often two officers gave the same rating, of reviews both rated",
            ("Question", *columns),
            same,
            PEOPLE_ONLY,
            same,
        ),
    )
