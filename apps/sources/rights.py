"""The one place that decides who may read which wording."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q

from apps.accounts.models import User
from apps.accounts.permissions import is_allowed
from apps.sources.models import Rights, Source, Text
from apps.sources.querysets import TextQuerySet

Person = User | AnonymousUser


@dataclass(frozen=True)
class Readable:
    """The current texts of a source that one person may read, and why one may be missing."""

    original: Text | None
    record: Text | None
    is_withheld: bool
    is_missing: bool

    @property
    def text(self) -> Text | None:
        """The one to open: the original where it can be read."""
        return self.original or self.record

    @property
    def has_choice(self) -> bool:
        """Whether there is another edition to switch to."""
        return self.original is not None and self.record is not None


def may_read_original(source: Source, person: Person) -> bool:
    """Whether the rights let this person read the author's own wording."""
    return source.rights == Rights.FULL or is_allowed(person, "read_everything")


def is_excerpted(source: Source) -> bool:
    """Whether the public reads excerpts beside the record edition; domain/excerpts says which."""
    return source.rights == Rights.EXCERPTS


def readable_texts(source: Source, person: Person) -> Readable:
    """The current texts of the source that this person may read; their content is deferred."""
    return readable_by(person, [source])[source.pk]


def readable_revision(source: Source, revision: int, person: Person) -> Text | None:
    """This revision of the author's wording, if it is here and the person may read it."""
    return _readable_revisions(source, person).filter(revision=revision).first()


def former_revisions(source: Source, person: Person) -> TextQuerySet:
    """The author's wordings whose place a better one took, if the person may read them."""
    return _readable_revisions(source, person).filter(is_current=False).order_by("revision")


def _readable_revisions(source: Source, person: Person) -> TextQuerySet:
    here = Text.objects.filter(source=source).originals().installed().defer("content")
    return here if may_read_original(source, person) else here.none()


def readable_text(source: Source, person: Person) -> Text | None:
    """The text to open for this person; None while the source has no text at all."""
    return readable_texts(source, person).text


def readable_by(person: Person, sources: Iterable[Source]) -> dict[int, Readable]:
    """For each source, by its key, what this person may read of it."""
    wanted = {source.pk: source for source in sources}
    texts: dict[int, dict[str, Text]] = {key: {} for key in wanted}
    current = Text.objects.current().filter(source__in=wanted).defer("content")
    for text in current.annotate(has_wording=Q(content__isnull=False)):
        texts[text.source_id][text.kind] = text
    return {key: _readable(wanted[key], person, texts[key]) for key in wanted}


def _readable(source: Source, person: Person, texts: dict[str, Text]) -> Readable:
    original = texts.get(Text.Kind.ORIGINAL)
    is_here = original is not None and bool(getattr(original, "has_wording", False))
    may_read = may_read_original(source, person)
    return Readable(
        original=original if is_here and may_read else None,
        record=texts.get(Text.Kind.RECORD),
        is_withheld=not may_read,
        is_missing=not is_here,
    )
