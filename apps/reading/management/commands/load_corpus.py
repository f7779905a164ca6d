"""Loads the demonstration corpus from fixtures/, and the originals that are found."""

from __future__ import annotations

import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from apps.domain.refusals import Refusal
from apps.reading.corpus.counting import lines_about_corpus, sums
from apps.reading.corpus.loading import load_corpus
from apps.sources.store import checkout


class Command(BaseCommand):
    """Repeatable: what is there stays, what people changed stays as they left it."""

    help = "Load sources, entities, measures, mentions and claims of the demonstration corpus."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--if-changed", action="store_true", help="do nothing if nothing is new since last time"
        )
        parser.add_argument(
            "--fixtures", type=Path, help="the folder of the fixture files (fixtures)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        started = time.monotonic()
        try:
            has_loaded = load_corpus(
                folder=options["fixtures"] or checkout() / "fixtures",
                only_if_changed=options["if_changed"],
                tell=self.stdout.write,
            )
        except Refusal as refusal:
            raise CommandError(f"Nothing was loaded. {refusal}") from refusal
        if not has_loaded:
            self.stdout.write(f"Corpus is up to date: {sums()}")
            return
        for line in lines_about_corpus():
            self.stdout.write(line)
        self.stdout.write(f"Loaded in {time.monotonic() - started:.1f} s.")
