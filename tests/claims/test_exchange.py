"""Claims and findings for other programs: every field that is promised, and how it is filled."""

from __future__ import annotations

import json
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from apps.claims.drafts import ALL, UNSPECIFIED
from apps.claims.exchange import claim_rows, passage_rows
from apps.claims.models import Claim
from apps.contradictions.exchange import finding_rows
from apps.contradictions.models import Contradiction
from tests.world import ALMANAC, World, disagree

CLAIM_FIELDS = ("key source measure subject roles period low high unit basis status fact").split()
FINDING_FIELDS = (
    "rule severity fingerprint claims passages sources gap says "
    "blame suspects candidates implied explanations"
).split()


def said_by(command: str, *words: str) -> str:
    out = StringIO()
    call_command(command, *words, stdout=out)
    return out.getvalue()


def rows_of(command: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in said_by(command, "--json").splitlines()]


def row(key: str) -> dict[str, Any]:
    [found] = [row for row in claim_rows(Claim.objects.all()) if row["key"] == key]
    return found


def test_claims_come_one_object_a_line_with_every_field(world: World) -> None:
    disagree(world)

    rows = rows_of("claims")

    assert len(rows) == 10
    assert all(list(row) == CLAIM_FIELDS for row in rows)
    assert [row["source"] for row in rows] == ["almanac"] * 7 + ["gazette"] * 3
    assert rows[0] == {
        "key": "almanac.arms-imports",
        "source": "almanac",
        "measure": "arms-imports",
        "subject": "karovia",
        "roles": {"supplier": "norland"},
        "period": "2014",
        "low": "109.5",
        "high": "110.5",
        "unit": "USD mln",
        "basis": "tiv",
        "status": "",
        "fact": "arms-imports|subject=karovia|supplier=norland|2014|tiv|actual",
    }


def test_only_accepted_claims_are_given_out(world: World) -> None:
    from apps.annotations.models import Review

    world.record(world.draft("100"), review=Review.PROPOSED)
    world.record(world.draft("200"), review=Review.REJECTED)

    assert rows_of("claims") == []


@pytest.mark.parametrize(
    ("reading", "low", "high"),
    [
        ("1056", "1055.5", "1056.5"),
        ("9.50", "9.495", "9.505"),
        ("over 60", "60", None),
        ("under 20", "0", "20"),
        ("about 10", "9", "11"),
        ("under 20 estimated", "0", "20"),
        ("1056 or 1.056", "1055.5", "1056.5"),
        ("1000", "999.5", "1000.5"),
    ],
)
def test_ends_are_in_the_printed_unit(
    world: World, reading: str, low: str | None, high: str | None
) -> None:
    claim = world.claim(reading)

    assert (row(claim.key)["low"], row(claim.key)["high"]) == (low, high)


@pytest.mark.parametrize(
    ("fields", "low", "high"),
    [
        ({"measure": "order-date", "reading": "2014-11"}, "2014-11-01", "2014-11-30"),
        ({"measure": "order-date", "reading": "2014/.."}, "2014-01-01", None),
        ({"measure": "event-place", "reading": "lindau"}, "lindau", "lindau"),
        ({"measure": "motto", "reading": "Bread and peace"}, "Bread and peace", "Bread and peace"),
        ({"measure": "importer-rank", "reading": "4", "unit": "rank"}, "4", "4"),
    ],
)
def test_ends_of_what_is_no_amount(
    world: World, fields: dict[str, str], low: str, high: str | None
) -> None:
    terms = {name: value for name, value in fields.items() if name != "reading"}
    [claim] = world.record(world.draft(fields["reading"], period="", **terms))

    assert (row(claim.key)["low"], row(claim.key)["high"]) == (low, high)


def test_roles_tell_all_from_unspecified(world: World) -> None:
    all_of_them, unsaid = world.claim("1", roles={"supplier": ALL}), world.claim("1", roles={})

    assert row(all_of_them.key)["roles"] == {"supplier": ALL}
    assert row(unsaid.key)["roles"] == {"supplier": UNSPECIFIED}


