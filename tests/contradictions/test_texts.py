"""Cases about the print of texts live as others do."""

from __future__ import annotations

from django.test import Client

from apps.contradictions.actions import Changed, VerdictDraft, detect, reopen, settle
from apps.contradictions.models import Contradiction, Verdict
from apps.sources.actions import correct_source, renew_layout
from tests.contradictions.cases import address, now, the_case, told
from tests.contradictions.printing import found, printed
from tests.world import WHY, World

RULE = "citation-not-borne-out"
WORDS = "The ties grew (Marsh, 2013: 310)."


def the_only_one() -> Contradiction:
    [case] = found(RULE)
    return case


def test_a_fresh_detection_finds_the_same(world: World) -> None:
    text = printed(WORDS)
    case = the_only_one()

    again = detect(facts=None, by=None)
    renew_layout(text=text)

    assert again == Changed(standing=1)
    assert now(case).version == case.version
    assert told(case) == ["found"]


def test_it_is_withdrawn_when_the_text_reads_otherwise(world: World) -> None:
    text = printed("The ties grew.", "Thorn, S. 2024. A page. Envoy 4(2), pp. 1–9.")
    case = the_only_one()

    correct_source(
        source=text.source, fields={"published": "2025"}, by=world.editor, reason="a misprint"
    )
    detect(facts=frozenset(case.facts), by=None)

    assert now(case).state == "withdrawn"


def test_it_is_settled_without_a_wrong_claim_and_stays_so(world: World) -> None:
    printed(WORDS)
    case = the_only_one()

    draft = VerdictDraft(kind=Verdict.Kind.SOURCE_WRONG, rationale=WHY)
    settle(contradiction=case, verdict=draft, by=world.editor, version=case.version)
    detect(facts=None, by=None)

    assert now(case).state == "settled"


def test_it_is_reopened_by_an_editor(world: World) -> None:
    printed(WORDS)
    case = the_only_one()
    draft = VerdictDraft(kind=Verdict.Kind.FALSE_ALARM, rationale=WHY)
    settle(contradiction=case, verdict=draft, by=world.editor, version=case.version)

    reopen(contradiction=now(case), by=world.editor, reason=WHY)

    assert now(case).state == "open"


def test_its_page_shows_the_passages_to_those_who_may_read_them(
    world: World, client: Client
) -> None:
    printed(WORDS)
    case = the_only_one()

    public = client.get(address("case", case)).content.decode()
    client.force_login(world.editor)
    team = client.get(address("case", case)).content.decode()

    assert "The passage is in a text that is not shown here." in public
    assert "The ties grew (Marsh, 2013:" not in public
    assert "The ties grew (Marsh, 2013:" in team
    assert "Likeliest culprit" not in team


def test_the_queue_names_its_source_and_narrows_by_it(world: World, client: Client) -> None:
    printed(WORDS)

    page = client.get(address("queue", the_only_one()), {"source": "study"}).content.decode()

    assert "p. 310" in page
    assert "A Study Called study 2022" in page


def test_claims_that_disagree_on_the_same_print_are_told_of_once(world: World) -> None:
    text = printed("The ties grew (Olech, 2019).")
    case = the_only_one()
    start = (text.content or "").index("2019")

    world.claim("100", source="study", start=start, printed="2019")
    world.claim("900")

    assert now(case).state == "withdrawn"


def test_what_a_verdict_on_claims_has_settled_is_not_told_of_again(world: World) -> None:
    text = printed("The ties grew (Olech, 2019).")
    start = (text.content or "").index("2019")
    wrong = world.claim("100", source="study", start=start, printed="2019")
    world.claim("900")

    world.settle(the_case(), Verdict.Kind.SOURCE_WRONG, wrong, corrected_reading="900")

    assert found(RULE) == []
    assert now(the_case()).state == "settled"


def test_a_finding_says_that_one_of_its_claims_stands_among_the_references(world: World) -> None:
    text = printed("The ties grew (Marsh, 2013).")
    start = (text.content or "").index("2020")

    world.claim("100", source="study", start=start, printed="2020")
    world.claim("900")

    [case] = found("same-fact-disjoint")
    assert "A Study Called study 2022, references gives 2020" in case.says
