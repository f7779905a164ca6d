"""Indices that are printed as money."""

from __future__ import annotations

import pytest

from tests.contradictions.printing import found, printed, quotes

pytestmark = pytest.mark.django_db
RULE = "index-as-money"
TABLE = "Table 1. Arms imports\n\nYear\t{head}\n2014\t1,056\n2015\t735\n\nSource: {origin}.\n"


def test_flags_a_table_after_the_database_under_a_heading_of_money() -> None:
    printed(TABLE.format(head="Mln USD", origin="SIPRI, Arms Transfers Database"))

    [case] = found(RULE)

    assert (case.severity, quotes(case)) == ("advisory", ["Mln USD"])
    assert "they are an index and no prices" in case.says


def test_flags_a_sum_of_money_beside_the_name_of_the_index() -> None:
    printed("Annual TIVs went from USD 8 million to USD 294 million.")

    [case] = found(RULE)

    assert quotes(case) == ["USD 8 million"]


@pytest.mark.parametrize(
    "words",
    [
        TABLE.format(head="TIV", origin="SIPRI, Arms Transfers Database"),
        TABLE.format(head="Mln USD", origin="Customs Office"),
        "Trend indicator values (TIV) are reckoned in prices of 1990 USD.",
        "The six boats cost USD 300 million.",
    ],
)
def test_quiet_about_prices_and_plain_indices(words: str) -> None:
    printed(words)

    assert found(RULE) == []
