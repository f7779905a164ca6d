"""The corpus with its originals: passages lie where they are printed, editions stay the same."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO

import pytest
from django.core.management import call_command
from pytest_django import DjangoDbBlocker

from apps.annotations.models import Passage
from apps.contradictions.findings import Finding
from apps.contradictions.texts import find_in_texts
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


def about(findings: list[Finding], rule: str) -> list[tuple[str, ...]]:
    """Where such a rule finds what."""
    found = [finding for finding in findings if finding.rule == rule]
    return sorted((finding.spots[0].source, *finding.headline) for finding in found)


def editions() -> dict[str, str | None]:
    return dict(Text.objects.records().current().values_list("source__slug", "content"))


def test_what_the_print_of_the_five_texts_shows_and_no_more(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> None:
    with corpus_here(django_db_blocker, originals=True):
        findings = find_in_texts()

    assert about(findings, "credited-with-another-figure") == [
        ("nghiem-2025", "2030s", "not in Zareba 2023")
    ]
    assert about(findings, "citation-not-borne-out") == [
        ("nghiem-2025", "listed", "never cited"),
        ("nguyen-2020", "Soviet Affairs, Ministry of Foreign Affairs 1985", "not listed"),
        ("nguyen-2020", "listed", "never cited"),
        ("zareba-2022", "p. 171", "pp. 189–202"),
    ]
    assert about(findings, "figure-formatting") == [
        ("zareba-2022", "1 332", "1,357"),
        ("zareba-2022", "10,412", "not a plain figure"),
        ("zareba-2022", "116,61E", "not a plain figure"),
    ]
    assert about(findings, "index-as-money") == [
        ("nghiem-2025", "Million USD", "an index"),
        ("zareba-2022", "Mln USD", "an index"),
    ]
    assert len(findings) == 10


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