def test_passages_of_claims_are_places_in_the_originals(world: World) -> None:
    disagree(world)

    passages = passage_rows(Claim.objects.filter(key="almanac.arms-imports"))

    start = ALMANAC.index("110")
    assert passages == {
        "almanac.arms-imports": [{"source": "almanac", "start": start, "end": start + 3}]
    }


def test_findings_come_one_object_a_line_with_every_field(world: World) -> None:
    disagree(world)

    rows = rows_of("findings")

    assert all(list(row) == FINDING_FIELDS for row in rows)
    assert [row["rule"] for row in rows] == [
        "one-valued-attribute",
        "part-exceeds-whole",
        "same-fact-disjoint",
    ]
    assert rows == finding_rows()
    exceeds = rows[1]
    assert exceeds["claims"] == ["almanac.arms-imports", "gazette.arms-imports"]
    assert exceeds["sources"] == ["almanac", "gazette"]
    assert [passage["source"] for passage in exceeds["passages"]] == ["almanac", "gazette"]
    assert exceeds["severity"] == "certain"
    assert exceeds["gap"] == "at least 29.5 million USD"
    assert len(exceeds["fingerprint"]) == 64


def test_a_finding_names_its_suspect_and_what_the_others_imply(world: World) -> None:
    #   from all 20, from Norland 100, from Sudland 150
    wrong = world.claim("20", roles={"supplier": ALL})
    part = world.claim("100")
    world.claim("150", roles={"supplier": "sudland"})

    [exceeds] = [row for row in rows_of("findings") if part.key in row["claims"]][:1]

    assert (exceeds["rule"], exceeds["blame"]) == ("part-exceeds-whole", "decided")
    assert exceeds["suspects"] == [{"key": wrong.key, "regret": 1}]
    assert exceeds["candidates"] == []
    assert exceeds["explanations"] == ["scope", "vintage", "misprint", "transcription"]
    [implied] = [row for row in exceeds["implied"] if row["key"] == wrong.key]
    assert (implied["low"], implied["low_closed"], implied["high"]) == ("99.5", True, None)


def test_one_against_one_is_undecided_between_both(world: World) -> None:
    keys = [world.claim(reading).key for reading in ("100", "900")]

    [finding] = rows_of("findings")

    assert (finding["blame"], finding["suspects"]) == ("undecided", [])
    assert finding["candidates"] == keys
    assert [row["key"] for row in finding["implied"]] == keys


def test_findings_that_nobody_stored_are_blamed_by_what_they_say(world: World) -> None:
    wrong = [world.claim("100"), world.claim("900"), world.claim("900")][0]
    before = rows_of("findings")

    Contradiction.objects.update(inputs_hash="of other claims")

    assert rows_of("findings") == before
    assert before[0]["suspects"] == [{"key": wrong.key, "regret": 1}]
    assert {row["key"]: row["low"] for row in before[0]["implied"]} == {wrong.key: "899.5"}


def test_what_is_too_much_to_follow_says_so(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.claim("100"), world.claim("900")
    monkeypatch.setattr("apps.contradictions.blaming.MOST_TOGETHER", 0)

    [finding] = rows_of("findings")

    assert (finding["blame"], finding["suspects"], finding["candidates"]) == ("unexplored", [], [])


def test_findings_and_claims_have_a_short_form(world: World) -> None:
    disagree(world)

    assert "certain  part-exceeds-whole: " in said_by("findings")
    assert "almanac.arms-imports: 109.5 to 110.5 USD mln" in said_by("claims")


def test_a_scan_of_everything_says_what_it_did(world: World) -> None:
    disagree(world)

    assert said_by("detect", "--all") == (
        "0 found, 0 reopened, 0 withdrawn, 0 closed by a verdict, 3 as they were.\n"
    )
    with pytest.raises(CommandError, match="Say --all"):
        call_command("detect")
