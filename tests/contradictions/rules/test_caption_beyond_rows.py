"""A caption that its rows do not fill, drawn."""

from __future__ import annotations

import pytest

from apps.contradictions.findings import Finding, Severity
from tests.contradictions.stating import dated, judged, says


def found(caption: str, *years: str) -> list[Finding]:
    named = dated(caption, topic="period of Table 1")
    rows = tuple(says("100", period=year) for year in years)
    return judged("caption-beyond-rows", caption=(named,), rows=rows)


def test_flags_a_caption_that_runs_past_the_last_row() -> None:
    #   2001–2023
    #   2001 … 2022
    [finding] = found("2001/2023", "2022", "2001", "2010")

    assert finding.severity == Severity.LIKELY
    assert [part.name for part in finding.parts] == ["caption", "row", "row"]
    assert finding.says == (
        "Almanac gives 2001/2023 for the period of Table 1; its rows go from 2001 to 2022."
    )


def test_flags_a_row_outside_of_the_caption() -> None:
    [finding] = found("2001/2010", "2001", "2011")

    assert finding.headline == ("2001/2010", "2001 to 2011")


@pytest.mark.parametrize(
    ("caption", "years"),
    [
        ("2001/2022", ("2001", "2022")),
        ("2002/2021", ("2002/2006", "2007/2011", "2017/2021")),
        ("2001/2022", ("2001/2022",)),
        ("2001/2022", ("2010",)),
        ("2001/2022~", ("2001", "2021")),
    ],
)
def test_quiet_when_the_rows_fill_the_caption(caption: str, years: tuple[str, ...]) -> None:
    assert found(caption, *years) == []
