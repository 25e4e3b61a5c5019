"""Reviews after which the officer completed the quality monitor. Source: the service's own quality framework."""

from ibis import _

from holdfast.indicators import monitors
from holdfast.indicators.language import Better, Custody, Group, Indicator, Kind


def _of(key: str, label: str, kind: str) -> Group:
    of_kind = (_.kind == kind).fill_null(False)
    return Group(key, label, of_kind & monitors.COMPLETED, of_kind)


INDICATOR = Indicator(
    table="monitor_completion",
    title="Reviews with a completed quality monitor",
    kind=Kind.RATE,
    order=121,
    rows=monitors.reviews,
    row_is="completed review or conference",
    dates=("kind", *monitors.DATES),
    needs=("monitors",),
    groups=(
        _of("completed", "Reviews of children in care", "cypic"),
        _of("short_breaks", "Reviews of short breaks", "short_breaks"),
        _of("cp", "Child protection conferences", "cp"),
        _of("cin", "Reviews of children in need", "cin"),
    ),
    note=(
        "Of completed reviews, those whose monitor is completed; one that is half done is not. Our choice: a monitor "
        "counts in the period of its review's final meeting, whenever it was completed, so the figure of a period "
        "still grows while monitors are caught up with. The figures of the monitors can say no more than this share."
    ),
    custody=Custody(
        why="A judgement that was never written down helps no child, and a missing form is not a good rating.",
        definition="Of reviews and conferences completed in the period, those with a completed quality monitor.",
        source="Reviews and quality monitors of the service's own records.",
        owner="IRO manager",
        better=Better.HIGHER,
    ),
)
