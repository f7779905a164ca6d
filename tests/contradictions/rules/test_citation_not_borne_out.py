"""Citations against the bibliography below them."""

from __future__ import annotations

import pytest

from tests.contradictions.printing import REFERENCES, found, printed, quotes

pytestmark = pytest.mark.django_db
RULE = "citation-not-borne-out"


def test_flags_a_year_that_no_entry_of_the_author_has() -> None:
    printed("The ties grew (Marsh, 2012). They grew on and on (Marsh, 2012).")

    [case] = found(RULE)

    assert case.headline == "2012 ≠ 2013"
    assert case.severity == "likely"
    assert case.says.endswith("cites Marsh 2012; its bibliography lists only Marsh 2013.")
    assert quotes(case) == ["2012", "2012", "2013"]


def test_flags_pages_that_the_entry_does_not_have() -> None:
    printed("The ties grew (Marsh, 2013: 290), then fell (Marsh, 2013: 310).")

    [case] = found(RULE)

    assert case.headline == "p. 310 ≠ pp. 282–99"
    assert quotes(case) == ["310", "282–99"]


def test_flags_a_work_that_is_not_listed_where_others_are_cited_so() -> None:
    cited = "One (Marsh, 2013), two (Olech, 2020), three (Quist, Olech, 2002)."

    printed(f"{cited} But four is another matter (Nowhere, 1985).")

    [case] = found(RULE)
    assert (case.severity, quotes(case)) == ("likely", ["Nowhere, 1985"])


ALL = "(Marsh, 2013), (Olech, 2020), (Quist, Olech, 2002), (Hoa Mai, 2014), (Strand, n.d.)"
IDLE = "Thorn, S. 2021. A page. Envoy. 5.05.2021."


def test_flags_an_entry_that_is_never_cited_where_all_others_are() -> None:
    printed(f"The ties grew {ALL}.", f"{REFERENCES}\n{IDLE}")

    [case] = found(RULE)

    assert (case.severity, quotes(case)) == ("note", ["2021"])
    assert case.says.endswith("lists Thorn 2021, which it never cites.")


@pytest.mark.parametrize(
    "words", [f"The ties grew {ALL}, as Thorn says.", "The ties grew (Marsh, 2013), as ever."]
)
def test_quiet_when_an_entry_is_named_otherwise_or_few_are_cited(words: str) -> None:
    printed(words, f"{REFERENCES}\n{IDLE}")

    assert found(RULE) == []


@pytest.mark.parametrize(
    ("entry", "headline"),
    [
        (
            "Thorn, S. 2022. A page. Envoy. 5.05.2022, https://site.org/a (accessed 1.04.2022).",
            "2022-04-01 ≠ 2022-05-05",
        ),
        ("Thorn, S. 2021. A page. Envoy. 5.05.2020, https://site.org/a.", "2021 ≠ 2020-05-05"),
        (
            "Thorn, S. 2021. A page. Envoy. 5.05.2021, https://site.org/2021/04/02/a.",
            "2021-05-05 ≠ 2021-04-02",
        ),
        ("Thorn, S. 2024. A page to come. Envoy 4(2), pp. 1–9.", "2024 ≠ 2022"),
    ],
)
def test_flags_an_entry_whose_dates_cannot_all_be_true(entry: str, headline: str) -> None:
    printed("The ties grew.", entry)

    [case] = found(RULE)

    assert case.headline == headline


@pytest.mark.parametrize(
    "words",
    [
        "as said (Marsh, 2013: 282–299)",
        "as said (Quist, Olech, 2002: 460)",
        "as said (Hoa Mai, 2014: 3)",
        "as said (Strand, n.d.)",
        "as said (Máŕsh, 2013)",
        "the incident (1964) and the talks (May 2015)",
        "the Envoy affair (Nowhere, 1985)",
        "as Quist’s 2002 study says, and Norland’s 2015 budget",
    ],
)
def test_quiet_when_the_bibliography_bears_it_out_or_nothing_is_cited(words: str) -> None:
    printed(f"The ties grew, {words}.")

    assert found(RULE) == []


@pytest.mark.parametrize(
    "entry",
    [
        "Thorn, S. 2021. A page. Envoy. 5.05.2021, https://site.org/2021/05/04/a.",
        "Thorn, S. 2021. A page. Envoy. 5.05.2021, https://site.org/uploads/2020/04/a.pdf.",
        "Thorn, S. 2021. The years 2030 to 2040. Envoy 2030(25), pp. 1–9.",
        "Thorn, S. 2022. A page. Envoy. 5.05.2022, https://site.org/a (accessed 5.05.2022).",
    ],
)
def test_quiet_when_the_dates_of_an_entry_may_all_be_true(entry: str) -> None:
    printed("The ties grew.", entry)

    assert found(RULE) == []


def test_quiet_about_later_works_when_the_year_of_the_source_is_supposed() -> None:
    printed("The ties grew.", "Thorn, S. 2024. A page. Envoy 4(2).", published="2020?")

    assert found(RULE) == []
