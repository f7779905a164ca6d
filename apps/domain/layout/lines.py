"""Lines are the only structure a plain text is sure to have, so all reading starts here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

ROW_BREAKS = "\n\r\f\v\x1c\x1d\x1e\x85\u2028\u2029"
# str.strip leaves the last two, yet nobody sees them at the edge of a line.
_EDGE = "".join(chr(at) for at in range(0x3001) if chr(at).isspace()) + "\ufeff\u200b"


@dataclass(frozen=True, slots=True)
class Line:
    """
    `text` is content[start:end], blanks trimmed; `outer_*` bound the line with its end.

    `underline` is the sign of which a rule right below the line is made.
    """

    text: str
    start: int
    end: int
    outer_start: int
    outer_end: int
    flows: bool
    page_end: bool
    underline: str = ""

    @property
    def blank(self) -> bool:
        return not self.text

    @property
    def width(self) -> int:
        """How wide the line is printed: Chinese characters take two places."""
        if self.text.isascii():
            return len(self.text)
        return len(self.text) + sum("\u2e80" <= char <= "\uffef" for char in self.text)

    @property
    def indent(self) -> int:
        return self.start - self.outer_start


def split_lines(content: str) -> list[Line]:
    """Return all lines, also the empty ones; any line end of Unicode ends a line."""
    lines: list[Line] = []
    outer_start = 0
    for raw in content.splitlines(keepends=True):
        text = strip_blanks(raw)
        lead = len(raw) - len(lstrip_blanks(raw))
        start = outer_start + (lead if text else 0)
        end = start + len(text)
        body = raw.rstrip(ROW_BREAKS)
        lines.append(
            Line(
                text=text,
                start=start,
                end=end,
                outer_start=outer_start,
                outer_end=outer_start + len(raw),
                flows=bool(text) and outer_start + len(body) > end,
                page_end="\f" in raw,
            )
        )
        outer_start += len(raw)
    return lines


def strip_blanks(raw: str) -> str:
    """Return `raw` without blanks and invisible marks at both ends."""
    return raw.strip(_EDGE)


def lstrip_blanks(raw: str) -> str:
    """Return `raw` without blanks and invisible marks at its beginning."""
    return raw.lstrip(_EDGE)


def is_row_break(char: str) -> bool:
    """True for a character that ends a line."""
    return char in ROW_BREAKS


def chunks(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Yield the stretches of lines that no blank line and no page end cuts."""
    chunk: list[Line] = []
    for line in lines:
        if line.blank:
            if chunk:
                yield chunk
            chunk = []
            continue
        chunk.append(line)
        if line.page_end:
            yield chunk
            chunk = []
    if chunk:
        yield chunk
