"""A claim stands on several passages of its text: one prints the value, others support it."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from apps.annotations.models import Move
from apps.claims.actions import correct_claim, draft_of, record_claims
from apps.claims.checking import MOST_SUPPORT
from apps.claims.drafts import ClaimDraft
from apps.claims.models import Claim, Evidence
from apps.claims.resources import ClaimResource
from apps.claims.revising import revise_text, settle_move
from apps.claims.written import as_support, support_in
from apps.domain.refusals import Refusal
from apps.reading.suggestions import entered_in
from apps.sources.models import Source
from tests.world import ALMANAC, REASON, World

pytestmark = pytest.mark.django_db
MARK, UNDO = "/sources/almanac/mark/claim/", "/sources/almanac/mark/undo/"
FRAGMENT = {"HX-Request": "true"}
VALUE, UNIT, CAPTION = "100\n2016", "Mln USD", "Arms imports of Karovia"
Place = tuple[int, int]


def at(words: str) -> Place:
    start = ALMANAC.index(words)
    return start, start + len(words)


VALUE_AT = (at(VALUE)[0], at(VALUE)[0] + 3)
BESIDE = tuple(sorted((at(UNIT), at(CAPTION))))


def draft(*support: Place) -> ClaimDraft:
    return ClaimDraft(
        key="almanac.2015", source="almanac", measure="arms-imports", subject="karovia",
        printed="100", reading="100", start=VALUE_AT[0], end=VALUE_AT[1], period="2015",
        roles={"supplier": "norland"}, unit="USD mln", basis="tiv", support=support,
    )  # fmt: skip


def entered(world: World, *support: Place) -> Claim:
    [claim] = record_claims(drafts=[draft(*support)], by=world.annotator, reason=REASON)
    return claim


def stands_on(claim: Claim) -> list[tuple[str, bool]]:
    rows = claim.evidence.order_by("passage__start")
    return list(rows.values_list("passage__quote", "prints_value"))


def typed(**fields: Any) -> dict[str, Any]:
    terms = {"measure": "arms-imports", "subject": "Karovia", "role-supplier": "Norland"}
    terms |= {"period": "2015", "reading": "100", "unit": "USD mln", "basis": "tiv"}
    place = {"start": VALUE_AT[0], "end": VALUE_AT[1], "support": as_support(BESIDE)}
    return {**place, "key": "made-up-in-a-browser", **terms, **fields}


def test_one_passage_prints_the_value_and_others_support_it(world: World) -> None:
    claim = entered(world, *BESIDE)

    assert stands_on(claim) == [(CAPTION, False), (UNIT, False), ("100", True)]
    assert draft_of(claim).support == BESIDE
    assert (VALUE_AT in entered_in(_text())["quantity"], len(entered_in(_text())["date"])) == (
        True,
        1,
    )


def test_what_does_not_touch_its_passages_leaves_them(world: World) -> None:
    claim = entered(world, *BESIDE)
    before = set(Evidence.objects.values_list("pk", flat=True))

    noted = {**vars(draft_of(claim)), "note": "looked at twice"}
    correct_claim(
        claim=claim, draft=ClaimDraft(**noted), by=world.annotator, reason=REASON, version=1
    )

    assert set(Evidence.objects.values_list("pk", flat=True)) == before


def test_it_is_entered_edited_and_taken_back_in_the_reader(client: Client, world: World) -> None:
    client.force_login(world.editor)
    client.post(MARK, typed())
    claim = Claim.objects.get()
    address = f"/claims/{claim.key}/edit/"

    html = client.get(address, headers=FRAGMENT).content.decode()
    one_less = {"support": as_support([at(UNIT)]), "key": "key-of-the-edit", "version": 1}
    client.post(f"{address}save/", typed(**one_less))
    edited = stands_on(claim)
    client.post(UNDO)

    assert html.count("data-supports=") == 2
    assert f'name="support" value="{as_support(BESIDE)}"' in html
    assert edited == [(UNIT, False), ("100", True)]
    assert stands_on(claim) == [(CAPTION, False), (UNIT, False), ("100", True)]


def test_its_card_lists_them_and_its_address_leads_to_the_value(
    client: Client, world: World
) -> None:
    client.force_login(world.editor)
    client.post(MARK, typed())
    claim = Claim.objects.get()

    place = client.get(f"/claims/{claim.key}/")["Location"]
    html = client.get(place).content.decode()

    beside = claim.evidence.supporting().get(passage__quote=UNIT).passage_id
    assert place.endswith(f"#claim-{claim.pk}")
    assert 'It stands besides on <a href="/passages/' in html
    assert f'<a href="/passages/{beside}/">“{UNIT}”</a>' in html
    assert html.count("mark claim supporting") >= 2


def test_all_of_them_go_along_to_a_better_text(world: World) -> None:
    claim = entered(world, *BESIDE)

    _revise(world, ALMANAC.replace("The Arms of", "All the Arms of"))

    claim.refresh_from_db()
    assert stands_on(claim) == [(CAPTION, False), (UNIT, False), ("100", True)]
    assert set(claim.evidence.values_list("passage__text__revision", flat=True)) == {2}
    assert (claim.printed, claim.version) == ("100", 1)


def test_a_support_that_reads_otherwise_waits_and_the_value_stays_as_it_is(world: World) -> None:
    claim = entered(world, at("Table 1."))
    _revise(world, ALMANAC.replace("Table 1.", "Table 7."))

    correct_claim(
        claim=Claim.objects.get(),
        draft=ClaimDraft(**{**vars(draft_of(claim)), "note": "while it waits"}),
        by=world.editor,
        reason=REASON,
        version=Claim.objects.get().version,
    )
    move = Move.objects.get(passage__quote="Table 1.")
    start = (move.text.content or "").index("Table 7.")
    settle_move(
        move=move, place=(start, start + 8), readings={}, by=world.editor, reason="a new number",
        version=move.version,
    )  # fmt: skip

    claim.refresh_from_db()
    assert stands_on(claim) == [("Table 7.", False), ("100", True)]
    assert (claim.printed, claim.note) == ("100", "while it waits")


def test_a_sheet_names_them(world: World) -> None:
    claim = entered(world, *BESIDE)

    sheet = ClaimResource()
    [stored] = sheet.stored(Claim.objects.filter(pk=claim.pk))

    written = sheet.cells(stored)["support"]
    assert written == "; ".join(f"{start}-{end}" for start, end in BESIDE)
    assert support_in(written) == BESIDE


@pytest.mark.parametrize(
    ("support", "says"),
    [
        ((VALUE_AT,), "stands on the passage from"),
        ((at(UNIT), at(UNIT)), "twice"),
        (((5, 5),), "There is no passage from 5 to 5"),
        (((0, 10_000_000),), "There is no passage from 0"),
        (tuple((n, n + 1) for n in range(MOST_SUPPORT + 1)), f"{MOST_SUPPORT} fit"),
    ],
)
def test_what_cannot_support_it_is_refused(
    world: World, support: tuple[Place, ...], says: str
) -> None:
    with pytest.raises(Refusal) as refused:
        entered(world, *support)

    assert says in str(refused.value)
    assert not Claim.objects.exists()


def test_nonsense_in_the_form_is_refused(client: Client, world: World) -> None:
    client.force_login(world.annotator)

    answer = client.post(MARK, typed(support="here and there"), headers=FRAGMENT)

    assert answer.status_code == 422
    assert "“here and there” is no passage." in answer.content.decode()


def _text() -> Any:
    return Source.objects.get(slug="almanac").texts.originals().current().get()


def _revise(world: World, wording: str) -> None:
    source = Source.objects.get(slug="almanac")
    revise_text(
        source=source, raw=wording.encode(), name="better.txt", by=world.editor, reason=REASON
    )
