"""Entities as they are typed in forms: by their slugs, as in a sheet."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.html import format_html, format_html_join

from apps.entities.models import Entity
from apps.ui.sheets.cells import list_in
from apps.ui.sheets.rows import no_such


class SlugInput(forms.TextInput):
    """A text box that offers the slugs there are; it needs no script."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> Any:
        box = super().render(name, value, {**(attrs or {}), "list": f"{name}-slugs"}, renderer)
        known = Entity.objects.living().order_by("slug").values_list("slug", "label")
        offered = format_html_join("", '<option value="{}">{}</option>', known)
        return format_html('{}<datalist id="{}-slugs">{}</datalist>', box, name, offered)


class EntityField(forms.CharField):
    """One entity."""

    widget = SlugInput

    def clean(self, value: Any) -> Entity:
        slug = super().clean(value)
        found = Entity.objects.living().filter(slug=slug).first()
        if found is None:
            raise forms.ValidationError(no_such("entity", slug, _slugs()))
        return found


class EntitiesField(forms.CharField):
    """Several entities, with a semicolon between them; what is kept are their slugs."""

    def clean(self, value: Any) -> tuple[str, ...]:
        slugs = sorted(set(list_in(super().clean(value))))
        known = _slugs()
        unknown = [no_such("entity", slug, known) for slug in slugs if slug not in known]
        if unknown:
            raise forms.ValidationError(unknown)
        return tuple(slugs)


def _slugs() -> frozenset[str]:
    return frozenset(Entity.objects.living().values_list("slug", flat=True))
