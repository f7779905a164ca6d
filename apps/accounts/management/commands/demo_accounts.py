"""Gives a demonstration its accounts, and prints how to log in with them."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from apps.accounts.demonstration import DEMO_ACCOUNTS, add_demo_accounts, is_demonstration


class Command(BaseCommand):
    """Makes nothing where the database is a real server."""

    help = "Create the accounts annotator, editor and admin; only with the embedded database."

    def handle(self, *args: Any, **options: Any) -> None:
        if not is_demonstration():
            self.stdout.write(
                "No demonstration accounts were made: DATABASE_URL names a real server, and "
                "their passwords are known to everybody. Use manage.py createsuperuser."
            )
            return
        made = add_demo_accounts()
        self.stdout.write(
            f"Demonstration accounts ({len(made)} new):" if made else "Demonstration accounts:"
        )
        for account in DEMO_ACCOUNTS:
            self.stdout.write(f"  {account.username:<10} password: {account.password}")
