"""The fields of a claim as they stand in the form beside a passage, and the draft made of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q

from apps.claims.drafts import ALL, PLAIN, ClaimDraft
from apps.claims.models import Claim, Measure
from apps.claims.terms import BASES, STATUS_FAMILIES
from apps.claims.written import support_in
from apps.domain.complaints import is_storable
from apps.domain.free_names import free_names
from apps.domain.refusals import Refusal, quoted
from apps.domain.spelling import fold
from apps.domain.units import UNITS
from apps.entities.lookup import MOST_WORDS, SURE, find_entities
from apps.entities.models import Entity, Name
from apps.entities.recognising import known_names
from apps.reading.prefilling import Filled, filled_in
from apps.reading.stretches import Stretch
from apps.reading.support import chips_of

ROLE = "role-"


@dataclass(frozen=True)
class RoleField:
    """A role slot of the measure, and what fills it as a person reads and writes it."""

    name: str
    label: str
    value: str
    all_label: str


def fields_of(stretch: Stretch, typed: Mapping[str, str], filled: Filled) -> dict[str, Any]:
    """What the form shows: what was typed, else what is likely."""
    measures = list(Measure.objects.order_by("label"))
    by_slug = {measure.slug: measure for measure in measures}
    measure = by_slug.get(typed.get("measure") or filled.measure)
    named = spellings({filled.subject, *filled.roles.values()})
    shown = {name: typed.get(name, getattr(filled, name, "")) for name in PLAIN}
    return {
        **shown,
        "measures": measures,
        "measure": measure,
        "subject": typed.get("subject") or named.get(filled.subject, ""),
        "roles": _role_fields(measure, typed, filled, named) if measure else [],
        "units": [unit for unit in UNITS.values() if unit.slug],
        "bases": [basis for basis in BASES if basis],
        "statuses": [status for status in STATUS_FAMILIES if status],
        "support": typed.get("support", ""),
        "chips": chips_of(stretch.text, typed.get("support", "")),
        "offered": sorted(set(named.values())),
    }


def draft_of(stretch: Stretch, typed: Mapping[str, str], key: str = "") -> ClaimDraft:
    """The claim that was typed; a Refusal names the field that says nothing."""
    measure = Measure.objects.filter(slug=typed.get("measure", "")).first()
    if measure is None:
        raise Refusal("It is not said what is measured.", remedy="Choose a measure.")
    roles = {
        slot: role_meant(measure, slot, typed.get(f"{ROLE}{slot}", "")) for slot in measure.slots
    }
    source = stretch.text.source.slug
    plain: dict[str, Any] = {name: " ".join(typed.get(name, "").split()) for name in PLAIN}
    if measure.kind == Measure.Kind.ENTITY:
        plain["reading"] = entity_meant("value", plain["reading"])
    return ClaimDraft(
        key=key or free_keys([f"{source}.{measure.slug}-{stretch.start}"])[0],
        source=source,
        measure=measure.slug,
        subject=entity_meant("subject", typed.get("subject", "")),
        printed=stretch.quote,
        start=stretch.start,
        end=stretch.end,
        roles={slot: value for slot, value in roles.items() if value},
        support=support_in(typed.get("support", "")),
        **plain,
    )


def filled_for(stretch: Stretch, typed: Mapping[str, str], by: Any) -> Filled:
    """What is likely; with another measure than that nothing is said of basis, status and whom."""
    filled = filled_in(stretch, by)
    chosen = typed.get("measure", "")
    if not chosen or chosen == filled.measure:
        return filled
    return replace(filled, measure=chosen, basis="", status="", attribution="")


def free_keys(wished: Sequence[str]) -> list[str]:
    """Keys for new claims, with a number where others have them."""
    alike = reduce(or_, (Q(key__startswith=key) for key in wished))
    return free_names(wished, set(Claim.objects.filter(alike).values_list("key", flat=True)))


def _role_fields(
    measure: Measure, typed: Mapping[str, str], filled: Filled, named: Mapping[str, str]
) -> list[RoleField]:
    fields = []
    for role in measure.roles:
        name, likely = f"{ROLE}{role['slot']}", filled.roles.get(role["slot"], "")
        all_label = all_label_of(measure, role["slot"])
        value = typed.get(name) or (all_label if likely == ALL else named.get(likely, ""))
        fields.append(RoleField(name, role.get("label") or role["slot"], value, all_label))
    return fields


def all_label_of(measure: Measure, slot: str) -> str:
    """How it is written that all of them are meant."""
    labels = {role["slot"]: role.get("all_label") for role in measure.roles}
    return labels.get(slot) or f"all {slot}s"


def role_meant(measure: Measure, slot: str, words: str) -> str:
    """What fills a role as it is written: an entity, ALL, or nothing that is said."""
    if words.strip() in {ALL, f"all {slot}s", all_label_of(measure, slot)}:
        return ALL
    return entity_meant(slot, words) if words.strip() else ""


def entity_meant(what: str, words: str) -> str:
    """The slug of the entity that is written by name, slug or nearly so."""
    asked = " ".join(words.split())
    if not asked or not is_storable(asked):
        raise Refusal(f"The {what} is not said.", remedy="Write the name of an entity.")
    living = Entity.objects.living()
    if living.filter(slug=asked).exists():
        return asked
    exact = _called_just(asked)
    if exact:
        return exact
    found = find_entities(asked, living)
    if not found or found[0].score < SURE or len(asked.split()) > MOST_WORDS:
        raise Refusal(
            f"No entity is called {quoted(asked)}.",
            remedy="Write its name, or mark it as an entity first.",
        )
    return found[0].entity.slug


def _called_just(words: str) -> str:
    """The slug of the one living entity of just this label, else of the one of just this name."""
    alike = Name.objects.filter(folded=fold(words), entity__merged_into=None).exclude(folded="")
    called = dict(alike.values_list("entity__slug", "entity__label"))
    labelled = [slug for slug, label in called.items() if label == words]
    return next((slugs[0] for slugs in (labelled, list(called)) if len(slugs) == 1), "")


def spellings(slugs: set[str]) -> dict[str, str]:
    """For each entity the name by which it is found again: its label, unless others share it."""
    known = known_names()
    entities = Entity.objects.in_bulk(slugs - {"", ALL}, field_name="slug").values()
    return {one.slug: one.label if known(one.label) == one.slug else one.slug for one in entities}
