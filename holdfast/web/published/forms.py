"""What may be typed of populations and published figures. What a figure may be is asked of the reports' own rule."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from holdfast.casework.publishing.rules import EARLIEST_POPULATION
from holdfast.domain.codesets import ssda903
from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.language import Indicator, Measure
from holdfast.reports.checker.readers.limits import CannotRead
from holdfast.reports.comparator_file import MOST_BYTES, decoded, of_workbook
from holdfast.reports.comparator_line import FIRST_YEAR, LAST_YEAR, figure_of, groups_ever
from holdfast.reports.comparators import PUBLISHERS, Comparator
from holdfast.web.day_field import DayField
from holdfast.web.published.presenters import WHOSE

MOST_PEOPLE = 99_999_999
CHOOSE_FILE = "Choose a spreadsheet (Excel or CSV), or paste the lines"
TOO_LARGE = "The file is larger than 1 MB. Part it into several."
CHOOSE = ("", "Choose")
_WIDE = {"autocomplete": "off"}
_NUMBER = {"inputmode": "numeric", "autocomplete": "off", "class": "govuk-input--width-10"}
_HINTS = {
    Measure.SHARE: "A percentage, like 12.5. Leave it blank where only a count was printed",
    Measure.COUNT: "A count, like 191",
    Measure.MEAN: "An average, like 13.1",
    Measure.MEDIAN: "A number of working days, like 12.5",
    Measure.LONGEST: "A number of working days, like 64",
    Measure.PER_10000: "A rate per 10,000, like 53",
    Measure.FTE: "A number of full posts, like 4.2",
    Measure.PER_FTE: "A number for each full post, like 75",
}


def dated(what: str) -> DayField:
    """The day something was published, where it is known."""
    return DayField(
        what=what, required=False, label=f"{what.capitalize()} (optional)", help_text="For example, 8 12 2016"
    )


class PopulationForm(forms.Form):
    """How many people aged 0 to 17 live here. ``year`` is asked only where it is not settled by the address."""

    year = forms.ChoiceField(
        label="Year, April to March", widget=forms.Select(), help_text="The year whose figures it is for"
    )
    aged_0_17 = forms.CharField(
        label="People aged 0 to 17",
        max_length=20,
        widget=forms.TextInput(attrs=_NUMBER),
        help_text="As it was published, like 36,500",
        error_messages={"required": "Enter how many people aged 0 to 17 live in the area"},
    )
    source = forms.CharField(
        label="Source",
        max_length=300,
        widget=forms.TextInput(attrs=_WIDE),
        help_text="Who published it and when, like ONS mid-year estimate 2016",
        error_messages={"required": "Enter where the number was published"},
    )
    published_on = dated("date it was published")

    def __init__(
        self, *args: Any, asks_year: bool, taken: frozenset[int] = frozenset(), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.taken = taken
        if not asks_year:
            del self.fields["year"]
            return
        self.fields["year"].choices = _years(EARLIEST_POPULATION, ssda903.YEARS[-1])

    def clean_year(self) -> ReportingYear:
        year = ReportingYear.parse(self.cleaned_data["year"])
        if year.ending in self.taken:
            raise forms.ValidationError(f"A population is entered for {year}. Change that one from the list.")
        return year

    def clean_aged_0_17(self) -> int:
        given = self.cleaned_data["aged_0_17"].replace(",", "").replace(" ", "")
        if not (given.isascii() and given.isdigit()) or not 0 < int(given) <= MOST_PEOPLE:
            raise forms.ValidationError(
                f"The population must be a whole number from 1 to {MOST_PEOPLE:,}, like 36,500"
            )
        return int(given)


class FigureForm(forms.Form):
    """One published figure of a table. For one that stands, its place is settled and only what is said of it asked."""

    group = forms.ChoiceField(
        label="Which row of the table",
        widget=forms.Select(),
        error_messages={"required": "Choose the row of the table"},
    )
    period = forms.ChoiceField(
        label="Year, April to March", widget=forms.Select(), error_messages={"required": "Choose the year"}
    )
    publisher = forms.ChoiceField(
        label="Whose figure is it?",
        widget=forms.RadioSelect(),
        choices=[(key, WHOSE[whose]) for key, whose in PUBLISHERS.items()],
        error_messages={"required": "Choose whose figure it is"},
    )
    printed = forms.CharField(label="The number as it is printed", required=False, max_length=40)
    n = forms.CharField(
        label="How many were counted (n)",
        required=False,
        max_length=20,
        help_text="Only where it was printed. Nothing is worked out from it",
    )
    of = forms.CharField(
        label="Out of how many (N)", required=False, max_length=20, help_text="Only where it was printed"
    )
    source = forms.CharField(
        label="Source",
        max_length=300,
        help_text="Who published it, in what, which table. It is printed under the report’s table",
        error_messages={"required": "Enter where the figure was published"},
    )
    dated = dated("date it was published or collected")
    note = forms.CharField(
        label="What its reader must know",
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Such as another base than ours. It is printed under the report’s table",
    )

    def __init__(self, about: Indicator, *args: Any, stands: Comparator | None = None, **kwargs: Any) -> None:
        super().__init__(*args, initial=_as_typed(stands) if stands else None, **kwargs)
        self.about, self.stands = about, stands
        groups = groups_ever(about.table)
        for name in ("printed", "n", "of"):
            self.fields[name].widget.attrs.update({**_NUMBER, "inputmode": "decimal"})
        self.fields["source"].widget.attrs.update(_WIDE)
        if stands:
            for name in ("group", "period", "publisher"):
                del self.fields[name]
        else:
            self.fields["group"].choices = [CHOOSE, *((key, group.label) for key, group in groups.items())]
            self.fields["period"].choices = [CHOOSE, *_years(FIRST_YEAR, LAST_YEAR)]
        asked = [groups[stands.group]] if stands and stands.group in groups else groups.values()
        measures = {group.measure for group in asked}
        self.fields["printed"].help_text = ". ".join(_HINTS[m] for m in Measure if m in measures)
        if measures == {Measure.COUNT}:
            del self.fields["n"], self.fields["of"]

    def clean(self) -> dict[str, Any]:
        """The figure, or under each part what it must be."""
        given = super().clean() or self.cleaned_data
        place = {**_as_typed(self.stands), "publisher": "us"} if self.stands else {}
        day = given.get("dated")
        whole = {**place, "n": "", "of": "", **given, "dated": day.isoformat() if day else ""}
        found = figure_of({**whole, "table": self.about.table})
        if isinstance(found, Comparator):
            return {**given, "figure": found}
        for wrong in found:
            field = wrong.part if wrong.part in self.fields else None
            if field is None or field not in self.errors:
                self.add_error(field, _sentence(self, wrong.part, wrong.expected))
        return given


class SeveralForm(forms.Form):
    """Many lines: an Excel or CSV file, or what is pasted from a spreadsheet. ``text`` is the one or the other."""

    file = forms.FileField(
        label="A spreadsheet",
        required=False,
        help_text="Excel (.xlsx, its first sheet) or CSV, with the headings in its first line",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.txt,text/csv"}),
        error_messages={"empty": "The file is empty. Make it again, or paste the lines."},
    )
    text = forms.CharField(
        label="Or paste the lines",
        required=False,
        strip=False,
        max_length=MOST_BYTES,
        help_text="From a spreadsheet or a CSV file, with the headings in the first line",
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false", "autocomplete": "off"}),
    )

    def clean_file(self) -> UploadedFile | None:
        file = self.cleaned_data["file"]
        if file and file.size > MOST_BYTES:
            raise forms.ValidationError(TOO_LARGE)
        return file

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        file, text = given.get("file"), given.get("text", "")
        if file and text.strip():
            self.add_error("text", "Choose a file or paste lines, not both")
        elif not file and not text.strip() and not self.errors:
            self.add_error("file", CHOOSE_FILE)
        return {**given, "text": self._text_of(file) if file else text}

    def _text_of(self, file: UploadedFile) -> str:
        content = file.read()
        if not content.startswith(b"PK"):
            return decoded(content)
        try:
            return of_workbook(content)
        except CannotRead as why:
            self.add_error("file", str(why))
            return ""


def _years(first: int, last: int) -> list[tuple[str, str]]:
    years = [ReportingYear(ending).name for ending in range(last, first - 1, -1)]
    return [(name, name) for name in years]


def _as_typed(figure: Comparator) -> dict[str, Any]:
    """A figure as the parts somebody types."""
    key = next((key for key, whose in PUBLISHERS.items() if whose == figure.whose), figure.whose)
    numbers = {"printed": figure.value, "n": figure.numerator, "of": figure.denominator}
    return {
        "group": figure.group, "period": figure.period, "publisher": key, "source": figure.source,
        "note": figure.note, "dated": figure.dated,
        **{name: "" if value is None else str(value) for name, value in numbers.items()},
    }  # fmt: skip


def _sentence(form: forms.Form, part: str, expected: str) -> str:
    if part == "group":
        return "This year’s table has no such row. Choose another row or another year"
    label = str(form.fields[part].label) if part in form.fields else part.capitalize()
    return f"{label} must be {expected}"
