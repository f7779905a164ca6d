"""Forms about claims and measures."""

from __future__ import annotations

from typing import Any

from django import forms

from apps.accounts.sheet_forms import SheetConfirmForm, SheetImportForm
from apps.accounts.team_pages import ReasonedForm
from apps.annotations.models import Review
from apps.claims.drafts import ClaimDraft
from apps.claims.measures import ENTERED, draft_of_measure
from apps.claims.models import Claim, Measure
from apps.claims.terms import BASES, STATUS_FAMILIES
from apps.claims.written import ROLE_PARTS, ROLES, SUPPORT, as_support, choices, filled, support_in
from apps.domain.refusals import Refusal
from apps.domain.units import UNIT_FAMILIES, UNITS
from apps.entities.fields import EntityField
from apps.sources.models import Source
from apps.ui.sheets.cells import as_list, as_pairs, as_records, list_in, pairs_in, records_in

REVIEWS = [
    (Review.ACCEPTED.value, "accepted: they count at once"),
    (Review.PROPOSED.value, "proposed: an editor looks at them first"),
]


def _exact(typed: str) -> str:
    """Line ends as the texts have them; browsers send two characters for each."""
    return typed.replace("\r\n", "\n")


class ClaimForm(ReasonedForm):
    """The typed half of a claim, with its place; all the rest is derived."""

    source = forms.ModelChoiceField(Source.objects.all())
    measure = forms.ModelChoiceField(Measure.objects.all())
    subject = EntityField(help_text="By its slug.")
    printed = forms.CharField(
        strip=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="The exact characters of the source between start and end.",
    )
    start = forms.IntegerField(min_value=0, help_text="Characters from the beginning of the text.")
    end = forms.IntegerField(min_value=1)
    roles = forms.CharField(required=False, help_text=f"As: {ROLES}")
    unit = forms.ChoiceField(required=False, choices=choices(UNITS))
    basis = forms.ChoiceField(required=False, choices=choices(BASES))
    status = forms.ChoiceField(required=False, choices=choices(STATUS_FAMILIES))
    also = forms.CharField(required=False, help_text="Other keys of the same statement, with ;")
    support = forms.CharField(
        required=False, help_text=f"Other passages on which it stands, as: {SUPPORT}"
    )
    seen_version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Claim
        fields = [
            "key", "source", "printed", "measure", "subject", "period", "reading", "unit", "basis",
            "status", "attribution", "root", "sums", "note",
        ]  # fmt: skip
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}

    def clean_roles(self) -> dict[str, str]:
        try:
            return pairs_in(self.cleaned_data["roles"], ROLES)
        except Refusal as refusal:
            raise forms.ValidationError(str(refusal)) from refusal

    def clean_also(self) -> list[str]:
        return list_in(self.cleaned_data["also"])

    def clean_support(self) -> tuple[tuple[int, int], ...]:
        try:
            return support_in(self.cleaned_data["support"])
        except Refusal as refusal:
            raise forms.ValidationError(str(refusal)) from refusal

    def clean_printed(self) -> str:
        return _exact(self.cleaned_data["printed"])

    def clean_note(self) -> str:
        return _exact(self.cleaned_data["note"])

    def start_from(self, draft: ClaimDraft, version: int) -> None:
        """Show what a stored claim says."""
        self.initial.update(
            start=draft.start,
            end=draft.end,
            subject=draft.subject,
            roles=as_pairs(draft.roles),
            also=as_list(draft.also),
            support=as_support(draft.support),
            seen_version=version,
        )

    def draft(self) -> ClaimDraft:
        """What was typed, as the actions take it."""
        typed = {**self.cleaned_data}
        typed.pop("reason")
        typed.pop("seen_version")
        measure = typed["measure"]
        return ClaimDraft(
            **{
                **typed,
                "key": typed.get("key") or self.instance.key,
                "source": typed["source"].slug,
                "measure": measure.slug,
                "subject": typed["subject"].slug,
                "roles": filled(typed["roles"], measure),
                "also": tuple(typed["also"]),
            }
        )


class MeasureForm(ReasonedForm):
    """A measure; its roles are typed as they stand in a sheet."""

    roles = forms.CharField(
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="supplier | label=supplier | all_label=all suppliers | default=ALL",
    )
    unit_family = forms.ChoiceField(required=False, choices=choices(UNIT_FAMILIES))
    whole = forms.ModelChoiceField(
        Measure.objects.all(), required=False, help_text="For a share: what it is of."
    )

    class Meta:
        model = Measure
        fields = [*ENTERED, "whole"]
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["roles"] = as_records(self.instance.roles, ROLE_PARTS)

    def clean_roles(self) -> list[dict[str, str]]:
        try:
            found = records_in(self.cleaned_data["roles"], ROLE_PARTS)
        except Refusal as refusal:
            raise forms.ValidationError(str(refusal)) from refusal
        return [{**dict.fromkeys(ROLE_PARTS, ""), **role} for role in found]

    def clean_note(self) -> str:
        return _exact(self.cleaned_data["note"])

    def draft(self) -> dict[str, Any]:
        """What was typed, as the actions take it."""
        return draft_of_measure(self.instance)


class ClaimImportForm(SheetImportForm):
    """Asks besides how new claims are to be entered."""

    review = forms.ChoiceField(label="New claims are", choices=REVIEWS)


class ClaimConfirmForm(SheetConfirmForm):
    """Keeps that answer from the preview."""

    review = forms.ChoiceField(choices=REVIEWS, widget=forms.HiddenInput)


class ReviewForm(forms.Form):
    """Why claims are accepted or rejected."""

    reason = forms.CharField(
        min_length=3, max_length=300, help_text="It stays in the history of each of these claims."
    )
