"""What moved between an edition and today, or between two editions: figures, the rows behind each, and why."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.audit.actions import record
from holdfast.casework.people.queries import children_behind_figures_for, note_shown
from holdfast.domain.wording import long_date
from holdfast.indicators.registry import INDICATORS
from holdfast.reports import moved
from holdfast.reports.causes import causes
from holdfast.web.doors import needs
from holdfast.web.editions.changed_words import ChangedRows, MovedTables
from holdfast.web.editions.opening import name_of, opened, under
from holdfast.web.editions.sides import Sides
from holdfast.web.figures import opening
from holdfast.web.figures.row_words import words_of
from holdfast.web.figures.workers import names_of
from holdfast.web.listing import listing
from holdfast.web.today import today


@require_safe
@needs(Permission.SEE_REPORT)
def compare(request: HttpRequest, edition_id: UUID) -> HttpResponse:
    """Every figure that is another, table by table, with the way to its rows."""
    sides = _sides(request, edition_id)
    record(by=request.user, verb="edition.compared", subject=sides.edition)
    found = moved.changed(sides.before.figures, sides.now.figures)
    context = {
        "page": under(sides.edition, "What moved since" if sides.other is None else "What differs"),
        "caption": name_of(sides.edition),
        "sides": sides,
        "moved": MovedTables(found, sides, request.user),
        "compared": f"{len(sides.before.figures):,}",
        "kept_day": long_date(sides.before.day),
        "now_day": long_date(sides.now.day),
    }
    return render(request, "editions/compare.html", context)


@require_safe
@needs(Permission.SEE_ROWS_BEHIND_FIGURES)
def rows(request: HttpRequest, edition_id: UUID, table: str, group: str) -> HttpResponse:
    """The rows that made one figure another: those that came, went or hold something else, each with why."""
    if table not in INDICATORS:
        raise Http404
    opening.check_opens(request.user, INDICATORS[table])
    sides = _sides(request, edition_id)
    if not sides.has_rows:
        raise Http404
    period, base = request.GET.get("period", sides.edition_year.name), request.GET.get("of") == "base"
    try:
        found = moved.rows_moved(sides.before.sources(), sides.now.sources(), table, group, period, base=base)
    except (KeyError, ValueError) as unknown:
        raise Http404 from unknown
    numbers = {one.child for one in found.every if one.child}
    children = {c.number: c for c in children_behind_figures_for(request.user).filter(number__in=numbers)}
    visible = [one for one in found.every if one.child is None or one.child in children]
    number = request.GET.get("page", "1")
    wanted = int(number) if number.isdecimal() and 0 < int(number) < 100_000 else 1
    shown = listing(visible, wanted, lambda nth: f"?{sides.query(period=period, base=base)}&page={nth}")
    on_page = {children[one.child].pk for one in shown.rows if one.child}
    note_shown(
        to=request.user,
        verb="edition.rows_compared",
        children=on_page,
        edition=sides.edition.pk,
        table=table,
        group=group,
        period=period.replace(" ", "-"),
        base=base,
    )
    held = [row for one in shown.rows for row in (one.before, one.now) if row is not None]
    context = {
        "page": under(sides.edition, f"{INDICATORS[table].title}, {period}"),
        "listing": shown,
        "changed": ChangedRows(
            shown.rows,
            children,
            causes(on_page, since=sides.since, until=sides.until),
            words_of(held),
            names_of(row["worker"] for row in held if row.get("worker")),
        ),
        "found": found,
        "not_shown": len(found.every) - len(visible),
        "sides": sides,
        "other_rows": f"?{sides.query(period=period, base=not base)}",
        "base": base,
        "back": f"{reverse('edition_moved', args=[edition_id])}?{sides.query()}",
        **sides.figure_words(table, group, period),
    }
    return render(request, "editions/rows.html", context)


def _sides(request: HttpRequest, edition_id: UUID) -> Sides:
    """The edition and what it is compared with: another one, or the records today."""
    found = opened(request, edition_id)
    other = None
    if with_what := request.GET.get("with", ""):
        try:
            other = opened(request, UUID(with_what))
        except ValueError as no_id:
            raise Http404 from no_id
        if other.pk == found.pk or (other.kind, other.team) != (found.kind, found.team):
            raise Http404
    return Sides(found, other, today(request))
