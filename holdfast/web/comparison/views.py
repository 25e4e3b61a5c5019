"""In the demonstration: every cell York printed for 2016/17 beside ours, equal or with the reason it cannot be."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from holdfast.casework.access.roles import Permission
from holdfast.demo import compare as comparing
from holdfast.indicators.registry import INDICATORS
from holdfast.web.comparison.presenters import by_table
from holdfast.web.demonstration import is_demonstration
from holdfast.web.doors import needs
from holdfast.web.figures import counting, opening
from holdfast.web.page import Page
from holdfast.web.today import today


@require_safe
@needs(Permission.SEE_FIGURES)
def comparison(request: HttpRequest) -> HttpResponse:
    """All cells, those that are not equal first. A council's own records have nothing to do with York."""
    if not is_demonstration(request):
        raise Http404
    compared = comparing.compare(counting.sources(today(request)))
    opens = {table for table, about in INDICATORS.items() if opening.opens(request.user, about)}
    context = {
        "page": Page.under("Beside what York published", "figures", ("Figures", "figures")),
        "closing": comparing.closing_count(compared),
        "tables": by_table(compared, opens),
        "unequal": [one for one in by_table(compared, opens, unequal=True) if one.lines],
    }
    return render(request, "comparison/comparison.html", context)
