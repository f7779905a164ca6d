"""A better text takes the place of a worse one: passages, mentions and claims go along, or wait."""

from __future__ import annotations

import pytest

from apps.annotations.actions import record_mentions
from apps.annotations.drafts import MentionDraft
from apps.annotations.models import Mention, Move, Passage
from apps.annotations.moving import drop_move, reopen_move
from apps.claims.actions import correct_claim, draft_of
from apps.claims.models import Claim, Evidence
from apps.claims.revising import look_ahead, revise_text, settle_move
from apps.contradictions.models import Contradiction, Verdict
from apps.domain.refusals import Refusal
from apps.sources.actions import add_text
from apps.sources.models import Source, Text
from tests.tiny import row_counts
from tests.world import ALMANAC, GAZETTE, World

BETTER = "A note of the printer.\n\n" + ALMANAC.replace("had met at Lindau", "had met at Lindan")
CORRECTED = ALMANAC.replace("2016\t120", "2016\t210")
SHORTER = ALMANAC.replace("\nafter the ministers had met at Lindau.", "")


def almanac() -> Source:
    return Source.objects.get(slug="almanac")


def revise(world: World, wording: str, slug: str = "almanac") -> Text:
    return revise_text(
        source=Source.objects.get(slug=slug),
        raw=wording.encode(),
        name="scan.txt",
        by=world.editor,
        reason="a better scan",
    )


def place_of(key: str) -> tuple[int, int, int]:
    """Revision and offsets of the only original passage of a claim."""
    passage = Passage.objects.get(evidence__claim__key=key, text__kind="original")
    return passage.text.revision, passage.start, passage.end


def at(words: str, wording: str) -> tuple[int, int]:
    start = wording.index(words)
    return start, start + len(words)


def the_open_move() -> Move:
    return Move.objects.in_full().open().get()


def test_claims_and_mentions_stand_on_the_better_text(disputed_world: World) -> None:
    world = disputed_world
    mention = MentionDraft("almanac", *at("Karovia", ALMANAC), "karovia", "Karovia")
    record_mentions(drafts=[mention], by=world.annotator, reason="read")

    text = revise(world, BETTER)

    assert (text.revision, text.is_current) == (2, True)
    assert place_of("almanac.arms-imports") == (2, *at("110", BETTER))
    named = Mention.objects.get(passage__text__kind="original").passage
    assert (named.text, named.start, named.end) == (text, *at("Karovia", BETTER))
    assert set(Move.objects.values_list("state", flat=True)) == {"done"}


def test_a_claim_prints_what_the_better_text_prints(disputed_world: World) -> None:
    before = Claim.objects.get(key="almanac.event-place")

    revise(disputed_world, BETTER)

    claim = Claim.objects.get(key="almanac.event-place")
    assert (before.printed, claim.printed) == ("Lindau", "Lindan")
    assert (claim.reading, claim.version) == (before.reading, before.version + 1)


def test_a_settled_case_reopens_when_its_print_changes(disputed_world: World) -> None:
    world = disputed_world
    wrong = Claim.objects.get(key="gazette.event-place")
    case = Contradiction.objects.open().get(involvements__claim=wrong)
    world.settle(case, Verdict.Kind.BOTH_STAND)

    revise(world, BETTER)

    case.refresh_from_db()
    assert case.state == Contradiction.State.OPEN
    says = " ".join(case.steps.values_list("says", flat=True))
    assert "Lindau (" in says
    assert "→ Lindan (" in says


def test_other_lines_reopen_nothing(disputed_world: World) -> None:
    world = disputed_world
    claim = Claim.objects.get(key="gazette.event-place")
    case = Contradiction.objects.open().get(involvements__claim=claim)
    world.settle(case, Verdict.Kind.BOTH_STAND)

    revise(world, GAZETTE.replace("the ministers had", "the ministers\nhad"), "gazette")

    case.refresh_from_db()
    assert case.state == Contradiction.State.SETTLED
    assert place_of("gazette.event-place")[0] == 2


def test_a_changed_figure_waits_on_its_own_revision(disputed_world: World) -> None:
    revise(disputed_world, CORRECTED)

    move = the_open_move()
    assert (move.outcome, move.has_other_figures) == ("orphaned", True)
    assert (move.start, move.end) == at("210", CORRECTED)
    assert place_of("almanac.table.2016") == (1, *at("120", ALMANAC))
    claim = Claim.objects.get(key="almanac.table.2016")
    assert (claim.printed, claim.reading) == ("120", "120")


def test_a_changed_figure_needs_a_reading(disputed_world: World) -> None:
    world = disputed_world
    revise(world, CORRECTED)
    move, before = the_open_move(), row_counts()

    with pytest.raises(Refusal) as refused:
        settle_move(
            move=move,
            place=at("210", CORRECTED),
            readings={},
            by=world.editor,
            reason="",
            version=move.version,
        )

    assert refused.value.message == (
        "The figures differ: the claim almanac.table.2016 was read from “120”, "
        "the new text has “210”."
    )
    assert row_counts() == before


