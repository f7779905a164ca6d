"""The command `suggest`: any plain text in, what the grammar reads in it out."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from apps.entities.actions import record_entities
from apps.entities.drafts import AliasDraft, EntityDraft
from tests.tiny import an_editor

TEXT = "Exports to Norway reached over 1,200 tonnes in 2014, worth $3.5 million.\n"


def run(*words: object) -> str:
    out = StringIO()
    call_command("suggest", *map(str, words), stdout=out)
    return out.getvalue()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "note.txt"
    path.write_bytes(TEXT.encode())
    return path


def test_it_prints_one_json_array_with_figures_as_they_are(file: Path) -> None:
    found = json.loads(run(file, "--json"))

    assert [(one["kind"], one["text"]) for one in found] == [
        ("mention", "Norway"),
        ("quantity", "over 1,200 tonnes"),
        ("date", "2014"),
        ("quantity", "$3.5 million"),
    ]
    assert found[1] == {
        "start": 26,
        "end": 43,
        "kind": "quantity",
        "text": "over 1,200 tonnes",
        "low": 1200,
        "high": None,
        "unit": "tonnes",
        "period": "2014",
        "per": None,
        "approximation": "over",
        "reading": "over 1200",
        "entity": None,
    }
    assert (found[2]["low"], found[2]["high"]) == ("2014-01-01", "2014-12-31")
    assert (found[3]["low"], found[3]["unit"]) == (3.5, "USD mln")


def test_people_read_a_line_for_each(file: Path) -> None:
    assert run(file) == (
        "     11–17      mention   Norway\n"
        "     26–43      quantity  over 1,200 tonnes = over 1200 tonnes, 2014\n"
        "     47–51      date      2014 = 2014\n"
        "     59–71      quantity  $3.5 million = 3.5 USD mln, 2014\n"
    )


def test_one_kind_can_be_asked_for(file: Path) -> None:
    assert [one["text"] for one in json.loads(run(file, "--json", "--kind", "date"))] == ["2014"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_no_character_of_the_text(file: Path, encoding: str) -> None:
    file.write_bytes(TEXT.encode(encoding))

    assert json.loads(run(file, "--json"))[0]["start"] == 11


@pytest.mark.django_db
def test_names_are_matched_with_entities_where_that_is_asked_for(file: Path) -> None:
    record_entities(
        drafts=[
            EntityDraft(slug="norway", label="Norge", kind="state", aliases=(AliasDraft("Norway"),))
        ],
        by=an_editor(),
        reason="made up",
    )

    found = json.loads(run(file, "--json", "--entities"))

    assert found[0]["entity"] == "norway"


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "“note.txt” is empty. Add a file with text."),
        (b"\xff\xfa", "“note.txt” is not UTF-8: line 1 holds the byte 0xFF at byte 0."),
        (b"%PDF-1.7", "“note.txt” is a PDF, not plain text."),
    ],
)
def test_what_is_no_text_is_refused_by_name(file: Path, raw: bytes, message: str) -> None:
    file.write_bytes(raw)

    with pytest.raises(CommandError) as refused:
        run(file, "--json")

    assert str(refused.value).startswith(message)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"There is no file “nothing\.txt”\. Give the path"):
        run("nothing.txt")
