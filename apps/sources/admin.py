"""Admin pages of sources and of the revisions of their wording."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from apps.accounts.sheet_pages import SheetPage
from apps.accounts.team_pages import ReadOnlyPage
from apps.sources import actions
from apps.sources.forms import SourceForm
from apps.sources.models import Source, Text
from apps.sources.resources import SourceResource

NAMES = ("authors", "translators")
PUBLISHED = ("publisher", "issn")
STATED = ("licence", "licence_url", "rights_statement")


@admin.register(Source)
class SourcePage(SheetPage):
    """Bibliographic works. A slug stays: claims and addresses name it."""

    form = SourceForm
    resource_classes = [SourceResource]
    list_display = ["slug", "short_name", "title", "rights", "position"]
    list_filter = ["rights", "kind", "language"]
    search_fields = ["slug", "title", "container"]
    fieldsets = [
        (None, {"fields": ["slug", "title", *NAMES, "published", "kind", "language"]}),
        ("Where it appeared", {"fields": ["container", "volume", "issue", "pages", *PUBLISHED]}),
        (None, {"fields": ["doi", "url"]}),
        ("What the public may read", {"fields": ["rights", *STATED]}),
        (None, {"fields": ["position", "note", "reason"]}),
    ]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return ["slug"] if obj else []

    def save_model(self, request: HttpRequest, obj: Source, form: Any, change: bool) -> None:
        why = {"by": request.user, "reason": form.cleaned_data["reason"]}
        fields = form.fields_of_source()
        if change:
            stored = Source.objects.select_for_update().get(pk=obj.pk)
            actions.correct_source(source=stored, fields=fields, **why)
        else:
            obj.pk = actions.add_source(fields=fields, **why).pk


@admin.register(Text)
class TextPage(ReadOnlyPage):
    """Revisions by length and hash; their wording is read in the reader alone."""

    fields = ["source", "kind", "revision", "is_current", "wording", "length", "sha256", "added_at"]
    list_display = ["source", "kind", "revision", "is_current", "wording", "length", "sha256"]
    list_filter = ["kind", "is_current", "source"]
    search_fields = ["sha256", "source__slug"]
    list_select_related = ["source"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Text]:
        here = Q(content__isnull=False)
        texts: QuerySet[Text] = super().get_queryset(request).select_related("source")
        return texts.defer("content").annotate(has_wording=here)

    @admin.display(boolean=True, description="wording is here")
    def wording(self, text: Any) -> bool:
        return bool(text.has_wording)
