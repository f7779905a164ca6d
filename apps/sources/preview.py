"""Shows what would become of a wording, before anything of it is stored."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from apps.domain.layout import Block as LayoutBlock
from apps.domain.layout import read_layout, removed, shown
from apps.domain.oddities import oddities
from apps.sources.decoding import Wording
from apps.sources.models import Block, Text

UNTOLD = ("wrap", "blank", "cell break")  # no word goes with them
LONGEST_SHOWN = 80
MOST_SHOWN = 60


@dataclass(frozen=True)
class Preview:
    """The layout that was found, what is left out, and what looks wrong."""

    characters: int
    words: int
    kinds: tuple[tuple[str, int], ...]
    headings: tuple[tuple[int, str], ...]
    tables: tuple[tuple[str, int, int], ...]
    removals: tuple[tuple[str, int, str], ...]
    oddities: tuple[str, ...]
    same: Text | None

    @property
    def is_known(self) -> bool:
        """Whether this very wording is here already."""
        return self.same is not None and self.same.is_installed


def preview_of(wording: Wording) -> Preview:
    """Lay the wording out and look at it; nothing is stored."""
    content = wording.content
    layout = read_layout(content)
    kinds = Counter(block.kind for block in layout)
    return Preview(
        characters=len(content),
        words=len(content.split()),
        kinds=tuple((Block.Kind(kind).label, count) for kind, count in kinds.most_common()),
        headings=tuple(
            (block.level, _shortened(shown(content, block)))
            for block in layout
            if block.kind == "heading"
        )[:MOST_SHOWN],
        tables=tuple(_table(content, layout, block) for block in layout if block.table is not None),
        removals=_removals(content, layout),
        oddities=tuple(oddities(content)),
        same=same_text(wording),
    )


def same_text(wording: Wording) -> Text | None:
    """A text of the same bytes, or of the same words where only line ends or the like differ."""
    texts = Text.objects.originals().select_related("source")
    same_bytes = texts.filter(sha256=wording.sha256).first()
    length = len(wording.content)
    return same_bytes or texts.filter(length=length, content=wording.content).first()


def _table(
    content: str, layout: tuple[LayoutBlock, ...], block: LayoutBlock
) -> tuple[str, int, int]:
    """What it is called, its rows and its columns."""
    place = layout.index(block)
    captions = (shown(content, b) for b in layout if b.of == place and b.kind == "caption")
    grid = block.table
    assert grid is not None
    return _shortened(next(captions, block.label or "without a caption")), grid.rows, grid.columns


def _removals(content: str, layout: tuple[LayoutBlock, ...]) -> tuple[tuple[str, int, str], ...]:
    """Why something is left out, how often, and the first of it."""
    found: dict[str, list[str]] = {}
    for start, end, reason in removed(content, layout):
        if reason not in UNTOLD:
            found.setdefault(reason, []).append(content[start:end])
    return tuple(
        (reason, len(pieces), _shortened(pieces[0])) for reason, pieces in sorted(found.items())
    )


def _shortened(words: str) -> str:
    joined = " ".join(words.split())
    return joined if len(joined) <= LONGEST_SHOWN else f"{joined[: LONGEST_SHOWN - 1]}…"
