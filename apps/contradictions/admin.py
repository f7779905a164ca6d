"""Admin pages of contradictions: only to look at, they are settled on their own pages."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from apps.accounts.team_pages import ReadOnlyPage, TeamInline
from apps.contradictions.models import Contradiction, Involvement, Step, Verdict


class InvolvementRows(TeamInline, admin.StackedInline):  # type: ignore[type-arg]
    """The claims that play a part."""

    model = Involvement
    fields = [("claim", "part"), "saw", "regret"]
    can_delete = False

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("claim")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Contradiction)
class ContradictionPage(ReadOnlyPage):
    """Detection finds them, editors settle them."""

    inlines = [InvolvementRows]
    beside = (Involvement,)
    fields = [
        "headline",
        "topic",
        "says",
        "rule",
        "severity",
        "state",
        "gap",
        "gap_in_ulps",
        "assigned_to",
        "settled_by",
        "found_at",
        "fingerprint",
        "version",
    ]
    list_display = ["headline", "topic", "rule", "severity", "state", "assigned_to"]
    list_filter = ["state", "severity", "rule"]
    list_select_related = ["assigned_to"]
    search_fields = ["headline", "topic", "fingerprint"]


@admin.register(Verdict)
class VerdictPage(ReadOnlyPage):
    """Answers that editors gave; they are never changed."""

    fields = [
        "contradiction",
        "kind",
        "rationale",
        "wrong_claims",
        "corrected_reading",
        "corrected_unit",
        "differ_in",
        "distinction",
        "evidence",
        "given_by",
        "given_at",
    ]
    list_display = ["contradiction", "kind", "given_by", "given_at"]
    list_filter = ["kind", "given_by"]
    list_select_related = ["contradiction", "given_by"]
    search_fields = ["rationale", "contradiction__headline"]


@admin.register(Step)
class StepPage(ReadOnlyPage):
    """The lines of the stories of contradictions."""

    fields = ["contradiction", "what", "says", "by", "at"]
    list_display = ["contradiction", "what", "says", "by", "at"]
    list_filter = ["what"]
    list_select_related = ["contradiction", "by"]
    search_fields = ["says", "contradiction__headline"]
