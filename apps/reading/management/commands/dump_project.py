"""Writes the whole project into one file of JSON Lines."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction

from apps.reading.project_file.dumping import dumped
from apps.reading.project_file.extent import Extent


class Command(BaseCommand):
    """What is written is one moment; a file of that name is replaced when the new one is whole."""

    help = "Writes people, sources, entities, claims, contradictions and verdicts, a row a line."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--texts", action="store_true", help="the wording of the originals too")
        parser.add_argument("--history", action="store_true", help="what happened to each row too")
        parser.add_argument(
            "--public", action="store_true", help="only what everybody may read, and no log-ins"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["public"] and options["history"]:
            raise CommandError("The history names what was withdrawn: it is not for the public.")
        extent = Extent(
            has_texts=options["texts"],
            has_history=options["history"],
            is_public=options["public"],
        )
        path: Path = options["file"]
        unfinished = path.with_name(f"{path.name}.unfinished")
        try:
            count = _write(unfinished, extent)
            unfinished.replace(path)
        except OSError as error:
            raise CommandError(f"{path} cannot be written: {error.strerror}.") from error
        self.stdout.write(f"{count:,} lines in {path}.")


@transaction.atomic
def _write(path: Path, extent: Extent) -> int:
    if not connection.savepoint_ids:  # as the first query of a transaction only
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for line in dumped(extent):
            file.write(line)
            count += 1
    return count
