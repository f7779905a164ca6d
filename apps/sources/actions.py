"""What happens to sources: they are entered, and revisions of their wording are added."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from apps.accounts.history import because
from apps.accounts.models import User
from apps.domain.complaints import is_storable
from apps.domain.layout import Block as LayoutBlock
from apps.domain.refusals import Refusal, quoted
from apps.sources.blocks import store_blocks
from apps.sources.decoding import Wording, read_wording, sha256_of
from apps.sources.fitting import fit_passages
from apps.sources.laying import lay_out, lay_out_anew, name_sources_again
from apps.sources.models import CorpusLoad, Source, Text

ENTERED = tuple(field.name for field in Source._meta.fields if field.name != "id")

RESERVED = ("add",)


@transaction.atomic
def add_source(*, fields: Mapping[str, Any], by: User | None, reason: str) -> Source:
    """Enter a bibliographic work. Without stated rights it starts as excerpts."""
    slug = str(fields.get("slug", ""))
    _refuse_unknown_fields(slug, fields)
    if Source.objects.filter(slug=slug).exists():
        raise Refusal(
            f"There is a source {quoted(slug)} already.",
            remedy="Choose another slug, or change the one there is.",
        )
    if slug in RESERVED:
        raise Refusal(
            f"{quoted(slug)} is the address of another page.", remedy="Choose another slug."
        )
    source = Source(**fields)
    _refuse_what_does_not_fit(source)
    with because(by, reason):
        source.save()
        name_sources_again(by)
    return source


@transaction.atomic
def correct_source(
    *, source: Source, fields: Mapping[str, Any], by: User | None, reason: str
) -> Source:
    """Change what is known about a work; a Refusal says which field does not fit."""
    _refuse_unknown_fields(source.slug, fields)
    changed = [name for name, value in fields.items() if getattr(source, name) != value]
    for name in changed:
        setattr(source, name, fields[name])
    _refuse_what_does_not_fit(source)
    if changed:
        with because(by, reason):
            source.save(update_fields=changed)
            name_sources_again(by)
    return source


@transaction.atomic
def expect_original(
    *, source: Source, sha256: str, length: int, by: User | None, reason: str
) -> Text:
    """Register a wording that is known by its hash and is not installed here yet."""
    known = source.texts.originals().filter(sha256=sha256).first()
    if known is not None:
        return known
    if len(sha256) != 64 or set(sha256) - set("0123456789abcdef"):
        raise Refusal(
            f"The text of {source.slug} has no SHA-256 but {quoted(sha256)}.",
            remedy="Give the 64 hexadecimal digits, in lower case.",
        )
    with because(by, reason):
        return _next_revision(
            source, Text.Kind.ORIGINAL, Wording(content="", sha256=sha256), length=length
        )


@transaction.atomic
def add_text(*, source: Source, raw: bytes, by: User | None, reason: str) -> Text:
    """Add a revision of the source's wording; it becomes the current one."""
    wording = read_wording(raw, source.slug)
    same = Text.objects.originals().filter(sha256=wording.sha256).select_related("source").first()
    if same is not None and same.source == source and not same.is_installed:
        return install_original(text=same, raw=raw, by=by)
    if same is not None:
        raise Refusal(
            f"This wording is here already: {same}.",
            remedy="Add a file whose wording is new.",
        )
    _refuse_to_leave_passages_behind(source)
    return store_wording(source=source, wording=wording, by=by, reason=reason)


@transaction.atomic
def store_wording(*, source: Source, wording: Wording, by: User | None, reason: str) -> Text:
    """The wording as the current text of its source, laid out in blocks."""
    with because(by, reason):
        text = _next_revision(source, Text.Kind.ORIGINAL, wording)
        lay_out(text, by=by)
    mark_records_stale(sources=[source.pk])
    return text


@transaction.atomic
def add_source_with_text(*, fields: Mapping[str, Any], raw: bytes, by: User, reason: str) -> Source:
    """Enter a work together with its wording, both or neither."""
    source = add_source(fields=fields, by=by, reason=reason)
    add_text(source=source, raw=raw, by=by, reason=reason)
    return source


