"""While a verdict is being written: drafts, what would follow, and who has the case."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from apps.claims.drafts import ALL
from apps.claims.models import Claim
from apps.contradictions.actions import VerdictDraft, let_go, take
from apps.contradictions.holding import look
from apps.contradictions.models import Contradiction, Draft, Step, Verdict, Visit
from apps.contradictions.outlook import Turn, outlook
from apps.domain.refusals import Refusal
from tests.contradictions.cases import address, cases, now, the_case, told, verdict, wrong_whole
from tests.world import WHY, World

State, Kind = Contradiction.State, Verdict.Kind
HTMX = {"HX-Request": "true"}
QUESTION = "arms imports of Karovia from Norland, 2014"


# --- drafts ---


def kept(client: Client, case: Contradiction, version: int = 0, **typed: Any) -> int:
    """Send a draft as the page does; with which status it is answered."""
    sent = {"draft_version": version, "version": case.version, **typed}
    return client.post(address("draft", case), sent).status_code


def test_a_draft_is_there_when_the_page_is_opened_again(
    editor: Client, world: World, case: Contradiction, two: tuple[Claim, Claim]
) -> None:
    status = kept(editor, case, kind="2", wrong=[two[1].pk], rationale="Half a sen")

    page = editor.get(case.get_absolute_url()).content.decode()
    assert status == 200
    assert "Half a sen</textarea>" in page
    assert f'name="wrong" value="{two[1].pk}" id="id_wrong_{two[1].pk}" checked' in page
    assert 'name="draft_version" value="1"' in page


def test_a_draft_is_seen_by_its_author_alone(
    editor: Client, world: World, case: Contradiction
) -> None:
    kept(editor, case, rationale="Between me and the page")

    editor.force_login(world.second_editor)

    assert "Between me" not in editor.get(case.get_absolute_url()).content.decode()


def test_a_draft_of_an_older_window_does_not_overwrite_the_newer(
    editor: Client, case: Contradiction
) -> None:
    kept(editor, case, rationale="the first")
    newer = kept(editor, case, 1, rationale="the newer")

    older = kept(editor, case, 1, rationale="the older")

    assert (newer, older) == (200, 412)
    draft = Draft.objects.get()
    assert (draft.typed, draft.version) == ({"rationale": ["the newer"]}, 2)


@pytest.mark.parametrize(
    "nonsense",
    [
        {"draft_version": "soon"},
        {"draft_version": "-1"},
        {"draft_version": "9" * 30},
        {"rationale": "a NUL \0 in the middle"},
        {"rationale": "x" * 50_001},
    ],
)
def test_a_nonsense_draft_is_422_and_keeps_nothing(
    editor: Client, case: Contradiction, nonsense: dict[str, str]
) -> None:
    answer = editor.post(address("draft", case), {"draft_version": 0, **nonsense})

    assert answer.status_code == 422
    assert Draft.objects.count() == 0


def test_a_draft_goes_with_the_verdict_or_when_it_is_thrown_away(
    editor: Client, case: Contradiction
) -> None:
    kept(editor, case, rationale="to be thrown away")
    editor.post(address("draft-drop", case))
    dropped = Draft.objects.count()
    kept(editor, case, rationale="to be given")
    editor.post(address("settle", case), verdict(case))

    assert (dropped, Draft.objects.count()) == (0, 0)
    assert now(case).state == State.SETTLED


def test_a_draft_still_under_way_when_settling_is_refused_does_not_bar_the_next(
    editor: Client, case: Contradiction
) -> None:
    refused = editor.post(
        address("settle", case), {**verdict(case), "rationale": "short", "draft_version": 0}
    )
    late = kept(editor, case, 0, rationale="sho")
    shown = 'name="draft_version" value="1"' in refused.content.decode()
    following = kept(editor, case, 1, rationale="short, and longer")

    assert (refused.status_code, shown, late, following) == (422, True, 412, 200)
    assert Draft.objects.get().typed == {"rationale": ["short, and longer"]}


def test_a_draft_that_arrives_after_its_verdict_is_not_kept(
    editor: Client, case: Contradiction
) -> None:
    editor.post(address("settle", case), verdict(case))

    never_kept = kept(editor, case, 0, rationale="late")
    kept_before = kept(editor, case, 1, rationale="late")
    twice = editor.post(address("settle", case), verdict(case))

    assert (never_kept, kept_before, twice.status_code) == (200, 200, 412)
    assert Draft.objects.count() == 0


def test_a_draft_that_was_thrown_away_in_another_window_is_told_so(
    editor: Client, case: Contradiction
) -> None:
    kept(editor, case, rationale="the first")
    editor.post(address("draft-drop", case))

    status = kept(editor, case, 1, rationale="the first, and more")

    assert (status, Draft.objects.count()) == (412, 0)


def test_a_new_verdict_on_a_settled_case_is_drafted_like_the_first(
    editor: Client, case: Contradiction
) -> None:
    editor.post(address("settle", case), verdict(case))

    status = kept(editor, now(case), rationale="On second thoughts")

    assert status == 200
    assert "On second thoughts</textarea>" in editor.get(case.get_absolute_url()).content.decode()


def test_what_is_written_while_another_settles_the_case_is_kept(
    editor: Client, world: World, case: Contradiction
) -> None:
    other = Client()
    other.force_login(world.second_editor)
    other.post(address("settle", case), verdict(case))

    status = kept(editor, case, rationale="I had not seen that")

    assert (status, Draft.objects.get().person) == (200, world.editor)


# --- what would follow ---


def test_the_outlook_names_what_closes_and_changes_nothing(world: World) -> None:
    wrong, _ = wrong_whole(world)
    first, *others = cases()
    steps = Step.objects.count()

    seen = outlook(
        contradiction=first,
        verdict=VerdictDraft(kind=Kind.SOURCE_WRONG, rationale=WHY, wrong=(wrong,)),
        by=world.editor,
        version=first.version,
    )

    assert seen.closes == others
    assert seen.opens == []
    assert seen.turns == [
        Turn(
            "arms imports of Karovia from all suppliers, 2014",
            "19.5 to 20.5 million USD",
            "no answer",
        )
    ]
    assert {case.state for case in cases()} == {State.OPEN}
    assert (Verdict.objects.count(), Step.objects.count()) == (0, steps)


def test_the_outlook_names_what_opens(world: World, two: tuple[Claim, Claim]) -> None:
    #   from Norland  100 and 900, from all  500: without the 100, a part exceeds its whole
    world.claim("500", roles={"supplier": ALL})

    seen = outlook(
        contradiction=the_case(),
        verdict=VerdictDraft(kind=Kind.ONE_RIGHT, rationale=WHY, wrong=(two[0],)),
        by=world.editor,
        version=the_case().version,
    )

    assert [case.rule for case in seen.opens] == ["part-exceeds-whole"]
    assert seen.turns == [Turn(QUESTION, "unsettled", "899.5 to 900.5 million USD")]
    assert [case.rule for case in cases()] == ["same-fact-disjoint"]


def test_a_preview_needs_no_reason_yet(
    editor: Client, case: Contradiction, two: tuple[Claim, Claim]
) -> None:
    sent = verdict(case, kind=Kind.ONE_RIGHT, wrong=[two[1].pk], rationale="")

    panel = editor.post(address("preview", case), sent, headers=HTMX)
    page = editor.post(address("preview", case), sent)

    for answer in (panel, page):
        assert answer.status_code == 200
        assert "99.5 to 100.5 million USD" in answer.content.decode()
    assert panel.content.decode().lstrip().startswith('<div id="outlook-panel"')
    assert now(case).state == State.OPEN


def test_a_preview_of_nonsense_says_what_is_missing_and_is_422_as_a_page(
    editor: Client, case: Contradiction
) -> None:
    sent = verdict(case, kind="3")

    panel = editor.post(address("preview", case), sent, headers=HTMX)
    page = editor.post(address("preview", case), sent)

    assert [panel.status_code, page.status_code] == [200, 422]
    for answer in (panel, page):
        assert "Choose in what they differ" in answer.content.decode()


def test_a_preview_says_when_the_verdict_would_be_refused(
    editor: Client, world: World, two: tuple[Claim, Claim]
) -> None:
    mine = world.claim("700", by=world.editor)

    sent = verdict(the_case(), kind=Kind.ONE_RIGHT, wrong=[mine.pk])
    answer = editor.post(address("preview", the_case()), sent)

    assert answer.status_code == 422
    assert "You entered the claim “700” yourself." in answer.content.decode()


# --- who has it ---


def test_what_somebody_has_is_not_taken_by_another_before_its_time_is_over(
    world: World, case: Contradiction
) -> None:
    take(contradiction=case, by=world.editor)

    with pytest.raises(Refusal, match="Editor has this case until"):
        take(contradiction=case, by=world.second_editor)
    Contradiction.objects.update(held_until=timezone.now() - timedelta(seconds=1))
    taken = take(contradiction=case, by=world.second_editor)

    assert taken.assigned_to == world.second_editor
    assert told(case) == ["found", "taken", "taken"]


def test_who_lets_a_case_go_leaves_it_open(world: World, case: Contradiction) -> None:
    take(contradiction=case, by=world.editor)

    let_go(contradiction=case, by=world.editor)

    assert (now(case).state, now(case).assigned_to) == (State.OPEN, None)
    with pytest.raises(Refusal, match="is not yours"):
        let_go(contradiction=case, by=world.editor)


def test_writing_keeps_the_case_for_longer(editor: Client, case: Contradiction) -> None:
    editor.post(address("take", case))
    nearly_over = timezone.now() + timedelta(minutes=1)
    Contradiction.objects.update(held_until=nearly_over)

    kept(editor, case, rationale="I am still here")

    held = now(case).held_until
    assert held is not None
    assert held > nearly_over
    assert told(case) == ["found", "taken"]


def test_who_else_looks_at_a_case_is_named_while_they_do(
    editor: Client, world: World, case: Contradiction
) -> None:
    look(contradiction=case, by=world.second_editor)
    together = editor.post(address("here", case)).content.decode()
    Visit.objects.filter(person=world.second_editor).update(
        seen_at=timezone.now() - timedelta(minutes=2)
    )
    alone = editor.post(address("here", case)).content.decode()

    assert "<b>Second_Editor</b> is looking at this case too." in together
    assert "looking" not in alone
