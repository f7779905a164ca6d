"""Entering a claim beside the passage that carries it."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from apps.claims.models import Claim, Stroke
from apps.contradictions.models import Contradiction
from apps.entities.actions import record_entities
from apps.entities.drafts import EntityDraft
from tests.world import ALMANAC, World

FORM, CHECK = "/sources/almanac/mark/", "/sources/almanac/mark/check/"
CLAIM, UNDO = "/sources/almanac/mark/claim/", "/sources/almanac/mark/undo/"
FRAGMENT = {"HX-Request": "true"}
VALUE = "110 mln USD"


@pytest.fixture
def annotator(client: Client, world: World) -> Client:
    client.force_login(world.annotator)
    return client


@pytest.fixture
def editor(client: Client, world: World) -> Client:
    client.force_login(world.editor)
    return client


def at(words: str) -> dict[str, Any]:
    start = ALMANAC.index(words)
    return {"start": start, "end": start + len(words)}


def typed(**fields: Any) -> dict[str, Any]:
    """What Norland sold to Karovia in 2014, as the almanac has it."""
    return {
        **at(VALUE),
        "key": "made-up-in-a-browser",
        "measure": "arms-imports",
        "subject": "Karovia",
        "role-supplier": "Norland",
        "period": "2014",
        "reading": "110",
        "unit": "USD mln",
        "basis": "tiv",
        **fields,
    }


def test_the_value_its_unit_and_its_period_are_read_from_the_passage(annotator: Client) -> None:
    html = annotator.get(FORM, at(VALUE), headers=FRAGMENT).content.decode()

    assert 'id="claim-reading" name="reading" value="110"' in html
    assert '<option value="USD mln" selected>' in html
    assert 'name="period" value="2014"' in html


def test_measure_subject_and_roles_are_those_of_the_claim_nearby(
    annotator: Client, world: World
) -> None:
    annotator.post(CLAIM, typed(**at("2014"), reading="100"))

    html = annotator.get(FORM, at(VALUE), headers=FRAGMENT).content.decode()

    assert '<option value="arms-imports" selected>arms imports</option>' in html
    assert 'name="subject" value="Karovia"' in html
    assert 'name="role-supplier" value="Norland"' in html
    assert "<option selected>tiv</option>" in html


def test_a_cell_is_about_what_heads_its_row(annotator: Client) -> None:
    first = typed(**at("100"), period="2015", reading="100")
    annotator.post(CLAIM, first)

    html = annotator.get(FORM, at("120"), headers=FRAGMENT).content.decode()

    assert 'name="period" value="2016"' in html
    assert 'name="reading" value="120"' in html
    assert '<option value="USD mln" selected>' in html


def test_a_caption_is_marked_like_any_words(annotator: Client) -> None:
    html = annotator.get(FORM, {**at("imports of Karovia"), "as": "claim"}, headers=FRAGMENT)

    assert "imports of Karovia" in html.content.decode()


def test_a_chosen_measure_brings_its_own_roles(annotator: Client) -> None:
    html = annotator.get(FORM, {**at(VALUE), "as": "claim", "measure": "deal-quantity"})

    assert 'name="role-item"' in html.content.decode()
    assert 'name="role-supplier"' not in html.content.decode()


def test_what_is_typed_is_shown_as_it_is_understood(annotator: Client) -> None:
    html = annotator.post(CHECK, typed(), headers=FRAGMENT).content.decode()

    assert "<b>109.5 to 110.5 million USD</b>" in html
    assert "Arms imports of Karovia from Norland, 2014: last digit ± half a unit." in html
    assert "Nobody else answers this yet." in html
    assert not Claim.objects.exists()


def test_it_says_beforehand_with_whom_it_agrees(annotator: Client, world: World) -> None:
    world.claim("110")

    html = annotator.post(CHECK, typed(), headers=FRAGMENT).content.decode()

    assert '<span class="state settled-state">Agrees</span> with' in html
    assert "Nobody else" not in html


def test_it_says_beforehand_what_it_would_contradict(annotator: Client, world: World) -> None:
    other = world.claim("85")

    html = annotator.post(CHECK, typed(), headers=FRAGMENT).content.decode()

    assert '<span class="state open">' in html
    assert f'href="/claims/{other.key}/"' in html
    assert "Agrees" not in html
    assert (Claim.objects.count(), Contradiction.objects.count()) == (1, 0)


def test_what_cannot_be_entered_is_said_while_one_types(annotator: Client) -> None:
    html = annotator.post(CHECK, typed(unit="%"), headers=FRAGMENT).content.decode()

    assert "does not fit arms imports" in html


def test_without_scripts_the_page_says_the_same(annotator: Client) -> None:
    html = annotator.post(CHECK, typed()).content.decode()

    assert "<h1>Mark a passage</h1>" in html
    assert "<b>109.5 to 110.5 million USD</b>" in html
    assert 'name="reading" value="110"' in html


def test_an_annotators_claim_is_proposed_and_nothing_follows(
    annotator: Client, world: World
) -> None:
    world.claim("85")

    annotator.post(CLAIM, typed())

    claim = Claim.objects.get(source__slug="almanac")
    start = ALMANAC.index(VALUE)
    assert (claim.key, claim.review) == (f"almanac.arms-imports-{start}", "proposed")
    assert (claim.printed, claim.reading, claim.entered_by) == (VALUE, "110", world.annotator)
    assert not Contradiction.objects.exists()


def test_an_editors_claim_is_accepted_and_detection_follows_at_once(
    editor: Client, world: World
) -> None:
    world.claim("85")

    answer = editor.post(CLAIM, typed(), headers=FRAGMENT)

    assert "Saved: 110 mln USD, Karovia 2014." in answer.content.decode()
    assert Claim.objects.get(source__slug="almanac").review == "accepted"
    assert Contradiction.objects.open().count() == 1


def test_taking_it_back_takes_back_what_followed(editor: Client, world: World) -> None:
    world.claim("85")
    editor.post(CLAIM, typed())

    editor.post(UNDO)

    assert Claim.objects.get(source__slug="almanac").review == "rejected"
    assert not Contradiction.objects.open().exists()


def test_what_is_sent_twice_is_entered_once(annotator: Client) -> None:
    annotator.post(CLAIM, typed())
    answer = annotator.post(CLAIM, typed(), headers=FRAGMENT)

    assert answer.status_code == 200
    assert (Claim.objects.count(), Stroke.objects.count()) == (1, 1)


def test_a_passage_may_carry_several_claims(annotator: Client) -> None:
    annotator.post(CLAIM, typed())
    annotator.post(CLAIM, typed(key="another-form-of-mine", subject="Tresia"))

    claims = Claim.objects.order_by("pk")
    assert [claim.subject.slug for claim in claims] == ["karovia", "tresia"]
    assert claims[1].key == f"{claims[0].key}-2"
    assert len({claim.evidence.get().passage_id for claim in claims}) == 1


def test_of_long_names_that_begin_alike_the_one_that_is_written_is_meant(
    annotator: Client, world: World
) -> None:
    label = "Purchase of the twelve Su-30MK2 fighters by Karovia in {}"
    drafts = [EntityDraft(f"fighters-{year}", label.format(year), "event") for year in (2010, 2013)]
    record_entities(drafts=drafts, by=world.editor, reason="named")

    for year in (2013, 2014):
        annotator.post(CLAIM, typed(key=f"form-{year}", subject=label.format(year)))

    assert [claim.subject.slug for claim in Claim.objects.all()] == ["fighters-2013"]


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"measure": ""}, "It is not said what is measured."),
        ({"subject": ""}, "The subject is not said."),
        ({"subject": "Zyxophon"}, "No entity is called “Zyxophon”."),
        ({"reading": "many"}, "many"),
        ({"period": "2014/2010"}, "2014/2010"),
        ({"unit": "parsecs"}, "is not a known unit"),
    ],
)
def test_what_says_nothing_is_refused(annotator: Client, wrong: dict[str, Any], says: str) -> None:
    answer = annotator.post(CLAIM, typed(**wrong))

    assert (answer.status_code, says in answer.content.decode()) == (422, True)
    assert not Claim.objects.exists()


def test_a_form_without_its_key_is_not_taken(annotator: Client) -> None:
    assert annotator.post(CLAIM, typed(key="")).status_code == 428
    assert not Claim.objects.exists()


@pytest.mark.parametrize("address", [CHECK, CLAIM])
def test_entering_claims_is_for_the_team(client: Client, world: World, address: str) -> None:
    anonymous = client.post(address).status_code
    client.force_login(world.reader)
    reader = client.post(address).status_code
    client.force_login(world.annotator)
    elsewhere = client.post(address.replace("almanac", "nothing")).status_code

    assert (anonymous, reader, elsewhere) == (302, 403, 404)
    assert client.get(address).status_code == 405
