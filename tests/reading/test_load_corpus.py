"""Loading the corpus: all or nothing, and a second time nothing new."""

from __future__ import annotations

import re
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from pytest_django.fixtures import Settings

from apps.accounts.models import User
from apps.annotations.models import Mention, Passage, Review
from apps.claims.actions import correct_claim, draft_of
from apps.claims.models import Claim, Measure
from apps.claims.revising import revise_text
from apps.entities.models import Entity
from apps.sources.models import CorpusLoad, Source, Text
from tests.tiny import (
    ARTICLE,
    CLAIMS,
    ENTITIES,
    MEASURES,
    MENTIONS,
    SLUG,
    an_editor,
    lay_out_original,
    row_counts,
    source_row,
    write_fixtures,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path, settings: Settings) -> Path:
    """A checkout of its own, with the tiny corpus in it."""
    settings.BASE_DIR = tmp_path / "checkout"
    settings.TEXTS_FOLDER = None
    write_fixtures(settings.BASE_DIR)
    return tmp_path / "checkout"


def load(*words: str) -> str:
    out = StringIO()
    call_command("load_corpus", *words, stdout=out)
    return out.getvalue()


def without_loads(counts: dict[str, int]) -> dict[str, int]:
    return {name: count for name, count in counts.items() if name != "sources.CorpusLoad"}


def test_the_corpus_is_loaded_in_the_name_of_the_demonstration_team(folder: Path) -> None:
    lay_out_original(folder)

    said = load()

    assert re.search(rf"{SLUG} +full text +\d+ +1 +2 +4\n", said)
    assert "1 sources (1 with full text), 5 entities, 2 measures, 2 mentions, 4 claims" in said
    claim = Claim.objects.get(key=f"{SLUG}.largest")
    assert (claim.review, claim.entered_by.username) == (Review.ACCEPTED, "corpus")
    assert Text.objects.originals().get().content == ARTICLE
    assert Text.objects.records().current().count() == 1


def test_without_the_original_the_record_edition_stands_in(folder: Path) -> None:
    said = load()

    assert re.search(rf"{SLUG} +record edition +\d+ +0 +2 +4\n", said)
    assert not Text.objects.originals().get().is_installed


def test_a_second_load_changes_nothing_not_even_the_history(folder: Path) -> None:
    lay_out_original(folder)
    load()
    before = row_counts()

    load()

    assert row_counts() == before


def test_if_changed_does_nothing_while_nothing_changed(folder: Path) -> None:
    load()
    before = row_counts()

    said = load("--if-changed")

    assert said.startswith("Corpus is up to date: 1 sources (0 with full text), 5 entities")
    assert row_counts() == before


def test_an_original_that_turns_up_later_is_installed_then(folder: Path) -> None:
    load()
    lay_out_original(folder)

    said = load("--if-changed")

    assert "1 sources (1 with full text)" in said
    passage = Passage.objects.get(quote="Strelsau", text__kind="original")
    around = slice(passage.start - 32, passage.end + 32)
    assert passage.prefix + passage.quote + passage.suffix == ARTICLE[around]
    assert load("--if-changed").startswith("Corpus is up to date")


def test_new_fixture_rows_are_added(folder: Path) -> None:
    write_fixtures(folder, claims=CLAIMS[:2], mentions=MENTIONS[:1])
    load()

    write_fixtures(folder)
    load("--if-changed")

    assert Claim.objects.count() == len(CLAIMS)
    assert Mention.objects.filter(passage__text__kind="original").count() == len(MENTIONS)
    assert CorpusLoad.objects.count() == 2


def test_corrected_fixture_rows_are_corrected_here_too(folder: Path) -> None:
    load()

    write_fixtures(
        folder,
        sources=[{**source_row(), "volume": "7"}],
        entities=[{**ENTITIES[0], "label": "Kingdom of Ruritania"}, *ENTITIES[1:]],
        measures=[{**MEASURES[0], "note": "of any size"}, MEASURES[1]],
        claims=[*CLAIMS[:3], {**CLAIMS[3], "status": "expected"}],
    )
    load("--if-changed")

    assert Source.objects.get().volume == "7"
    assert Entity.objects.get(slug="ruritania").label == "Kingdom of Ruritania"
    assert Measure.objects.get(slug="boat-imports").note == "of any size"
    assert Claim.objects.get(key=CLAIMS[3]["key"]).status == "expected"


