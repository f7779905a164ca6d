"""Turns the bytes of a file into the wording of a text, or says why they are none."""

from __future__ import annotations

import codecs
import hashlib
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from apps.domain.refusals import Refusal, quoted

MEBIBYTE = 2**20
MOST_BYTES = 20 * MEBIBYTE
WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
SAVE_AS_UTF8 = "Save it as plain text in UTF-8 and add it again."


@dataclass(frozen=True)
class Wording:
    """Content as it is stored, and the hash of the bytes it came in."""

    content: str
    sha256: str


def read_wording(raw: bytes, name: str) -> Wording:
    """The wording that the bytes hold; `name` is what a Refusal calls them.

    Nothing is trimmed: blanks at the beginning stay, so that offsets count from the first
    character of the file. Only a byte order mark goes, line ends become \\n and Unicode NFC.
    """
    _refuse_by_weight(raw, name)
    _refuse_binary(raw, name)
    content = _normalized(_decoded(raw, name))
    if not content.strip():
        raise Refusal(f"{quoted(name)} holds nothing but blanks.", remedy="Add a file with text.")
    return Wording(content=content, sha256=sha256_of(raw))


def bytes_of(path: Path) -> bytes:
    """What a file holds; a Refusal where there is none, or one that nobody could read."""
    if not path.is_file():
        raise Refusal(f"There is no file {quoted(str(path))}.", remedy="Give the path of a file.")
    refuse_size(path.stat().st_size, path.name)
    try:
        return path.read_bytes()
    except PermissionError as error:
        raise Refusal(
            f"You may not read {quoted(str(path))}.", remedy="Make it readable."
        ) from error


def sha256_of(raw: bytes) -> str:
    """The hash by which an original is recognised, whatever its file is called."""
    return hashlib.sha256(raw).hexdigest()


def refuse_size(size: int, name: str) -> None:
    """Refuse what is too large, as soon as its size is known and before it is read."""
    if size > MOST_BYTES:
        raise Refusal(
            f"{quoted(name)} has {size / MEBIBYTE:.1f} MB; "
            f"a text may have {MOST_BYTES // MEBIBYTE}.",
            remedy="Take the pictures out, or add it in parts.",
        )


def _refuse_by_weight(raw: bytes, name: str) -> None:
    if not raw:
        raise Refusal(f"{quoted(name)} is empty.", remedy="Add a file with text.")
    refuse_size(len(raw), name)


def _refuse_binary(raw: bytes, name: str) -> None:
    if raw.startswith(WIDE_MARKS):
        raise Refusal(f"{quoted(name)} is in UTF-16, not in UTF-8.", remedy=SAVE_AS_UTF8)
    if raw.startswith(b"%PDF-"):
        raise Refusal(f"{quoted(name)} is a PDF, not plain text.", remedy=SAVE_AS_UTF8)
    place = raw.find(b"\0")
    if place >= 0:
        raise Refusal(
            f"{quoted(name)} holds a NUL byte at byte {place}, so it is no plain text.",
            remedy=SAVE_AS_UTF8,
        )


def _decoded(raw: bytes, name: str) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise Refusal(
            f"{quoted(name)} is not UTF-8: line {line} holds "
            f"the byte 0x{raw[error.start]:02X} at byte {error.start}.",
            remedy=SAVE_AS_UTF8,
        ) from error


def _normalized(content: str) -> str:
    one_kind_of_line_end = content.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", one_kind_of_line_end)
