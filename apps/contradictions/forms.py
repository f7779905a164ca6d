"""The form in which an editor gives a verdict."""

from __future__ import annotations

from typing import Any

from django import forms

from apps.claims.models import Claim
from apps.claims.places import heading, places_of
from apps.claims.wording import printed_with_unit
from apps.contradictions.actions import JUDGES_WRONG, SHORTEST_RATIONALE, VerdictDraft
from apps.contradictions.models import Contradiction, Draft, Opinion, Verdict
from apps.domain.units import UNITS

HINTS = {
    Verdict.Kind.SOURCE_WRONG: "misprint, unit or sum; give the corrected reading",
    Verdict.Kind.ONE_RIGHT: "choose the claim that is wrong",
    Verdict.Kind.BOTH_STAND: "they differ in scope, period, definition, price basis or vintage",
    Verdict.Kind.TRANSCRIPTION: "our claim is corrected, detection decides then",
    Verdict.Kind.ROUNDING: "the printed figures are both right as far as they go",
    Verdict.Kind.FALSE_ALARM: "counts against the rule's published precision",
    Verdict.Kind.UNDECIDED: "say what evidence would decide",
}


class VerdictForm(forms.Form):
    """Kind, the claims judged wrong, corrected reading or distinction, reason, evidence."""

    kind = forms.TypedChoiceField(
        choices=Verdict.Kind.choices,
        coerce=int,
        widget=forms.RadioSelect,
        label="What is the case?",
    )
    wrong: forms.ModelMultipleChoiceField[Claim] = forms.ModelMultipleChoiceField(
        queryset=Claim.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label="Which is wrong",
    )
    corrected_reading = forms.CharField(
        required=False, max_length=250, strip=True, label="Corrected reading"
    )
    corrected_unit = forms.ChoiceField(
        required=False,
        choices=[("", "as printed"), *((known.slug, known.label) for known in UNITS.values())],
        label="Its unit",
    )
    distinction = forms.CharField(required=False, max_length=250, label="In what they differ")
    would_decide = forms.CharField(required=False, max_length=250, label="What would decide it")
    rationale = forms.CharField(
        widget=forms.Textarea,
        max_length=20_000,
        min_length=SHORTEST_RATIONALE,
        label="Reason",
        error_messages={"required": "Write the reason: at least 10 characters."},
    )
    evidence = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 2}), required=False, max_length=2000, label="Evidence"
    )
    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)

    def __init__(self, *args: Any, contradiction: Contradiction, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.involved = [row.claim for row in contradiction.involvements.all()]
        wrong = self.fields["wrong"]
        assert isinstance(wrong, forms.ModelMultipleChoiceField)
        wrong.queryset = Claim.objects.filter(pk__in=[claim.pk for claim in self.involved])

    @property
    def wrong_choices(self) -> list[dict[str, Any]]:
        """A box for each claim of the case, named by its print and its place."""
        chosen = {str(value) for value in self["wrong"].value() or ()}
        places = places_of(self.involved)
        return [
            {
                "value": claim.pk,
                "id": f"id_wrong_{claim.pk}",
                "printed": printed_with_unit(claim),
                "heading": heading(claim, places[claim.pk]),
                "is_chosen": str(claim.pk) in chosen,
            }
            for claim in self.involved
        ]

    def clean(self) -> dict[str, Any]:
        """Kinds that judge a claim wrong need one; “both stand” needs what sets them apart."""
        cleaned = super().clean() or {}
        kind, wrong = cleaned.get("kind"), cleaned.get("wrong")
        if kind in JUDGES_WRONG and self.involved and not wrong:
            self.add_error("wrong", "This verdict needs the claim that is wrong: choose it.")
        if kind and kind not in JUDGES_WRONG and wrong:
            self.add_error("wrong", "This verdict judges no claim wrong: choose none.")
        if kind == Verdict.Kind.BOTH_STAND and not cleaned.get("distinction"):
            self.add_error("distinction", "Say in what they differ: scope, period, basis, vintage.")
        if kind == Verdict.Kind.UNDECIDED and not cleaned.get("would_decide"):
            self.add_error("would_decide", "Name the evidence that would decide.")
        return cleaned

    @property
    def verdict(self) -> VerdictDraft:
        """The cleaned form as an action takes it."""
        cleaned = self.cleaned_data
        return VerdictDraft(
            kind=Verdict.Kind(cleaned["kind"]),
            rationale=cleaned["rationale"],
            wrong=tuple(cleaned["wrong"]),
            corrected_reading=cleaned["corrected_reading"],
            corrected_unit=cleaned["corrected_unit"],
            distinction=cleaned["distinction"],
            would_decide=cleaned["would_decide"],
            evidence=cleaned["evidence"],
        )


def form_of(contradiction: Contradiction, draft: Draft | Opinion | None) -> VerdictForm:
    """The form as its author left it, or an empty one."""
    kept = dict(draft.typed) if draft is not None else {}
    several = {"wrong": kept.pop("wrong", [])}
    single = {name: values[0] for name, values in kept.items()}
    started = {"version": contradiction.version}
    return VerdictForm(contradiction=contradiction, initial={**single, **several, **started})
