"""Imports, foreign keys and templates point down only."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from django.apps import apps

from project.env import CHECKOUT
from tests.architecture.repository import listed, read, templates
from tests.architecture.rooms import may_know, order

LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"
REFERENCE = re.compile(r"""{%-?\s*(include|extends)\s+("[^"]+"|'[^']+'|[^\s%]+)""")
TEMPLATES_OF_PACKAGES = ("admin/", "import_export/", "registration/")


def test_the_import_contracts_hold() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LINT, "--no-cache"], cwd=CHECKOUT, capture_output=True, text=True
    )

    assert done.returncode == 0, done.stdout + done.stderr


def test_every_room_stands_in_the_order() -> None:
    rooms = {path.name for path in (CHECKOUT / "apps").iterdir() if (path / "__init__.py").exists()}

    assert rooms == set(order()) - {"project"}


def test_foreign_keys_point_down() -> None:
    upward = [
        f"{model._meta.label}.{field.name} -> {field.related_model._meta.label}"
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label in order()
        for field in (*model._meta.fields, *model._meta.many_to_many)
        if field.related_model and field.related_model._meta.app_label in order()
        if not may_know(model._meta.app_label, field.related_model._meta.app_label)
    ]

    assert not upward, listed(upward)


def test_templates_include_and_extend_downward() -> None:
    upward = [
        f"{template} -> {other}"
        for template, other in references()
        if other.startswith(("'", '"'))
        and not other[1:].startswith(TEMPLATES_OF_PACKAGES)
        and not may_know(room_of(template), room_of(other.strip("'\"")))
    ]

    assert not upward, listed(upward)


def test_every_template_that_is_named_exists() -> None:
    missing = [
        f"{template} -> {other}"
        for template, other in references()
        if other.startswith(("'", '"'))
        and not other[1:].startswith(TEMPLATES_OF_PACKAGES)
        and not (CHECKOUT / "templates" / other.strip("'\"")).is_file()
    ]

    assert not missing, listed(missing)


def test_templates_name_what_they_include() -> None:
    unnamed = [template for template, other in references() if not other.startswith(("'", '"'))]

    assert not unnamed, listed(unnamed)


def references() -> list[tuple[str, str]]:
    """Each template with each name that it includes or extends, quoted if it is fixed."""
    return [
        (name.removeprefix("templates/"), other)
        for name in templates()
        for _, other in REFERENCE.findall(read(name))
    ]


def room_of(template: str) -> str:
    """The room that a template belongs to; those at the top are the frame of all pages."""
    folder = Path(template).parts[0]
    if "/" not in template:
        return "ui"
    return "reading" if folder == "admin" else folder
