"""`manage.py detect --all`: scan the whole network afresh."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from apps.contradictions.actions import detect


class Command(BaseCommand):
    help = "Brings the stored contradictions in line with a fresh detection over all claims."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--all", action="store_true", help="scan every claim")

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["all"]:
            raise CommandError("Say --all: changed claims are scanned as they are saved.")
        changed = detect(facts=None, by=None)
        self.stdout.write(
            f"{changed.found} found, {changed.reopened} reopened, {changed.withdrawn} withdrawn, "
            f"{changed.closed} closed by a verdict, {changed.standing} as they were."
        )
