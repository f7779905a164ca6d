"""What the page of a case shows, gathered."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from apps.claims.models import Claim
from apps.claims.places import heading
from apps.contradictions.exhibits import Exhibit, exhibits
from apps.contradictions.models import Contradiction, Involvement
from apps.contradictions.picture import Picture, picture
from apps.contradictions.reckoning import WIDE
from apps.contradictions.rulebook import Rule, rules
from apps.contradictions.sightings import Seen, seen_in
from apps.contradictions.weights import weights_in_words
from apps.domain.figures import ONE, plain_figure
from apps.domain.spans import Span
from apps.domain.units import UNITS, show_span
from apps.sources.rights import Person

FIRST_EXHIBITS = 2
SUM_NAMES = ("sum", "total")
EXPLANATIONS = {
    "unit-slip": "a slip of unit, as million for billion",
    "decimal-separator": "a decimal comma taken for a thousands mark",
    "other-supplier": "the figure of all, quoted as that of one",
    "other-whole": "a share of another whole",
    "scope": "different scopes",
    "order-or-delivery": "one figure of the order, the other of the delivery",
    "other-step": "the date of another step, as order or delivery",
    "basis": "different bases, as prices and an index",
    "vintage": "data of different years",
    "rounding": "rounding alone",
    "translation": "titles that are translated and shortened in different ways",
    "loose-wording": "a sentence that sums up too boldly",
    "foretold": "a work that tells of what was then to come",
    "other-work": "another work or edition that was meant",
    "misprint": "a misprint or a slip in copying",
    "transcription": "a slip of our own in taking it over",
}


@dataclass(frozen=True)
class Suspect:
    """A row of the blame table."""

    exhibit: Exhibit
    heading: str
    regret: Decimal
    is_blamed: bool
    is_candidate: bool


@dataclass(frozen=True)
class CasePage:
    """All that the template lays out; it decides nothing itself."""

    rule: Rule | None
    exhibits: list[Exhibit]
    seen: list[Seen]
    leading: list[Exhibit]
    following: list[Exhibit]
    lines: list[dict[str, Any]]
    is_sum: bool
    picture: Picture | None
    implied: list[dict[str, Any]]
    suspects: list[Suspect]
    blamed: list[Suspect]
    candidates: list[Suspect]
    weights: list[tuple[str, Decimal]]
    explanations: list[str]
    together: list[Contradiction]
    digits: str


def case_page(contradiction: Contradiction, person: Person) -> CasePage:
    """Gather the page for one reader."""
    involvements = list(contradiction.involvements.all())
    shown = exhibits(contradiction, person, involvements)
    lines = _lines(contradiction)
    suspects = _suspects(involvements, shown)
    blamed = [suspect for suspect in suspects if suspect.is_blamed]
    leading = _leading(shown, blamed)
    together = _together(contradiction, blamed)
    return CasePage(
        rule=rules().get(contradiction.rule),
        exhibits=shown,
        seen=seen_in(contradiction.sightings.all(), person),
        leading=leading,
        following=[exhibit for exhibit in shown if exhibit not in leading],
        lines=lines,
        is_sum=any(line["name"] in SUM_NAMES for line in lines),
        picture=picture(
            [line for line in lines if _is_drawn(line)],
            is_dated=contradiction.reckoning.get("unit") == "date",
        ),
        implied=_implied(contradiction, shown, together),
        suspects=suspects,
        blamed=blamed,
        candidates=[suspect for suspect in suspects if suspect.is_candidate],
        weights=weights_in_words(),
        explanations=_explanations(contradiction),
        together=together,
        digits=_in_digits(contradiction.gap_in_ulps),
    )


def _in_digits(gap: Decimal | None) -> str:
    """“1 unit of the last digit”; nothing where there is no gap in figures."""
    if not gap:
        return ""
    return f"{plain_figure(gap)} {'unit' if gap == ONE else 'units'} of the last digit"


def _explanations(contradiction: Contradiction) -> list[str]:
    """What may explain it, likeliest first, with what speaks for it."""
    evidence = contradiction.reckoning.get("evidence", {})
    return [
        f"{EXPLANATIONS[code]} ({evidence[code]})" if code in evidence else EXPLANATIONS[code]
        for code in contradiction.reckoning.get("explanations", [])
        if code in EXPLANATIONS
    ]


def _leading(shown: list[Exhibit], blamed: list[Suspect]) -> list[Exhibit]:
    """The two claims to look at first: the first of the case, and the suspect or the second."""
    suspected = [suspect.exhibit for suspect in blamed]
    first = shown[:1]
    second = [exhibit for exhibit in [*suspected, *shown] if exhibit not in first]
    return [*first, *second[: FIRST_EXHIBITS - 1]]


def _is_drawn(line: dict[str, Any]) -> bool:
    return line["name"] not in ("row", "part") or not line["among_rows"]


def _lines(contradiction: Contradiction) -> list[dict[str, Any]]:
    """The stored lines, with their ends in words."""
    lines = contradiction.reckoning.get("lines", [])
    among_rows = any(line["name"] == "sum" for line in lines)
    return [
        {
            **line,
            "among_rows": among_rows,
            "at_least": _end(line["low"], is_closed=line["low_closed"]),
            "at_most": _end(line["high"], is_closed=line["high_closed"]),
        }
        for line in lines
    ]


def _end(value: str | None, *, is_closed: bool) -> str:
    if value is None:
        return "no end"
    figure = f"{Decimal(value):,f}"
    return figure if is_closed else f"{figure} (open)"


def _implied(
    contradiction: Contradiction, shown: list[Exhibit], together: list[Contradiction]
) -> list[dict[str, Any]]:
    """What the other claims make of each; for a suspect, also those of its other open cases."""
    by_key = {exhibit.claim.key: exhibit for exhibit in shown}
    return [
        {
            "exhibit": by_key[row["key"]],
            "words": _rounded_words(row, by_key[row["key"]].claim),
            "other": None if case == contradiction else case,
        }
        for case in [contradiction, *together]
        for row in case.reckoning.get("implied", [])
        if row["key"] in by_key and (case == contradiction or _is_closed(row))
    ]


def _is_closed(row: dict[str, Any]) -> bool:
    return row["low"] is not None and row["high"] is not None


def _rounded_words(row: dict[str, Any], claim: Claim) -> str:
    if claim.measure.kind == "date":
        return str(row["words"])
    cent = Decimal("0.01")
    low, high = (
        Decimal(row[end]).quantize(cent, context=WIDE) if row[end] is not None else None
        for end in ("low", "high")
    )
    if low is not None and high is not None and low > high:
        return str(row["words"])
    span = Span(low, high, row["low_closed"] or low == high, row["high_closed"] or low == high)
    return show_span(span, UNITS[claim.unit])


def _suspects(involvements: list[Involvement], shown: list[Exhibit]) -> list[Suspect]:
    """Claims by regret, highest first; nobody is blamed when all weigh the same."""
    highest = max((row.regret or Decimal(0) for row in involvements), default=Decimal(0))
    rows = [
        Suspect(
            exhibit=exhibit,
            heading=heading(exhibit.claim, exhibit.place),
            regret=(row.regret or Decimal(0)).normalize(),
            is_blamed=highest > 0 and row.regret == highest,
            is_candidate=row.is_candidate,
        )
        for row, exhibit in zip(involvements, shown, strict=True)
    ]
    return sorted(rows, key=lambda suspect: -suspect.regret)


def _together(contradiction: Contradiction, blamed: list[Suspect]) -> list[Contradiction]:
    """Other open cases in which a blamed claim stands."""
    claims = [suspect.exhibit.claim for suspect in blamed]
    if not claims:
        return []
    return list(Contradiction.objects.open().touching(claims).exclude(pk=contradiction.pk))
