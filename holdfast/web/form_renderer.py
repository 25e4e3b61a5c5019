"""Forms are drawn by our own templates, in the patterns of GOV.UK Frontend, and work without JavaScript."""

from __future__ import annotations

from django.forms.renderers import TemplatesSetting


class FieldTemplates(TemplatesSetting):
    field_template_name = "components/field/field.html"
