"""Checks the numbers under which other authorities know an entity."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from apps.domain.orcid import wrong_orcid


def validate_orcid(number: str) -> None:
    """For forms and sheets."""
    if wrong := wrong_orcid(number):
        raise ValidationError(f"“{number}” {wrong}.")
