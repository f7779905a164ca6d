"""`manage.py findings --json`: what a fresh detection finds, one object a line."""

from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from apps.contradictions.exchange import finding_rows


class Command(BaseCommand):
    help = "Prints every finding of a fresh detection over the stored claims."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="one JSON object a line")
        parser.add_argument(
            "--as-settled", action="store_true", help="leave out what verdicts take out"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        for row in finding_rows(is_as_settled=options["as_settled"]):
            if options["json"]:
                self.stdout.write(json.dumps(row, ensure_ascii=False))
            else:
                self.stdout.write(f"{row['severity']:9}{row['rule']}: {row['says']}")