@transaction.atomic
def install_original(
    *, text: Text, raw: bytes, by: User | None, reason: str = "the original was found"
) -> Text:
    """Give the wording to a text that is known by its hash; its passages must fit it."""
    if text.is_installed:
        return text
    if sha256_of(raw) != text.sha256:
        raise Refusal(
            f"This file is not the original of {text.source.slug}: its SHA-256 begins with "
            f"{sha256_of(raw)[:12]}, expected was {text.sha256[:12]}.",
            remedy="Add it as a text of its own source, or as a new revision.",
        )
    wording = read_wording(raw, text.source.slug)
    if len(wording.content) != text.length:
        raise Refusal(
            f"The original of {text.source.slug} has {len(wording.content):,} characters; "
            f"{text.length:,} were expected.",
            remedy="Correct the length in the list of sources.",
        )
    with because(by, reason):
        text.content = wording.content
        text.save(update_fields=["content"])
        lay_out(text, by=by)
        fit_passages(text)
    mark_records_stale(sources=[text.source_id])
    return text


@transaction.atomic
def renew_layout(*, text: Text) -> bool:
    """Read the layout of an original anew; whether that gave other blocks than are stored.

    Blocks are derived from the wording and nothing points to them, so they have no history.
    """
    is_other = lay_out_anew(text)
    if is_other:
        mark_records_stale(sources=[text.source_id])
    return is_other


@transaction.atomic
def write_record_text(
    *, source: Source, content: str, blocks: Sequence[LayoutBlock], by: User | None, reason: str
) -> Text:
    """Store a record edition: the current one if it says just this, else a new revision."""
    wording = Wording(content=content, sha256=sha256_of(content.encode()))
    current = source.texts.records().current().first()
    if current is not None and current.sha256 == wording.sha256:
        source.texts.records().current().update(is_stale=False)
        return current
    with because(by, reason):
        text = _next_revision(source, Text.Kind.RECORD, wording)
        store_blocks(text, blocks)
    return text


@transaction.atomic
def mark_records_stale(*, sources: Iterable[int]) -> None:
    """Have the record editions of these sources, given by their keys, written anew when read."""
    records = Text.objects.records().current().filter(source__in=sources, is_stale=False)
    records.update(is_stale=True)


@transaction.atomic
def note_load(*, fixture_sha256: str) -> None:
    """Remember what was loaded from the fixtures."""
    CorpusLoad.objects.create(fixture_sha256=fixture_sha256)


def _next_revision(
    source: Source, kind: Text.Kind, wording: Wording, length: int | None = None
) -> Text:
    """The new current text of its kind; with a length, one whose wording is not here."""
    locked = Source.objects.select_for_update().get(pk=source.pk)
    of_kind = Text.objects.filter(source=locked, kind=kind)
    last = of_kind.order_by("revision").values_list("revision", flat=True).last()
    of_kind.filter(is_current=True).update(is_current=False)
    return Text.objects.create(
        source=source,
        kind=kind,
        revision=(last or 0) + 1,
        sha256=wording.sha256,
        length=len(wording.content) if length is None else length,
        content=wording.content if length is None else None,
    )


def _refuse_to_leave_passages_behind(source: Source) -> None:
    current = source.texts.originals().current().first()
    count = current.passages.count() if current is not None else 0
    if count:
        raise Refusal(
            f"{source.slug} has a text with {count:,} passages already.",
            remedy="Add this one as a revision of it, which takes them along.",
        )


def _refuse_unknown_fields(slug: str, fields: Mapping[str, Any]) -> None:
    unknown = sorted(set(fields) - set(ENTERED))
    if unknown:
        raise Refusal(
            f"The source {quoted(slug)} has a field that sources do not have: {unknown[0]}.",
            remedy=f"The fields are: {', '.join(ENTERED)}.",
        )


def _refuse_what_does_not_fit(source: Source) -> None:
    broken = [name for name in ENTERED if not is_storable(getattr(source, name))]
    if broken:
        raise Refusal(
            f"The source {quoted(source.slug)} cannot be entered. {broken[0]}: it holds a NUL or "
            "half a character, which cannot be stored.",
            remedy="Take that character out and try again.",
        )
    try:
        source.full_clean()
    except ValidationError as error:
        wrong = "; ".join(
            f"{name}: {' '.join(messages)}" for name, messages in error.message_dict.items()
        )
        raise Refusal(
            f"The source {quoted(source.slug)} cannot be entered. {wrong}",
            remedy="Correct these fields and try again.",
        ) from error
