"""Files for imports, and the steps of an import as an admin takes them in the browser."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from html import unescape
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

CSV, XLSX = "0", "1"
ENDINGS = {CSV: "csv", XLSX: "xlsx"}
HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)"')
TAG = re.compile(r"<[^>]*>")
COMPLAINT = re.compile(
    r'<th scope="row">(\d+)</th>\s*<td>([^<]*)</td>\s*<td>(.*?)</td>\s*</tr>', re.DOTALL
)


def written(rows: Iterable[Mapping[str, str]]) -> bytes:
    """A CSV file with these rows; the first one names the columns."""
    rows = list(rows)
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue().encode()


def read(raw: bytes) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    return list(csv.DictReader(io.StringIO(raw.decode(), newline="")))


def export(client: Client, page: str, form: str = CSV) -> bytes:
    """The bytes of the file that the export page gives."""
    response = client.post(f"/admin/{page}/export/", {"format": form, "resource": "0"})
    assert response.status_code == 200, response.status_code
    return bytes(response.content)


def choose(
    client: Client, page: str, raw: bytes, form: str = CSV, name: str = "", **more: str
) -> Any:
    """The answer to choosing a file: the preview, or what is wrong with it."""
    file = SimpleUploadedFile(name or f"table.{ENDINGS[form]}", raw)
    fields = {"resource": "0", "format": form, "import_file": file, "review": "accepted", **more}
    return client.post(f"/admin/{page}/import/", fields)


def confirm(client: Client, page: str, preview: Any, **more: str) -> Any:
    """The answer to confirming a preview."""
    fields = {**dict(HIDDEN.findall(preview.content.decode())), **more}
    return client.post(f"/admin/{page}/process_import/", fields)


def take_in(client: Client, page: str, raw: bytes, form: str = CSV, name: str = "") -> str:
    """Choose a file and confirm its preview; what the site says then."""
    preview = choose(client, page, raw, form, name)
    assert preview.status_code == 200, text_of(preview)
    confirmed = confirm(client, page, preview)
    assert confirmed.status_code == 302, text_of(confirmed)
    return text_of(client.get(confirmed.headers["Location"]))


Broken = list[tuple[dict[str, str], str, str]]


def missed(client: Client, page: str, good: Mapping[str, str], key: str, broken: Broken) -> Broken:
    """Those of the broken cells about which the preview of a file does not complain as it should.

    The file has a row for each, and one that is as it should be.
    """
    blank = dict.fromkeys((column for cells, _, _ in broken for column in cells), "")
    rows = [{**blank, **good, key: f"row-{n}", **cells} for n, (cells, _, _) in enumerate(broken)]
    response = choose(client, page, written([*rows, {**blank, **good}]))
    assert response.status_code == 422
    found = complaints(response)
    assert not [row for row, _, _ in found if row == len(rows) + 2], "the good row is blamed"
    return [
        (cells, column, f"{says} -> {[c for c in found if c[0] == row]}")
        for row, (cells, column, says) in enumerate(broken, start=2)
        if not any(c[:2] == (row, column) and says in c[2] for c in found)
    ]


def text_of(response: Any) -> str:
    """The words of a page, on one line."""
    return " ".join(unescape(TAG.sub(" ", response.content.decode())).split())


def complaints(response: Any) -> list[tuple[int, str, str]]:
    """Row, column and message of each line in the table of complaints."""
    found = COMPLAINT.findall(response.content.decode())
    return [(int(row), column, unescape(message)) for row, column, message in found]
