"""The screens are only a shortcut: they must hand on every group that a judge would flag."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from django.db import transaction
from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as st

from apps.claims.models import Claim
from apps.contradictions.detection import find, statements_of
from tests.contradictions.brute_force import fingerprints
from tests.world import World

READINGS = (
    "0 2 5 8 10 20 5..8 8..20 over_8 under_8 at_most_5 at_least_20 about_5 8_or_8000 8000"
).split()
PERIODS = (
    "2012 2013 2014 2015 2012/2013 2014/2015 2013/2014 2012/2015 2012-01/2013-12 2014-03 "
    "2014-01/2014-06 2014-07/2014-12 2014-03-01/2014-03-10 2014-03-11/2014-03-31 ../2013 2014~ "
    "2013/.. 2012/"
).split()
SHARES = "2 20 50 100 over_20 under_50 about_5 25..40".split()


@st.composite
def imports(draw: st.DrawFn) -> dict[str, Any]:
    supplier = draw(st.sampled_from(["norland", "sudland", "league", "ALL", "UNSPECIFIED"]))
    return {
        "reading": draw(st.sampled_from(READINGS)).replace("_", " "),
        "subject": draw(st.sampled_from(["karovia", "karovia", "tresia", "marches", "world"])),
        "roles": {"supplier": supplier},
        "period": draw(st.sampled_from(["2014", "2014", "", *PERIODS])),
        "sums": draw(st.sampled_from(["", "", "", "supplier", "subject"])),
    }


@st.composite
def through_time(draw: st.DrawFn) -> dict[str, Any]:
    """One series, so that its periods tile often."""
    return {
        "reading": draw(st.sampled_from(READINGS)).replace("_", " "),
        "period": draw(st.sampled_from(PERIODS)),
    }


@st.composite
def shares(draw: st.DrawFn) -> dict[str, Any]:
    measure = draw(st.sampled_from(["supplier-share", "recipient-share"]))
    roles = {"supplier": draw(st.sampled_from(["norland", "sudland", "ALL"]))}
    if measure == "recipient-share":
        roles["within"] = draw(st.sampled_from(["world", "marches"]))
    return {
        "reading": draw(st.sampled_from(SHARES)).replace("_", " "),
        "measure": measure,
        "subject": draw(st.sampled_from(["karovia", "marches"])),
        "roles": roles,
        "unit": "%",
        "basis": "tiv",
    }


worlds = st.one_of(
    st.lists(imports(), min_size=2, max_size=12),
    st.lists(through_time(), min_size=3, max_size=12),
    st.lists(st.one_of(imports(), shares()), min_size=3, max_size=12),
)


@settings(
    max_examples=30,
    phases=[Phase.reuse, Phase.generate],  # to shrink takes minutes; add Phase.shrink by hand
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(drawn=worlds)
def test_screens_miss_nothing_and_invent_nothing(world: World, drawn: list[dict[str, Any]]) -> None:
    with transaction.atomic():
        world.record(*(world.draft(fields.pop("reading"), **fields) for fields in deepcopy(drawn)))
        stated = statements_of(Claim.objects.in_words()).values()
        for statement in stated:
            note(f"{statement.reading} {statement.fact}")

        found = {finding.fingerprint for finding in find()}

        assert found == fingerprints(stated, list(Claim.objects.all()))
        transaction.set_rollback(True)
