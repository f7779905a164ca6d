"""The command `add_text`: originals are recognised, other texts need their source."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from apps.accounts.demonstration import corpus_person
from apps.accounts.models import User
from apps.annotations.actions import passages_for
from apps.sources.decoding import MOST_BYTES
from apps.sources.models import Rights, Source, Text
from tests.tiny import ARTICLE, SLUG, a_source, an_editor, an_original, row_counts

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> User:
    corpus_person()
    return an_editor()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "download (3).dat"
    path.write_bytes(ARTICLE.encode())
    return path


def run(*words: object) -> str:
    out = StringIO()
    call_command("add_text", *map(str, words), stdout=out)
    return out.getvalue()


def test_an_expected_original_needs_nothing_but_its_file(editor: User, file: Path) -> None:
    expected = an_original(editor, is_installed=False)

    said = run(file)

    assert said == (
        f"Added {SLUG}, original, revision 1: {len(ARTICLE)} characters, "
        f"{expected.blocks.count()} blocks (tables: 1).\n"
    )
    assert Text.objects.get(pk=expected.pk).is_installed


def test_another_text_makes_its_source_with_rights_for_excerpts(editor: User, file: Path) -> None:
    run(file, "--source", "new", "--title", "A New Work", "--by", "flavia")

    source = Source.objects.get(slug="new")
    assert (source.title, source.rights) == ("A New Work", Rights.EXCERPTS)
    assert source.texts.get().content == ARTICLE


def test_another_text_can_be_a_new_revision_of_a_source(editor: User, file: Path) -> None:
    a_source(editor)

    run(file, "--source", SLUG, "--by", "flavia")

    assert Text.objects.get(source__slug=SLUG).revision == 1


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ([], "“download (3).dat” is none of the expected originals. Say what it is a text of"),
        (["--source", "new", "--by", "flavia"], "There is no source “new”. Give its --title"),
        (["--source", "new", "--title", "New"], "Nobody adds it. Say who adds it: --by USERNAME"),
        (
            ["--source", "new", "--title", "New", "--by", "sapt"],
            "There is no person “sapt”. Say who adds it: --by USERNAME. There are: corpus, flavia.",
        ),
    ],
)
def test_what_is_missing_is_said_and_nothing_changes(
    editor: User, file: Path, words: list[str], message: str
) -> None:
    before = row_counts()

    with pytest.raises(CommandError) as refused:
        run(file, *words)

    assert message in str(refused.value)
    assert row_counts() == before


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "“bad.txt” is empty"),
        (b"Zenda\0", "NUL byte"),
        ("Łódź".encode("cp1250"), "is not UTF-8"),
        (None, "There is no file"),
        (MOST_BYTES + 1, "has 20.0 MB; a text may have 20"),
    ],
)
def test_bad_files_are_refused_and_not_even_the_source_is_made(
    editor: User, tmp_path: Path, raw: bytes | int | None, message: str
) -> None:
    path = tmp_path / "bad.txt"
    if isinstance(raw, int):
        with path.open("wb") as file:
            file.truncate(raw)
    elif raw is not None:
        path.write_bytes(raw)
    before = row_counts()

    with pytest.raises(CommandError, match=message):
        run(path, "--source", "new", "--title", "New", "--by", "flavia")

    assert row_counts() == before


def test_an_original_that_is_installed_already_is_told(editor: User, file: Path) -> None:
    an_original(editor)
    before = row_counts()

    with pytest.raises(CommandError, match="is installed already"):
        run(file)

    assert row_counts() == before


def test_a_revision_takes_the_passages_along(editor: User, tmp_path: Path) -> None:
    text = an_original(editor)
    start = ARTICLE.index("40 boats")
    passages_for(text=text, spans=[(start, start + 8, "40 boats")], by=editor)
    path = tmp_path / "better.txt"
    path.write_bytes(("Second printing.\n\n" + ARTICLE).encode())

    said = run(path, "--source", SLUG, "--by", "flavia", "--revision", "a better scan")

    assert said.endswith(
        "Passages: 1 moved by itself, 0 place proposed, 0 no like place found. "
        "What is not moved waits for review.\n"
    )
    revised = Text.objects.originals().current().get()
    assert (revised.revision, revised.passages.get().quote) == (2, "40 boats")


def test_a_revision_of_no_source_is_refused(editor: User, file: Path) -> None:
    before = row_counts()

    with pytest.raises(CommandError, match="There is no source “new”"):
        run(file, "--source", "new", "--by", "flavia", "--revision", "a better scan")

    assert row_counts() == before
