"""Who is to sign in, in which role, with which password. Forms give clean values; the actions judge and write."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html

from holdfast.casework.access.models import User
from holdfast.casework.access.roles import SENTENCES, Role
from holdfast.casework.people.models import Worker
from holdfast.web.refusal import RefusableForm

TAKEN = "This user name is taken. Choose another."
SHORTEST = "At least 12 characters, such as a few words; not their name, and none that everybody uses"


class _Form(RefusableForm):
    """A name somebody else has is said to be taken."""

    instead = {"unique": TAKEN}


def _role() -> forms.ChoiceField:
    said = [
        (role.value, format_html("<strong>{}</strong><br>{}", role.label, SENTENCES[role])) for role in Role
    ]
    return forms.ChoiceField(
        label="Role",
        choices=said,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what they are to do"},
    )


class WorkerField(forms.ModelChoiceField):
    """A worker without an account, by an id that is theirs alone."""

    def __init__(self) -> None:
        super().__init__(
            Worker.objects.none(),
            label="Are they in the records already?",
            required=False,
            empty_label="No, or not one of these",
            to_field_name="public_id",
            blank=True,
            help_text="For an IRO or a social worker. Whoever you choose sees the children allocated to that name.",
            error_messages={"invalid_choice": "This worker has an account by now. Choose again."},
        )

    def to_python(self, value: Any) -> Worker | None:
        """An id that is none is answered like one that is nobody's."""
        try:
            return super().to_python(value)
        except ValidationError:
            raise ValidationError(self.error_messages["invalid_choice"], code="invalid_choice") from None


def _typed_password() -> forms.CharField:
    return forms.CharField(
        label="Password",
        required=False,
        strip=False,
        max_length=200,
        help_text=f"Leave blank and one is made for you to pass on. Or type one: {SHORTEST[0].lower()}{SHORTEST[1:]}.",
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )


class NewAccountForm(_Form):
    name = forms.CharField(
        label="Name",
        max_length=150,
        help_text="As colleagues know them; it stands beside what they do",
        error_messages={"required": "Enter their name"},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    username = forms.CharField(
        label="User name",
        max_length=150,
        help_text="What they type to sign in; capital letters count",
        error_messages={"required": "Enter a user name"},
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )
    role = _role()
    worker = WorkerField()
    password = _typed_password()

    def __init__(self, workers: Iterable[Worker], data: Any = None) -> None:
        super().__init__(data)
        _offer(self, workers)


class RoleForm(_Form):
    role = _role()
    worker = WorkerField()

    def __init__(self, user: User, workers: Iterable[Worker], data: Any = None) -> None:
        super().__init__(data, initial={"role": user.role})
        if hasattr(user, "worker"):
            del self.fields["worker"]
        else:
            _offer(self, workers)


def _offer(form: forms.Form, workers: Any) -> None:
    form.fields["worker"].queryset = workers


class PasswordForm(_Form):
    password = _typed_password()


class OwnPasswordForm(_Form):
    current = forms.CharField(
        label="Your password now",
        strip=False,
        error_messages={"required": "Enter the password you signed in with"},
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    password = forms.CharField(
        label="New password",
        strip=False,
        max_length=200,
        help_text=SHORTEST.replace("their name", "your name"),
        error_messages={"required": "Enter a new password"},
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label="New password once more",
        strip=False,
        error_messages={"required": "Enter the new password once more"},
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, user: User, data: Any = None) -> None:
        self.user = user
        super().__init__(data)

    def clean_current(self) -> str:
        if not self.user.check_password(self.cleaned_data["current"]):
            raise ValidationError("This is not the password you signed in with. Capital letters count.")
        return self.cleaned_data["current"]

    def clean_again(self) -> str:
        if "password" in self.cleaned_data and self.cleaned_data["again"] != self.cleaned_data["password"]:
            raise ValidationError("The two new passwords differ. Type the same one twice.")
        return self.cleaned_data["again"]
