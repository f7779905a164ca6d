"""The form in which an editor gives a verdict."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django import forms

from apps.claims.models import Claim
from apps.claims.places import heading, places_of
from apps.claims.wording import printed_with_unit
from apps.contradictions.actions import JUDGES_WRONG, SHORTEST_RATIONALE, VerdictDraft
from apps.contradictions.drafting import APART
from apps.contradictions.models import Contradiction, Draft, Opinion, Verdict
from apps.contradictions.settling import LONGEST_VALUE
from apps.domain.units import UNITS

BOTH = 2
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
        error_messages={"required": "No verdict is chosen: say what is the case."},
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
    differ_in = forms.ChoiceField(
        required=False,
        choices=[("", "choose a role"), *Verdict.Differing.choices],
        label="They differ in",
    )
    distinction = forms.CharField(required=False, max_length=250, label="In other words")
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
    version = forms.IntegerField(
        min_value=1,
        widget=forms.HiddenInput,
        error_messages={"required": "The version of the case is missing: open its page again."},
    )

    def __init__(self, *args: Any, contradiction: Contradiction, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.involved = [row.claim for row in contradiction.involvements.all()]
        wrong = self.fields["wrong"]
        assert isinstance(wrong, forms.ModelMultipleChoiceField)
        wrong.queryset = Claim.objects.filter(pk__in=[claim.pk for claim in self.involved])
        for claim in self.involved:
            self.fields[f"{APART}{claim.pk}"] = forms.CharField(
                required=False, max_length=LONGEST_VALUE, label=printed_with_unit(claim)
            )

    @cached_property
    def headings(self) -> dict[int, str]:
        """Where each claim of the case stands, in words."""
        places = places_of(self.involved)
        return {claim.pk: heading(claim, places[claim.pk]) for claim in self.involved}

    @property
    def apart_fields(self) -> list[dict[str, Any]]:
        """A field for each claim of the case: what it is in the role in which they differ."""
        return [
            {"field": self[f"{APART}{claim.pk}"], "heading": self.headings[claim.pk]}
            for claim in self.involved
        ]

    @property
    def wrong_choices(self) -> list[dict[str, Any]]:
        """A box for each claim of the case, named by its print and its place."""
        chosen = {str(value) for value in self["wrong"].value() or ()}
        return [
            {
                "value": claim.pk,
                "id": f"id_wrong_{claim.pk}",
                "printed": printed_with_unit(claim),
                "heading": self.headings[claim.pk],
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
        if kind == Verdict.Kind.BOTH_STAND:
            self._clean_apart(cleaned)
        if kind == Verdict.Kind.UNDECIDED and not cleaned.get("would_decide"):
            self.add_error("would_decide", "Name the evidence that would decide.")
        return cleaned

    def _clean_apart(self, cleaned: dict[str, Any]) -> None:
        role, told = cleaned.get("differ_in"), self._apart(cleaned)
        if not role and told:
            self.add_error("differ_in", "Choose the role in which the claims differ so.")
        elif not role and not cleaned.get("distinction"):
            self.add_error("differ_in", "Choose in what they differ: scope, period, basis.")
        elif role and len(self.involved) > 1 and len({v.casefold() for _, v in told}) < BOTH:
            self.add_error("differ_in", "Say of at least two claims what they are, each otherwise.")

    def _apart(self, cleaned: dict[str, Any]) -> list[tuple[Claim, str]]:
        told = [(claim, cleaned.get(f"{APART}{claim.pk}", "")) for claim in self.involved]
        return [(claim, value) for claim, value in told if value]

    @property
    def verdict(self) -> VerdictDraft:
        """The cleaned form as an action takes it."""
        cleaned = self.cleaned_data
        is_apart = cleaned["kind"] == Verdict.Kind.BOTH_STAND
        return VerdictDraft(
            kind=Verdict.Kind(cleaned["kind"]),
            rationale=cleaned["rationale"],
            wrong=tuple(cleaned["wrong"]),
            corrected_reading=cleaned["corrected_reading"],
            corrected_unit=cleaned["corrected_unit"],
            differ_in=cleaned["differ_in"] if is_apart else "",
            apart=tuple(self._apart(cleaned)) if is_apart else (),
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
