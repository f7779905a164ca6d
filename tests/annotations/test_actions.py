"""Passages and mentions: where they may stand, and that twice is once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from apps.accounts.models import User
from apps.annotations.actions import passages_for, record_mentions
from apps.annotations.drafts import MentionDraft
from apps.annotations.models import Mention, Passage, Review
from apps.domain.refusals import Refusal
from apps.entities.actions import record_entities
from apps.entities.drafts import EntityDraft
from apps.sources.models import Text
from tests.tiny import ARTICLE, SLUG, an_editor, an_original, row_counts

pytestmark = pytest.mark.django_db

START = ARTICLE.index("Strelsau")
HERE = (START, START + 8, "Strelsau")
OUTSIDE = f"it lies outside the text, which has {len(ARTICLE)} characters"
UNSTORABLE = "the quote holds a NUL or half a character, which cannot be stored"
NAMED = MentionDraft(SLUG, *HERE[:2], "strelsau", "Strelsau")


@pytest.fixture
def editor() -> User:
    return an_editor()


@pytest.fixture
def text(editor: User) -> Text:
    record_entities(drafts=[EntityDraft("strelsau", "Strelsau", "place")], by=editor, reason="test")
    return an_original(editor)


def test_a_passage_knows_its_surroundings(editor: User, text: Text) -> None:
    passage = passages_for(text=text, spans=[HERE], by=editor)[HERE[:2]]

    assert passage.prefix + passage.quote + passage.suffix == ARTICLE[START - 32 : START + 40]
    event = Passage.pgh_event_model.objects.select_related("pgh_context").get()  # type: ignore[attr-defined]
    assert event.pgh_context.metadata == {"user": editor.pk}


def test_the_same_passage_twice_is_one_row(editor: User, text: Text) -> None:
    first = passages_for(text=text, spans=[HERE, HERE], by=editor)
    before = row_counts()

    assert passages_for(text=text, spans=[HERE], by=editor) == first
    assert row_counts() == before


def test_passages_overlap_freely(editor: User, text: Text) -> None:
    wider = (START - 3, START + 8, "at Strelsau")

    assert len(passages_for(text=text, spans=[HERE, wider], by=editor)) == 2


@pytest.mark.parametrize(
    ("start", "end", "quote", "wrong"),
    [
        (-1, 8, "Strelsau", OUTSIDE),
        (START, 10**9, "Strelsau", OUTSIDE),
        (START + 8, START, "Strelsau", "it ends before it begins"),
        (START, START, "", "it holds no character"),
        (START, START + 8, "Strelsav", "“Strelsav” was expected, the text has “Strelsau”"),
        (START, START + 8, "Strel\0au", UNSTORABLE),
        (START, START + 8, "Strel\ud800au", UNSTORABLE),
    ],
)
def test_a_passage_that_does_not_fit_is_refused_with_its_place(
    editor: User, text: Text, start: int, end: int, quote: str, wrong: str
) -> None:
    before = row_counts()

    with pytest.raises(Refusal) as refused:
        passages_for(text=text, spans=[HERE, (start, end, quote)], by=editor)

    opening, complaint = refused.value.message.splitlines()
    assert opening == f"1 of the passages do not fit {SLUG}, original, revision 1: "
    assert complaint == f"{SLUG} {start}–{end}: {wrong}"
    assert row_counts() == before


def test_the_first_twenty_misfits_are_told_and_how_many_more(editor: User, text: Text) -> None:
    spans = [(start, start + 1, "%") for start in range(23)]

    with pytest.raises(Refusal) as refused:
        passages_for(text=text, spans=spans, by=editor)

    lines = refused.value.message.splitlines()
    assert lines[0].startswith("23 of the passages do not fit")
    assert len(lines) == 22
    assert lines[-1] == "… and 3 more."


def test_where_the_wording_is_missing_length_and_agreement_are_checked(editor: User) -> None:
    text = an_original(editor, is_installed=False)
    passages_for(text=text, spans=[HERE], by=editor)

    for spans, wrong in [
        ([(START, START + 9, "Strelsau")], "“Strelsau” has 8 characters, the place 9"),
        ([(START, START + 8, "Hentzau!")], "“Hentzau!” was quoted before as “Strelsau”"),
        ([(0, 1, "a"), (0, 1, "b")], "“b” was quoted before as “a”"),
    ]:
        with pytest.raises(Refusal, match=wrong):
            passages_for(text=text, spans=spans, by=editor)
    assert Passage.objects.count() == 1


def test_mentions_are_recorded_once(editor: User, text: Text) -> None:
    assert record_mentions(drafts=[NAMED], by=editor, reason="seen") == 1
    before = row_counts()

    assert record_mentions(drafts=[NAMED], by=editor, reason="seen") == 0

    mention = Mention.objects.get()
    assert (mention.passage.quote, mention.entity.slug) == ("Strelsau", "strelsau")
    assert (mention.review, mention.entered_by) == (Review.PROPOSED, editor)
    assert row_counts() == before


@pytest.mark.parametrize(
    ("broken", "wrong"),
    [
        (replace(NAMED, entity="sapt"), f"{SLUG} {START}–{START + 8}: there is no entity “sapt”"),
        (replace(NAMED, source="sapt"), f"sapt {START}–{START + 8}: there is no source “sapt”"),
        (replace(NAMED, start=START + 8, end=START), "it ends before it begins"),
        (replace(NAMED, quote="Hentzau!"), "“Hentzau!” was expected, the text has “Strelsau”"),
    ],
)
def test_one_broken_mention_stops_all(
    editor: User, text: Text, broken: MentionDraft, wrong: str
) -> None:
    before = row_counts()

    with pytest.raises(Refusal) as refused:
        record_mentions(drafts=[NAMED, broken], by=editor, reason="test")

    assert wrong in refused.value.message
    assert refused.value.remedy.startswith("Nothing was stored.")
    assert row_counts() == before


def test_a_removed_mention_comes_back_only_when_that_is_meant(editor: User, text: Text) -> None:
    record_mentions(drafts=[NAMED], by=editor, reason="seen")
    Mention.objects.all().delete()

    assert record_mentions(drafts=[NAMED], by=editor, reason="load", revive=False) == 0
    assert record_mentions(drafts=[NAMED], by=editor, reason="seen after all") == 1
