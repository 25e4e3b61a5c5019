"""An account in words."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from holdfast.casework.access.models import User
from holdfast.casework.access.roles import SENTENCES, Role
from holdfast.domain.wording import weekday_and_date


@dataclass(frozen=True)
class Row:
    """A row of the summary list."""

    label: str
    value: str
    note: str = ""
    change_url: str = ""
    change_word: str = "Change"


@dataclass(frozen=True)
class Account:
    user: User

    @property
    def worker(self) -> str:
        return self.user.worker.name if hasattr(self.user, "worker") else ""

    @property
    def last_signed_in(self) -> str:
        if self.user.last_login is None:
            return "Never"
        at = timezone.localtime(self.user.last_login)
        return f"{weekday_and_date(at.date())}, {at:%H:%M}"

    @property
    def rows(self) -> list[Row]:
        user = self.user
        role = reverse("accounts_role", args=[user.public_id])
        return [
            Row("User name", user.username),
            Row("Role", user.get_role_display(), SENTENCES[Role(user.role)], role),
            Row("In the records as", self.worker or "Nobody: no child can be allocated to them"),
            Row("May sign in", "Yes" if user.is_active else "No, the account is closed"),
            Row("Signed in last", self.last_signed_in),
        ]
