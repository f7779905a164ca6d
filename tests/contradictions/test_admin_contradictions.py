"""Contradictions, verdicts and their stories on the admin pages: only to look at."""

from __future__ import annotations

import pytest
from django.test import Client

from apps.contradictions.models import Contradiction, Step, Verdict
from tests.importing import text_of
from tests.world import WHY, World


@pytest.fixture
def case(client: Client, world: World) -> Contradiction:
    client.force_login(world.admin)
    first = world.claim("72", by=world.annotator)
    world.claim("80", by=world.annotator)
    case = Contradiction.objects.get()
    world.settle(case, Verdict.Kind.ONE_RIGHT, first)
    return Contradiction.objects.get()


def test_a_case_is_shown_with_its_claims_and_its_past(client: Client, case: Contradiction) -> None:
    page = text_of(client.get(f"/admin/contradictions/contradiction/{case.pk}/change/"))
    past = text_of(client.get(f"/admin/contradictions/contradiction/{case.pk}/history/"))

    assert case.headline in page
    assert "72 (ledger.1)" in page
    assert "state : open settled" in past
    assert f"verdict on contradiction {case.pk}" in past


def test_a_verdict_is_shown_with_its_reason(client: Client, case: Contradiction) -> None:
    verdict = Verdict.objects.get()

    page = client.get(f"/admin/contradictions/verdict/{verdict.pk}/change/")

    assert WHY in text_of(page)


def test_the_story_is_shown_line_by_line(client: Client, case: Contradiction) -> None:
    step = Step.objects.last()
    assert step is not None

    assert step.says in text_of(client.get("/admin/contradictions/step/"))
    history = client.get(f"/admin/contradictions/step/{step.pk}/history/")
    assert "Nothing is recorded of this." in text_of(history)


@pytest.mark.parametrize("table", ["contradiction", "verdict", "step"])
def test_nothing_is_entered_changed_or_deleted_here(
    client: Client, case: Contradiction, table: str
) -> None:
    row = {
        "contradiction": case.pk,
        "verdict": Verdict.objects.get().pk,
        "step": Step.objects.earliest("pk").pk,
    }[table]

    assert client.get(f"/admin/contradictions/{table}/{row}/change/").status_code == 200
    assert client.post(f"/admin/contradictions/{table}/add/", {}).status_code == 403
    assert client.post(f"/admin/contradictions/{table}/{row}/change/", {}).status_code == 403
    assert client.post(f"/admin/contradictions/{table}/{row}/delete/", {}).status_code == 403
    assert client.get(f"/admin/contradictions/{table}/987654/change/").status_code == 404
