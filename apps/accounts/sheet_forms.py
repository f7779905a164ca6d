"""The forms of an import: choose a file, look at what it would change, confirm just that."""

from __future__ import annotations

from typing import Any

from django import forms
from import_export.forms import ConfirmImportForm, ExportForm, ImportForm

from apps.domain.refusals import Refusal
from apps.ui.sheets.formats import SHEETS
from apps.ui.sheets.sheet import refuse_weight
from apps.ui.sheets.under_way import new_watch


def watch_field() -> forms.Field:
    """The name under which the page asks how far the import has come."""
    return forms.CharField(required=False, initial=new_watch, widget=forms.HiddenInput)


class SheetImportForm(ImportForm):  # type: ignore[misc]
    """Refuses a file by its size before anything of it is read."""

    import_file = forms.FileField(label="File", allow_empty_file=True)
    watch = watch_field()

    def clean_import_file(self) -> Any:
        chosen = self.cleaned_data["import_file"]
        try:
            refuse_weight(chosen.size or 0, chosen.name or "")
        except Refusal as refusal:
            raise forms.ValidationError(str(refusal)) from refusal
        return chosen


class SheetConfirmForm(ConfirmImportForm):  # type: ignore[misc]
    """Names the waiting file and what its preview showed."""

    original_file_name = forms.CharField(max_length=255, widget=forms.HiddenInput)
    format = forms.ChoiceField(
        choices=[(str(place), "") for place in range(len(SHEETS))], widget=forms.HiddenInput
    )
    resource = forms.RegexField("^0?$", required=False, widget=forms.HiddenInput)
    watch = watch_field()
    seen = forms.RegexField("^[0-9a-f]{64}$", widget=forms.HiddenInput)


class SheetExportForm(ExportForm):  # type: ignore[misc]
    """Always all columns, so that what goes out can come in again."""