def test_a_changed_figure_is_read_anew_by_a_person(disputed_world: World) -> None:
    world = disputed_world
    revise(world, CORRECTED)
    move = the_open_move()
    claim = Claim.objects.get(key="almanac.table.2016")

    settle_move(
        move=move,
        place=at("210", CORRECTED),
        readings={claim.pk: "210"},
        by=world.editor,
        reason="the misprint is mended",
        version=move.version,
    )

    claim.refresh_from_db()
    move.refresh_from_db()
    assert (claim.printed, claim.reading) == ("210", "210")
    assert place_of(claim.key) == (2, *at("210", CORRECTED))
    assert (move.state, move.decided_by, move.reason) == (
        "done",
        world.editor,
        "the misprint is mended",
    )


def test_a_passage_that_is_gone_waits_and_can_stay_behind(disputed_world: World) -> None:
    world = disputed_world
    revise(world, SHORTER)
    move = the_open_move()
    assert (move.outcome, move.start) == ("orphaned", None)

    dropped = drop_move(move=move, by=world.editor, reason="left out", version=move.version)

    assert (dropped.state, dropped.version) == ("dropped", 2)
    assert place_of("almanac.event-place")[0] == 1
    again = reopen_move(move=move, by=world.editor, version=2)
    assert (again.state, again.reason) == ("open", "")


def test_what_still_waits_is_asked_again_of_the_next_text(disputed_world: World) -> None:
    world = disputed_world
    revise(world, SHORTER)

    revise(world, BETTER)

    assert place_of("almanac.event-place") == (3, *at("Lindan", BETTER))
    assert not Move.objects.open().exists()


def test_a_stale_decision_is_refused(disputed_world: World) -> None:
    world = disputed_world
    revise(world, SHORTER)
    move = the_open_move()
    drop_move(move=move, by=world.editor, reason="left out", version=move.version)
    before = row_counts()

    with pytest.raises(Refusal, match="Somebody else decided about this passage meanwhile"):
        drop_move(move=move, by=world.second_editor, reason="gone", version=move.version)

    assert row_counts() == before


@pytest.mark.parametrize("place", [(-1, 3), (5, 5), (9, 4), (0, 10_000_000)])
def test_a_place_that_is_none_is_refused(disputed_world: World, place: tuple[int, int]) -> None:
    world = disputed_world
    revise(world, SHORTER)
    move, before = the_open_move(), row_counts()

    with pytest.raises(Refusal, match="do not fit"):
        settle_move(
            move=move, place=place, readings={}, by=world.editor, reason="", version=move.version
        )

    assert row_counts() == before


def test_a_claim_can_be_corrected_to_its_place_in_the_new_text(disputed_world: World) -> None:
    world = disputed_world
    revise(world, BETTER)
    claim = Claim.objects.get(key="almanac.event-place")

    correct_claim(
        claim=claim, draft=draft_of(claim), by=world.editor, reason="same", version=claim.version
    )

    assert place_of(claim.key) == (2, *at("Lindan", BETTER))


def test_a_look_ahead_counts_and_changes_nothing(disputed_world: World) -> None:
    before = row_counts()

    prospect = look_ahead(source=almanac(), raw=CORRECTED.encode(), name="scan.txt")

    assert prospect.forecast.counts == {"moved": 6, "orphaned": 1}
    assert [passage.quote for passage, _ in prospect.forecast.to_review] == ["120"]
    assert row_counts() == before


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (ALMANAC.encode(), "This wording is here already: almanac, original, revision 1."),
        (ALMANAC.replace("\n", "\r\n").encode(), "This wording is here already: almanac"),
        (GAZETTE.encode(), "This wording is here already: gazette, original, revision 1."),
        (b"", "“scan.txt” is empty."),
        ("Łódź".encode("cp1250"), "“scan.txt” is not UTF-8"),
        (b"%PDF-1.7", "“scan.txt” is a PDF"),
    ],
)
def test_a_wording_that_is_no_revision_is_refused(
    disputed_world: World, raw: bytes, message: str
) -> None:
    before = row_counts()

    with pytest.raises(Refusal) as refused:
        revise_text(
            source=almanac(), raw=raw, name="scan.txt", by=disputed_world.editor, reason="better"
        )

    assert refused.value.message.startswith(message)
    assert row_counts() == before


def test_a_wording_that_is_not_here_cannot_be_replaced(world: World) -> None:
    world.claim("110")
    before = row_counts()

    with pytest.raises(Refusal, match="is not installed here"):
        revise(world, BETTER, "ledger")

    assert row_counts() == before


def test_a_revision_says_why(disputed_world: World) -> None:
    with pytest.raises(Refusal, match="It is not said why"):
        revise_text(source=almanac(), raw=b"x", name="x", by=disputed_world.editor, reason="  ")


def test_a_text_with_passages_is_not_replaced_without_them(disputed_world: World) -> None:
    with pytest.raises(Refusal) as refused:
        add_text(
            source=almanac(), raw=BETTER.encode(), by=disputed_world.editor, reason="by mistake"
        )

    assert refused.value.message == "almanac has a text with 7 passages already."


def test_nothing_is_lost_on_the_way(disputed_world: World) -> None:
    claims, evidence = Claim.objects.count(), Evidence.objects.exclude(passage__text__kind="record")
    before = evidence.count()

    revise(disputed_world, "Another text altogether, with 12 words.")

    assert Claim.objects.count() == claims
    assert evidence.count() == before
    assert Move.objects.open().count() == 7
