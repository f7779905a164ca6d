"""Which blocks share a row of the page."""

from __future__ import annotations

from apps.reading.groups import Line, groups


def a_line(
    kind: str, position: int, *, is_outside: bool = False, table_id: int | None = None
) -> Line:
    return Line(position + 1, position, kind, 0, "", 0, 0, is_outside, table_id)


def kinds(*blocks: str) -> list[list[str]]:
    lines = [a_line(kind, at) for at, kind in enumerate(blocks)]
    return [[line.kind for line in group.blocks] for group in groups(lines)]


def test_a_heading_stays_with_what_follows() -> None:
    assert kinds("heading", "paragraph", "paragraph") == [["heading", "paragraph"], ["paragraph"]]


def test_entries_of_a_list_stay_together() -> None:
    assert kinds("paragraph", "footnote", "footnote", "reference") == [
        ["paragraph"],
        ["footnote", "footnote"],
        ["reference"],
    ]


def test_captions_and_origins_belong_to_their_table() -> None:
    table = a_line("table", 2)
    caption = a_line("caption", 1, table_id=table.pk)
    origin = a_line("origin", 3, table_id=table.pk)

    [group] = groups([caption, table, origin])

    assert group.blocks == (table,)
    assert group.belongings == (caption, origin)


def test_another_work_is_never_in_a_row_with_the_source() -> None:
    heading = a_line("heading", 0, is_outside=True)
    paragraph = a_line("paragraph", 1)

    assert [group.is_outside for group in groups([heading, paragraph])] == [True, False]
