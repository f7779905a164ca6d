"""A million claims over ten thousand subjects, copied straight into the tables.

Each country has what it imported from each of six suppliers in each of eight years, by one source
or two; all suppliers together, by year and over the years; shares, a date, a place, a motto. The
countries lie in regions, and regions and the world have their own totals. All is true to one
drawn truth but for what is planted.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import islice
from typing import Any

from django.db import connection, transaction
from django.db.models import Model
from django.utils import timezone

from apps.accounts.models import User
from apps.annotations.models import Passage
from apps.claims.actions import record_measure
from apps.claims.drafts import ALL, ClaimDraft
from apps.claims.filling import stored_period, stored_span
from apps.claims.models import Claim, ClaimRole, Evidence, Measure
from apps.claims.terms import Terms, derive, read_period, read_value
from apps.entities.models import Entity
from apps.sources.models import Source, Text
from tests.world_terms import MEASURES

WHY = "benchmark"
SUPPLIERS = [f"supplier-{number}" for number in range(6)]
YEARS = range(2010, 2018)
BLOCKS = ("2010/2013", "2014/2017", "2010/2017")
COUNTRIES_PER_REGION = 100
SOURCES = 400
TEXT_LENGTH = 10_000_000
PLANTED_PER_KIND = 60
AT_ONCE = 20_000
KINDS = ("same fact", "slip", "place", "whole", "column", "block", "share", "range", "date")
WORDS = {
    "arms-imports": ("USD mln", "tiv"),
    "yearly-imports": ("USD mln", "tiv"),
    "supplier-share": ("%", "tiv"),
}


@dataclass
class Drawn:
    """The drafts of the claims, and where something was planted."""

    countries: int
    dice: random.Random = field(default_factory=lambda: random.Random(7))
    planted: dict[int, str] = field(default_factory=dict)
    number: int = 0

    def __post_init__(self) -> None:
        per_kind = min(PLANTED_PER_KIND, self.countries // 20 // len(KINDS))
        spots = self.dice.sample(range(self.countries), len(KINDS) * per_kind)
        self.planted = {spot: KINDS[place % len(KINDS)] for place, spot in enumerate(spots)}

    def drafts(self) -> Iterator[ClaimDraft]:
        """Region by region, then the world."""
        world: dict[tuple[str, int], int] = {}
        for first in range(0, self.countries, COUNTRIES_PER_REGION):
            totals: dict[tuple[str, int], int] = {}
            last = min(first + COUNTRIES_PER_REGION, self.countries)
            for country in range(first, last):
                yield from self._country(country, totals)
            yield from self._together(f"region-{first // COUNTRIES_PER_REGION}", totals)
            for place, amount in totals.items():
                world[place] = world.get(place, 0) + amount
        yield from self._together("world", world)

    def _country(self, country: int, totals: dict[tuple[str, int], int]) -> Iterator[ClaimDraft]:
        """About a hundred claims, one of them wrong where something is planted."""
        kind, name = self.planted.get(country, ""), f"country-{country}"
        truth = {(s, y): self.dice.randint(10, 900) for s in SUPPLIERS for y in YEARS}
        for place, amount in truth.items():
            totals[place] = totals.get(place, 0) + amount
        for (supplier, year), amount in truth.items():
            again = 1 + (self.dice.random() < 0.35) + (self.dice.random() < 0.05)
            for _ in range(again):
                yield self._imports(name, supplier, str(year), amount)
        yield from self._columns(name, truth, kind)
        yield from self._blocks(name, truth, kind)
        yield from self._shares(name, truth, kind)
        yield from self._others(name, kind)
        if kind in ("same fact", "slip"):
            amount = truth[SUPPLIERS[0], YEARS[0]] * (1000 if kind == "slip" else 3)
            yield self._imports(name, SUPPLIERS[0], str(YEARS[0]), amount)

    def _columns(self, name: str, truth: Any, kind: str) -> Iterator[ClaimDraft]:
        """What came from all, year by year; in the first year as the total of a table's column."""
        for year in YEARS:
            total = sum(truth[supplier, year] for supplier in SUPPLIERS)
            if kind == "whole" and year == YEARS[1]:
                total = min(truth[supplier, year] for supplier in SUPPLIERS) - 2
            yield self._imports(name, ALL, str(year), total)
        source = f"source-{self.dice.randrange(SOURCES)}"
        for supplier in SUPPLIERS:
            amount = truth[supplier, YEARS[0]]
            yield self._imports(name, supplier, str(YEARS[0]), amount, source=source)
        total = sum(truth[supplier, YEARS[0]] for supplier in SUPPLIERS)
        total += 500 if kind == "column" else 0
        yield self._imports(name, ALL, str(YEARS[0]), total, source=source, sums="supplier")

    def _blocks(self, name: str, truth: Any, kind: str) -> Iterator[ClaimDraft]:
        for supplier in SUPPLIERS[:2]:
            for block in BLOCKS:
                first, last = (int(year) for year in block.split("/"))
                total = sum(truth[supplier, year] for year in range(first, last + 1))
                total += 700 if kind == "block" and block == BLOCKS[0] else 0
                yield self._imports(name, supplier, block, total)
        highest = max(truth[SUPPLIERS[2], year] for year in YEARS)
        stated = f"1..{highest - 5 if kind == 'range' else highest + 1}"
        yield self._draft("yearly-imports", name, stated, BLOCKS[2], {"supplier": SUPPLIERS[2]})

    def _shares(self, name: str, truth: Any, kind: str) -> Iterator[ClaimDraft]:
        for year in YEARS[:3]:
            whole = sum(truth[supplier, year] for supplier in SUPPLIERS)
            for supplier in SUPPLIERS[:4]:
                share = round(100 * truth[supplier, year] / whole, 1)
                share += 9 if kind == "share" and (supplier, year) == (SUPPLIERS[0], 2012) else 0
                roles = {"supplier": supplier}
                yield self._draft("supplier-share", name, f"{share:.1f}", str(year), roles)

    def _others(self, name: str, kind: str) -> Iterator[ClaimDraft]:
        places = ("region-0", "region-1" if kind == "place" else "region-0")
        dates = ("2014-05", "2015" if kind == "date" else "2014")
        for place, dated in zip(places, dates, strict=True):
            yield self._draft("event-place", name, place)
            yield self._draft("order-date", name, dated)
            yield self._draft("motto", name, "Onwards")

    def _together(self, name: str, totals: dict[tuple[str, int], int]) -> Iterator[ClaimDraft]:
        for (supplier, year), amount in totals.items():
            yield self._imports(name, supplier, str(year), amount)

    def _imports(
        self, subject: str, supplier: str, period: str, amount: int, **fields: Any
    ) -> ClaimDraft:
        roles = {"supplier": supplier}
        return self._draft("arms-imports", subject, str(amount), period, roles, **fields)

    def _draft(
        self,
        measure: str,
        subject: str,
        reading: str,
        period: str = "",
        roles: dict[str, str] | None = None,
        **fields: Any,
    ) -> ClaimDraft:
        self.number += 1
        unit, basis = WORDS.get(measure, ("", ""))
        start = (self.number // SOURCES) * 20
        if "source" in fields:
            start = TEXT_LENGTH // 2 + self.number * 4
        terms = {"source": f"source-{self.number % SOURCES}", "unit": unit, "basis": basis}
        return ClaimDraft(
            key=f"claim.{self.number}",
            measure=measure,
            subject=subject,
            printed=reading,
            reading=reading,
            start=start,
            end=start + len(reading),
            period=period,
            roles=roles or {},
            **{**terms, **fields},
        )


CLAIM = (
    "id key also source_id measure_id subject_id period printed reading unit basis status "
    "attribution root sums note corrected_reading corrected_unit review is_judged_wrong "
    "entered_by_id entered_at version hard plausible ulp value_entity_id period_range slot_key "
    "wider_slot_keys strand fact_key part_fact_key whole_fact_key"
).split()
PLAIN = ("period", "printed", "reading", "unit", "basis", "status")


@dataclass
class Shelf:
    """The rows that claims point to, by slug."""

    by: User
    measures: dict[str, Measure]
    entities: dict[str, int]
    sources: dict[str, int]
    texts: dict[str, int]

    def row(self, number: int, draft: ClaimDraft, now: Any) -> list[Any]:
        """A claim as the table holds it, with all that the application would derive."""
        measure = self.measures[draft.measure]
        terms = _terms(draft, measure)
        quantity = _quantity(draft.reading, draft.unit, measure)
        answer = self.entities[draft.reading] if measure.slug == "event-place" else None
        derived = [
            stored_span(quantity.hard) if quantity else None,
            stored_span(quantity.plausible) if quantity else None,
            quantity.ulp if quantity else None,
            answer,
            _period_range(draft.period),
            *_named(terms, draft.subject),
        ]
        plain = [getattr(draft, name) for name in PLAIN]
        head = [number, draft.key, [], self.sources[draft.source], measure.pk]
        rest = ["", "", draft.sums, "", "", "", "accepted", False, self.by.pk, now, 1]
        return [*head, self.entities[draft.subject], *plain, *rest, *derived]


@cache
def _quantity(reading: str, unit: str, measure: Measure) -> Any:
    return read_value(reading, unit, measure)


@cache
def _period_range(words: str) -> Any:
    period = read_period(words)
    return stored_period(period) if period else None


_seen: dict[tuple[Any, ...], Terms] = {}


def _terms(draft: ClaimDraft, measure: Measure) -> Terms:
    """The keys by the application's own derivation, once for each kind of claim."""
    rank = draft.subject.partition("-")[0]
    kind = (measure.slug, rank, draft.period, *draft.roles.items())
    if kind not in _seen:
        wider = {"country": {"REGION", "world"}, "region": {"world"}}.get(rank, set())
        subject = "world" if rank == "world" else "SUBJECT"
        reading = "1" if measure.kind == "share" else draft.reading
        template = replace(draft, subject=subject, reading=reading)
        _seen[kind] = derive(template, measure, {subject: frozenset(wider)})
    return _seen[kind]


def _named(terms: Terms, subject: str) -> list[Any]:
    """The derived keys with this subject in them."""
    rank, _, number = subject.partition("-")
    region = f"region-{int(number) // COUNTRIES_PER_REGION}" if rank == "country" else ""

    def name(words: str) -> str:
        return words.replace("SUBJECT", subject).replace("REGION", region)

    wider = sorted(name(key) for key in terms.wider_slot_keys)
    keys = (terms.strand, terms.fact_key, terms.part_fact_key, terms.whole_fact_key)
    return [name(terms.slot_key), wider, *map(name, keys)]


def load(countries: int, by: User) -> Drawn:
    """Lay the shelf, and copy all claims with their roles and passages, so many at once."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")  # no history of a benchmark
        shelf, drawn = _lay(countries, by), Drawn(countries)
        numbered = enumerate(drawn.drafts(), start=1)
        while some := list(islice(numbered, AT_ONCE)):
            _copy(shelf, some)
        for model in (Claim, ClaimRole, Passage, Evidence):
            table = model._meta.db_table
            cursor.execute(
                f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}"
            )
    return drawn


def further(countries: int, rows: int) -> list[ClaimDraft]:
    """As many claims to come, each the witness of another source for one that `load` copied."""
    drafts = islice(Drawn(countries).drafts(), rows)
    return [_said_again(draft, number) for number, draft in enumerate(drafts, start=1)]


def _said_again(draft: ClaimDraft, number: int) -> ClaimDraft:
    source = (int(draft.source.removeprefix("source-")) + 1) % SOURCES
    start = TEXT_LENGTH - 20 * number
    return replace(
        draft,
        key=f"further.{number}",
        source=f"source-{source}",
        start=start,
        end=start + len(draft.printed),
    )


def _lay(countries: int, by: User) -> Shelf:
    regions = [f"region-{number}" for number in range(-(-countries // COUNTRIES_PER_REGION))]
    names = [f"country-{number}" for number in range(countries)]
    slugs = ["world", *regions, *SUPPLIERS, *names]
    Entity.objects.bulk_create(
        [Entity(slug=slug, label=slug, kind="region" if "c" not in slug else "state")
         for slug in slugs], ignore_conflicts=True,
    )  # fmt: skip
    entities = dict(Entity.objects.values_list("slug", "pk"))
    pairs = [(region, "world") for region in regions]
    pairs += [(name, regions[place // COUNTRIES_PER_REGION]) for place, name in enumerate(names)]
    through = Entity.part_of.through
    through._default_manager.bulk_create(
        through(from_entity_id=entities[part], to_entity_id=entities[whole])
        for part, whole in pairs
    )
    for slug, fields in {**MEASURES, "yearly-imports": YEARLY}.items():
        whole = fields.get("whole")
        terms = {**fields, "whole": Measure.objects.get(slug=whole)} if whole else fields
        record_measure(slug=slug, fields=terms, by=by, reason=WHY)
    Source.objects.bulk_create(
        Source(slug=f"source-{number}", title=f"Source {number}") for number in range(SOURCES)
    )
    sources = dict(Source.objects.filter(slug__startswith="source-").values_list("slug", "pk"))
    Text.objects.bulk_create(
        Text(source_id=source, kind="original", sha256="a" * 64, length=TEXT_LENGTH)
        for source in sources.values()
    )
    texts = dict(Text.objects.values_list("source__slug", "pk"))
    measures = {measure.slug: measure for measure in Measure.objects.select_related("whole")}
    return Shelf(by, measures, entities, sources, texts)


YEARLY: dict[str, Any] = {
    **{name: value for name, value in MEASURES["arms-imports"].items() if name != "additive_over"},
    "label": "yearly arms imports",
    "phrase": "arms imports of {subject} from {supplier} in each year",
    "is_additive_over_time": False,
    "whole": "arms-imports",
}


def _copy(shelf: Shelf, numbered: list[tuple[int, ClaimDraft]]) -> None:
    now = timezone.now()
    _rows(Claim, CLAIM, (shelf.row(number, draft, now) for number, draft in numbered))
    roles = (
        (number, slot, "entity" if value != ALL else ALL, shelf.entities.get(value))
        for number, draft in numbered
        for slot, value in draft.roles.items()
    )
    _rows(ClaimRole, ["claim_id", "slot", "scope", "entity_id"], roles)
    places = (
        (number, shelf.texts[draft.source], draft.start, draft.end, draft.printed, "", "")
        for number, draft in numbered
    )
    _rows(Passage, ["id", "text_id", "start", "end", "quote", "prefix", "suffix"], places)
    printed = ((number, number, True) for number, _ in numbered)
    _rows(Evidence, ["claim_id", "passage_id", "prints_value"], printed)


def _rows(model: type[Model], columns: list[str], rows: Iterable[Sequence[Any]]) -> None:
    names = ", ".join(f'"{column}"' for column in columns)
    order = f"COPY {model._meta.db_table} ({names}) FROM STDIN"
    with connection.cursor() as cursor, cursor.copy(order) as copy:
        for row in rows:
            copy.write_row(row)
