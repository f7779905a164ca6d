"""A claim that somebody began to write comes back with everything typed, for them alone."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from apps.accounts.actions import leave, let_in
from apps.accounts.models import User
from apps.claims.models import BegunClaim, Claim
from apps.claims.revising import revise_text
from apps.sources.models import Source
from tests.world import ALMANAC, REASON, World

pytestmark = pytest.mark.django_db
FORM, CLAIM = "/sources/almanac/mark/", "/sources/almanac/mark/claim/"
KEEP, MY_WORK = "/sources/almanac/mark/draft/", "/my-work/"
FRAGMENT = {"HX-Request": "true"}
VALUE = "110 mln USD"


def logged_in(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def annotator(world: World) -> Client:
    return logged_in(world.annotator)


def at(words: str) -> dict[str, Any]:
    start = ALMANAC.index(words)
    return {"start": start, "end": start + len(words)}


def typed(form: str = "one", **fields: Any) -> dict[str, Any]:
    terms = {"measure": "arms-imports", "subject": "Karovia", "role-supplier": "Norland"}
    terms |= {"period": "2014", "reading": "110", "unit": "USD mln", "basis": "tiv"}
    return {**at(VALUE), "key": f"key-of-form-{form}", "draft_version": 0, **terms, **fields}


def keep(client: Client, **fields: Any) -> int:
    return client.post(KEEP, typed(**fields), headers=FRAGMENT).status_code


def form(client: Client) -> str:
    return client.get(FORM, at(VALUE), headers=FRAGMENT).content.decode()


def test_what_was_typed_is_there_when_the_passage_is_opened_again(annotator: Client) -> None:
    status = keep(annotator, subject="half a na", note="look it up", **{"role-supplier": "ALL"})

    html = form(annotator)
    assert status == 200
    assert 'name="subject" value="half a na"' in html
    assert 'name="note" value="look it up"' in html
    assert 'name="role-supplier" value="ALL"' in html
    assert 'name="draft_version" value="1"' in html
    assert "only you see it" in html


def test_my_work_leads_back_to_it(annotator: Client) -> None:
    keep(annotator)
    start, end = at(VALUE).values()

    html = annotator.get(MY_WORK).content.decode()

    assert f'href="/sources/almanac/?at={start}#mark={start},{end}">“{VALUE}”' in html
    assert "110 USD mln Karovia 2014" in html


def test_it_is_seen_by_its_author_alone(annotator: Client, world: World) -> None:
    keep(annotator, subject="between me and the page")
    begun = BegunClaim.objects.get()

    other = logged_in(world.editor)

    assert "between me" not in form(other) + other.get(MY_WORK).content.decode()
    assert other.post(f"/drafts/{begun.pk}/drop/").status_code == 404
    assert BegunClaim.objects.count() == 1


def test_another_window_does_not_overwrite_what_is_newer(annotator: Client) -> None:
    first = keep(annotator, subject="the first")
    goes_on = keep(annotator, subject="the second")
    later = keep(annotator, form="two", draft_version=2, subject="the third")

    stale = annotator.post(KEEP, typed(subject="too late"), headers=FRAGMENT)

    assert [first, goes_on, later, stale.status_code] == [200, 200, 200, 412]
    assert "Another window of yours kept a later draft" in stale.content.decode()
    begun = BegunClaim.objects.get()
    assert (begun.typed["subject"], begun.version) == ("the third", 3)


def test_it_goes_when_the_claim_is_saved_and_nothing_late_brings_it_back(annotator: Client) -> None:
    keep(annotator)

    annotator.post(CLAIM, typed())
    late = keep(annotator)

    assert (late, Claim.objects.count(), BegunClaim.objects.count()) == (200, 1, 0)


def test_it_goes_when_it_is_dismissed(annotator: Client) -> None:
    keep(annotator)
    address = f"/drafts/{BegunClaim.objects.get().pk}/drop/"

    answers = [annotator.post(address), annotator.post(address)]

    assert [answer.status_code for answer in answers] == [302, 404]
    assert not BegunClaim.objects.exists()


def test_an_edit_that_was_begun_is_compared_with_what_others_made(
    annotator: Client, world: World
) -> None:
    annotator.post(CLAIM, typed("entered"))
    claim = Claim.objects.get()
    edited = {**typed("edit", reading="111"), "edits": claim.key, "version": claim.version}
    was = {f"was-{name}": value for name, value in typed().items() if name != "key"}
    kept = annotator.post(KEEP, {**was, **edited}, headers=FRAGMENT)
    world.correct(claim, period="2015")

    edit = f"/claims/{claim.key}/edit/"
    html = annotator.get(edit, headers=FRAGMENT).content.decode()
    listed = annotator.get(MY_WORK).content.decode()

    assert kept.status_code == 200
    assert 'name="reading" value="111"' in html
    assert 'name="version" value="2"' in html
    assert f"#edit={claim.key}" in listed
    saved = {**edited, "key": "key-of-the-last", "version": 2, "period": "2015"}
    assert annotator.post(f"{edit}save/", saved).status_code == 302
    assert not BegunClaim.objects.exists()


def test_it_goes_along_to_a_better_text(annotator: Client, world: World) -> None:
    keep(annotator)
    raw = ALMANAC.replace("The Arms of", "All the Arms of").encode()
    source = Source.objects.get(slug="almanac")

    revise_text(source=source, raw=raw, name="better.txt", by=world.editor, reason=REASON)

    begun = BegunClaim.objects.get()
    assert (begun.text.revision, begun.quote) == (2, VALUE)
    assert begun.start == at(VALUE)["start"] + len("All the Arms of") - len("The Arms of")


def test_it_waits_for_somebody_who_left_and_comes_back(annotator: Client, world: World) -> None:
    keep(annotator, subject="half a na")

    leave(by=world.annotator)
    let_in(person=world.annotator, is_active=True, by=world.admin, reason=REASON)

    assert "half a na" in form(logged_in(User.objects.get(pk=world.annotator.pk)))


@pytest.mark.parametrize(
    ("nonsense", "status"),
    [
        ({"draft_version": ""}, 428),
        ({"draft_version": "soon"}, 428),
        ({"draft_version": "9" * 30}, 428),
        ({"key": ""}, 422),
        ({"start": 9_999_999, "end": 10_000_000}, 422),
        ({"note": "x" * 50_001}, 422),
        ({"edits": "no.such-claim"}, 404),
    ],
)
def test_nonsense_keeps_nothing(annotator: Client, nonsense: dict[str, Any], status: int) -> None:
    answer = annotator.post(KEEP, typed() | nonsense, headers=FRAGMENT)

    assert answer.status_code == status
    assert not BegunClaim.objects.exists()


def test_each_address_is_guarded(annotator: Client, world: World) -> None:
    keep(annotator)
    drop = f"/drafts/{BegunClaim.objects.get().pk}/drop/"
    reader = logged_in(world.reader)

    anonymous = [Client().post(address, typed()) for address in (KEEP, drop)]
    forbidden = [reader.post(address, typed()).status_code for address in (KEEP, drop)]
    read = [annotator.get(address).status_code for address in (KEEP, drop)]

    assert [answer["Location"].split("?")[0] for answer in anonymous] == ["/accounts/log-in/"] * 2
    assert (forbidden, read) == ([403, 403], [405, 405])
    assert annotator.post("/sources/no-such/mark/draft/", typed()).status_code == 404
    assert annotator.post("/drafts/999999/drop/").status_code == 404
    assert BegunClaim.objects.count() == 1
