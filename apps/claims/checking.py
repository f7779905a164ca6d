"""Whether drafts of claims fit, each complaint naming the draft by its key."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError

from apps.annotations.marking import complaints_about, passages_at
from apps.annotations.models import Passage
from apps.claims.drafts import ALL, UNSPECIFIED, ClaimDraft
from apps.claims.models import Claim, Measure
from apps.claims.terms import Terms, derive
from apps.domain.complaints import is_storable, told
from apps.domain.refusals import Refusal, quoted
from apps.entities.models import Entity
from apps.sources.models import Source, Text
from apps.ui.progress import counted

MOST_WORDS = 20
MOST_SUPPORT = 8
LONGEST_SUPPORT = 2_000
Places = dict[tuple[int, int], Passage]
# Of more drafts than these the words would be looked up no faster than all there are.
FEW_DRAFTS = 200


@dataclass(frozen=True)
class Desk:
    """All that drafts refer to by slug, looked up once."""

    sources: Mapping[str, Source]
    measures: Mapping[str, Measure]
    entities: Mapping[str, Entity]
    wider: Mapping[str, frozenset[str]]
    originals: Mapping[str, Text]

    @classmethod
    def laid(cls, drafts: Sequence[ClaimDraft] | None = None, read: Collection[str] = ()) -> Desk:
        """The desk as the database stands now; only with what the drafts name, if they are few.

        The wording of their sources, or of those in `read`, is read at once.
        """
        originals = Text.objects.originals().current().select_related("source").defer("content")
        entities, sources = Entity.objects.all(), Source.objects.all()
        measures, named = Measure.objects.select_related("whole"), None
        if drafts is not None and len(drafts) <= FEW_DRAFTS:
            named = {word for draft in drafts for word in _words(draft) if is_storable(word)}
            measures = measures.filter(slug__in=named)
            named |= {role.get("default", "") for measure in measures for role in measure.roles}
            entities, sources = entities.filter(slug__in=named), sources.filter(slug__in=named)
            originals = originals.filter(source__slug__in=named)
        texts = {text.source.slug: text for text in originals}
        _read(texts, read or {draft.source for draft in drafts or ()})
        return cls(
            sources={source.slug: source for source in sources},
            measures={measure.slug: measure for measure in measures},
            entities={entity.slug: entity for entity in entities},
            wider=Entity.objects.wider_places(named),
            originals=texts,
        )


def _read(texts: Mapping[str, Text], slugs: Collection[str]) -> None:
    """Give these texts their wording in one query instead of one for each."""
    wanted = {texts[slug].pk: texts[slug] for slug in slugs if slug in texts}
    worded = Text.objects.filter(pk__in=wanted).order_by()
    for pk, content in worded.values_list("pk", "content"):
        wanted[pk].content = content


def terms_of(drafts: Sequence[ClaimDraft], desk: Desk, known: Sequence[Claim] = ()) -> list[Terms]:
    """The terms of each draft; one Refusal for all that do not fit, one draft alone needs no name.

    `known` are the stored claims that drafts correct, whose keys they may keep.
    """
    taken = _taken_keys(drafts, known)
    there = places_at(((draft.source, draft.start) for draft in drafts), desk)
    terms, complaints = [], []
    for draft in counted("Checking the claims", drafts):
        try:
            _refuse_key(draft.key, taken)
            _refuse_unknown(draft, desk)
            terms.append(derive(draft, desk.measures[draft.measure], desk.wider))
            _refuse_place(draft, desk, there)
        except Refusal as refusal:
            if len(drafts) == 1:
                raise
            complaints.append(f"{quoted(draft.key)[1:-1]}: {refusal}")
    if complaints:
        raise Refusal(
            f"{len(complaints)} of the claims {'does' if len(complaints) == 1 else 'do'} not fit: "
            f"{told(complaints)}",
            remedy="Nothing was stored. Correct what is named and try again.",
        )
    return terms


def _words(draft: ClaimDraft) -> Iterator[str]:
    """All that may be a slug; what fills a role by default is not in the draft."""
    yield from (draft.source, draft.measure, draft.subject, draft.reading, *draft.roles.values())


def _taken_keys(drafts: Sequence[ClaimDraft], known: Sequence[Claim]) -> set[str]:
    asked = [draft.key for draft in drafts if is_storable(draft.key)]
    stored = Claim.objects.filter(key__in=asked).order_by().values_list("key", flat=True)
    return set(stored) - {claim.key for claim in known}


def _refuse_key(key: str, taken: set[str]) -> None:
    if not key.strip():
        raise Refusal("The claim has no key.", remedy="Give it one.")
    if key in taken:
        raise Refusal("The key is taken.", remedy="Choose another key.")
    taken.add(key)


def _refuse_unknown(draft: ClaimDraft, desk: Desk) -> None:
    """Refuse slugs that name nothing."""
    for what, slug, shelf in _named(draft, desk):
        if slug not in shelf:
            raise Refusal(f"There is no {what} {quoted(slug)}.", remedy=f"Enter the {what} first.")


def _named(draft: ClaimDraft, desk: Desk) -> Iterator[tuple[str, str, Mapping[str, object]]]:
    yield "source", draft.source, desk.sources
    yield "source with a text", draft.source, desk.originals
    yield "measure", draft.measure, desk.measures
    yield "entity", draft.subject, desk.entities
    for value in draft.roles.values():
        if value and value not in (ALL, UNSPECIFIED):
            yield "entity", value, desk.entities
    measure = desk.measures.get(draft.measure)
    if measure is not None and measure.kind == Measure.Kind.ENTITY:
        yield "entity", draft.reading, desk.entities


def places_at(starts: Iterable[tuple[str, int]], desk: Desk) -> dict[Text, Places]:
    """The passages that begin in these sources at these places already."""
    wanted: dict[Text, set[int]] = {}
    for source, start in starts:
        text = desk.originals.get(source)
        if text is not None and 0 <= start < text.length:
            wanted.setdefault(text, set()).add(start)
    return passages_at(wanted)


def is_wordy(printed: str) -> bool:
    """Whether this is more than a value: everybody reads it, whatever the rights."""
    return len(printed.split()) > MOST_WORDS


def _refuse_place(draft: ClaimDraft, desk: Desk, there: dict[Text, Places]) -> None:
    """Refuse offsets outside of the text, and a print that does not stand there."""
    if is_wordy(draft.printed):
        raise Refusal(
            f"The print has more than {MOST_WORDS} words.",
            remedy="Mark the value alone: a figure, a date, a name.",
        )
    text = desk.originals[draft.source]
    span = (draft.start, draft.end, draft.printed)
    places = there.setdefault(text, {})
    for complaint in complaints_about(text, [span], places):
        raise Refusal(f"{complaint}.", remedy="Correct the offsets or the print.")
    places.setdefault((draft.start, draft.end), Passage(quote=draft.printed))
    wrong = wrong_support(draft, text)
    if wrong:
        raise Refusal(wrong, remedy="Choose other passages beside the one that prints the value.")


def wrong_support(draft: ClaimDraft, text: Text) -> str:
    """What is wrong with the passages on which a claim stands besides; nothing if they fit."""
    if len(draft.support) > MOST_SUPPORT:
        return f"The claim stands on {len(draft.support)} other passages; {MOST_SUPPORT} fit."
    places = [(draft.start, draft.end)]
    for start, end in draft.support:
        if not 0 <= start < end <= text.length or end - start > LONGEST_SUPPORT:
            return f"There is no passage from {start} to {end}, or it is too long."
        if (start, end) in places:
            return f"The claim stands on the passage from {start} to {end} twice."
        places.append((start, end))
    return ""


def refuse_what_does_not_fit(measure: Measure) -> None:
    """Refuse a measure with fields that are too long, empty or no choice."""
    try:
        measure.full_clean(validate_unique=measure.pk is None)
    except ValidationError as error:
        wrong = "; ".join(
            f"{name}: {' '.join(messages)}" for name, messages in error.message_dict.items()
        )
        raise Refusal(
            f"The measure {quoted(measure.slug)} cannot be entered. {wrong}",
            remedy="Correct these fields and try again.",
        ) from error
