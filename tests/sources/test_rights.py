"""The one function that decides who reads which wording."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser

from apps.accounts.actions import add_person
from apps.accounts.models import Role, User
from apps.claims.record_edition import write_record_edition
from apps.sources.actions import add_source, add_text
from apps.sources.models import Rights, Source, Text
from apps.sources.rights import readable_text, readable_texts
from tests.tiny import ARTICLE, an_editor, an_original

pytestmark = pytest.mark.django_db
PUBLIC = AnonymousUser()


@pytest.fixture
def editor() -> User:
    return an_editor()


def source_with_both_texts(editor: User, rights: Rights) -> Source:
    fields = {"slug": "both", "title": "Both", "rights": rights}
    source = add_source(fields=fields, by=editor, reason="test")
    add_text(source=source, raw=ARTICLE.encode(), by=editor, reason="test")
    write_record_edition(source=source, by=editor)
    return source


def kind_read(source: Source, person: User | AnonymousUser) -> str | None:
    text = readable_text(source, person)
    return text.kind if text is not None else None


@pytest.mark.parametrize(
    ("rights", "kind"),
    [
        (Rights.FULL, Text.Kind.ORIGINAL),
        (Rights.EXCERPTS, Text.Kind.RECORD),
        (Rights.RECORD, Text.Kind.RECORD),
    ],
)
def test_the_public_reads_the_original_only_with_full_rights(
    editor: User, rights: Rights, kind: str
) -> None:
    source = source_with_both_texts(editor, rights)

    assert kind_read(source, PUBLIC) == kind


@pytest.mark.parametrize("role", [Role.ANNOTATOR, Role.EDITOR, Role.ADMIN])
def test_the_team_reads_every_original(editor: User, role: Role) -> None:
    source = source_with_both_texts(editor, Rights.RECORD)
    person = add_person(username="colleague", role=role, password=None, by=editor)

    assert kind_read(source, person) == Text.Kind.ORIGINAL


def test_an_account_without_a_task_reads_what_the_public_reads(editor: User) -> None:
    source = source_with_both_texts(editor, Rights.RECORD)
    person = add_person(username="guest", role=Role.READER, password=None, by=editor)

    assert kind_read(source, person) == Text.Kind.RECORD


def test_the_record_edition_stands_in_for_an_original_that_is_not_here(editor: User) -> None:
    source = an_original(editor, is_installed=False).source
    write_record_edition(source=source, by=editor)

    readable = readable_texts(source, PUBLIC)

    assert readable.text == readable.record
    assert readable.is_missing
    assert not readable.is_withheld
    assert not readable.has_choice


def test_a_source_without_a_text_has_nothing_to_read(editor: User) -> None:
    source = add_source(fields={"slug": "bare", "title": "Bare"}, by=editor, reason="test")

    assert readable_text(source, PUBLIC) is None
