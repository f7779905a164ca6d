"""Tells what a value in running text is likely about: from the words around it, from those whom
they name, and from what is stored about them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from django.db.models import Q

from apps.claims.drafts import UNSPECIFIED
from apps.claims.models import Claim, Evidence, Measure
from apps.claims.neighbours import Guess, fits
from apps.claims.precedents import Precedents, beside, most_common
from apps.claims.surroundings import Surroundings
from apps.domain.likeness import covered, stems, weights
from apps.domain.units import UNITS
from apps.entities.models import Entity
from apps.entities.naming_words import named_in

MOST_CLAIMS, LAST, MOST_MEASURES = 300, 40, 12
# What a name counts for near the value, in its sentence, in its paragraph.
NEAR, SENTENCE, PARAGRAPH = 1.5, 1.0, 0.5
# What speaks for a topic, and for a measure of it.
SUBJECT, ROLE, COUNTED, DATED, SAME_VALUE, SAME_YEAR = 2.5, 0.6, 1.5, 1.0, 2.0, 1.0
LIKE_WORDS, LABEL, OFTEN = 3.0, 1.5, 1.5
SAID_IN_TEXT, SAID_HERE, STANDS_NEAR = -1.0, -9.0, 1.5
FAR = 1500  # characters after which nearness counts no more
YEAR = 4
Roles = tuple[tuple[str, str], ...]
Topic = tuple[str, str, Roles]


def likely(around: Surroundings) -> Guess:
    """The likeliest measure, subject and roles."""
    return _Likely(around).guess()


class _Likely:
    """Weighs what is stored about those who are named, and what others are told about."""

    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.before = Precedents.of(dates=around.is_date)
        self.measures = {m.slug: m for m in Measure.objects.all() if self._is_fit(m)}
        ranges = ((around.clause, NEAR), (around.sentence, SENTENCE))
        self.named = named_in(around.paragraph, [*ranges, (around.paragraph, PARAGRAPH)])
        behind = named_in(around.counted, [(around.counted, 1.0)])
        self.counted = next(iter(behind), "")

    def _is_fit(self, measure: Measure) -> bool:
        unit = "" if self.around.is_date else self.around.value.unit
        if unit and unit in UNITS and measure.unit_family not in _families(UNITS[unit].family):
            return False
        usual = most_common(one.unit for one in self.before.about(measure.slug))
        return fits(Claim(measure=measure, unit=usual or unit), self.around.value.kind, unit)

    def guess(self) -> Guess:
        """The topic for which most speaks; of equals the first by name."""
        scores = {topic: self._score(topic) for topic in self._composed()}
        for topic, claims in self._stored().items():
            match = self._match(claims)
            scores[topic] = self._score(topic) + match
            told = self._counting(topic)
            if told != topic:
                scores[told] = max(scores.get(told, 0.0), self._score(told) + max(match, 0.0))
        if not scores:
            return Guess()
        return self._as(*max(scores, key=lambda topic: (scores[topic], topic)))

    def _score(self, topic: Topic) -> float:
        measure, subject, roles = topic
        in_roles = sum(self.named.get(value, 0.0) for _, value in roles)
        is_counted = self.counted and any(value == self.counted for _, value in roles)
        return (
            self.of_measures[measure]
            + DATED * (subject in self.dated)
            + SUBJECT * self.named.get(subject, 0.0)
            + ROLE * in_roles
            + COUNTED * bool(is_counted)
        )

    @cached_property
    def of_measures(self) -> Mapping[str, float]:
        """How well each measure fits the words around the value."""
        near = beside(self.around.before, self.around.after)
        words = near | stems(self.around.sentence)
        labels = {slug: stems(f"{m.label} {m.phrase}") for slug, m in self.measures.items()}
        worth, like = weights(labels.values()), self.before.likeness(near)
        return {
            slug: LIKE_WORDS * like.get(slug, 0.0)
            + LABEL * covered(labels[slug], words, worth)
            + OFTEN * self.before.share(slug)
            for slug in self.measures
        }

    @cached_property
    def claims(self) -> list[Claim]:
        """What is stored about those who are named, and what was entered last in this text."""
        stored = Claim.objects.exclude(review="rejected")
        about = Q(subject__slug__in=self.named) | Q(filled_roles__entity__slug__in=self.named)
        above = Evidence.objects.printing().filter(passage__text=self.around.text)
        last = above.filter(passage__start__lte=self.around.start).order_by("-passage__start")
        wanted = [
            *stored.filter(about).order_by("-pk").values_list("pk", flat=True)[:MOST_CLAIMS],
            *last.values_list("claim", flat=True)[:LAST],
        ]
        found = stored.filter(pk__in=wanted, measure__slug__in=self.measures)
        found = found.select_related("measure", "subject")
        return list(found.prefetch_related("filled_roles__entity", "evidence__passage"))

    def _stored(self) -> Mapping[Topic, list[Claim]]:
        found: dict[Topic, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            found[_topic(claim)].append(claim)
        return found

    def _match(self, claims: Iterable[Claim]) -> float:
        """What the stored answers to one question say for its being asked here."""
        found = [self._match_of(claim) for claim in claims]
        return SAID_HERE if SAID_HERE in found else max(found)

    def _match_of(self, claim: Claim) -> float:
        around = self.around
        value = around.value.period if around.is_date else around.value.reading
        is_same = claim.reading == value
        if claim.source_id == around.text.source_id:
            starts = {one.passage.start for one in claim.evidence.all() if one.prints_value}
            if around.start in starts:
                return SAID_HERE
            return SAID_IN_TEXT * is_same + (0 if around.is_date else self._nearness(starts))
        if is_same:
            return SAME_VALUE
        return SAME_YEAR * (around.is_date and claim.reading[:YEAR] == value[:YEAR])

    def _nearness(self, starts: Iterable[int]) -> float:
        """Figures that stand together are about one thing more often than dates are."""
        distance = min((abs(self.around.start - start) for start in starts), default=FAR)
        return STANDS_NEAR * max(0.0, 1 - distance / FAR)

    def _composed(self) -> Iterable[Topic]:
        """The likeliest measures of those who are named, as far as others of a kind have them."""
        of = self.of_measures
        for measure in sorted(of, key=lambda slug: (-of[slug], slug))[:MOST_MEASURES]:
            roles, usual = self._usual_roles(measure), self.before.kinds.get(measure, set())
            for slug, kind in self.kinds.items():
                if slug != self.counted and (not usual or kind in usual):
                    yield measure, slug, self._with_counted(measure, roles)

    @cached_property
    def kinds(self) -> Mapping[str, str]:
        """Of what kind those are who are named."""
        return dict(Entity.objects.filter(slug__in=self.named).values_list("slug", "kind"))

    @cached_property
    def dated(self) -> set[str]:
        """Those of whom a date is told that lies in the year of which a figure speaks."""
        year = self.around.value.period[:YEAR]
        if self.around.is_date or len(year) < YEAR or not year.isdigit():
            return set()
        among = {*self.named, *(claim.subject.slug for claim in self.claims)}
        dates = Claim.objects.exclude(review="rejected").filter(
            measure__kind=Measure.Kind.DATE, subject__slug__in=among, reading__startswith=year
        )
        return set(dates.values_list("subject__slug", flat=True))

    @cached_property
    def fillers(self) -> Mapping[tuple[str, str], Mapping[str, str]]:
        """Who fills each role of each measure in what is stored, and of what kind they are."""
        found: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
        for claim in self.claims:
            for role in claim.filled_roles.all():
                if role.entity:
                    found[claim.measure.slug, role.slot][role.entity.slug] = role.entity.kind
        return found

    def _may_fill(self, measure: str, slot: str) -> bool:
        """Whether others of the kind of what is counted fill this role."""
        usual = self.fillers.get((measure, slot), {}).values()
        return not usual or self.kinds.get(self.counted, "") in usual

    def _with_counted(self, measure: str, roles: Roles) -> Roles:
        """The roles with what is counted in the first that it may fill and nothing fills yet."""
        filled = {slot for slot, _ in roles}
        slots = [slot for slot in self.measures[measure].slots if slot not in filled]
        free = [slot for slot in slots if self.counted and self._may_fill(measure, slot)]
        return tuple(sorted([*roles, (free[0], self.counted)])) if free else roles

    def _counting(self, topic: Topic) -> Topic:
        """The same about what is counted here: 316 aircraft stand beside 687 tanks."""
        measure, subject, roles = topic
        values = {value for _, value in roles}
        is_count = self.around.value.unit == "count" and self.counted
        if not is_count or self.counted in values | {subject}:
            return topic
        own = self.kinds.get(self.counted, "")
        swapped = (
            (slot, self.counted if own and fillers.get(value) == own else value)
            for slot, value in roles
            for fillers in (self.fillers.get((measure, slot), {}),)
        )
        return measure, subject, tuple(swapped)

    def _usual_roles(self, measure: str) -> Roles:
        """What fills roles of this measure all through this text."""
        fills: dict[str, set[str]] = defaultdict(set)
        for claim in self.claims:
            if claim.measure.slug == measure and claim.source_id == self.around.text.source_id:
                for slot, value in _topic(claim)[2]:
                    fills[slot].add(value)
        return tuple(
            (slot, values.pop()) for slot, values in sorted(fills.items()) if len(values) == 1
        )

    def _as(self, measure: str, subject: str, roles: Roles) -> Guess:
        own = self.before.about(measure)
        return Guess(
            measure=measure,
            subject=subject,
            roles={slot: value for slot, value in roles if value != UNSPECIFIED},
            unit=most_common(one.unit for one in own),
            basis=most_common(one.basis for one in own),
            status=most_common(one.status for one in own),
            has_period=not own or 2 * sum(one.has_period for one in own) >= len(own),
        )


def _families(family: str) -> set[str]:
    """Of which units a measure may be that a value of this family answers; men are counted."""
    return {family, "", *(("persons", "rank") if family == "count" else ())}


def _topic(claim: Claim) -> Topic:
    roles = sorted(
        (role.slot, role.entity.slug if role.entity else role.scope)
        for role in claim.filled_roles.all()
    )
    return claim.measure.slug, claim.subject.slug, tuple(roles)
