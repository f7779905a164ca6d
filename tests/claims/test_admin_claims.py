"""Claims on the admin pages: entered, corrected, accepted, rejected, never deleted."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from apps.accounts.past import past_of
from apps.annotations.models import Review
from apps.claims.models import Claim
from apps.contradictions.models import Contradiction
from apps.entities.models import Entity
from tests.importing import text_of
from tests.world import ALMANAC, World, disagree

ADD = "/admin/claims/claim/add/"
START = ALMANAC.index("110 mln USD")


@pytest.fixture
def admin(client: Client, world: World) -> Client:
    client.force_login(world.admin)
    return client


def typed(claim: Claim | None = None, **changed: Any) -> dict[str, Any]:
    """What the browser sends for the first figure of the almanac, or to correct a claim."""
    from apps.claims.models import Measure
    from apps.sources.models import Source

    return {
        "key": "almanac.first",
        "source": Source.objects.get(slug="almanac").pk,
        "start": START,
        "end": START + 3,
        "printed": "110",
        "measure": Measure.objects.get(slug="arms-imports").pk,
        "subject": "karovia",
        "roles": "supplier=norland",
        "period": "2014",
        "reading": "110",
        "unit": "USD mln",
        "basis": "tiv",
        "status": "delivered",
        "also": "one; two",
        "reason": "read again",
        "seen_version": claim.version if claim else "",
        **changed,
    }


def enter(admin: Client) -> Claim:
    assert admin.post(ADD, typed()).status_code == 302
    return Claim.objects.get(key="almanac.first")


def page_of(claim: Claim) -> str:
    return f"/admin/claims/claim/{claim.pk}/change/"


def test_a_claim_is_entered_and_counts_at_once(admin: Client, world: World) -> None:
    response = admin.post(ADD, typed())

    claim = Claim.objects.get(key="almanac.first")
    assert response.headers["Location"] == "/admin/claims/claim/"
    assert (claim.review, claim.entered_by) == (Review.ACCEPTED, world.admin)
    assert claim.also == ["one", "two"]
    assert (claim.hard.lower, claim.hard.upper) == (109_500_000, 110_500_000)
    assert claim.filled_roles.get().entity == Entity.objects.get(slug="norland")
    assert past_of(claim)[0].why == "read again"


def test_the_form_shows_what_is_stored(admin: Client) -> None:
    claim = enter(admin)

    html = admin.get(page_of(claim)).content.decode()

    for value in (f'value="{START}"', 'value="supplier=norland"', 'value="one; two"'):
        assert value in html
    assert "derived" not in html.lower() or "fact" in html.lower()


def test_a_claim_is_corrected_but_for_its_key(admin: Client) -> None:
    claim = enter(admin)

    response = admin.post(page_of(claim), typed(claim, key="else", reading="over 110"))

    stored = Claim.objects.get(pk=claim.pk)
    assert response.status_code == 302
    assert (stored.key, stored.reading, stored.version) == ("almanac.first", "over 110", 2)
    assert stored.hard.upper is None


def test_a_stale_correction_is_refused_and_nothing_typed_is_lost(
    admin: Client, world: World
) -> None:
    claim = enter(admin)
    world.correct(claim, note="somebody was faster")

    response = admin.post(page_of(claim), typed(claim, note="my own words"))

    assert response.status_code == 422
    assert "The claim almanac.first was changed by somebody else meanwhile." in text_of(response)
    assert "my own words" in response.content.decode()
    assert Claim.objects.get(pk=claim.pk).note == "somebody was faster"


NONSENSE: list[tuple[dict[str, Any], str]] = [
    ({"reading": "1,056"}, "“1,056” has a comma."),
    ({"period": "2021/2017"}, "“2021/2017” is reversed. Write 2017/2021."),
    ({"unit": "tonnes"}, "The unit “tonnes” does not fit arms imports"),
    ({"unit": "furlongs"}, "Select a valid choice. furlongs is not one of the available"),
    ({"roles": "norland"}, "“norland” is no pair. Write: supplier=russia; within=ALL."),
    ({"roles": "supplier=nowhere"}, "There is no entity “nowhere”."),
    ({"roles": "buyer=norland"}, "arms imports has no role “buyer”."),
    ({"start": START + 1}, "“110” was expected, the text has “10”"),
    ({"start": START + 1, "end": START + 4}, "“110” was expected, the text has “10 ”"),
    ({"end": 99_999_999}, "it lies outside the text"),
    ({"start": -4}, "Ensure this value is greater than or equal to 0."),
    ({"printed": ""}, "This field is required."),
    ({"reason": ""}, "This field is required."),
    ({"source": "987654"}, "Select a valid choice."),
    ({"key": ""}, "This field is required."),
    ({"subject": "karowia"}, "There is no entity “karowia”. Did you mean “karovia”?"),
]


def test_nonsense_in_a_claim_stores_nothing(admin: Client) -> None:
    for changed, says in NONSENSE:
        response = admin.post(ADD, typed(**changed))

        assert response.status_code == 422, changed
        assert says in text_of(response), changed
    assert not Claim.objects.exists()


def test_a_key_that_is_taken_is_refused(admin: Client) -> None:
    enter(admin)

    response = admin.post(ADD, typed())

    assert response.status_code == 422
    assert "Claim with this Key already exists." in text_of(response)
    assert Claim.objects.count() == 1


def test_a_claim_typed_with_the_line_ends_of_a_browser_fits_its_text(admin: Client) -> None:
    printed = ALMANAC[ALMANAC.index("in 2016") : ALMANAC.index("after the") + 5]
    start = ALMANAC.index(printed)

    response = admin.post(
        ADD,
        typed(
            start=start,
            end=start + len(printed),
            printed=printed.replace("\n", "\r\n"),
        ),
    )

    assert response.status_code == 302
    assert Claim.objects.get().printed == printed


def review(admin: Client, action: str, *claims: Claim, **fields: str) -> Any:
    chosen = {"action": action, "_selected_action": [claim.pk for claim in claims], **fields}
    return admin.post("/admin/claims/claim/", chosen)


def test_claims_are_rejected_with_a_reason(admin: Client, world: World) -> None:
    first, second = world.claim("72"), world.claim("80")

    asked = review(admin, "reject_claims", first, second)
    done = review(admin, "reject_claims", first, second, reason="misread by the scanner")

    assert "2 claims:" in text_of(asked)
    assert "Claims to be rejected" in text_of(asked)
    assert done.status_code == 302
    assert set(Claim.objects.values_list("review", flat=True)) == {Review.REJECTED}
    assert past_of(first)[0].why == "misread by the scanner"
    assert past_of(first)[0].who == world.admin.display_name


def test_a_rejected_claim_contradicts_nothing_until_it_is_accepted_again(
    admin: Client, world: World
) -> None:
    first, _ = world.claim("72"), world.claim("80")
    assert Contradiction.objects.open().count() == 1

    review(admin, "reject_claims", first, reason="misread by the scanner")
    assert Contradiction.objects.open().count() == 0

    review(admin, "accept_claims", first, reason="it was right after all")
    assert Contradiction.objects.open().count() == 1


def test_claims_are_not_rejected_without_a_reason(admin: Client, world: World) -> None:
    claim = world.claim("72")

    response = review(admin, "reject_claims", claim, reason="  ")

    assert response.status_code == 422
    assert "This field is required." in text_of(response)
    assert Claim.objects.get(pk=claim.pk).review == Review.ACCEPTED


def test_claims_are_never_deleted(admin: Client, world: World) -> None:
    claim = world.claim("72")

    assert admin.post(f"/admin/claims/claim/{claim.pk}/delete/").status_code == 403
    assert "delete_selected" not in admin.get("/admin/claims/claim/").content.decode()
    review(admin, "delete_selected", claim, post="yes")
    assert Claim.objects.filter(pk=claim.pk).exists()


def test_an_unknown_claim_is_not_found(admin: Client) -> None:
    assert admin.get("/admin/claims/claim/987654/change/").status_code == 404
    assert admin.post("/admin/claims/claim/nonsense/change/", typed()).status_code == 404


def test_the_list_costs_the_same_for_many_claims(
    admin: Client, world: World, django_assert_max_num_queries: Any
) -> None:
    world.record(*(world.draft(str(number)) for number in range(20, 40)))

    with django_assert_max_num_queries(14):
        admin.get("/admin/claims/claim/")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("gazette.order", ["gazette.order-date"]),
        ("order-date", ["almanac.order-date", "gazette.order-date"]),
        ("order-date gazette", ["gazette.order-date"]),
        ("Lindau nobody", []),
    ],
)
def test_claims_are_found_by_key_print_subject_and_measure(
    admin: Client, world: World, words: str, found: list[str]
) -> None:
    disagree(world)

    page = admin.get("/admin/claims/claim/", {"q": words})

    assert [claim.key for claim in page.context["cl"].result_list] == found
