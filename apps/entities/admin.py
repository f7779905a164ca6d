"""Admin pages of the entities and their aliases."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from apps.accounts.sheet_pages import SheetPage
from apps.accounts.team_pages import TeamInline
from apps.entities.actions import record_entities
from apps.entities.corrections import rewrite_entities
from apps.entities.drafts import AliasDraft
from apps.entities.forms import EntityForm
from apps.entities.models import Alias, Entity
from apps.entities.resources import EntityResource


class AliasRows(TeamInline, admin.StackedInline):  # type: ignore[type-arg]
    """The other forms under which sources name the entity."""

    model = Alias
    extra = 1
    fields = [("form", "kind", "language")]


@admin.register(Entity)
class EntityPage(SheetPage):
    """The authority. A slug stays: claims and addresses name it."""

    form = EntityForm
    inlines = [AliasRows]
    beside = (Alias,)
    resource_classes = [EntityResource]
    list_display = ["slug", "label", "kind", "wikidata", "orcid"]
    list_filter = ["kind"]
    search_fields = ["slug", "label", "aliases__form", "wikidata", "orcid"]
    fieldsets = [
        (None, {"fields": ["slug", "label", "kind", "wikidata", "orcid"]}),
        ("Beside others", {"fields": ["part_of", "distinct_from"]}),
        (None, {"fields": ["note", "reason"]}),
    ]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return ["slug"] if obj else []

    def save_model(self, request: HttpRequest, obj: Entity, form: Any, change: bool) -> None:
        """Nothing yet: the aliases belong to the same act."""

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Enter the entity, or change it, together with its aliases."""
        draft = form.draft(_typed_aliases(formsets))
        why = {"by": request.user, "reason": form.cleaned_data["reason"]}
        if change:
            rewrite_entities(drafts=[draft], **why)
        else:
            form.instance.pk = record_entities(drafts=[draft], **why)[0].pk


def _typed_aliases(formsets: Any) -> Iterator[AliasDraft]:
    for formset in formsets:
        for form in formset.forms:
            typed = form.cleaned_data
            if typed.get("form") and not typed.get("DELETE"):
                yield AliasDraft(typed["form"], typed["kind"], typed["language"])
