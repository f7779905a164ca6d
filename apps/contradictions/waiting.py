"""Whether proposals may be decided on, as their rows are stored now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from apps.accounts.models import User
from apps.annotations.models import Mention, Review
from apps.claims.models import Claim
from apps.contradictions.proposals import Seen
from apps.contradictions.rivals import accepted_there, passages_of
from apps.domain.complaints import is_storable
from apps.domain.refusals import Refusal, quoted

Row = Claim | Mention
SHORTEST_REASON = 3
LONGEST_REASON = 300


def is_for_another(author: User, by: User) -> bool:
    """Nobody reviews their own work while another editor could."""
    return author == by and User.objects.has_editor_beside(by)


def waiting(proposals: Sequence[Seen], by: User) -> list[Row]:
    """The rows as they are stored now; refused where they are not what the editor saw."""
    numbers = {
        kind: [p.number for p in proposals if p.kind == kind] for kind in ("claim", "mention")
    }
    claims = Claim.objects.select_for_update(of=("self",)).select_related("entered_by", "measure")
    mentions = Mention.objects.select_for_update(of=("self",))
    found: dict[tuple[str, int], Row] = {
        **{("claim", c.pk): c for c in claims.filter(pk__in=numbers["claim"]).order_by("pk")},
        **{
            ("mention", m.pk): m
            for m in mentions.select_related("passage", "entity", "entered_by")
            .filter(pk__in=numbers["mention"])
            .order_by("pk")
        },
    }
    rows = [_as_seen(found.get((seen.kind, seen.number)), seen) for seen in proposals]
    for author in {row.entered_by for row in rows}:
        if is_for_another(author, by):
            raise Refusal("You proposed this yourself.", remedy="Another editor reviews it.")
    return rows


def _as_seen(row: Row | None, seen: Seen) -> Row:
    if row is None:
        raise Refusal(f"There is no {seen.kind} {seen.number}.", remedy="Load the page again.")
    if row.review != Review.PROPOSED:
        raise Refusal(
            f"Somebody reviewed “{printed(row)}” meanwhile: it is {row.get_review_display()}.",
            remedy="Nothing was changed. Go on with the next.",
        )
    if version(row) != seen.version:
        raise Refusal(
            f"“{printed(row)}” was changed since you looked at it.",
            remedy="Nothing was decided. Look at its present form.",
        )
    return row


def version(row: Row) -> int:
    """By which one sees that it was changed; a mention changes by naming another entity."""
    return row.version if isinstance(row, Claim) else row.entity_id


def printed(row: Row) -> str:
    """What stands in the source, shortened."""
    return quoted(row.printed if isinstance(row, Claim) else row.passage.quote)[1:-1]


def refuse_doubles(rows: Iterable[Row]) -> None:
    """One place answers one question once."""
    claims = [row for row in rows if isinstance(row, Claim)]
    for there in accepted_there(claims, passages_of(claims)).values():
        raise Refusal(
            f"The claim {there.key} answers this question from this place already.",
            remedy=f"Reject this one, or correct {there.key}.",
        )


def worded(reason: str) -> str:
    """The reason on one line; refused where it says nothing."""
    said = " ".join(reason.split())
    if not is_storable(said):
        raise Refusal("The reason holds a NUL or half a character.", remedy="Take it out.")
    if not SHORTEST_REASON <= len(said) <= LONGEST_REASON:
        raise Refusal(
            "A proposal is rejected with a reason that its author reads.",
            remedy=f"Write {SHORTEST_REASON} to {LONGEST_REASON} characters.",
        )
    return said
