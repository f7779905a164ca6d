"""Admin pages of the measures."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from apps.accounts.sheet_pages import SheetPage
from apps.claims.forms import MeasureForm
from apps.claims.measures import record_measures
from apps.claims.models import Measure
from apps.claims.resources import MeasureResource


@admin.register(Measure)
class MeasurePage(SheetPage):
    """The controlled list of questions. A slug stays: claims and facts name it."""

    form = MeasureForm
    resource_classes = [MeasureResource]
    list_display = ["slug", "label", "kind", "unit_family", "whole"]
    list_filter = ["kind", "unit_family"]
    list_select_related = ["whole"]
    search_fields = ["slug", "label", "phrase"]
    fieldsets = [
        (None, {"fields": ["slug", "label", "phrase", "kind", "unit_family", "roles"]}),
        (
            "What may be reckoned",
            {
                "fields": [
                    "is_additive_over_time",
                    "additive_over",
                    "is_non_negative",
                    "is_functional",
                    "whole",
                    "share_over",
                    "tells",
                    "follows",
                ]
            },
        ),
        (None, {"fields": ["note", "reason"]}),
    ]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return ["slug"] if obj else []

    def save_model(self, request: HttpRequest, obj: Measure, form: Any, change: bool) -> None:
        why: dict[str, Any] = {"by": request.user, "reason": form.cleaned_data["reason"]}
        obj.pk = record_measures(drafts=[form.draft()], **why)[0].pk
