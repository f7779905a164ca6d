"""Keeps an uploaded file between its preview and the moment when it is saved."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import UploadedFile

from apps.domain.refusals import Refusal
from apps.sources.decoding import refuse_size
from apps.ui.sheets.waiting import WaitingFiles


def raw_from(*, file: UploadedFile[bytes] | None, pasted: str, waiting: str) -> tuple[bytes, str]:
    """The bytes that a person chose, in this order of haste, and what to call them."""
    if file is not None and pasted.strip():
        raise Refusal(
            "There is a file and a pasted text.", remedy="Choose one of the two, empty the other."
        )
    if file is not None:
        name = file.name or "the file"
        refuse_size(file.size or 0, name)
        return file.read(), name
    if pasted.strip():
        return pasted.replace("\r\n", "\n").encode(), "the pasted text"
    if waiting:
        raw: Any = WaitingFiles(name=waiting, read_mode="rb").read()
        return bytes(raw), "the file"
    raise Refusal("There is no text yet.", remedy="Choose a file, or paste the text.")


def kept(raw: bytes) -> str:
    """The name under which the bytes wait to be saved."""
    file = WaitingFiles()
    file.save(raw)
    return str(file.name)


def forget(waiting: str) -> None:
    """Remove bytes that are stored, or that nobody wants any more."""
    if waiting:
        WaitingFiles(name=waiting).remove()
