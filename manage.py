#!/usr/bin/env python3
"""Django's commands, for example: .venv/bin/python manage.py shell."""

from __future__ import annotations

import os
import sys

from project.env import NonsenseSetting
from project.postgres.errors import EmbeddedServerError


def main() -> None:
    """Run one command; a wrong setting or a failing database is told without a traceback."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings")
    try:
        from django.core.management import execute_from_command_line
    except ImportError:
        sys.exit("Django is not installed here. Run script/setup, then .venv/bin/python manage.py.")
    try:
        execute_from_command_line(sys.argv)
    except (NonsenseSetting, EmbeddedServerError) as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
