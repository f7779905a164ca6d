"""Authors are entities: from a source and an entry to the person, and from there to all works."""

from __future__ import annotations

import pytest
from django.test import Client

from apps.annotations.actions import record_mentions
from apps.annotations.drafts import MentionDraft
from apps.annotations.models import Review
from apps.entities.actions import record_entities
from apps.entities.drafts import AliasDraft, EntityDraft
from apps.sources.actions import add_source, add_text
from apps.sources.models import Source
from tests.importing import text_of
from tests.world import World

pytestmark = pytest.mark.django_db

STUDY = """A Study of Ties

by Clara Marsh

The ties grew (Marsh, 2013a: 5), as all know of Marsh.

References

Marsh, C. 2013a. A bear comes home again. Envoy 4(2), pp. 1–9.

Marsh, C., & Quist, T. 2013b. Two bears stay away. Envoy 4(3), pp. 10–19.

Quist, T. 2001. What Marsh never saw. Envoy 1(1), pp. 3–4.
"""


@pytest.fixture
def study(world: World) -> Source:
    people = [
        EntityDraft("marsh", "Clara Marsh", "person", aliases=(AliasDraft("Marsh", "", "en"),)),
        EntityDraft("quist", "T. Quist", "person"),
    ]
    record_entities(drafts=people, by=world.editor, reason="test")
    source = add_source(
        fields={
            "slug": "study",
            "title": "A Study of Ties",
            "published": "2020",
            "rights": "full",
            "authors": [{"family": "Marsh", "given": "Clara"}, {"literal": "A Nobody"}],
        },
        by=world.editor,
        reason="test",
    )
    add_text(source=source, raw=STUDY.encode(), by=world.editor, reason="test")
    named = [
        ("marsh", "Clara Marsh", 0),
        ("marsh", "Marsh, C.", STUDY.index("References")),
        ("marsh", "Marsh, C.", STUDY.index("Marsh, C., &")),
        ("quist", "Quist, T.", STUDY.index("& Quist")),
        ("quist", "Quist, T.", STUDY.index("Quist, T. 2001")),
        ("marsh", "Marsh", STUDY.index("What Marsh")),
    ]
    drafts = [
        MentionDraft(
            "study", STUDY.index(quote, at), STUDY.index(quote, at) + len(quote), slug, quote
        )
        for slug, quote, at in named
    ]
    record_mentions(drafts=drafts, by=world.editor, reason="test", review=Review.ACCEPTED)
    return source


def test_a_source_leads_to_its_authors(client: Client, study: Source) -> None:
    html = client.get("/sources/study/").content.decode()

    assert '<span><a href="/entities/marsh/">Clara Marsh</a>, A Nobody, 2020' in html


def test_the_page_of_a_person_lists_works_and_keeps_those_of_one_year_apart(
    client: Client, study: Source
) -> None:
    words = text_of(client.get("/entities/marsh/"))

    assert (
        "Works A Study of Ties , 2020 Read here "
        "Two bears stay away, 2013b, with T. Quist Listed by Marsh & A Nobody 2020 "
        "A bear comes home again, 2013a Listed by Marsh & A Nobody 2020 Claims about it" in words
    )


def test_who_is_named_in_a_title_did_not_write_the_work(client: Client, study: Source) -> None:
    marsh, quist = (
        client.get(f"/entities/{slug}/").content.decode() for slug in ("marsh", "quist")
    )

    assert "What Marsh never saw" not in marsh[: marsh.index('id="claims"')]
    assert "What Marsh never saw" in quist[: quist.index('id="claims"')]


def test_two_of_one_name_leave_the_author_without_a_link(
    client: Client, world: World, study: Source
) -> None:
    twin = EntityDraft("marsh-2", "Clara Marsh", "person")
    record_entities(drafts=[twin], by=world.editor, reason="test")
    start = STUDY.rindex("Marsh")
    draft = MentionDraft("study", start, start + 5, "marsh-2", "Marsh")
    record_mentions(drafts=[draft], by=world.editor, reason="test", review=Review.ACCEPTED)

    html = client.get("/sources/study/").content.decode()

    assert "<span>Clara Marsh, A Nobody, 2020" in html


def test_a_state_has_no_works(client: Client, study: Source) -> None:
    assert 'id="works"' not in client.get("/entities/norland/").content.decode()
