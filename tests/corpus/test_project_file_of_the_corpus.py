"""The corpus goes out as lines and comes in again as it was, and nothing is found anew."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

from django.core.management import call_command

from apps.reading.project_file.dumping import dumped
from apps.reading.project_file.extent import Extent
from tests.corpus.conftest import Found


def test_the_corpus_that_goes_out_and_comes_in_gives_the_same_bytes(
    corpus: Found, db: None, tmp_path: Path
) -> None:
    path = tmp_path / "project.jsonl"
    path.write_text(corpus.project, "utf-8")

    call_command("load_project", str(path), stdout=StringIO())

    assert "".join(dumped(Extent())) == corpus.project
    out = StringIO()
    call_command("detect", "--all", stdout=out)
    assert out.getvalue().startswith("0 found, 0 reopened, 0 withdrawn, 0 closed")
