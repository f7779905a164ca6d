"""Admin pages of passages and mentions: only to look at, they are made in the reader."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from apps.accounts.team_pages import ReadOnlyPage
from apps.annotations.models import Mention, Passage


@admin.register(Passage)
class PassagePage(ReadOnlyPage):
    """Places in texts; what stands around them is read in the reader."""

    fields = ["text", "start", "end", "quote", "in_the_reader"]
    list_display = ["quote", "text", "start", "end"]
    list_filter = ["text__source", "text__kind"]
    search_fields = ["quote"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Passage]:
        passages = super().get_queryset(request).select_related("text__source")
        return passages.defer("text__content")

    @admin.display(description="in the reader")
    def in_the_reader(self, passage: Any) -> str:
        return format_html(
            '<a href="{}">open it there</a>', reverse("reading:passage", args=[passage.pk])
        )


@admin.register(Mention)
class MentionPage(ReadOnlyPage):
    """Which passage names which entity."""

    fields = ["passage", "entity", "review", "entered_by", "entered_at"]
    list_display = ["quote", "entity", "source", "review", "entered_by"]
    list_filter = ["review", "passage__text__source"]
    search_fields = ["passage__quote", "entity__label", "entity__slug"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Mention]:
        mentions = super().get_queryset(request).defer("passage__text__content")
        return mentions.select_related("passage__text__source", "entity", "entered_by")

    @admin.display(description="quote", ordering="passage__quote")
    def quote(self, mention: Any) -> str:
        return str(mention.passage.quote)

    @admin.display(description="source", ordering="passage__text__source")
    def source(self, mention: Any) -> str:
        return str(mention.passage.text.source.slug)
