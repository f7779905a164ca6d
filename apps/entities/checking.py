"""What is wrong with drafts of entities, each complaint naming the entity by its slug."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from apps.domain.complaints import is_storable
from apps.domain.orcid import wrong_orcid
from apps.domain.refusals import quoted
from apps.entities.drafts import EntityDraft
from apps.entities.models import Alias, Entity

WIKIDATA = re.compile(r"Q[1-9]\d{0,18}")
SLUG = re.compile(r"[-a-zA-Z0-9_]+")
LONGEST_SLUG = Entity._meta.get_field("slug").max_length or 0
LONGEST_LABEL = Entity._meta.get_field("label").max_length or 0
LONGEST_FORM = Alias._meta.get_field("form").max_length or 0


def complaints_about(
    drafts: Sequence[EntityDraft], known: frozenset[str], wider: Mapping[str, frozenset[str]]
) -> list[str]:
    """All that is wrong; `known` are the slugs that exist, `wider` what each is part of."""
    named = known | {draft.slug for draft in drafts}
    complaints, seen = [], set()
    for draft in drafts:
        if draft.slug in seen:
            complaints.append(f"{quoted(draft.slug)} is entered twice")
        seen.add(draft.slug)
        complaints.extend(
            f"{quoted(draft.slug)}: {wrong}"
            for wrong in (*wrong_words(draft), *_wrong_links(draft, named))
        )
    return complaints or list(_circles(drafts, wider))


def wrong_words(draft: EntityDraft) -> Iterator[str]:
    """What is wrong with the draft taken by itself."""
    if not SLUG.fullmatch(draft.slug) or len(draft.slug) > LONGEST_SLUG:
        yield f"a slug has letters, digits and hyphens, at most {LONGEST_SLUG}"
    if not draft.label.strip() or len(draft.label) > LONGEST_LABEL:
        yield f"a label has 1 to {LONGEST_LABEL} characters"
    if draft.kind not in Entity.Kind.values:
        yield f"the kind {quoted(draft.kind)} is not known; use {', '.join(Entity.Kind.values)}"
    if draft.wikidata and not WIKIDATA.fullmatch(draft.wikidata):
        yield f"{quoted(draft.wikidata)} is no Wikidata number; one is Q and digits, as Q881"
    yield from _wrong_orcid(draft)
    if not is_storable([draft.label, draft.note, *(alias.form for alias in draft.aliases)]):
        yield "it holds a NUL or half a character, which cannot be stored"
    for alias in draft.aliases:
        if not alias.form.strip() or len(alias.form) > LONGEST_FORM:
            yield f"an alias has 1 to {LONGEST_FORM} characters, not {len(alias.form)}"


def _wrong_orcid(draft: EntityDraft) -> Iterator[str]:
    if draft.orcid and draft.kind != Entity.Kind.PERSON:
        yield "only a person has an ORCID iD"
    if draft.orcid and (wrong := wrong_orcid(draft.orcid)):
        yield f"{quoted(draft.orcid)} {wrong}"


def _wrong_links(draft: EntityDraft, named: frozenset[str]) -> Iterator[str]:
    for what, slugs in (("part of", draft.part_of), ("distinct from", draft.distinct_from)):
        for slug in slugs:
            if slug == draft.slug:
                yield f"nothing is {what} itself"
            elif slug not in named:
                yield f"it is {what} {quoted(slug)}, which is no entity"


def _circles(drafts: Sequence[EntityDraft], wider: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """Entities that would, through others, be part of themselves."""
    direct = {draft.slug: set(draft.part_of) for draft in drafts}
    for draft in drafts:
        reached: set[str] = set()
        waiting = list(draft.part_of)
        while waiting:
            slug = waiting.pop()
            if slug not in reached:
                reached.add(slug)
                waiting.extend(direct.get(slug, set()) | wider.get(slug, frozenset()))
        if draft.slug in reached:
            yield f"{quoted(draft.slug)} would be part of itself through {', '.join(draft.part_of)}"
