"""
Reference entry at odds with the source that it names.

Flags: an entry for a source that is stored here, with another year, volume, issue or pages than
that source has itself.
Why: the entry was typed from memory, or from a version before print.
Example: an article of 2022 is listed under 2023 in another article's bibliography.
Quiet when: the source's own date is only supposed, either side leaves the part out, one shortens
the last page (282–99 for 282–299), or claims on the same date tell of it already.
"""

from __future__ import annotations

from collections.abc import Iterator

from apps.contradictions.findings import Finding, Severity
from apps.contradictions.printed import PrintedText
from apps.contradictions.rulebook import text_rule
from apps.domain.references import page_range
from apps.domain.units import unit

PARTS = ("year", "volume", "issue", "pages")


@text_rule(code="citation-against-stored-source", severity=Severity.LIKELY)
def citation_against_stored_source(text: PrintedText) -> Iterator[Finding]:
    """One finding for each part that differs."""
    for listed in text.entries:
        if listed.stored is None:
            continue
        for part in PARTS:
            given, own = getattr(listed.entry, part), getattr(listed.stored, part)
            if given and own and not _is_the_same(given, own):
                yield Finding(
                    rule="citation-against-stored-source",
                    severity=Severity.LIKELY,
                    headline=(given, own),
                    topic=f"citations of {text.label}",
                    says=f"{text.label} lists {listed.name} with the {part} {given}; "
                    f"the source itself has {own}.",
                    parts=(),
                    unit=unit(""),
                    explanations=("misprint",),
                    spots=(text.part(listed, part),),
                )


def _is_the_same(given: str, own: str) -> bool:
    one, other = given.replace("-", "–"), own.replace("-", "–")
    return one == other or page_range(one) == page_range(other) is not None
