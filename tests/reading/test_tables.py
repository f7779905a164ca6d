"""Tables are real tables: heads, row heads, parts and panels."""

from __future__ import annotations

from apps.reading.marks import Mark, Spread
from apps.reading.tables import TableSetter, set_hidden_caption
from tests.reading.shown import cells_of

NO_MARKS: Spread[Mark] = Spread([])
CAPTION = set_hidden_caption("Table 9")


def test_rows_of_heads_at_the_top_are_the_head() -> None:
    content, cells = cells_of("h Year | h Mln USD", "r 2014 | v 1,056")

    html = TableSetter(cells, content, NO_MARKS).table(CAPTION, "en")

    assert html == (
        '<table class="source-table"><caption class="hidden">Table 9</caption>'
        '<thead><tr><th scope="col" data-runs="0-4">Year</th>'
        '<th scope="col" class="n" data-runs="5-12">Mln USD</th></tr></thead>'
        '<tbody><tr><th scope="row" data-runs="13-17">2014</th>'
        '<td class="n" data-runs="18-23">1,056</td></tr></tbody></table>'
    )


def test_pairs_beside_each_other_repeat_their_heads() -> None:
    content, cells = cells_of("h Year | h Mln | e | e", "r 2021 | v 72 | r 2016 | v 702")
    for cell in cells[4:]:
        cell.column_path = ["Year"] if cell.role == "row_head" else ["Mln"]

    html = TableSetter(cells, content, NO_MARKS).table(CAPTION, "en")

    assert '<th scope="col" class="gap">Year</th><th scope="col" class="n">Mln</th>' in html


def test_a_head_further_down_begins_a_new_part() -> None:
    content, cells = cells_of(
        "h Country | h2 2012–2016",
        "r Russia | v 86.6 | v 3,564",
        "e | h2 2002–2006",
        "r Russia | v 83.2 | v 530",
    )

    html = TableSetter(cells, content, NO_MARKS).table(CAPTION, "en")

    assert html.count("<tbody>") == 2
    start = content.index("2002–2006")
    assert f'<th scope="colgroup" colspan="2" data-runs="{start}-{start + 9}">' in html


def test_cells_of_words_stand_at_the_left() -> None:
    content, cells = cells_of(
        "h Type | h Quantity", "r Frigates | v 2 (initial), 6 (expected)", "r Boats | v unknown"
    )

    html = TableSetter(cells, content, NO_MARKS).table(CAPTION, "en")

    assert 'class="n"' not in html


def test_marks_lie_on_the_cell_they_belong_to() -> None:
    content, cells = cells_of("h Year | h Mln", "r 2014 | v 1,056")
    start = content.index("1,056")
    mark = Mark(start, start + 5, ("claim",), "#claim-1", "p-1")

    html = TableSetter(cells, content, Spread([mark])).table(CAPTION, "en")

    assert '<a class="mark claim" id="p-1" href="#claim-1">1,056</a></td>' in html
