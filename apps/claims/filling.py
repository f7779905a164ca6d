"""Puts a draft and its terms into the rows of a claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from django.db.backends.postgresql.psycopg_any import DateRange, NumericRange

from apps.accounts.models import User
from apps.annotations.actions import passages_in
from apps.annotations.marking import Span as PassageSpan
from apps.annotations.models import Passage
from apps.claims.checking import Desk
from apps.claims.drafts import ALL, UNSPECIFIED, ClaimDraft
from apps.claims.models import Claim, ClaimRole, Evidence
from apps.claims.terms import Terms, default_of, derive, is_settled
from apps.domain.periods import Period
from apps.domain.spans import Span
from apps.sources.models import Text
from apps.ui.progress import step

TYPED = ("period", "printed", "reading", "unit", "basis", "status")
TYPED_BESIDE = ("attribution", "root", "sums", "note")

DERIVED = (
    "hard plausible ulp value_entity period_range slot_key wider_slot_keys strand "
    "fact_key part_fact_key whole_fact_key"
).split()


def filled(claim: Claim, draft: ClaimDraft, terms: Terms, desk: Desk) -> Claim:
    """The claim with every field set from draft and terms; not saved."""
    claim.also = list(draft.also)
    claim.source = desk.sources[draft.source]
    claim.measure = desk.measures[draft.measure]
    claim.subject = desk.entities[draft.subject]
    for name in (*TYPED, *TYPED_BESIDE):
        setattr(claim, name, getattr(draft, name))
    return derived(claim, terms, desk)


def derived(claim: Claim, terms: Terms, desk: Desk) -> Claim:
    """The claim with its derived fields set; not saved."""
    quantity = terms.quantity
    claim.hard = stored_span(quantity.hard) if quantity else None
    claim.plausible = stored_span(quantity.plausible) if quantity else None
    claim.ulp = quantity.ulp if quantity else None
    claim.value_entity = desk.entities[terms.value_entity] if terms.value_entity else None
    claim.period_range = stored_period(terms.period) if terms.period else None
    claim.slot_key = terms.slot_key
    claim.wider_slot_keys = list(terms.wider_slot_keys)
    claim.strand = terms.strand
    claim.fact_key = terms.fact_key
    claim.part_fact_key = terms.part_fact_key
    claim.whole_fact_key = terms.whole_fact_key
    return claim


def entered(claim: Claim, start: int = 0, end: int = 0) -> ClaimDraft:
    """The entered half of a stored claim; its place has to be looked up."""
    roles = {
        role.slot: role.entity.slug if role.entity else role.scope
        for role in claim.filled_roles.all()
    }
    return ClaimDraft(
        key=claim.key,
        source=claim.source.slug,
        measure=claim.measure.slug,
        subject=claim.subject.slug,
        roles=roles,
        start=start,
        end=end,
        also=tuple(claim.also),
        **{name: getattr(claim, name) for name in (*TYPED, *TYPED_BESIDE)},
    )


def terms_now(claim: Claim, draft: ClaimDraft, desk: Desk) -> Terms:
    """What the draft of this claim amounts to, with the reading that a verdict gives it."""
    if claim.is_corrected:
        draft = replace(draft, reading=claim.corrected_reading, unit=claim.corrected_unit)
    return derive(draft, desk.measures[draft.measure], desk.wider)


def attach(claims: Sequence[Claim], drafts: Sequence[ClaimDraft], desk: Desk, by: User) -> None:
    """Store the roles and the evidence passages of freshly written claims."""
    roles: list[ClaimRole] = []
    spans: dict[str, list[tuple[int, int, str]]] = {}
    for claim, draft in zip(claims, drafts, strict=True):
        roles.extend(
            role_of(claim, slot, draft.roles.get(slot), desk) for slot in claim.measure.slots
        )
        spans.setdefault(draft.source, []).extend(spans_of(draft, desk.originals[draft.source]))
    ClaimRole.objects.bulk_create(roles)
    texts = {desk.originals[source]: wanted for source, wanted in spans.items()}
    step("Storing their places")
    passages = passages_in(spans=texts, by=by)
    Evidence.objects.bulk_create(
        Evidence(claim=claim, passage=there[place], prints_value=place == (draft.start, draft.end))
        for claim, draft in zip(claims, drafts, strict=True)
        for there in (passages[desk.originals[draft.source]],)
        for place in ((draft.start, draft.end), *draft.support)
    )


def spans_of(draft: ClaimDraft, text: Text) -> list[PassageSpan]:
    """Where the draft stands, the passage that prints its value first; each with its quote."""
    beside = [(start, end, quote_at(text, start, end)) for start, end in draft.support]
    return [(draft.start, draft.end, draft.printed), *beside]


def quote_at(text: Text, start: int, end: int) -> str:
    """What stands there; where the wording is not here, only of passages that are stored."""
    if text.content is not None:
        return text.content[start:end]
    stored = Passage.objects.filter(text=text, start=start, end=end).first()
    return stored.quote if stored else ""


def add_missing_roles(claims: Sequence[Claim], desk: Desk) -> None:
    """Fill role slots that a measure gained after its claims were entered."""
    missing = [
        role_of(claim, slot, None, desk)
        for claim in claims
        for slot in claim.measure.slots
        if slot not in {role.slot for role in claim.filled_roles.all()}
    ]
    ClaimRole.objects.bulk_create(missing)


def role_of(claim: Claim, slot: str, value: str | None, desk: Desk) -> ClaimRole:
    """The role as the draft fills it, else as the measure fills it by default."""
    fills = value or default_of(claim.measure, slot)
    if fills in (ALL, UNSPECIFIED):
        return ClaimRole(claim=claim, slot=slot, scope=fills)
    entity = desk.entities[fills]
    return ClaimRole(claim=claim, slot=slot, scope=ClaimRole.Scope.ENTITY, entity=entity)


def stored_span(span: Span) -> NumericRange:
    """A span as PostgreSQL keeps it."""
    opening = "[" if span.low_closed else "("
    closing = "]" if span.high_closed else ")"
    return NumericRange(span.low, span.high, bounds=opening + closing)


def stored_period(period: Period) -> DateRange | None:
    """A period as PostgreSQL keeps it, up to the day after; none where its days are not known."""
    if not is_settled(period) or period.end is None:
        return None
    return DateRange(period.start, period.end + timedelta(days=1), bounds="[)")
