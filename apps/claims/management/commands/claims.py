"""`manage.py claims --json`: every accepted claim, one object a line."""

from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from apps.claims.exchange import claim_rows
from apps.claims.models import Claim


class Command(BaseCommand):
    help = "Prints every accepted claim with its fact key and its value as understood."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="one JSON object a line")

    def handle(self, *args: Any, **options: Any) -> None:
        for row in claim_rows(Claim.objects.accepted()):
            if options["json"]:
                self.stdout.write(json.dumps(row, ensure_ascii=False))
            else:
                self.stdout.write(f"{row['key']}: {row['low']} to {row['high']} {row['unit']}")
