"""Pages as they are printed, as the first and the last of them."""

from __future__ import annotations


def page_range(pages: str) -> tuple[int, int] | None:
    """First and last page; “282–99” ends on page 299. None for what is no such range."""
    first, _, last = pages.partition("–")
    if not first.isdigit() or (last and not last.isdigit()):
        return None
    last = last or first
    whole = first[: len(first) - len(last)] + last if len(last) < len(first) else last
    return (int(first), int(whole)) if int(first) <= int(whole) else None
