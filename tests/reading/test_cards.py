"""Cards of claims: which of them have a line in the margin, and where they lead."""

from __future__ import annotations

from apps.reading.cards import CaseLine, ClaimCard, FactLink, show_each_case_once


def a_case(number: int, *, is_open: bool = True) -> CaseLine:
    return CaseLine(
        url=f"/contradictions/{number}/",
        headline="72 ≠ <20 (est.)",
        topic="arms imports",
        rule="A part larger than its whole",
        says="One is more than the other.",
        is_open=is_open,
        outcome="open" if is_open else "undecided",
    )


def a_card(*cases: CaseLine, key: str = "zareba-2022.T6.2021") -> ClaimCard:
    return ClaimCard(
        anchor="claim-1",
        passage="p-1",
        key=key,
        url=f"/claims/{key}/",
        fact=FactLink("/facts/arms-imports/", 2),
        topic="arms imports",
        printed="72",
        value="71.5 to 72.5 million USD",
        place="Table 6",
        attribution="",
        note="",
        excerpt=None,
        standing="",
        is_judged_wrong=False,
        correction="",
        cases=cases,
        strip=(),
        more=0,
        sources=1,
        is_shown=bool(cases),
    )


def test_a_contradiction_has_one_line_in_a_row() -> None:
    first, second, other = a_card(a_case(1)), a_card(a_case(1)), a_card(a_case(2))

    show_each_case_once([first, second, other])

    assert [card.is_shown for card in (first, second, other)] == [True, False, True]


def test_a_claim_without_a_contradiction_has_no_line() -> None:
    quiet = a_card()

    show_each_case_once([quiet])

    assert not quiet.is_shown


def test_an_open_case_leads_before_a_settled_one() -> None:
    card = a_card(a_case(1, is_open=False), a_case(2))

    assert card.lead == a_case(2)


def test_a_key_is_written_into_the_address_as_it_must_be() -> None:
    assert a_card(key="a&b c").cite == "cite/?claim=a%26b+c"
