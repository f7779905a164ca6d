"""Adds the wording of a source from a file; originals of the corpus are recognised."""

from __future__ import annotations

from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from apps.accounts.demonstration import CORPUS
from apps.accounts.models import User
from apps.annotations.models import Move
from apps.claims.revising import revise_text
from apps.domain.refusals import Refusal, quoted
from apps.sources.actions import add_source, add_text, install_original
from apps.sources.decoding import bytes_of, read_wording, sha256_of
from apps.sources.models import Rights, Source, Text

REASON = "text added on the command line"


class Command(BaseCommand):
    """An expected original needs nothing but its file; any other text needs its source."""

    help = "Add a plain text (UTF-8) as an expected original, or to a new or existing source."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--source", metavar="SLUG", help="the source that this is a text of")
        parser.add_argument("--title", help="for a source that is new")
        parser.add_argument("--published", default="", help="for a new source: EDTF, as 2014-03")
        parser.add_argument(
            "--revision", metavar="WHY", help="take the place of the source's present text"
        )
        parser.add_argument("--by", metavar="USERNAME", help="who adds it; needless for originals")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with transaction.atomic():
                text = _add(options)
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(
            f"Added {text}: {text.length:,} characters, {text.blocks.count()} blocks "
            f"(tables: {text.blocks.filter(kind='table').count()})."
        )
        if options["revision"] is not None:
            self.stdout.write(_told(text))


def _told(text: Text) -> str:
    """What became of the passages."""
    counts = Counter(text.moves.values_list("outcome", flat=True))
    outcomes = (f"{counts[value]:,} {label}" for value, label in Move.Outcome.choices)
    return f"Passages: {', '.join(outcomes)}. What is not moved waits for review."


def _add(options: dict[str, Any]) -> Text:
    path: Path = options["file"]
    raw = _wording_of(path)
    expected = Text.objects.originals().filter(sha256=sha256_of(raw)).first()
    if expected is not None and expected.source.slug == (options["source"] or expected.source.slug):
        if expected.is_installed:
            raise Refusal(f"{path.name} is installed already, as {expected}.")
        return install_original(text=expected, raw=raw, by=_person(options["by"] or CORPUS))
    _refuse_without_source(path, options["source"])
    by = _person(options["by"])
    if options["revision"] is not None:
        source = _known_source(options["source"])
        return revise_text(
            source=source, raw=raw, name=path.name, by=by, reason=options["revision"]
        )
    return add_text(source=_source(options, by), raw=raw, by=by, reason=REASON)


def _wording_of(path: Path) -> bytes:
    raw = bytes_of(path)
    # Refused here already, so that the file is named and not its source.
    read_wording(raw, path.name)
    return raw


def _person(username: str | None) -> User:
    person = User.objects.filter(username=username).first()
    if person is None:
        names = User.objects.order_by("username").values_list("username", flat=True)
        team = ", ".join(names) or "nobody yet"
        wrong = f"There is no person {quoted(username)}." if username else "Nobody adds it."
        raise Refusal(wrong, remedy=f"Say who adds it: --by USERNAME. There are: {team}.")
    return person


def _refuse_without_source(path: Path, slug: str | None) -> None:
    if not slug:
        known = ", ".join(Source.objects.values_list("slug", flat=True)) or "none"
        raise Refusal(
            f"{quoted(path.name)} is none of the expected originals.",
            remedy="Say what it is a text of: --source SLUG, and --title TITLE if the source is "
            f"new. There are: {known}.",
        )


def _known_source(slug: str) -> Source:
    source = Source.objects.filter(slug=slug).first()
    if source is None:
        raise Refusal(f"There is no source {quoted(slug)}.", remedy="Revise one that is here.")
    return source


def _source(options: dict[str, Any], by: User) -> Source:
    slug, title = options["source"], options["title"]
    source = Source.objects.filter(slug=slug).first()
    if source is None and not title:
        raise Refusal(f"There is no source {quoted(slug)}.", remedy="Give its --title to enter it.")
    return source or add_source(
        fields={
            "slug": slug,
            "title": title,
            "published": options["published"],
            "rights": Rights.EXCERPTS,
        },
        by=by,
        reason=REASON,
    )
