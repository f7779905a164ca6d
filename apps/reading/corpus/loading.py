"""Loads the demonstration corpus: all of it or nothing, and a second time nothing new."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from django.db import connection, transaction

from apps.accounts.demonstration import corpus_editors, corpus_person
from apps.accounts.models import User
from apps.annotations.actions import record_mentions, review_mentions
from apps.annotations.models import Mention, Review
from apps.claims.actions import reckon_again, record_measure
from apps.claims.changes import told_at_once
from apps.claims.models import Claim, Measure
from apps.claims.planning import know_tables
from apps.claims.record_edition import write_record_edition
from apps.domain.refusals import Refusal, quoted
from apps.entities.actions import correct_entities, record_entities
from apps.entities.drafts import EntityDraft
from apps.entities.models import Entity
from apps.entities.telling_apart import record_apart
from apps.reading.corpus.claims import NEWER, REASON, load_claims, reject_dropped
from apps.reading.corpus.history import changed_by_others
from apps.reading.corpus.rows import Row, blamed_on
from apps.reading.corpus.shelf import Shelf, fingerprint, measure_fields, source_fields
from apps.reading.corpus.verdicts import load_verdicts
from apps.sources.actions import (
    add_source,
    correct_source,
    expect_original,
    install_original,
    note_load,
    renew_layout,
)
from apps.sources.models import CorpusLoad, Source, Text
from apps.sources.store import recognised

# Any number will do, as long as nothing else locks by it.
LOCK = 7_264_155_021

Tell = Callable[[str], None]


@transaction.atomic
def load_corpus(*, folder: Path, only_if_changed: bool, tell: Tell) -> bool:
    """Load the fixtures of the folder; whether there was anything to do.

    Two servers that start at once take turns, and the second finds the work done.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
    shelf = Shelf.read(folder)
    known = [row.fields["text"]["sha256"] for row in shelf.rows["sources.json"]]
    installed = Text.objects.originals().installed().values_list("sha256", flat=True)
    files = recognised(set(known) - set(installed))
    state = fingerprint(folder, set(installed) | set(files))
    last = CorpusLoad.objects.first()
    is_new = last is None or last.fixture_sha256 != state
    if not is_new and only_if_changed:
        return False
    _load(shelf, files, corpus_person(), tell)
    if is_new:
        note_load(fixture_sha256=state)
    return True


def _load(shelf: Shelf, files: dict[str, Path], by: User, tell: Tell) -> None:
    # Contradictions come last: they name tables, which without originals the editions hold.
    with told_at_once(by):
        tell("Sources and texts …")
        _load_sources(shelf.rows["sources.json"], by)
        for text in Text.objects.originals().installed():
            renew_layout(text=text)
        for text in Text.objects.originals().filter(content=None, sha256__in=files):
            install_original(text=text, raw=files[text.sha256].read_bytes(), by=by)
        tell("Entities and measures …")
        with blamed_on(shelf.entity_rows()):
            _load_entities(shelf.entities(), by)
        with blamed_on(shelf.rows["look_alikes.jsonl"]):
            record_apart(reasons=shelf.look_alikes(), by=by)
        _load_statements(shelf, by, tell)
        know_tables()
        tell("Record editions …")
        for source in Source.objects.all():
            write_record_edition(source=source, by=by)
        tell("What contradicts what …")
    if shelf.rows["verdicts.jsonl"]:
        tell("Verdicts …")
        load_verdicts(shelf.rows["verdicts.jsonl"], editors=corpus_editors(), tell=tell)


def _load_statements(shelf: Shelf, by: User, tell: Tell) -> None:
    """Measures, mentions and claims, but for the texts that people revised."""
    misfits = _load_measures(shelf.rows["measures.json"], by)
    revised = _revised(shelf, tell)
    tell("Mentions …")
    with blamed_on(shelf.rows["mentions.jsonl"]):
        record_mentions(
            drafts=[draft for draft in shelf.mentions() if draft.source not in revised],
            by=by,
            reason=REASON,
            review=Review.ACCEPTED,
            revive=False,
        )
    _reject_dropped_mentions(shelf, revised, by)
    tell("Claims …")
    with blamed_on(shelf.rows["claims.jsonl"]):
        load_claims([d for d in shelf.claims() if d.source not in revised], by=by)
    reject_dropped({draft.key for draft in shelf.claims()}, by=by)
    reckon_again(claims=Claim.objects.filter(key__in=misfits), by=by, reason=NEWER)


