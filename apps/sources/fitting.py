"""Checks the passages of a text against its wording, once that is here."""

from __future__ import annotations

from apps.domain.complaints import told
from apps.domain.refusals import Refusal, quoted
from apps.sources.models import Text

CONTEXT = 32
BATCH = 1000


def around(content: str | None, start: int, end: int) -> tuple[str, str]:
    """The characters before and after a stretch, by which a passage is found again."""
    if content is None:
        return "", ""
    return content[max(0, start - CONTEXT) : start], content[end : end + CONTEXT]


def fit_passages(text: Text) -> None:
    """Give each passage its surroundings; refuse if one quotes what is not there.

    Passages belong to a higher room; they are reached through the text they point to.
    """
    content = text.content or ""
    passages = list(text.passages.order_by("start", "end"))
    misfits = [
        f"characters {p.start}–{p.end}: the passage quotes {quoted(p.quote)}, "
        f"the text has {quoted(content[p.start : p.end])}"
        for p in passages
        if p.quote != content[p.start : p.end]
    ]
    if misfits:
        raise Refusal(
            f"{len(misfits)} of the passages of {text.source.slug} do not fit its wording: "
            + told(misfits),
            remedy="Correct their offsets or quotes; nothing was installed.",
        )
    for passage in passages:
        passage.prefix, passage.suffix = around(content, passage.start, passage.end)
    text.passages.bulk_update(passages, ["prefix", "suffix"], batch_size=BATCH)
