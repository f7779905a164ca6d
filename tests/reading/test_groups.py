"""Which blocks share a row of the page."""

from __future__ import annotations

from apps.reading.groups import groups
from tests.reading.shown import a_block


def kinds(*blocks: str) -> list[list[str]]:
    stored = [a_block(kind, pk=at + 1, position=at) for at, kind in enumerate(blocks)]
    return [[block.kind for block in group.blocks] for group in groups(stored)]


def test_a_heading_stays_with_what_follows() -> None:
    assert kinds("heading", "paragraph", "paragraph") == [["heading", "paragraph"], ["paragraph"]]


def test_entries_of_a_list_stay_together() -> None:
    assert kinds("paragraph", "footnote", "footnote", "reference") == [
        ["paragraph"],
        ["footnote", "footnote"],
        ["reference"],
    ]


def test_captions_and_origins_belong_to_their_table() -> None:
    table = a_block("table", pk=5, position=2)
    caption = a_block("caption", pk=4, position=1, table=table)
    origin = a_block("origin", pk=6, position=3, table=table)

    [group] = groups([caption, table, origin])

    assert group.blocks == (table,)
    assert group.belongings == (caption, origin)


def test_another_work_is_never_in_a_row_with_the_source() -> None:
    heading = a_block("heading", pk=1, position=0, is_outside=True)
    paragraph = a_block("paragraph", pk=2, position=1)

    assert [group.is_outside for group in groups([heading, paragraph])] == [True, False]
