"""`manage.py citations`: what the texts cite, and whether their bibliographies bear it out."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from apps.sources.cited_rows import citation_rows


class Command(BaseCommand):
    help = "Prints the citations of the current texts with the entries that they mean."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="one JSON object a line")
        parser.add_argument("--source", default="", help="only of the source with this slug")

    def handle(self, *args: Any, **options: Any) -> None:
        rows = list(citation_rows(options["source"]))
        for row in rows:
            if options["json"]:
                self.stdout.write(json.dumps(row, ensure_ascii=False))
            else:
                meant = "; ".join(entry["name"] for entry in row["entries"]) or "none"
                self.stdout.write(f"{row['source']} {row['cited']}: {row['outcome']}, {meant}")
        if not options["json"]:
            counts = Counter(row["outcome"] for row in rows)
            told = ", ".join(f"{counts[outcome]} {outcome}" for outcome in sorted(counts))
            self.stdout.write(f"{len(rows)} citations: {told or 'none'}.")
