"""Forms in which an editor corrects a proposal before accepting it."""

from __future__ import annotations

from dataclasses import replace

from django import forms
from django.http import QueryDict

from apps.claims.actions import draft_of
from apps.claims.drafts import PLAIN, ClaimDraft
from apps.claims.models import Claim
from apps.claims.terms import BASES, STATUS_FAMILIES
from apps.claims.written import ROLES, choices, filled
from apps.domain.refusals import Refusal
from apps.domain.units import UNITS
from apps.entities.fields import EntityField
from apps.ui.sheets.cells import as_pairs, pairs_in


class ClaimCorrectionForm(forms.Form):
    """What a proposed claim should say; what it prints, and where, stays."""

    subject = EntityField(max_length=80, help_text="By its slug.")
    roles = forms.CharField(required=False, max_length=500, help_text=f"As: {ROLES}")
    period = forms.CharField(required=False, max_length=40, help_text="EDTF: 2014 or 2017/2021.")
    reading = forms.CharField(max_length=250, help_text="As: 1056, over 60, 1.5..2, 2014-11-25.")
    unit = forms.ChoiceField(required=False, choices=choices(UNITS))
    basis = forms.ChoiceField(required=False, choices=choices(BASES))
    status = forms.ChoiceField(required=False, choices=choices(STATUS_FAMILIES))
    attribution = forms.CharField(required=False, max_length=300)
    note = forms.CharField(required=False, max_length=2000)

    def __init__(self, typed: QueryDict | None, *, claim: Claim) -> None:
        self.claim, self.stored = claim, draft_of(claim)
        said = {name: getattr(self.stored, name) for name in PLAIN}
        said |= {"subject": self.stored.subject, "roles": as_pairs(self.stored.roles)}
        super().__init__(typed, initial=said)

    def clean_roles(self) -> dict[str, str]:
        try:
            return filled(pairs_in(self.cleaned_data["roles"], ROLES), self.claim.measure)
        except Refusal as refusal:
            raise forms.ValidationError(str(refusal)) from refusal

    @property
    def draft(self) -> ClaimDraft:
        """What was typed, as the actions take it."""
        typed = self.cleaned_data
        words = {name: typed[name] for name in PLAIN}
        return replace(self.stored, subject=typed["subject"].slug, roles=typed["roles"], **words)


class MentionCorrectionForm(forms.Form):
    """Which entity a proposed mention names."""

    entity = EntityField(max_length=80, help_text="By its slug.")
