"""Tells what a value in running text is likely about: from the words around it, from those whom
they name, and from what is stored about them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q

from apps.claims.drafts import UNSPECIFIED
from apps.claims.models import Claim, Evidence, Measure
from apps.claims.neighbours import Guess, fits
from apps.claims.precedents import BESIDE, Precedents, beside, most_common
from apps.domain.grammar import Suggestion
from apps.domain.likeness import covered, stems, weights
from apps.entities.models import Entity
from apps.entities.naming_words import named_in
from apps.sources.models import Text

MOST_CLAIMS, LAST, MOST_MEASURES = 300, 40, 12
CLAUSE = 60  # characters before a date, or after a figure, in which its subject likely stands
OPENING = 12  # so few before it: “In 2014, …”
# What a name counts for near the value, in its sentence, in its paragraph.
NEAR, SENTENCE, PARAGRAPH = 1.5, 1.0, 0.5
# What speaks for a topic, and for a measure of it.
SUBJECT, ROLE, SAME_VALUE, SAME_YEAR = 2.5, 0.6, 2.0, 1.0
LIKE_WORDS, LABEL, OFTEN = 3.0, 1.5, 1.5
SAID_IN_TEXT, SAID_HERE, STANDS_NEAR = -1.0, -9.0, 1.5
FAR = 1500  # characters after which nearness counts no more
YEAR = 4
Roles = tuple[tuple[str, str], ...]
Topic = tuple[str, str, Roles]


@dataclass(frozen=True)
class Surroundings:
    """Where a value stands: what is before and after it in its sentence, and its paragraph."""

    text: Text
    start: int
    before: str
    quote: str
    after: str
    paragraph: str
    value: Suggestion

    @property
    def is_date(self) -> bool:
        return self.value.kind == "date"

    @property
    def sentence(self) -> str:
        """All of it."""
        return f"{self.before} {self.quote} {self.after}"

    @property
    def clause(self) -> str:
        """The words that it likely belongs to: those before it, if there are any."""
        before, after = self.before[-CLAUSE:], self.after[:CLAUSE]
        return f"{before if len(before) > OPENING else after} {self.quote}"

    @property
    def counted(self) -> str:
        """What likely tells of what a figure counts: right behind it."""
        return "" if self.is_date else self.after[:BESIDE]


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
        usual = most_common(one.unit for one in self.before.about(measure.slug))
        return fits(Claim(measure=measure, unit=usual or unit), self.around.value.kind, unit)

    def guess(self) -> Guess:
        """The topic for which most speaks; of equals the first by name."""
        scores = {topic: self._score(topic) for topic in self._composed()}
        for topic, claims in self._stored().items():
            scores[topic] = self._score(topic) + self._match(claims)
        if not scores:
            return Guess()
        return self._as(*max(scores, key=lambda topic: (scores[topic], topic)))

    def _score(self, topic: Topic) -> float:
        measure, subject, roles = topic
        in_roles = sum(self.named.get(value, 0.0) for _, value in roles)
        return self.of_measures[measure] + SUBJECT * self.named.get(subject, 0.0) + ROLE * in_roles

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
        kinds = dict(Entity.objects.filter(slug__in=self.named).values_list("slug", "kind"))
        of = self.of_measures
        for measure in sorted(of, key=lambda slug: (-of[slug], slug))[:MOST_MEASURES]:
            roles, usual = self._usual_roles(measure), self.before.kinds.get(measure, set())
            for slug, kind in kinds.items():
                if slug != self.counted and (not usual or kind in usual):
                    yield measure, slug, self._with_counted(measure, roles)

    def _with_counted(self, measure: str, roles: Roles) -> Roles:
        """The roles with what is counted in the first of them that nothing fills yet."""
        filled = {slot for slot, _ in roles}
        free = [slot for slot in self.measures[measure].slots if slot not in filled]
        return tuple(sorted([*roles, (free[0], self.counted)])) if free and self.counted else roles

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


def _topic(claim: Claim) -> Topic:
    roles = sorted(
        (role.slot, role.entity.slug if role.entity else role.scope)
        for role in claim.filled_roles.all()
    )
    return claim.measure.slug, claim.subject.slug, tuple(roles)