def test_a_measure_and_its_claims_may_change_together(folder: Path) -> None:
    load()
    counted = {**MEASURES[0], "kind": "count", "unit_family": "count"}
    recounted = [
        {**row, "unit": "count"} if row["measure"] == "boat-imports" else row for row in CLAIMS
    ]

    write_fixtures(folder, measures=[counted, MEASURES[1]], claims=recounted)
    load("--if-changed")

    assert set(Claim.objects.filter(measure__kind="count").values_list("unit", flat=True)) == {
        "count"
    }
    assert Claim.objects.filter(review=Review.ACCEPTED).count() == len(CLAIMS)


def test_a_measure_that_changes_alone_stops_the_load(folder: Path) -> None:
    load()

    write_fixtures(
        folder, measures=[{**MEASURES[0], "kind": "count", "unit_family": "count"}, MEASURES[1]]
    )

    with pytest.raises(CommandError, match="claims would not fit any more"):
        load("--if-changed")
    assert Measure.objects.get(slug="boat-imports").kind == "quantity"


def test_what_the_fixtures_drop_is_rejected_and_stays_visible(folder: Path) -> None:
    load()

    write_fixtures(folder, claims=CLAIMS[1:], mentions=MENTIONS[1:])
    load("--if-changed")

    rejected = Claim.objects.get(review=Review.REJECTED)
    assert rejected.key == CLAIMS[0]["key"]
    gone = Mention.objects.get(review=Review.REJECTED)
    assert (gone.passage.start, gone.entity.slug) == (MENTIONS[0]["start"], MENTIONS[0]["entity"])


def test_what_a_person_changed_is_left_as_it_is(folder: Path) -> None:
    load()
    editor = an_editor()
    claim = Claim.objects.get(key=CLAIMS[3]["key"])
    draft = draft_of(claim)
    correct_claim(claim=claim, draft=draft, by=editor, reason="seen", version=claim.version)
    Claim.objects.filter(key=CLAIMS[2]["key"]).update(note="checked against the book")
    Entity.objects.filter(slug="ruritania").update(label="Ruritania (kingdom)")
    Measure.objects.filter(slug="boat-imports").update(note="mine")
    Mention.objects.filter(passage__quote="Strelsau", passage__text__kind="original").delete()

    write_fixtures(
        folder,
        claims=[*CLAIMS[:2], *({**row, "status": "expected"} for row in CLAIMS[2:])],
        measures=[{**MEASURES[0], "note": "theirs"}, MEASURES[1]],
    )
    load("--if-changed")

    assert Claim.objects.get(key=CLAIMS[2]["key"]).note == "checked against the book"
    assert Claim.objects.get(key=CLAIMS[3]["key"]).status == ""
    assert Entity.objects.get(slug="ruritania").label == "Ruritania (kingdom)"
    assert Measure.objects.get(slug="boat-imports").note == "mine"
    assert not Mention.objects.filter(
        passage__quote="Strelsau", passage__text__kind="original"
    ).exists()


def test_a_later_file_of_entities_extends_the_first(folder: Path) -> None:
    extending = {
        "slug": "zenda",
        "label": "Castle",
        "kind": "place",
        "part_of": ["ruritania"],
        "note": "a castle",
    }
    write_fixtures(folder, **{"entities-claims": [extending]})

    load()

    zenda = Entity.objects.get(slug="zenda")
    assert (zenda.label, zenda.kind, zenda.note) == ("Zenda", "state", "a castle")
    assert {whole.slug for whole in zenda.part_of.all()} == {"world", "ruritania"}


def test_a_failure_in_the_middle_leaves_nothing_half_done(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(**_: Any) -> None:
        raise RuntimeError("the power went")

    monkeypatch.setattr("apps.reading.corpus.loading.write_record_edition", fail)
    before = row_counts()

    with pytest.raises(RuntimeError):
        load()

    assert row_counts() == before
    assert not User.objects.filter(username="corpus").exists()


def test_a_load_leaves_a_revised_text_alone(folder: Path) -> None:
    lay_out_original(folder)
    load()
    revise_text(
        source=Source.objects.get(),
        raw=("Second printing.\n\n" + ARTICLE).encode(),
        name="scan.txt",
        by=an_editor(),
        reason="a better scan",
    )
    load("--if-changed")
    before = without_loads(row_counts())

    said = load()

    assert f"{SLUG} has a newer text: its passages and claims stay as they are." in said
    assert without_loads(row_counts()) == before
    assert not Mention.objects.filter(passage__text__revision=1, passage__text__kind="original")
