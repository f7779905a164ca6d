"""The verdicts as an Atom feed, for those who follow the work from outside."""

from __future__ import annotations

from datetime import datetime

from django.contrib.syndication.views import Feed
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed

from apps.contradictions.models import Verdict

SHOWN = 50


class VerdictFeed(Feed):  # type: ignore[type-arg]
    """The newest verdicts, those that were replaced later among them."""

    feed_type = Atom1Feed
    title = "Variorum: verdicts"
    subtitle = "How contradictions between the sources were settled, and why."

    def link(self) -> str:
        return reverse("contradictions:queue") + "?state=settled"

    def feed_url(self) -> str:
        return reverse("contradictions:feed")

    def items(self) -> QuerySet[Verdict]:
        return Verdict.objects.in_full().order_by("-given_at", "-pk")[:SHOWN]

    def item_title(self, item: Verdict) -> str:
        return f"{item.contradiction.headline}: {item.get_kind_display().lower()}"

    def item_description(self, item: Verdict) -> str:
        return f"{item.contradiction.topic}. {item.rationale}"

    def item_link(self, item: Verdict) -> str:
        return f"{item.contradiction.get_absolute_url()}#verdict-{item.pk}"

    def item_author_name(self, item: Verdict) -> str:
        return item.given_by.display_name

    def item_pubdate(self, item: Verdict) -> datetime:
        return item.given_at

    def item_updateddate(self, item: Verdict) -> datetime:
        return item.given_at
