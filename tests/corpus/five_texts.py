"""Finds the five texts beside the checkout; they are their authors' and not in this repository."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from apps.domain.layout import Block, read_layout, shown

SHARED = Path(__file__).resolve().parents[3] / "shared"
SOURCES = ("kozyrev-2014", "nghiem-2025", "nguyen-2020", "russia-asean-2014", "zareba-2022")

NEEDS_THE_TEXTS = pytest.mark.skipif(
    not (SHARED / "sources").is_dir(),
    reason="THE FIVE TEXTS ARE NOT HERE: ../shared/sources is missing beside the checkout, "
    "so nothing about their layout is tested.",
)


@cache
def content_of(source: str) -> str:
    path = SHARED / "sources" / f"{source}.txt"
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


@cache
def layout_of(source: str) -> tuple[Block, ...]:
    return read_layout(content_of(source))


def texts_of(source: str, kind: str) -> list[str]:
    content = content_of(source)
    return [shown(content, block) for block in layout_of(source) if block.kind == kind]


def rows(name: str) -> list[dict[str, Any]]:
    path = SHARED / "layer" / f"{name}.jsonl"
    if not path.is_file():
        pytest.skip(f"THE FIRST PASS IS NOT HERE: ../shared/layer/{name}.jsonl is missing.")
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]
