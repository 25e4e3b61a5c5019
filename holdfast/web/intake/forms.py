"""What may be uploaded."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from holdfast.domain.codesets import ssda903
from holdfast.domain.reporting_year import ReportingYear
from holdfast.web.intake.parcel import KINDS, MOST_FILES


class Files(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One file or several, each of a kind the reader knows."""

    widget = Files(attrs={"accept": ",".join(KINDS)})

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        files = [super(FilesField, self).clean(one) for one in (data or [None])]
        if len(files) > MOST_FILES:
            raise forms.ValidationError(f"Choose fewer than {MOST_FILES} files, or put them into one zip.")
        other = [file.name for file in files if not str(file.name).lower().endswith(KINDS)]
        if other:
            raise forms.ValidationError(
                f"{other[0]} is neither CSV, XML nor zip. Leave it out and choose the others."
            )
        return files


class UploadForm(forms.Form):
    files = FilesField(
        label="Files of the return",
        help_text="The CSV files of a year, one XML file, or a zip with a folder for each year. "
        "Their names do not matter; a table is known by its columns.",
        error_messages={
            "required": "Choose the files of the return",
            "empty": "One of the files is empty. Make it again, or leave it out.",
        },
    )
    year = forms.ChoiceField(
        label="Which year is it?",
        required=False,
        widget=forms.Select(),
        help_text="Normally the files say. Choose only if the last episode in them began in another year.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        years = [ReportingYear(ending) for ending in reversed(ssda903.YEARS)]
        self.fields["year"].choices = [("", "As the files say"), *((year.name, year.name) for year in years)]

    def clean_year(self) -> ReportingYear | None:
        given = self.cleaned_data["year"]
        return ReportingYear.parse(given) if given else None
