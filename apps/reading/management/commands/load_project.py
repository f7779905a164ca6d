"""Loads a file that `dump_project` wrote into an empty database."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from apps.domain.refusals import Refusal
from apps.reading.project_file.loading import load_project
from apps.reading.project_file.reading import read_project


class Command(BaseCommand):
    """All or nothing: a line that does not fit is named, and nothing is stored."""

    help = "Loads people, sources, entities, claims, contradictions and verdicts; no passwords."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        try:
            with path.open("rb") as lines:
                file = read_project(lines)
            count = load_project(file=file, reason=f"load of {path.name}", tell=self.stdout.write)
        except OSError as error:
            raise CommandError(f"{path} cannot be read: {error.strerror}.") from error
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(f"{count:,} rows. Nobody has a password: manage.py changepassword NAME.")
