"""A verdict that says how the source should read: that counts, and the print stays visible."""

from __future__ import annotations

import pytest
from django.test import Client

from apps.claims.models import Claim, Fact
from apps.contradictions.actions import Changed, detect, reopen
from apps.contradictions.models import Contradiction, Verdict
from apps.domain.refusals import Refusal
from tests.contradictions.cases import address, the_case, told, verdict
from tests.world import WHY, World

State, Kind = Contradiction.State, Verdict.Kind


def now(claim: Claim) -> Claim:
    return Claim.objects.get(pk=claim.pk)


def low_and_high(claim: Claim) -> tuple[int, int]:
    """What the fact is now, in thousands of USD."""
    agreed = Fact.objects.get(key=claim.fact_key).agreed
    assert agreed is not None
    return int(agreed.lower / 1000), int(agreed.upper / 1000)


def test_a_corrected_reading_is_what_the_fact_is_now(
    world: World, two: tuple[Claim, Claim]
) -> None:
    #   100 [99,500, 100,500] and 900, which should read 100.2 [100,150, 100,250]
    wrong = two[1]

    world.settle(the_case(), Kind.SOURCE_WRONG, wrong, corrected_reading="100.2")

    stored = now(wrong)
    assert (stored.printed, stored.reading, stored.corrected_reading) == ("900", "900", "100.2")
    assert not stored.is_judged_wrong
    assert low_and_high(stored) == (100_150, 100_250)
    assert detect(facts=None, by=None) == Changed(standing=1)
    assert the_case().state == State.SETTLED


def test_a_corrected_unit_counts_too(world: World) -> None:
    world.claim("100")
    wrong = world.claim("0.1")

    world.settle(
        the_case("scale-slip"),
        Kind.SOURCE_WRONG,
        wrong,
        corrected_reading="0.1",
        corrected_unit="USD bln",
    )

    assert low_and_high(wrong) == (99_500, 100_500)  # 0.1 bln leaves 50,000 to 150,000
    assert now(wrong).unit == "USD mln"


def test_a_verdict_taken_back_lets_the_print_count_again(
    world: World, two: tuple[Claim, Claim]
) -> None:
    before = now(two[1])
    world.settle(the_case(), Kind.SOURCE_WRONG, two[1], corrected_reading="100.2")

    reopen(contradiction=the_case(), by=world.second_editor, reason="Let us look once more.")

    stored = now(two[1])
    assert (stored.corrected_reading, stored.corrected_unit) == ("", "")
    assert (stored.hard, stored.ulp) == (before.hard, before.ulp)
    assert (the_case().state, the_case().headline) == (State.OPEN, "100 ≠ 900")
    assert detect(facts=None, by=None) == Changed(standing=1)


@pytest.mark.parametrize(
    ("reading", "unit", "says"),
    [
        ("800", "", "As corrected, the claims of this case would still contradict each other."),
        ("many", "", "“many” is not a reading of a figure."),
        ("100", "tonnes", "The unit “tonnes” does not fit"),
    ],
)
def test_a_corrected_reading_that_does_not_fit_changes_nothing(
    world: World, two: tuple[Claim, Claim], reading: str, unit: str, says: str
) -> None:
    with pytest.raises(Refusal) as refused:
        world.settle(
            the_case(), Kind.SOURCE_WRONG, two[1], corrected_reading=reading, corrected_unit=unit
        )

    assert says in refused.value.message
    assert (the_case().state, now(two[1]).version) == (State.OPEN, 1)
    assert not Verdict.objects.exists()


def test_what_is_entered_later_is_compared_with_the_corrected_reading(
    world: World, two: tuple[Claim, Claim]
) -> None:
    world.settle(the_case(), Kind.SOURCE_WRONG, two[1], corrected_reading="100.2")

    world.claim("100.4")

    assert told(the_case())[:3] == ["found", "settled", "reopened"]
    assert (the_case().state, now(two[1]).corrected_reading) == (State.OPEN, "")


def test_a_claim_read_anew_is_corrected_no_more(world: World, two: tuple[Claim, Claim]) -> None:
    world.settle(the_case(), Kind.SOURCE_WRONG, two[1], corrected_reading="100.2")

    world.correct(two[1], reading="700")

    assert now(two[1]).corrected_reading == ""
    assert (the_case().state, the_case().headline) == (State.OPEN, "100 ≠ 700")


def test_a_note_leaves_the_corrected_reading_as_it_is(
    world: World, two: tuple[Claim, Claim]
) -> None:
    world.settle(the_case(), Kind.SOURCE_WRONG, two[1], corrected_reading="100.2")

    world.correct(two[1], note="seen again")

    assert low_and_high(two[1]) == (100_150, 100_250)
    assert the_case().state == State.SETTLED


def test_the_case_and_the_card_tell_print_and_correction(
    editor: Client, world: World, two: tuple[Claim, Claim]
) -> None:
    wrong = two[1]
    sent = verdict(
        the_case(),
        kind=Kind.SOURCE_WRONG,
        rationale=WHY,
        wrong=[wrong.pk],
        corrected_reading="100.2",
        corrected_unit="USD mln",
    )

    answer = editor.post(address("settle", the_case()), sent)

    assert answer.status_code == 302
    says = f"rinted 900, corrected to 100.2 million USD by verdict {Verdict.objects.get().pk}"
    assert says in editor.get(address("case", the_case())).content.decode()
