"""Forms about entities."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from apps.accounts.team_pages import ReasonedForm
from apps.entities.drafts import AliasDraft, EntityDraft
from apps.entities.fields import EntitiesField
from apps.entities.models import Entity
from apps.ui.sheets.cells import as_list

LINKS = ("part_of", "distinct_from")


class EntityForm(ReasonedForm):
    """An entity; its aliases stand below it in forms of their own."""

    part_of = EntitiesField(required=False, help_text="Slugs, as: southeast-asia; asean")
    distinct_from = EntitiesField(required=False, help_text="Not to be merged with these.")

    class Meta:
        model = Entity
        fields = ("slug", "label", "kind", "wikidata", "orcid", *LINKS, "note")
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            for name in LINKS:
                linked = getattr(self.instance, name).order_by("slug")
                self.initial[name] = as_list(linked.values_list("slug", flat=True))

    def draft(self, aliases: Iterable[AliasDraft]) -> EntityDraft:
        """What was typed, as the actions take it."""
        typed = self.cleaned_data
        return EntityDraft(
            slug=typed.get("slug") or self.instance.slug,
            label=typed["label"],
            kind=typed["kind"],
            wikidata=typed["wikidata"],
            orcid=typed["orcid"],
            note=typed["note"].replace("\r\n", "\n"),
            part_of=typed["part_of"],
            distinct_from=typed["distinct_from"],
            aliases=tuple(aliases),
        )
