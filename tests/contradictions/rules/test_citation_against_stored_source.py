"""Entries against the stored sources that they name."""

from __future__ import annotations

import pytest

from apps.sources.actions import add_source
from tests.contradictions.printing import found, printed, quotes

pytestmark = pytest.mark.django_db
RULE = "citation-against-stored-source"
MARSH = {
    "slug": "marsh",
    "title": "A bear comes home again",
    "authors": [{"family": "Marsh", "given": "Carl"}],
    "volume": "4",
    "pages": "282-99",
}


@pytest.mark.parametrize(
    ("fields", "headline"),
    [
        ({"published": "2012"}, "2013 ≠ 2012"),
        ({"published": "2013", "volume": "5"}, "4 ≠ 5"),
        ({"published": "2013", "pages": "282–289"}, "282–99 ≠ 282–289"),
    ],
)
def test_flags_a_part_that_the_source_itself_has_otherwise(
    fields: dict[str, str], headline: str
) -> None:
    add_source(fields={**MARSH, **fields}, by=None, reason="entered for a test")

    printed("The ties grew.")

    [case] = found(RULE)
    assert case.headline == headline
    assert quotes(case) == [headline.split(maxsplit=1)[0]]


def test_flags_it_too_when_the_source_is_entered_later() -> None:
    printed("The ties grew.")

    add_source(fields={**MARSH, "published": "2012"}, by=None, reason="entered for a test")

    assert [case.headline for case in found(RULE)] == ["2013 ≠ 2012"]


@pytest.mark.parametrize(
    "fields",
    [
        {"published": "2013-05-01"},
        {"published": "2012?"},
        {"published": "2013", "pages": "282-299"},
        {"published": "2012", "authors": [{"family": "Other"}]},
        {"published": "2012", "title": "A bear comes home at last, and stays"},
    ],
)
def test_quiet_when_it_is_the_same_or_another_or_not_known(fields: dict[str, object]) -> None:
    add_source(fields={**MARSH, **fields}, by=None, reason="entered for a test")

    printed("The ties grew.")

    assert found(RULE) == []
