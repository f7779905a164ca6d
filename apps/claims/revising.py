"""A better revision of a text takes the place of a worse one, and claims follow their passages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.db import transaction

from apps.accounts.history import because
from apps.accounts.models import User
from apps.annotations.models import Move, Passage
from apps.annotations.moving import Forecast, Span, Went, accept_move, foresee, move_passages
from apps.claims import changes
from apps.claims.actions import correct_claim, draft_of
from apps.claims.beginning import carry_begun
from apps.claims.models import Claim, Evidence
from apps.domain.anchoring import figures_of
from apps.domain.refusals import Refusal, quoted
from apps.sources.actions import mark_records_stale, store_wording
from apps.sources.models import Source, Text
from apps.sources.revising import next_wording, refuse_without_reason


@dataclass(frozen=True)
class Prospect:
    """What a file would be as the next revision of a source's text."""

    former: Text
    content: str
    forecast: Forecast


def look_ahead(*, source: Source, raw: bytes, name: str) -> Prospect:
    """Read a file as the next revision, and tell how passages would fare; nothing is stored."""
    wording = next_wording(source, raw, name)
    former = source.texts.originals().current().get()
    return Prospect(former, wording.content, foresee(source=source, content=wording.content))


@transaction.atomic
def revise_text(*, source: Source, raw: bytes, name: str, by: User, reason: str) -> Text:
    """Put a better wording in the place of the current one; passages go along where it is sure."""
    changes.take_turns()
    refuse_without_reason(reason)
    with because(by, reason.strip()):
        wording = next_wording(source, raw, name)
        text = store_wording(source=source, wording=wording, by=by, reason=reason)
        _carry_evidence(move_passages(text=text, by=by), by)
        carry_begun(text=text)
    return text


@transaction.atomic
def settle_move(
    *,
    move: Move,
    place: Span,
    readings: Mapping[int, str],
    by: User,
    reason: str,
    version: int,
) -> None:
    """Let a passage stand here; claims whose figures differ there are read anew.

    `readings` holds, by the key of the claim in the database, what a person reads there now.
    """
    changes.take_turns()
    claims = list(claims_printed_on(move.passage))
    with because(by, reason.strip() or f"the same passage in {move.text}"):
        went = accept_move(move=move, place=place, by=by, reason=reason, version=version)
        to = went[move.passage_id]
        if figures_of(move.passage.quote) != figures_of(to.quote):
            for claim in claims:
                _read_anew(claim, to, readings.get(claim.pk, "").strip(), by)
        _carry_evidence(went, by)


def claims_printed_on(passage: Passage) -> list[Claim]:
    """The claims whose value the passage prints."""
    printed = Claim.objects.filter(evidence__passage=passage, evidence__prints_value=True)
    return list(printed.in_words().order_by("key"))


def _read_anew(claim: Claim, to: Passage, reading: str, by: User) -> None:
    if not reading:
        raise Refusal(
            f"The figures differ: the claim {claim.key} was read from {quoted(claim.printed)}, "
            f"the new text has {quoted(to.quote)}.",
            remedy="Say how the claim reads now.",
        )
    support = claim.evidence.supporting().filter(passage__text=to.text).order_by("passage__start")
    draft = replace(
        draft_of(claim),
        printed=to.quote,
        reading=reading,
        start=to.start,
        end=to.end,
        support=tuple(support.values_list("passage__start", "passage__end")),
    )
    correct_claim(
        claim=claim, draft=draft, by=by, reason="read in the new text", version=claim.version
    )


def _carry_evidence(went: Went, by: User) -> None:
    """Let claims stand on the new passages, and print what those print."""
    evidence = Evidence.objects.filter(passage__in=went).select_related("claim")
    on_them = Evidence.objects.filter(passage__in=went.values())
    there = {(one.claim_id, one.passage_id): one for one in on_them}
    carried, printed, facts = [], {}, set()
    for piece in evidence.order_by("-prints_value", "pk").select_for_update(of=("self",)):
        to, claim = went[piece.passage_id], piece.claim
        facts.add(claim.fact_key)
        if (claim.pk, to.pk) in there:
            _join(piece, there[claim.pk, to.pk])
            continue
        there[claim.pk, to.pk] = piece
        piece.passage = to
        carried.append(piece)
        if piece.prints_value and claim.printed != to.quote:
            claim.printed, claim.version = to.quote, claim.version + 1
            printed[claim.pk] = claim
    Evidence.objects.bulk_update(carried, ["passage"], batch_size=500)
    Claim.objects.bulk_update(printed.values(), ["printed", "version"], batch_size=500)
    mark_records_stale(sources={piece.claim.source_id for piece in carried})
    changes.tell(facts, by)


def _join(piece: Evidence, there: Evidence) -> None:
    """Two passages of a claim have become one; it prints the value if either did."""
    if piece.prints_value and not there.prints_value:
        there.prints_value = True
        there.save(update_fields=["prints_value"])
    piece.delete()
