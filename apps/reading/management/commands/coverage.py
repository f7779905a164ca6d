"""`manage.py coverage`: which figures and names of the texts nothing takes up yet."""

from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from apps.annotations.models import Mention
from apps.claims.models import Evidence
from apps.domain.refusals import Refusal
from apps.entities.models import Alias
from apps.reading.coverage import Coverage, Taken, Token, coverage_of
from apps.reading.left_out import LeftOut, check_against, left_out_of
from apps.sources.blocks import layout_of
from apps.sources.models import Source, Text
from apps.sources.store import checkout

MOST_NAMES = 40
SAYS = {"figures": "claimed, named or left out with a reason", "names": "linked to an entity"}


class Command(BaseCommand):
    help = "Shares of figures and names that claims and mentions take up; the rest line by line."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="one JSON object a source")
        parser.add_argument("--source", help="the slug of one source")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            left_out = left_out_of(checkout() / "fixtures")
            missing = [
                source.slug
                for source in _wanted(options["source"])
                if not self._tell(source, left_out, as_json=options["json"])
            ]
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal
        if missing:
            raise CommandError(
                f"NOT MEASURED, for the original is not here: {', '.join(missing)}. "
                "Put the files into the folder that VARIORUM_TEXTS names and load the corpus."
            )

    def _tell(self, source: Source, left_out: list[LeftOut], *, as_json: bool) -> bool:
        """Print what is taken up of a source; False if its original is not installed, laid out."""
        text = source.texts.originals().current().installed().first()
        if text is None or not text.blocks.exists():
            return False
        covered = _coverage(text, [entry for entry in left_out if entry.source == source.slug])
        if as_json:
            told = {"source": source.slug, **{n: _plain(getattr(covered, n)) for n in SAYS}}
            self.stdout.write(json.dumps(told, ensure_ascii=False))
            return True
        for name, says in SAYS.items():
            taken: Taken = getattr(covered, name)
            self.stdout.write(
                f"{source.slug}: {taken.share:.1f} % of {taken.total} {name} {says} "
                f"({', '.join(f'{label} {count}' for label, count in taken.by.most_common())})"
            )
        for token in covered.figures.open:
            self.stdout.write(f"  line {token.line}, {token.start}–{token.end}: {token.printed}")
        for printed, count in covered.names.most_frequent[:MOST_NAMES]:
            self.stdout.write(f"  {count} × {printed}")
        return True


def _wanted(slug: str | None) -> list[Source]:
    sources = Source.objects.filter(slug=slug) if slug else Source.objects.all()
    if not sources:
        raise CommandError(f"There is no source {slug!r}." if slug else "Load the corpus first.")
    return list(sources)


def _coverage(text: Text, left_out: list[LeftOut]) -> Coverage:
    content = text.content or ""
    check_against(content, left_out)
    places = ("passage__start", "passage__end")
    claims = Evidence.objects.printing().filter(passage__text=text, claim__review="accepted")
    return coverage_of(
        content,
        layout_of(text),
        claims=list(claims.values_list(*places)),
        mentions=list(Mention.objects.accepted().in_text(text).values_list(*places)),
        left_out=[(entry.start, entry.end) for entry in left_out],
        adjectives=set(Alias.objects.filter(kind="adjective").values_list("form", flat=True)),
    )


def _plain(taken: Taken) -> dict[str, Any]:
    return {
        "total": taken.total,
        "share": round(taken.share, 2),
        "by": dict(taken.by),
        "open": [_placed(token) for token in taken.open],
    }


def _placed(token: Token) -> dict[str, Any]:
    return {
        "line": token.line,
        "start": token.start,
        "end": token.end,
        "printed": token.printed,
    }
