"""Forms about sources."""

from __future__ import annotations

from typing import Any

from django import forms

from apps.accounts.team_pages import ReasonedForm
from apps.domain.refusals import Refusal
from apps.sources.actions import ENTERED
from apps.sources.models import Source
from apps.sources.written import NAME_PARTS
from apps.ui.sheets.cells import as_records, records_in


def names_in(typed: str) -> list[dict[str, str]]:
    """The people that a box names; what cannot be read is a mistake of that box."""
    try:
        return records_in(typed, NAME_PARTS)
    except Refusal as refusal:
        raise forms.ValidationError(str(refusal)) from refusal


class SourceForm(ReasonedForm):
    """A bibliographic work; authors are typed as they stand in a sheet."""

    authors = forms.CharField(
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Kozyrev | given=Vitaly; Zaręba | given=Michał; literal=An Institute",
    )
    translators = forms.CharField(
        required=False, widget=forms.Textarea(attrs={"rows": 1}), help_text="As authors."
    )

    class Meta:
        model = Source
        fields = ENTERED
        widgets = {"title": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("authors", "translators"):
            self.initial[name] = as_records(getattr(self.instance, name), NAME_PARTS)

    def clean_authors(self) -> list[dict[str, str]]:
        return names_in(self.cleaned_data["authors"])

    def clean_translators(self) -> list[dict[str, str]]:
        return names_in(self.cleaned_data["translators"])

    def fields_of_source(self) -> dict[str, Any]:
        """What the actions take; line ends as everywhere, whatever the browser sent."""
        return {
            name: value.replace("\r\n", "\n") if isinstance(value, str) else value
            for name, value in self.cleaned_data.items()
            if name in ENTERED
        }
