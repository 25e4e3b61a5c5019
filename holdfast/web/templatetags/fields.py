"""Draws one form field: which pattern it takes, and the control itself with what describes it."""

from __future__ import annotations

from django import forms, template
from django.forms import BoundField
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from holdfast.web.day_field import DayField

register = template.Library()

CLASSES = {
    forms.Textarea: "govuk-textarea",
    forms.Select: "govuk-select",
    forms.FileInput: "govuk-file-upload",
}


@register.filter
def field_kind(field: BoundField) -> str:
    widget = field.field.widget
    if isinstance(field.field, DayField):
        return "day"
    if isinstance(widget, forms.RadioSelect):
        return "radios"
    if isinstance(widget, forms.CheckboxInput):
        return "checkbox"
    return "control"


@register.simple_tag
def field_control(field: BoundField) -> SafeString:
    """The input, select or text area, tied to its hint and its error for those who hear the page."""
    widget = field.field.widget
    name = next((css for kind, css in CLASSES.items() if isinstance(widget, kind)), "govuk-input")
    extra = widget.attrs.get("class", "")
    css = f"{name} {extra} {name + '--error' if field.errors else ''}".split()
    described = [f"{field.auto_id}-hint"] if field.help_text else []
    described += [f"{field.auto_id}-error"] if field.errors else []
    attrs = {"class": " ".join(css)}
    if described:
        attrs["aria-describedby"] = " ".join(described)
    if field.errors:
        attrs["aria-invalid"] = "true"
    return field.as_widget(attrs=attrs)


@register.filter
def day_parts(field: BoundField) -> list[dict[str, object]]:
    """Day, month and year, each with what was typed; the first carries the field's own id for error links."""
    values = field.value()
    if not isinstance(values, list | tuple):
        values = field.field.widget.decompress(values)
    names = (("Day", 2, field.auto_id), ("Month", 2, f"{field.auto_id}_1"), ("Year", 4, f"{field.auto_id}_2"))
    return [
        {"label": label, "width": width, "id": id_, "name": f"{field.html_name}_{n}", "value": value or ""}
        for n, ((label, width, id_), value) in enumerate(zip(names, values, strict=True))
    ]


@register.simple_tag
def hidden_values(field: BoundField) -> SafeString:
    """What was typed, carried through the check page."""
    value = field.value()
    if isinstance(field.field, DayField):
        named = [(f"{field.html_name}_{n}", part) for n, part in enumerate(value)]
    else:
        named = [(field.html_name, value)]
    return format_html_join(
        "", '<input type="hidden" name="{}" value="{}">', ((n, v or "") for n, v in named)
    )


@register.filter
def item(mapping: dict, key: object) -> object:
    """The value of a key that is known only when the page is drawn."""
    return mapping.get(key)
