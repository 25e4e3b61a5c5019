"""A date typed as day, month and year, with an error that says which part is wrong."""

from __future__ import annotations

from datetime import date

from django import forms

#: nobody whom a review concerns was born before, and nothing is planned after: what lies outside is a slip
FIRST_YEAR, LAST_YEAR = 1980, 2100


class DayInput(forms.MultiWidget):
    def __init__(self, attrs: dict[str, str] | None = None) -> None:
        super().__init__([forms.TextInput(), forms.TextInput(), forms.TextInput()], attrs)

    def decompress(self, value: date | None) -> list[str]:
        return [str(value.day), str(value.month), str(value.year)] if value else ["", "", ""]


class DayField(forms.MultiValueField):
    """``what`` names the date in its messages: “Date of birth must include a year”."""

    widget = DayInput

    def __init__(self, *, what: str, required: bool = True, **kwargs: object) -> None:
        self.what = what
        parts = [forms.CharField(required=False, max_length=length) for length in (2, 2, 4)]
        super().__init__(parts, require_all_fields=False, required=required, **kwargs)

    def clean(self, value: list[str] | None) -> date | None:
        day, month, year = [(part or "").strip() for part in (value or ["", "", ""])]
        if not (day or month or year):
            if self.required:
                raise forms.ValidationError(f"Enter the {self.what}")
            return None
        missing = [name for name, part in (("day", day), ("month", month), ("year", year)) if not part]
        if missing:
            raise forms.ValidationError(f"The {self.what} must include a {' and a '.join(missing)}")
        if not (day.isdecimal() and month.isdecimal() and year.isdecimal() and len(year) == 4):
            raise forms.ValidationError(f"The {self.what} must be in figures, like 27 3 2016")
        if not FIRST_YEAR <= int(year) <= LAST_YEAR:
            raise forms.ValidationError(
                f"The {self.what} must be in a year from {FIRST_YEAR} to {LAST_YEAR}. Check the year"
            )
        try:
            return date(int(year), int(month), int(day))
        except ValueError:
            raise forms.ValidationError(f"The {self.what} must be a day that exists") from None

    def compress(self, data_list: list[str]) -> None:  # pragma: no cover - clean() answers before it is asked
        return None
