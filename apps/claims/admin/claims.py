"""Admin pages of the claims: entered, corrected, accepted and rejected, never deleted."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from apps.accounts.sheet_pages import SheetPage
from apps.annotations.models import Review
from apps.claims.actions import correct_claim, record_claims, review_claims
from apps.claims.forms import ClaimConfirmForm, ClaimForm, ClaimImportForm, ReviewForm
from apps.claims.models import Claim, ClaimRole, Evidence, Measure
from apps.claims.resources import ClaimResource
from apps.entities.models import Entity
from apps.ui.paging import KeysFirst

DERIVED = ("review", "is_judged_wrong", "entered_by", "entered_at", "fact_key")


@admin.register(Claim)
class ClaimPage(SheetPage):
    """What sources say. A key stays: addresses and other programs name it."""

    form = ClaimForm
    import_form_class = ClaimImportForm
    confirm_form_class = ClaimConfirmForm
    resource_classes = [ClaimResource]
    beside = (ClaimRole, Evidence)
    actions = ["accept_claims", "reject_claims"]
    list_display = ["key", "source", "printed", "measure", "subject", "period", "review"]
    list_filter = ["review", "is_judged_wrong", "source", "measure"]
    list_select_related = ["source", "measure", "subject"]
    search_fields = ["key", "printed", "subject__label", "subject__slug", "measure__slug"]
    search_help_text = "Part of a key or of what is printed, as written; a subject or measure."
    ordering = ["key"]
    list_per_page = 50
    paginator = KeysFirst
    fieldsets = [
        (None, {"fields": ["key", "source", ("start", "end"), "printed", "support"]}),
        ("What it says", {"fields": ["measure", "subject", "roles", "period", "reading", "unit"]}),
        ("How", {"fields": ["basis", "status", "attribution", "root", "sums"]}),
        (None, {"fields": ["also", "note", "reason", "seen_version"]}),
        ("Derived", {"fields": DERIVED}),
    ]

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        return self.fieldsets if obj else self.fieldsets[:-1]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return ["key", *DERIVED] if obj else []

    def get_search_results(
        self, request: HttpRequest, queryset: Any, search_term: str
    ) -> tuple[Any, bool]:
        for word in search_term.split():
            named = Q(label__icontains=word) | Q(slug__icontains=word)
            subjects, measures = (
                known.objects.filter(named).order_by().values("pk") for known in (Entity, Measure)
            )
            queryset = queryset.mentioning(word, subjects, measures)
        return queryset, False

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any):  # type: ignore[no-untyped-def]
        form = super().get_form(request, obj, change=change, **kwargs)
        if obj is None:
            return form
        [draft] = ClaimResource().stored(Claim.objects.filter(pk=obj.pk))

        class StartedForm(form):  # type: ignore[valid-type, misc]
            def __init__(self, *args: Any, **kwargs: Any) -> None:
                super().__init__(*args, **kwargs)
                self.start_from(draft, obj.version)

        return StartedForm

    def save_model(self, request: HttpRequest, obj: Claim, form: Any, change: bool) -> None:
        why = {"by": request.user, "reason": form.cleaned_data["reason"]}
        if change:
            version = form.cleaned_data["seen_version"] or 0
            correct_claim(claim=obj, draft=form.draft(), version=version, **why)
        else:
            [claim] = record_claims(drafts=[form.draft()], review=Review.ACCEPTED, **why)
            obj.pk = claim.pk

    def get_import_data_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        review = Review(kwargs["form"].cleaned_data["review"])
        return {**super().get_import_data_kwargs(**kwargs), "review": review}

    def get_confirm_form_initial(self, request: HttpRequest, import_form: Any) -> dict[str, Any]:
        initial: dict[str, Any] = super().get_confirm_form_initial(request, import_form)
        if import_form is not None:
            initial["review"] = import_form.cleaned_data["review"]
        return initial

    @admin.action(description="Accept the selected claims…")
    def accept_claims(self, request: HttpRequest, claims: QuerySet[Claim]) -> HttpResponse | None:
        return self._review(request, claims, Review.ACCEPTED, "accept_claims")

    @admin.action(description="Reject the selected claims…")
    def reject_claims(self, request: HttpRequest, claims: QuerySet[Claim]) -> HttpResponse | None:
        return self._review(request, claims, Review.REJECTED, "reject_claims")

    def _review(
        self, request: HttpRequest, claims: QuerySet[Claim], review: Review, action: str
    ) -> HttpResponse | None:
        """Ask why, then do it; None sends back to the list."""
        form = ReviewForm(request.POST if "reason" in request.POST else None)
        if form.is_valid():
            chosen = list(claims.exclude(review=review))
            why: dict[str, Any] = {"by": request.user, "reason": form.cleaned_data["reason"]}
            review_claims(claims=chosen, review=review, **why)
            done = f"{len(chosen)} claims are {review.label} now."
            self.message_user(request, done, messages.SUCCESS)
            return None
        context = {
            **self.admin_site.each_context(request),
            "title": f"Claims to be {review.label}",
            "opts": self.opts,
            "claims": claims,
            "form": form,
            "action": action,
            "checkbox": ACTION_CHECKBOX_NAME,
        }
        status = 422 if form.is_bound else 200
        return TemplateResponse(request, "admin/claims/review.html", context, status=status)
