"""Somebody to ask about a child, and another child they belong to."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from holdfast.casework.people.models import (
    Allocation,
    Child,
    Contact,
    Relation,
    TieKind,
    ToldHow,
    Version,
)
from holdfast.domain.wording import long_date
from holdfast.web.children.search import find
from holdfast.web.day_field import DayField
from holdfast.web.refusal import RefusableForm

#: how a tie is put on the page of one child: as it is kept, and the parent's side of it
SIBLING, PARENT_OF, CHILD_OF = "sibling", "parent", "child"
#: More children than this with one name are not told apart by a list.
MOST = 10


class ToldForm(RefusableForm):
    """Used by: the child’s page, which says when the child was told who their officer is."""

    told_how = forms.ChoiceField(
        label="How was the child told?",
        choices=ToldHow.choices,
        initial=ToldHow.WRITING,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how the child was told"},
    )
    told_on = DayField(label="When?", what="day the child was told")

    def __init__(self, allocation: Allocation, on: date, data: Any = None) -> None:
        self.on = on
        given = {"told_on": allocation.told_on or on, "told_how": allocation.told_how or ToldHow.WRITING}
        super().__init__(data, initial=given)

    def clean_told_on(self) -> date:
        told_on: date = self.cleaned_data["told_on"]
        if told_on > self.on:
            raise ValidationError("This day is still to come. Note it once the child has been told.")
        return told_on


class ContactForm(RefusableForm):
    """Name, relation and e-mail: invitations and consultation papers. Version: what is sent after a review."""

    name = forms.CharField(
        label="Name",
        max_length=200,
        error_messages={"required": "Enter their name"},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    relation = forms.ChoiceField(
        label="Who they are to the child",
        choices=[("", "Choose one"), *Relation.choices],
        error_messages={"required": "Choose who they are to the child"},
    )
    email = forms.EmailField(
        label="E-mail",
        required=False,
        help_text="Leave blank if they are asked by letter or in person",
        error_messages={"invalid": "Enter an e-mail address, like name@example.org"},
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    version = forms.ChoiceField(
        label="What they are entitled to receive after a review",
        choices=Version.choices,
        initial=Version.FULL,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what they receive"},
    )
    note = forms.CharField(
        label="How best to reach them",
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, contact: Contact | None = None, data: Any = None) -> None:
        given = {name: getattr(contact, name) for name in self.base_fields} if contact else {}
        super().__init__(data, initial=given)

    def changes(self) -> dict[str, Any]:
        """Only what was changed here, so that a colleague's change beside it stands."""
        return {name: self.cleaned_data[name] for name in self.changed_data}


class TieForm(RefusableForm):
    """Used when somebody is allocated: brothers and sisters together, parent and child apart."""

    words = forms.CharField(
        label="The other child",
        max_length=100,
        help_text="Name or number, as in the list of children; part of the name is enough",
        error_messages={"required": "Enter the other child’s name or number"},
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    other = forms.ChoiceField(
        label="Which of these",
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "Choose one of these"},
    )
    kind = forms.ChoiceField(
        label="The other child is",
        choices=[
            (SIBLING, "a brother or sister"),
            (PARENT_OF, "a child of this young person"),
            (CHILD_OF, "the parent of this child"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how they belong together"},
    )
    apart = forms.CharField(
        label="Why they are to have different officers",
        required=False,
        max_length=300,
        help_text="Leave blank where they may share one. For a parent and their child it needs no reason.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, child: Child, children: QuerySet[Child], data: Any = None) -> None:
        self.child, self.children = child, children.exclude(pk=child.pk)
        self.found: list[Child] = []
        super().__init__(data)
        if data is None:
            del self.fields["other"]
            return
        self.found = self._found(str(data.get("words", "")))
        if len(self.found) in range(2, MOST + 1):
            self.fields["other"].choices = [(str(one.public_id), _told(one)) for one in self.found]
        else:
            del self.fields["other"]

    def _found(self, words: str) -> list[Child]:
        ids = find(words, self.children.values_list("pk", "name", "number")).ids[: MOST + 1]
        by_id = self.children.in_bulk(ids)
        return [by_id[pk] for pk in ids]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if "words" not in given:
            return given
        chosen = [one for one in self.found if str(one.public_id) == given.get("other")]
        if not self.found:
            raise _about_words(
                "No other child you can see has this name or number. Check it, or ask your manager."
            )
        if len(self.found) > MOST:
            raise _about_words("Many children have this name. Enter the number, or more of the name.")
        if len(self.found) > 1 and not chosen and "other" not in self.errors:
            self.add_error("other", f"{len(self.found)} children fit. Choose which one it is")
        given["child"] = chosen[0] if chosen else self.found[0]
        return given

    def as_tie(self) -> dict[str, Any]:
        """What the action takes: ``child`` is the parent of ``other`` in a tie of parent and child."""
        given = self.cleaned_data
        pair = {"child": self.child, "other": given["child"]}
        if given["kind"] == CHILD_OF:
            pair = {"child": given["child"], "other": self.child}
        kind = TieKind.SIBLING if given["kind"] == SIBLING else TieKind.PARENT
        return {**pair, "kind": kind, "apart": given["apart"]}


def _about_words(sentence: str) -> ValidationError:
    return ValidationError({"words": sentence})


def _told(child: Child) -> str:
    born = f", born {long_date(child.born)}" if child.born else ""
    return f"{child}, {child.number}{born}" if child.name else f"{child.number}{born}"
