"""The queue: what one can narrow it by, in which order, kept filters, and the way to the next."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from apps.claims.models import Claim
from apps.contradictions.actions import take
from apps.contradictions.models import Contradiction, Filter, Verdict
from tests.contradictions.cases import address, cases, now, verdict, wrong_whole
from tests.world import World

QUEUE = reverse("contradictions:queue")
KEEP = reverse("contradictions:filter-keep")
Kind = Verdict.Kind


def shown(client: Client, **wanted: str) -> list[int]:
    """The numbers of the cases that the queue lists, in its order."""
    page = client.get(QUEUE, wanted)
    return [entry.case.pk for group in page.context["groups"] for entry in group.entries]


def counts(client: Client, facet: str, **wanted: str) -> dict[str, int]:
    """How many cases the queue says each choice of a facet would leave."""
    found = {one.name: one for one in client.get(QUEUE, wanted).context["facets"]}
    return {choice.value: choice.count for choice in found[facet].choices}


@pytest.fixture
def four(world: World) -> tuple[list[Contradiction], Contradiction]:
    """Three cases about one wrong whole, and one of two places that differ."""
    wrong_whole(world)
    world.record(
        *(
            world.draft(place, measure="event-place", subject="talks", period="")
            for place in ("lindau", "hafen")
        )
    )
    place = Contradiction.objects.get(rule="one-valued-attribute")
    return [case for case in cases() if case != place], place


Four = tuple[list[Contradiction], Contradiction]


def test_the_suspect_with_most_cases_comes_first_and_the_undecided_last(
    client: Client, four: Four
) -> None:
    together, place = four

    page = client.get(QUEUE)

    assert sorted(shown(client)[:-1]) == sorted(case.pk for case in together)
    assert shown(client)[-1] == place.pk
    assert "One correction would close all 3." in page.content.decode()


@pytest.mark.parametrize(
    ("facet", "value", "found"),
    [
        ("rule", "one-valued-attribute", 1),
        ("severity", "certain", 3),
        ("source", "ledger", 4),
        ("measure", "arms-imports", 3),
        ("entity", "talks", 1),
        ("state", "open", 4),
        ("assignee", "~", 4),
        ("age", "day", 4),
    ],
)
def test_each_facet_leaves_as_many_as_it_says(
    client: Client, four: Four, facet: str, value: str, found: int
) -> None:
    assert counts(client, facet)[value] == found
    assert len(shown(client, **{facet: value})) == found


@pytest.mark.parametrize("facet", ["assignee", "age", "measure", "entity", "state"])
def test_nobody_fits_a_value_that_does_not_exist(client: Client, four: Four, facet: str) -> None:
    assert shown(client, **{facet: "no-such"}) == []


def test_counts_are_those_under_the_other_facets(client: Client, four: Four) -> None:
    assert counts(client, "rule", measure="event-place") == {"one-valued-attribute": 1}
    assert counts(client, "measure", measure="event-place") == {
        "arms-imports": 3,
        "event-place": 1,
    }


def test_the_withdrawn_are_listed_where_somebody_asks_for_them(
    client: Client, world: World, four: Four
) -> None:
    _, place = four
    world.correct(Claim.objects.get(reading="hafen"), reading="lindau")

    assert counts(client, "state") == {"open": 3, "withdrawn": 1}
    assert place.pk not in shown(client)
    assert shown(client, state="withdrawn") == [place.pk]
    assert counts(client, "rule", state="withdrawn") == {"one-valued-attribute": 1}
    assert "the rule no longer fires" in client.get(QUEUE, {"state": "withdrawn"}).content.decode()


def test_cases_are_found_by_who_has_them_and_by_their_age(
    client: Client, world: World, four: Four
) -> None:
    _, place = four
    take(contradiction=place, by=world.editor)
    Contradiction.objects.filter(pk=place.pk).update(found_at=timezone.now() - timedelta(days=9))

    assert shown(client, assignee="editor") == [place.pk]
    assert shown(client, age="month") == [place.pk]
    assert counts(client, "age") == {"day": 3, "month": 1}


def test_the_suspect_goes_when_the_case_no_longer_has_one(world: World) -> None:
    wrong, _ = wrong_whole(world)
    before = {case.suspect for case in cases()}

    first, *others = cases()
    world.settle(first, Kind.BOTH_STAND)
    world.settle(others[0], Kind.BOTH_STAND)

    assert before == {wrong}
    assert now(others[1]).suspect != wrong


# --- from one case to the next ---


def test_next_leads_through_all_that_wait_and_round_again(client: Client, four: Four) -> None:
    order = shown(client)

    walked = [order[0]]
    for _ in order:
        answer = client.get(reverse("contradictions:next", args=[walked[-1]]))
        walked.append(int(answer["Location"].split("/")[2]))

    assert walked == [*order, order[0]]


def test_next_keeps_to_the_filter_and_leaves_out_what_is_settled(
    client: Client, world: World, four: Four
) -> None:
    together, place = four
    world.settle(together[0], Kind.BOTH_STAND)

    answer = client.get(
        reverse("contradictions:next", args=[together[1].pk]), {"measure": "arms-imports"}
    )
    alone = client.get(reverse("contradictions:next", args=[place.pk]), {"measure": "event-place"})

    assert answer["Location"] == f"{together[2].get_absolute_url()}?measure=arms-imports"
    assert alone["Location"] == QUEUE


def test_what_is_done_on_a_case_keeps_the_filter(editor: Client, four: Four) -> None:
    _, place = four

    answer = editor.post(address("take", place) + "?measure=event-place")

    assert answer["Location"] == f"{place.get_absolute_url()}?measure=event-place"


# --- kept filters ---


def test_a_filter_is_kept_for_its_person_alone_and_dropped(
    client: Client, world: World, four: Four
) -> None:
    client.force_login(world.annotator)
    kept = client.post(KEEP, {"name": "Places", "query": "measure=event-place&x=1"})
    mine = client.get(QUEUE).content.decode()
    client.force_login(world.editor)
    theirs = client.get(QUEUE).content.decode()
    drop = reverse("contradictions:filter-drop", args=[Filter.objects.get().pk])
    stranger = client.post(drop).status_code
    client.force_login(world.annotator)
    client.post(drop)

    assert kept["Location"] == f"{QUEUE}?measure=event-place"
    assert ('?measure=event-place">Places</a>' in mine, "Places</a>" in theirs) == (True, False)
    assert (stranger, Filter.objects.count()) == (404, 0)


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"name": "", "query": "state=open"},
        {"name": "x" * 61, "query": "state=open"},
        {"name": "a NUL \0", "query": "state=open"},
        {"name": "Mine", "query": "colour=red"},
        {"name": "Mine", "query": "\0"},
    ],
)
def test_nonsense_is_no_filter(editor: Client, sent: dict[str, str]) -> None:
    assert editor.post(KEEP, sent).status_code == 422
    assert Filter.objects.count() == 0


@pytest.mark.parametrize("path", [KEEP, "/contradictions/filters/1/drop/"])
def test_filters_are_kept_by_the_team_and_by_post(client: Client, world: World, path: str) -> None:
    anonymous = client.post(path).status_code
    client.force_login(world.reader)

    assert (anonymous, client.post(path).status_code, client.get(path).status_code) == (
        302,
        403,
        405,
    )


def test_after_a_verdict_one_goes_on_from_there_and_not_back_to_what_was_skipped(
    editor: Client, four: Four
) -> None:
    _, second, third, _ = shown(editor)
    case = Contradiction.objects.get(pk=second)
    sent = verdict(case, kind=Verdict.Kind.FALSE_ALARM)

    settled = editor.post(f"{address('settle', case)}?state=open", sent)
    onward = editor.get(f"{address('next', case)}?{settled['Location'].partition('?')[2]}")

    assert onward["Location"] == f"/contradictions/{third}/?state=open"
