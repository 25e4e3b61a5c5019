"""The one file of a report that is to be checked."""

from __future__ import annotations

from django import forms

from holdfast.reports.checker.readers.limits import MB, MOST_BYTES
from holdfast.reports.checker.reading import ENDINGS

TOO_LARGE = f"The file is larger than {MOST_BYTES // MB} MB. Leave out its pictures, or check it in parts."


class ReportForm(forms.Form):
    """A report as a file. What is in it is judged by the check itself."""

    file = forms.FileField(
        label="The report",
        help_text=f"Word (.docx), Excel (.xlsx), CSV, a web page or text, up to {MOST_BYTES // MB} MB",
        widget=forms.FileInput(attrs={"accept": ",".join(ENDINGS)}),
        error_messages={"required": "Choose the file of a report", "empty": "The file is empty."},
    )