def _reject_dropped_mentions(shelf: Shelf, revised: set[str], by: User) -> None:
    """Reject mentions that the corpus once held, now does not, and nobody else touched."""
    held = {(draft.source, draft.start, draft.end, draft.entity) for draft in shelf.mentions()}
    place = ("passage__text__source__slug", "passage__start", "passage__end", "entity__slug")
    rows = (
        Mention.objects.accepted()
        .filter(entered_by=by, passage__text__kind=Text.Kind.ORIGINAL)
        .exclude(passage__text__source__slug__in=revised)
        .exclude(pk__in=changed_by_others(Mention, by))
        .values_list("pk", *place)
    )
    dropped = [key for key, *placed in rows if tuple(placed) not in held]
    review_mentions(
        mentions=Mention.objects.filter(pk__in=dropped),
        review=Review.REJECTED,
        by=by,
        reason=NEWER,
    )


def _revised(shelf: Shelf, tell: Tell) -> set[str]:
    """The sources in whose place of the expected text people put another one."""
    rows = {row.fields["slug"]: row.fields["text"]["sha256"] for row in shelf.rows["sources.json"]}
    current = Text.objects.originals().current().values_list("source__slug", "sha256")
    revised = {slug for slug, sha256 in current if rows.get(slug, sha256) != sha256}
    for slug in sorted(revised):
        tell(f"  {slug} has a newer text: its passages and claims stay as they are.")
    return revised


def _load_sources(rows: list[Row], by: User) -> None:
    """Enter or correct the sources, and the wordings that are to be expected of them."""
    there = {source.slug: source for source in Source.objects.all()}
    theirs = changed_by_others(Source, by)
    for row in rows:
        slug, fields = row.fields["slug"], source_fields(row)
        with blamed_on([row]):
            source = there.get(slug) or add_source(fields=fields, by=by, reason=REASON)
            if source.pk not in theirs:
                correct_source(source=source, fields=fields, by=by, reason=NEWER)
            wording = {name: row.fields["text"][name] for name in ("sha256", "length")}
            expect_original(source=source, by=by, reason=REASON, **wording)


def _load_entities(drafts: list[EntityDraft], by: User) -> None:
    """Enter what is new; correct what changed in the fixture and nowhere else."""
    record_entities(drafts=drafts, by=by, reason=REASON, revive=False)
    theirs = changed_by_others(Entity, by)
    kept = set(Entity.objects.filter(pk__in=theirs).values_list("slug", flat=True))
    ours = [draft for draft in drafts if draft.slug not in kept]
    correct_entities(drafts=ours, by=by, reason=NEWER)


def _load_measures(rows: list[Row], by: User) -> set[str]:
    """Enter the measures; those that are of another come after it.

    Answers the keys of claims that do not fit a measure that changed, to be corrected next.
    """
    misfits: set[str] = set()
    measures = {measure.slug: measure for measure in Measure.objects.all()}
    theirs = changed_by_others(Measure, by)
    wholes = {row.fields["slug"]: row.fields.get("whole") for row in rows}
    for row in sorted(rows, key=lambda row: _depth(row.fields["slug"], wholes)):
        slug, whole = row.fields["slug"], row.fields.get("whole")
        if slug in measures and measures[slug].pk in theirs:
            continue
        with blamed_on([row]):
            fields = {**measure_fields(row), "whole": _whole(slug, whole, measures)}
            measures[slug] = record_measure(
                slug=slug, fields=fields, by=by, reason=REASON, misfits=misfits
            )
    return misfits


def _depth(slug: str, wholes: Mapping[str, str | None]) -> int:
    """How many measures come before this one; where they go round, as many as there are."""
    depth, whole = 0, wholes.get(slug)
    while whole and depth < len(wholes):
        depth, whole = depth + 1, wholes.get(whole)
    return depth


def _whole(slug: str, whole: str | None, measures: dict[str, Measure]) -> Measure | None:
    if whole and whole not in measures:
        raise Refusal(
            f"{quoted(slug)} is a share of {quoted(whole)}, which is no measure.",
            remedy="Enter that measure too.",
        )
    return measures[whole] if whole else None
