"""Who counts as a witness: a sentence once, a root once, in one source each of its prints."""

from __future__ import annotations

from typing import Any

from apps.claims.drafts import ClaimDraft
from apps.claims.models import Claim
from apps.contradictions.blame import blame
from apps.contradictions.models import Contradiction
from apps.contradictions.sentences import sentences_of
from apps.contradictions.weights import EQUAL, WEIGHTS, Print, weights_in_words
from apps.contradictions.witnesses import Asserted, witnesses_of
from apps.sources.models import Source
from tests.contradictions.printing import printed
from tests.contradictions.test_blame import sets
from tests.world import World, table_rows

WORDS = (
    "Imports of 90 fell to 70 in 2014. They rose to 80 in 2015, "
    "and a year of little war and of much peace made them 60."
)


def claimed(key: str, fact: str, root: str, source: str = "", sentence: str = "") -> Asserted:
    return Asserted(key, fact, root, source or root, sentence, weight=1)


def suspects(words: str, *claims: Asserted) -> tuple[str, ...]:
    """Who is suspected; each word is a conflict, each letter a claim."""
    conflicts = sets(*words.split())
    [component] = blame(conflicts, witnesses_of(conflicts, {claim.key: claim for claim in claims}))
    return component.suspects


def test_two_claims_of_one_sentence_against_a_row_are_one_witness() -> None:
    row = claimed("r", "2016", "table")
    trend, limit = (claimed(key, key, "prose", sentence="first") for key in "tl")

    assert suspects("rt rl", row, trend, limit) == ()


def test_two_claims_of_two_sentences_against_a_row_are_two_witnesses() -> None:
    row = claimed("r", "2016", "table")
    trend, limit = (claimed(key, key, "prose", sentence=key) for key in "tl")

    assert suspects("rt rl", row, trend, limit) == ("r",)


def test_claims_of_one_sentence_against_different_claims_are_weighed_apart() -> None:
    #   a and b stand in one sentence, and contradict each other
    one, other = (claimed(key, key, "prose", sentence="first") for key in "ab")

    assert suspects("ab", one, other) == ()


def test_two_articles_that_print_one_series_are_one_witness() -> None:
    other = claimed("o", "2014", "ministry")
    copies = [claimed(key, "2014", "institute", source=key) for key in "cd"]

    assert suspects("oc od", other, *copies) == ()


def test_of_two_articles_that_quote_the_same_source_none_is_believed_for_repeating_itself() -> None:
    once = claimed("o", "2014", "institute", source="first")
    often = [claimed(key, "2014", "institute", source="second") for key in "cd"]

    assert suspects("oc od", once, *often) == ()


def test_within_one_source_the_one_print_that_differs_is_suspected() -> None:
    slip = claimed("s", "year", "study")
    others = [claimed(key, "year", "study") for key in "cd"]

    assert suspects("sc sd", slip, *others) == ("s",)


def test_a_root_that_disagrees_with_itself_is_no_one_witness() -> None:
    #   one article has 2022 itself; the other prints 2023 twice, and 2022 once
    own = claimed("o", "year", "article")
    wrong = [claimed(key, "year", "review") for key in "cd"]
    right = claimed("r", "year", "review")

    assert suspects("oc od rc rd", own, right, *wrong) == ("c", "d")


def test_a_sentence_ends_at_its_full_stop(world: World) -> None:
    text = printed(WORDS)

    sentences = sentences_of(says(world, text.source, "90", "70", "80", "60"))

    assert sentences["study.90"] == sentences["study.70"]
    assert sentences["study.80"] == sentences["study.60"]
    assert sentences["study.90"] != sentences["study.80"]


def test_where_the_wording_is_not_installed_only_what_is_close_is_one_sentence(
    world: World,
) -> None:
    text = printed(WORDS)
    keys = says(world, text.source, "90", "70", "80", "60")
    text.blocks.all().delete()
    type(text).objects.filter(pk=text.pk).update(content=None)

    sentences = sentences_of(keys)

    assert sentences["study.90"] == sentences["study.70"]
    assert sentences["study.80"] != sentences["study.60"]


def test_claims_far_apart_in_what_is_not_installed_share_no_sentence(world: World) -> None:
    one, other = world.claim("100"), world.claim("900")

    sentences = sentences_of([one.key, other.key])

    assert sentences[one.key] != sentences[other.key]


def test_cells_of_a_table_speak_each_for_itself(disputed_world: World) -> None:
    rows = [row.key for row in table_rows()]

    assert sentences_of(rows) == {}


def says(world: World, source: Source, *figures: str) -> list[str]:
    """The keys of claims that stand where the study prints these figures."""
    return [claim.key for claim in world.record(*(_draft(source, figure) for figure in figures))]


def _draft(source: Source, figure: str) -> ClaimDraft:
    text = source.texts.get(kind="original")
    assert text.content is not None
    start = text.content.index(f" {figure}") + 1
    fields: dict[str, Any] = {"unit": "USD mln", "basis": "tiv", "roles": {"supplier": "norland"}}
    return ClaimDraft(
        key=f"{source.slug}.{figure}",
        source=source.slug,
        measure="arms-imports",
        subject="karovia",
        printed=figure,
        reading=figure,
        start=start,
        end=start + len(figure),
        period=f"20{figure}",
        **fields,
    )


def test_an_advisory_accuses_nobody(world: World) -> None:
    world.claim("10", roles={"supplier": "UNSPECIFIED"})
    world.claim("900", roles={"supplier": "UNSPECIFIED"})

    case = Contradiction.objects.get()

    assert case.severity == "advisory"
    assert [row.regret for row in case.involvements.all()] == [None, None]


def test_the_weights_are_declared_in_one_place_and_shown() -> None:
    assert [kind for kind, _ in weights_in_words()] == list(Print) == list(WEIGHTS) == list(EQUAL)
    assert len(set(EQUAL.values())) == 1


def test_a_stored_claim_is_weighed_by_its_root(world: World) -> None:
    #   two sources print the series of the institute, one has its own figure
    own = world.claim("10")
    for _ in range(2):
        world.claim("900", root="institute")

    case = Contradiction.objects.get()

    assert Claim.objects.count() == 3
    assert [row.is_candidate for row in case.involvements.all()] == [True] * 3
    assert own.key in {row.claim.key for row in case.involvements.all()}
