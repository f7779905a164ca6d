"""Finds the blocks, tables and sentences of a plain text, and maps what is shown to its offsets."""

from __future__ import annotations

from apps.domain.layout.blocks import Block, Cell, Face, Kind, Role, Run, Style, Table
from apps.domain.layout.offsets import (
    block_at,
    content_offset,
    content_span,
    shown,
    shown_offset,
    shown_span,
)
from apps.domain.layout.reader import read_layout
from apps.domain.layout.removals import Reason, Removal, removed

__all__ = [
    "Block",
    "Cell",
    "Face",
    "Kind",
    "Reason",
    "Removal",
    "Role",
    "Run",
    "Style",
    "Table",
    "block_at",
    "content_offset",
    "content_span",
    "read_layout",
    "removed",
    "shown",
    "shown_offset",
    "shown_span",
]
