"""What is kept of wholes with very many parts, so that a save need not add all of them up."""

from __future__ import annotations

from django.db import models


class Room(models.Model):
    """By how much the parts of a whole may rise before they may exceed it together.

    Derived and never typed: see rooms.py. It is less than the truth rather than more.
    """

    whole_id = models.BigIntegerField(primary_key=True, help_text="Number of the fact.")
    spare = models.FloatField(help_text="In the base unit; none or less where they exceed it.")

    def __str__(self) -> str:
        return f"{self.spare} in {self.whole_id}"
