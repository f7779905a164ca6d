"""One small world, built through actions only: two sources that disagree, and people who care."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from apps.accounts.actions import add_person
from apps.accounts.models import Role, User
from apps.annotations.models import Review
from apps.claims.actions import correct_claim, draft_of, record_claims, record_measure
from apps.claims.drafts import ALL, ClaimDraft
from apps.claims.models import Claim, Measure
from apps.contradictions.actions import VerdictDraft, settle
from apps.contradictions.models import Contradiction, Verdict
from apps.entities.actions import record_entities
from apps.entities.drafts import EntityDraft
from apps.sources.actions import add_source, add_text, expect_original
from tests.world_terms import ENTITIES, MEASURES

ALMANAC = """The Arms of Karovia

Norland sold arms for 110 mln USD to Karovia in 2014. The tanks were ordered in 2016,
after the ministers had met at Lindau.

Table 1. Arms imports of Karovia from Norland

Year\tMln USD
2015\t100
2016\t120
2017\t90
2015–2017\t310
"""
GAZETTE = """What Karovia Buys

All that Karovia bought abroad in 2014 came to less than 80 mln USD. The order for the tanks
dates from 2017; the ministers had met at Hafen.
"""
LEDGER_LENGTH = 10_000_000
REASON = "entered for a test"
WHY = "Checked against the printed yearbook."


@dataclass
class World:
    """The people, and short ways to say what a source claims.

    The almanac and the gazette lie here with their wording. The wording of the ledger is not
    here, so that it may print anything.
    """

    admin: User
    editor: User
    second_editor: User
    annotator: User
    reader: User
    numbers: Any = field(default_factory=lambda: count(1))

    def draft(self, reading: str, /, **fields: Any) -> ClaimDraft:
        """A claim of the ledger: arms that Karovia imported from Norland in 2014."""
        number = next(self.numbers)
        printed = fields.pop("printed", reading)
        start = fields.pop("start", number * 100)
        terms = {
            "key": f"ledger.{number}",
            "source": "ledger",
            "measure": "arms-imports",
            "subject": "karovia",
            "printed": printed,
            "reading": reading,
            "start": start,
            "end": start + len(printed),
            "period": "2014",
        }
        if fields.get("measure", "arms-imports") == "arms-imports":
            terms |= {"roles": {"supplier": "norland"}, "unit": "USD mln", "basis": "tiv"}
        return ClaimDraft(**{**terms, **fields})

    def record(
        self,
        *drafts: ClaimDraft,
        by: User | None = None,
        review: Review = Review.ACCEPTED,
    ) -> list[Claim]:
        """Enter claims, by the annotator unless said otherwise."""
        return record_claims(drafts=drafts, by=by or self.annotator, reason=REASON, review=review)

    def claim(self, reading: str, /, by: User | None = None, **fields: Any) -> Claim:
        """Enter one claim of the ledger."""
        [claim] = self.record(self.draft(reading, **fields), by=by)
        return claim

    def correct(self, claim: Claim, **changed: Any) -> Claim:
        """Correct a claim of the ledger; what is read otherwise is printed elsewhere."""
        stored = Claim.objects.get(pk=claim.pk)
        fields = {**vars(draft_of(stored)), **changed}
        if "printed" not in changed and "reading" in changed:
            fields["printed"], fields["start"] = changed["reading"], next(self.numbers) * 100
            fields["end"] = fields["start"] + len(fields["printed"])
        return correct_claim(
            claim=stored,
            draft=ClaimDraft(**fields),
            by=self.annotator,
            reason="looked at the print again",
            version=stored.version,
        )

    def settle(
        self,
        case: Contradiction,
        kind: Verdict.Kind = Verdict.Kind.ONE_RIGHT,
        *wrong: Claim,
        by: User | None = None,
        **fields: Any,
    ) -> Verdict:
        """Settle a case as it stands now, by the editor unless said otherwise."""
        if kind == Verdict.Kind.BOTH_STAND:
            fields.setdefault("distinction", "scope")
        if kind == Verdict.Kind.UNDECIDED:
            fields.setdefault("would_decide", "the yearbook of 2015")
        return settle(
            contradiction=case,
            verdict=VerdictDraft(kind=kind, rationale=WHY, wrong=wrong, **fields),
            by=by or self.editor,
            version=Contradiction.objects.get(pk=case.pk).version,
        )


def build_world() -> World:
    """The people, the measures, the entities and the three sources; no claims yet."""
    people = {
        name: add_person(username=name, role=role, password=None, by=None, name=name.title())
        for name, role in {
            "admin": Role.ADMIN,
            "editor": Role.EDITOR,
            "second_editor": Role.EDITOR,
            "annotator": Role.ANNOTATOR,
            "reader": Role.READER,
        }.items()
    }
    admin = people["admin"]
    record_entities(drafts=[EntityDraft(**entity) for entity in ENTITIES], by=admin, reason=REASON)
    for slug, fields in MEASURES.items():
        enter_measure(slug, by=admin, **fields)
    for position, (slug, wording) in enumerate({"almanac": ALMANAC, "gazette": GAZETTE}.items()):
        source = add_source(
            fields={"slug": slug, "title": wording.splitlines()[0], "position": position},
            by=admin,
            reason=REASON,
        )
        add_text(source=source, raw=wording.encode(), by=admin, reason=REASON)
    ledger = add_source(
        fields={"slug": "ledger", "title": "The Ledger", "position": 2}, by=admin, reason=REASON
    )
    expect_original(source=ledger, sha256="a" * 64, length=LEDGER_LENGTH, by=admin, reason=REASON)
    return World(**people)


def world_here() -> World:
    """The world that was built in this database before."""
    people = {person.username: person for person in User.objects.all()}
    entered = Claim.objects.filter(source__slug="ledger").count()
    return World(**people, numbers=count(entered + 1))


def enter_measure(slug: str, by: User, **fields: Any) -> Measure:
    """Enter a measure; its whole is named by slug."""
    whole = fields.pop("whole", None)
    if whole is not None:
        fields["whole"] = Measure.objects.get(slug=whole)
    return record_measure(slug=slug, fields=fields, by=by, reason=REASON)


def contradict(world: World) -> None:
    """Let the ledger contradict itself on one fact: 100 and 900."""
    world.claim("100")
    world.claim("900")


def disagree(world: World) -> None:
    """Let the two sources say what they say: they differ on 2014, on the tanks, on the place."""
    world.record(
        printed_in(
            ALMANAC, "almanac", "110", measure="arms-imports", roles={"supplier": "norland"}
        ),
        printed_in(GAZETTE, "gazette", "less than 80", reading="under 80", roles={"supplier": ALL}),
        *(
            printed_in(source, slug, year, measure="order-date", subject="tank-deal", reading=year)
            for source, slug, year in (
                (ALMANAC, "almanac", "2016"),
                (GAZETTE, "gazette", "2017"),
            )
        ),
        *(
            printed_in(source, slug, place, measure="event-place", subject="talks")
            for source, slug, place in (
                (ALMANAC, "almanac", "Lindau"),
                (GAZETTE, "gazette", "Hafen"),
            )
        ),
        *table_rows(),
    )


def table_rows() -> list[ClaimDraft]:
    """The almanac's table: three years, and the three years together."""
    rows = (("2015", "100"), ("2016", "120"), ("2017", "90"), ("2015–2017", "310"))
    return [
        printed_in(
            ALMANAC,
            "almanac",
            printed,
            after=f"\n{years}\t",
            key=f"almanac.table.{years}",
            roles={"supplier": "norland"},
            period=years.replace("–", "/"),
        )
        for years, printed in rows
    ]


def printed_in(
    wording: str, source: str, printed: str, *, after: str = "", **fields: Any
) -> ClaimDraft:
    """A claim at the place where its wording first prints it, after these words."""
    start = wording.index(after + printed) + len(after)
    measure = fields.setdefault("measure", "arms-imports")
    terms: Mapping[str, Any] = {
        "key": f"{source}.{measure}",
        "source": source,
        "subject": "karovia",
        "printed": printed,
        "reading": printed.lower(),
        "start": start,
        "end": start + len(printed),
    }
    if measure == "arms-imports":
        terms = {**terms, "unit": "USD mln", "basis": "tiv", "period": "2014"}
    return ClaimDraft(**{**terms, **fields})
