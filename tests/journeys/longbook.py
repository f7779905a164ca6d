"""A long text, made up, that comes in several parts, with a contradiction far into it."""

from __future__ import annotations

from apps.accounts.models import User
from apps.annotations.actions import record_mentions
from apps.annotations.drafts import MentionDraft
from apps.annotations.models import Review
from apps.claims.actions import record_claims
from apps.claims.drafts import ClaimDraft
from apps.sources.actions import add_source, add_text

SLUG = "long-book"
PARAGRAPHS = 400
EARLY, LATE = 2, 385  # paragraphs that contradict each other
TABLE_AFTER = 370
RARE_WORD = "xylophone"
NAMED_IN = (1, 3, 200, 384)
REASON = "entered for a test"


def wording() -> str:
    """About 200,000 characters in numbered paragraphs, with one table near the end."""
    paragraphs = ["A Long Book"]
    for number in range(PARAGRAPHS):
        first = f"Paragraph {number} speaks of Vietnam."
        if number in (EARLY, LATE):
            first = f"Exports came to {700 + number} mln USD in 1971."
        if number in (5, LATE - 1):
            first += f" Here stands a {RARE_WORD}."
        filling = f"What follows in place {number} says little. " * 10
        paragraphs.append(f"{first} {filling.strip()}")
        if number == TABLE_AFTER:
            paragraphs.append("Table 9. Counted things\n\nYear\tThings\n1970\t7\n1971\t8")
    return "\n\n".join(paragraphs) + "\n"


def enter_long_book(by: User) -> str:
    """Enter it as a public source; gives its wording."""
    content = wording()
    fields = {"slug": SLUG, "title": "A Long Book", "rights": "full", "position": 99}
    source = add_source(fields=fields, by=by, reason=REASON)
    add_text(source=source, raw=content.encode(), by=by, reason=REASON)
    drafts = [_claim(content, number) for number in (EARLY, LATE)]
    record_claims(drafts=drafts, by=by, reason=REASON, review=Review.ACCEPTED)
    names = [_mention(content, number) for number in NAMED_IN]
    record_mentions(drafts=names, by=by, reason=REASON, review=Review.ACCEPTED)
    return content


def _claim(content: str, number: int) -> ClaimDraft:
    printed = str(700 + number)
    start = content.index(f"to {printed} mln") + 3
    return ClaimDraft(
        key=f"{SLUG}.{number}",
        source=SLUG,
        measure="arms-imports",
        subject="vietnam",
        roles={"supplier": "russia"},
        unit="USD mln",
        basis="tiv",
        period="1971",
        printed=printed,
        reading=printed,
        start=start,
        end=start + len(printed),
    )


def _mention(content: str, number: int) -> MentionDraft:
    start = content.index(f"Paragraph {number} speaks of ") + len(f"Paragraph {number} speaks of ")
    return MentionDraft(SLUG, start, start + len("Vietnam"), "vietnam", "Vietnam")
