"""The corpus with its originals: passages lie where they are printed, editions stay the same."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO

import pytest
from django.core.management import call_command
from pytest_django import DjangoDbBlocker

from apps.annotations.models import Passage
from apps.sources.expected import expected_originals
from apps.sources.models import Text
from apps.sources.store import recognised
from tests.databases import connected_to, copied, with_corpus
from tests.tiny import row_counts


@pytest.fixture(autouse=True)
def _all_here() -> None:
    expected = expected_originals()
    if len(recognised(set(expected.values()))) < len(expected):
        pytest.skip("NOT CHECKED: not all originals of the corpus are here.")


@contextmanager
def corpus_here(blocker: DjangoDbBlocker, *, originals: bool) -> Iterator[None]:
    """Inside, the database is a copy of the corpus, which may be changed."""
    with (
        blocker.unblock(),
        copied(with_corpus(originals=originals), "whole") as database,
        connected_to(database),
    ):
        yield


def editions() -> dict[str, str | None]:
    return dict(Text.objects.records().current().values_list("source__slug", "content"))


def test_record_editions_are_the_same_with_and_without_the_originals(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> None:
    with corpus_here(django_db_blocker, originals=True):
        read = editions()
    with corpus_here(django_db_blocker, originals=False):
        recorded = editions()

    assert set(read) == set(expected_originals())
    assert recorded == read


def test_a_second_load_changes_nothing_and_passages_lie_where_they_are_printed(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> None:
    with corpus_here(django_db_blocker, originals=True):
        before = row_counts()

        call_command("load_corpus", stdout=StringIO())

        after = row_counts()
        passages = list(Passage.objects.filter(text__kind="original").select_related("text"))

    assert {**after, "sources.CorpusLoad": before["sources.CorpusLoad"]} == before
    for passage in passages:
        assert (passage.text.content or "")[passage.start : passage.end] == passage.quote
