"""Early help and being a care leaver, and why a child stepped. Each form says in ``do`` what it does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms

from holdfast.casework.people.models import Child, Worker
from holdfast.casework.reviews.models import Review
from holdfast.casework.tiers.models import OtherTier, StepReason
from holdfast.casework.tiers.queries import meetings_to_name, reviewers_to_name
from holdfast.domain.wording import long_date
from holdfast.web.day_field import DayField
from holdfast.web.refusal import RefusableForm


class BeginForm(RefusableForm):
    """Read by the figure `steps`; the other tiers are read from care and plans."""

    tier = forms.ChoiceField(
        label="What",
        choices=OtherTier.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose early help or care leaver"},
    )
    started = DayField(label="From", what="first day")
    ended = DayField(
        label="To", what="last day", required=False, help_text="Leave blank for until further notice"
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, auto_id="id_begin_%s")


class EndForm(RefusableForm):
    """Read by the figure `steps`."""

    ended = DayField(label="Last day", what="last day")

    def __init__(self, key: str, on: date, data: Any = None) -> None:
        super().__init__(data, initial={"ended": on}, auto_id=f"id_end_{key}_%s")


@dataclass(frozen=True)
class Named:
    """What a step may name, by public id; read once for every form of the page."""

    reviews: dict[str, Review]
    reviewers: dict[str, Worker]

    @classmethod
    def of(cls, child: Child) -> Named:
        return cls(
            {str(one.public_id): one for one in meetings_to_name(child)},
            {str(one.public_id): one for one in reviewers_to_name(child)},
        )


class WhyForm(RefusableForm):
    """Read by whoever asks why children come back; the meeting and the reviewer by the audit of conferences."""

    reason = forms.CharField(
        label="Why the child moved to this tier",
        max_length=500,
        error_messages={"required": "Say why the child moved to this tier."},
        widget=forms.Textarea({"rows": 3}),
    )
    review = forms.ChoiceField(
        label="Decided at",
        required=False,
        error_messages={"invalid_choice": "This review is no longer on record. Choose again."},
    )
    reviewer = forms.ChoiceField(
        label="Who looked at it",
        required=False,
        error_messages={"invalid_choice": "This person is no longer on record. Choose again."},
    )

    def __init__(self, named: Named, on: date, said: StepReason | None, data: Any = None) -> None:
        given: dict[str, Any] = {"reason": said.reason} if said else {}
        if said and said.review:
            given["review"] = str(said.review.public_id)
        if said and said.reviewer:
            given["reviewer"] = str(said.reviewer.public_id)
        super().__init__(data, initial=given, auto_id=f"id_why_{on.isoformat()}_%s")
        self.named = named
        self.fields["review"].choices = [
            ("", "No review or conference"),
            *(
                (key, f"{one.get_kind_display()}, {long_date(one.held_on)}")
                for key, one in named.reviews.items()
            ),
        ]
        self.fields["reviewer"].choices = [
            ("", "Nobody on record"),
            *((key, one.name) for key, one in named.reviewers.items()),
        ]

    def clean_review(self) -> Review | None:
        return self.named.reviews.get(self.cleaned_data["review"])

    def clean_reviewer(self) -> Worker | None:
        return self.named.reviewers.get(self.cleaned_data["reviewer"])
