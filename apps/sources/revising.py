"""Whether a wording may take the place of a source's current one."""

from __future__ import annotations

from apps.domain.complaints import is_storable
from apps.domain.refusals import Refusal
from apps.sources.decoding import Wording, read_wording
from apps.sources.models import Source, Text

SHORTEST_REASON = 3


def current_original(source: Source) -> Text:
    """The text that a revision takes the place of; its wording must be here."""
    current = source.texts.originals().current().first()
    if current is None:
        raise Refusal(
            f"{source.slug} has no text yet.",
            remedy="Add this one as its first, not as a revision.",
        )
    if not current.is_installed:
        raise Refusal(
            f"The wording of {current} is not installed here, so nobody can tell what of it "
            "another one keeps.",
            remedy="Install that one first.",
        )
    return current


def next_wording(source: Source, raw: bytes, name: str) -> Wording:
    """The wording in the bytes, if it says else than all texts that are here."""
    current, wording = current_original(source), read_wording(raw, name)
    same = Text.objects.originals().filter(sha256=wording.sha256).select_related("source").first()
    if same is None and wording.content == current.content:
        same = current
    if same is not None:
        raise Refusal(
            f"This wording is here already: {same}.", remedy="Add a file whose wording is new."
        )
    return wording


def refuse_without_reason(reason: str) -> None:
    """Refuse a change that nobody could understand later."""
    if len(reason.strip()) < SHORTEST_REASON or not is_storable(reason):
        raise Refusal("It is not said why.", remedy="Give a reason: better scan, misprint mended …")
