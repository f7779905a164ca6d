"""Which bytes are a text, and what is kept of them."""

from __future__ import annotations

import pytest

from apps.domain.refusals import Refusal
from apps.sources.decoding import MOST_BYTES, read_wording, sha256_of


def test_leading_blanks_stay_so_that_offsets_count_from_the_first_character() -> None:
    raw = b"  \n\n Ruritania\t \n"

    wording = read_wording(raw, "a.txt")

    assert wording.content == "  \n\n Ruritania\t \n"
    assert wording.sha256 == sha256_of(raw)


def test_a_byte_order_mark_goes_and_the_hash_is_that_of_the_bytes_as_they_came() -> None:
    raw = b"\xef\xbb\xbfRuritania"

    wording = read_wording(raw, "a.txt")

    assert wording.content == "Ruritania"
    assert wording.sha256 == sha256_of(raw)


def test_line_ends_become_one_kind_and_letters_one_form() -> None:
    decomposed = "Nguye\u0302\u0303n\r\nLa\u0301zar\rZenda".encode()

    wording = read_wording(decomposed, "a.txt")

    assert wording.content == "Nguy\u1ec5n\nL\u00e1zar\nZenda"


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "“a.txt” is empty."),
        (b" \n\t\n", "“a.txt” holds nothing but blanks."),
        (b"\xef\xbb\xbf", "“a.txt” holds nothing but blanks."),
        (b"Zenda\0", "“a.txt” holds a NUL byte at byte 5, so it is no plain text."),
        (b"%PDF-1.7 ...", "“a.txt” is a PDF, not plain text."),
        ("Zenda".encode("utf-16"), "“a.txt” is in UTF-16, not in UTF-8."),
        (
            "Zenda\nŁódź".encode("cp1250"),
            "“a.txt” is not UTF-8: line 2 holds the byte 0xA3 at byte 6.",
        ),
        (b"x" * (MOST_BYTES + 1), "“a.txt” has 20.0 MB; a text may have 20."),
    ],
)
def test_what_is_no_text_is_refused_by_name_with_a_remedy(raw: bytes, message: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_wording(raw, "a.txt")

    assert refused.value.message == message
    assert refused.value.remedy


def test_a_name_with_control_characters_is_told_harmlessly() -> None:
    with pytest.raises(Refusal, match=r"“a\\x1b.txt” is empty"):
        read_wording(b"", "a\x1b.txt")
