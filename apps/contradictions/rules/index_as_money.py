"""
An index printed as money.

Flags: trend indicator values, or volumes of the SIPRI Arms Transfers Database, under a heading or
beside a sign of money.
Why: the index counts what weapons are worth to an army, in prices of 1990; it is no sales price,
and readers who add it to prices, or call it spending, are wrong.
Example: a table of imports after SIPRI is headed “Mln USD”.
Quiet when: the heading says index, TIV or volume only, or prices stand in tables of other origin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from apps.contradictions.findings import Finding, Severity, Spot
from apps.contradictions.printed import PrintedText, in_order
from apps.contradictions.rulebook import text_rule
from apps.domain.layout import Block
from apps.domain.units import unit

INDEX = re.compile(r"\btrend.indicator|\bTIVs?\b|\bArms Transfers Database\b", re.IGNORECASE)
HEADED = re.compile(r"\b(?:mln|million|bln|billion)\.? (?:USD|US\$)|\bUSD (?:mln|million)\b", re.I)
BESIDE = re.compile(r"(?:\bUSD|US\$|\\?\$) ?\d[\d.,]*(?: (?:million|billion|mln|bln))?")
AROUND = 2  # blocks between a table and the line that names its origin


@text_rule(code="index-as-money", severity=Severity.ADVISORY)
def index_as_money(text: PrintedText) -> Iterator[Finding]:
    """One finding a text, with every heading that is printed so; else with the first figures."""
    spots = in_order(_heads(text)) or in_order(_figures(text))
    if spots:
        yield Finding(
            rule="index-as-money",
            severity=Severity.ADVISORY,
            headline=(spots[0].quote, "an index"),
            topic=f"figures of {text.label}",
            says=f"{text.label} prints “{spots[0].quote}” with trend indicator values of the SIPRI "
            f"Arms Transfers Database{_and_more(spots)}; they are an index and no prices.",
            parts=(),
            unit=unit(""),
            explanations=("basis",),
            spots=spots,
        )


def _heads(text: PrintedText) -> Iterator[Spot]:
    words = [text.shown(block) for block in text.blocks]
    for at, block in enumerate(text.blocks):
        if block.kind == "table" and not block.outside:
            near = words[max(0, at - AROUND) : at + AROUND + 1]
            yield from _first(text, block, HEADED, near)


def _figures(text: PrintedText) -> Iterator[Spot]:
    for block in text.blocks:
        if block.kind == "paragraph" and not block.outside:
            yield from _first(text, block, BESIDE, [text.shown(block)])


def _first(
    text: PrintedText, block: Block, sign: re.Pattern[str], near: Sequence[str]
) -> Iterator[Spot]:
    found = sign.search(text.shown(block))
    if found and any(INDEX.search(beside) for beside in near):
        yield text.spot_in(block, found.start(), found.end(), "figure")


def _and_more(spots: Sequence[Spot]) -> str:
    return f", and so in {len(spots)} places" if len(spots) > 1 else ""
