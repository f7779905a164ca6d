"""Named reads over sources and texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from apps.sources.models import Source, Text  # noqa: F401


class SourceQuerySet(models.QuerySet["Source"]):
    """Reads over bibliographic works."""

    def unwritten(self) -> SourceQuerySet:
        """Works with a wording, here or expected, whose record edition is stale or missing."""
        fresh = Q(texts__kind="record", texts__is_current=True, texts__is_stale=False)
        written = self.filter(fresh).values("pk")
        return self.filter(texts__kind="original").exclude(pk__in=written).distinct()

    def cited_by(self, source: Source) -> SourceQuerySet:
        """Works that the current text of this one cites."""
        return self.filter(cited_in__text__in=source.texts.originals().current()).distinct()

    def citing(self, source: Source) -> SourceQuerySet:
        """Works whose current text cites this one."""
        return self.filter(texts__is_current=True, texts__references__cites=source).distinct()

    def before(self, source: Source) -> Source | None:
        """The one that stands before it in lists."""
        here = Q(position=source.position, slug__lt=source.slug)
        earlier = self.filter(here | Q(position__lt=source.position))
        return earlier.order_by("-position", "-slug").first()

    def after(self, source: Source) -> Source | None:
        """The one that stands after it in lists."""
        here = Q(position=source.position, slug__gt=source.slug)
        later = self.filter(here | Q(position__gt=source.position))
        return later.order_by("position", "slug").first()


class TextQuerySet(models.QuerySet["Text"]):
    """Reads over revisions; the wording itself is loaded only where it is named."""

    def current(self) -> TextQuerySet:
        """The newest revision of each kind."""
        return self.filter(is_current=True)

    def originals(self) -> TextQuerySet:
        """The authors' own wordings, installed or not."""
        return self.filter(kind="original")

    def records(self) -> TextQuerySet:
        """Record editions, generated here."""
        return self.filter(kind="record")

    def installed(self) -> TextQuerySet:
        """Texts whose wording is here."""
        return self.filter(content__isnull=False)
