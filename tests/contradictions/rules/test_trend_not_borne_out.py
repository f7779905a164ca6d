"""A trend that the figures do not bear out, drawn."""

from __future__ import annotations

import pytest

from apps.contradictions.findings import Finding, Severity
from apps.domain.periods import Period
from apps.domain.statements import Statement
from tests.contradictions.stating import judged, named, says


def trend(answer: str, period: str) -> Statement:
    return named(
        f"trend-{answer}",
        fact="trend",
        tells="direction",
        answer_in_words=answer.replace("-", " "),
        period=Period.read(period),
        topic=f"trend of the imports, {period}",
    )


def found(stated: Statement, *values: str) -> list[Finding]:
    """Values of the years from 2015 on."""
    told = tuple(says(figure, period=str(2015 + at)) for at, figure in enumerate(values))
    return judged("trend-not-borne-out", stated=(stated,), values=told)


def test_flags_a_year_that_goes_up_in_a_steady_fall() -> None:
    #   2015  2016  2017  2018
    #    855   909   783   604    falling steadily
    [finding] = found(trend("falling-steadily", "2015/2018"), "855", "909", "783", "604")

    assert finding.severity == Severity.LIKELY
    assert finding.gap_in_words == "at least 53 million USD"
    assert finding.says == (
        "For the trend of the imports, 2015/2018, Almanac states “falling steadily”; the figures "
        "rose from 855 in 2015 (Almanac) to 909 in 2016 (Almanac)."
    )


def test_flags_a_rise_that_ends_below_its_start() -> None:
    [finding] = found(trend("rising", "2015/2017"), "100", "300", "90")

    assert finding.headline == ("rising", "100 → 90")


def test_flags_as_an_advisory_where_the_period_is_vague() -> None:
    [finding] = found(trend("falling-steadily", "2015~/2016"), "855", "909")

    assert finding.severity == Severity.ADVISORY


def test_flags_as_an_advisory_a_rise_since_a_year_that_ends_lower() -> None:
    #   2012–2016  2017–2021
    #        150        113    rising since 2014
    values = tuple(
        says(figure, period=period)
        for figure, period in (("150", "2012/2016"), ("60", "2013"), ("113", "2017/2021"))
    )

    [finding] = judged("trend-not-borne-out", stated=(trend("rising", "2014/.."),), values=values)

    assert finding.severity == Severity.ADVISORY
    assert finding.headline[1] == "150 → 113"


@pytest.mark.parametrize(
    ("stated", "values"),
    [
        (trend("falling", "2015/2018"), ("855", "909", "783", "604")),
        (trend("falling-steadily", "2015/2017"), ("855", "855", "604")),
        (trend("falling", "2016/.."), ("855", "909", "783", "604")),
        (trend("falling-steadily", "2015/2016"), ("855", "about 909")),
        (trend("rising", "2015/2018"), ("100", "300", "90")),
        (trend("falling", "../2016"), ("855", "909")),
        (trend("level", "2015/2016"), ("855", "909")),
        (trend("falling-steadily", "2016/2018"), ("855", "909", "783", "604")),
    ],
)
def test_quiet_when_the_figures_allow_the_trend(stated: Statement, values: tuple[str, ...]) -> None:
    assert found(stated, *values) == []
