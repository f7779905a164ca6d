"""What must be found in the five texts, and what must stay quiet."""

from __future__ import annotations

import pytest

from tests.corpus.conftest import Found

# pytest-django sets a database up only where a test asks for one.
pytestmark = pytest.mark.django_db

ROWS_2017_2021 = [f"nghiem-2025.T1.{year}.mln" for year in range(2017, 2022)]
TOTAL_2017_2021 = "zareba-2022.T4.2017-2021.mln"
UNDER_20 = "nghiem-2025.T1.2021.mln"


@pytest.mark.parametrize(
    ("rule", "keys"),
    [
        ("part-exceeds-whole", ["zareba-2022.T6.2021.mln", UNDER_20]),
        ("rows-miss-total", [TOTAL_2017_2021, *ROWS_2017_2021]),
        ("share-does-not-match", ["zareba-2022.T5.2012-2016.Belarus.pct"]),
        ("share-does-not-match", ["zareba-2022.T5.2012-2016.Ukraine.pct"]),
        ("share-does-not-match", ["zareba-2022.T5.2007-2011.Romania.pct"]),
        ("same-fact-disjoint", ["nghiem-2025.T2.t90.ordered", "zareba-2022.t90_2016"]),
        ("scale-slip", ["zareba-2022.t6_largest_2014", "zareba-2022.T6.2014.mln"]),
        (
            "one-valued-attribute",
            ["zareba-2022:sang-sochi-2012", "russia-asean-2014:sang-moscow-2012"],
        ),
        ("same-fact-disjoint", ["nghiem-2025.revised_ru", "nghiem-2025.revised_en"]),
        ("part-exceeds-whole", ["nghiem-2025.T2.kilo.value", "kozyrev-2014.deal_2009_value"]),
        ("impossible-order", ["russia-asean-2014.fn16", "russia-asean-2014:summit2-declaration"]),
        ("cited-too-early", ["zareba-2022.sonla_launch"]),
        ("cited-too-early", ["zareba-2022.yak130_date"]),
        ("cited-too-early", ["zareba-2022.delivered_2016_2017"]),
        ("reversed-period", ["zareba-2022.period_2017_2011"]),
        ("period-past-publication", ["zareba-2022.energy_half_century"]),
        ("same-fact-disjoint", ["zareba-2022.putin_2012", "kozyrev-2014.putin_nov2013"]),
        ("same-fact-disjoint", ["kozyrev-2014.deal_2009_su30", "zareba-2022.su30_2009"]),
        (
            "same-fact-disjoint",
            ["nghiem-2025.T2.molniya.received", "zareba-2022.corvettes_two_date"],
        ),
        ("one-valued-attribute", ["zareba-2022.abs_importer", "zareba-2022.abs_pl_seller"]),
        (
            "one-valued-attribute",
            ["kozyrev-2014.deal_2009_model", "zareba-2022.su30_2009_model"],
        ),
        ("same-fact-disjoint", ["kozyrev-2014.wto_2007", "kozyrev-2014.wto_in_presidency"]),
        ("name-in-two-spellings", ["zareba-2022:name-storey-a", "zareba-2022:name-storey-b"]),
        ("name-in-two-spellings", ["kozyrev-2014:name-blank-a", "kozyrev-2014:name-blank-b"]),
        ("not-the-first", ["nguyen-2020.first_mil_1964", "nguyen-2020.mil_tons"]),
        ("extreme-amid-trend", ["nguyen-2020.lowest_1959"]),
        ("trend-not-borne-out", ["nghiem-2025.ph3_trend", "nghiem-2025.T1.2016.mln"]),
        ("part-exceeds-whole", ["zareba-2022.svetlyak_6", "nghiem-2025.T2.svetlyak.qty"]),
        (
            "stated-balance",
            ["kozyrev-2014.debt_total", "kozyrev-2014.debt_writeoff", "zareba-2022.debt_17bln"],
        ),
    ],
)
def test_what_cannot_be_true_is_found(corpus: Found, rule: str, keys: list[str]) -> None:
    found = corpus.among(*keys)

    assert rule in [row["rule"] for row in found]
    assert {row["severity"] for row in found} <= {"certain", "likely", "note"}


@pytest.mark.parametrize(
    ("keys", "gap"),
    [
        (["zareba-2022.T6.2021.mln", UNDER_20], "at least 51.5 million USD"),
        ([TOTAL_2017_2021, *ROWS_2017_2021], "at least 211.5 million USD"),
        (["nghiem-2025.T2.t90.ordered", "zareba-2022.t90_2016"], "1 year"),
        (["nghiem-2025.revised_ru", "nghiem-2025.revised_en"], "5 days"),
        (["zareba-2022.t6_largest_2014", "zareba-2022.T6.2014.mln"], "a factor of 1,000"),
        (
            ["nghiem-2025.T2.kilo.value", "kozyrev-2014.deal_2009_value"],
            "at least 0.65 billion USD",
        ),
        (["zareba-2022.T5.2012-2016.Belarus.pct"], "at least 0.079 percentage points"),
        (["zareba-2022.T5.2012-2016.Ukraine.pct"], "at least 0.3 percentage points"),
        (["zareba-2022.T5.2007-2011.Romania.pct"], "at least 0.17 percentage points"),
    ],
)
def test_how_far_it_cannot_be_true_is_said(corpus: Found, keys: list[str], gap: str) -> None:
    assert gap in [row["gap"] for row in corpus.among(*keys)]


def test_1056_billion_is_a_slip_of_scale_and_nothing_else(corpus: Found) -> None:
    assert corpus.rules_among("zareba-2022.t6_largest_2014") == ["scale-slip"]


def test_under_20_is_the_suspect_of_both_findings_that_it_stands_in(corpus: Found) -> None:
    cases = corpus.among(UNDER_20)

    assert sorted(row["rule"] for row in cases) == ["part-exceeds-whole", "rows-miss-total"]
    assert [corpus.suspects[row["fingerprint"]] for row in cases] == [{UNDER_20}] * 2


def test_1056_billion_is_the_suspect_as_the_row_is_borne_out_by_its_total(corpus: Found) -> None:
    #   1,056 billion from Russia would be more than the 1,212 million from all suppliers
    [slip] = corpus.among("zareba-2022.t6_largest_2014")

    assert corpus.suspects[slip["fingerprint"]] == {"zareba-2022.t6_largest_2014"}


def test_the_suspects_that_are_printed_are_those_that_cases_show(corpus: Found) -> None:
    printed = {row["fingerprint"]: {s["key"] for s in row["suspects"]} for row in corpus.findings}

    assert printed == corpus.suspects


def test_nearly_3_million_for_more_than_2_billion_is_a_slip_of_unit_first(corpus: Found) -> None:
    [capital] = corpus.among("nguyen-2020.th_2bn", "nguyen-2020.vn_inv_capital")

    assert capital["explanations"][0] == "unit-slip"


def test_a_date_says_what_the_other_would_have_to_be(corpus: Found) -> None:
    [tanks] = corpus.among("nghiem-2025.T2.t90.ordered", "zareba-2022.t90_2016")

    implied = {row["key"]: row["words"] for row in tanks["implied"]}
    assert implied == {"nghiem-2025.T2.t90.ordered": "2016", "zareba-2022.t90_2016": "2017"}


def test_one_against_one_is_nobodys_fault_yet(corpus: Found) -> None:
    [tanks] = corpus.among("nghiem-2025.T2.t90.ordered", "zareba-2022.t90_2016")

    assert corpus.suspects[tanks["fingerprint"]] == set()


@pytest.mark.parametrize(
    ("rule", "sentence", "row"),
    [
        ("yearly-range-left", "nghiem-2025.ph2_range", "nghiem-2025.T1.2013.mln"),
        ("yearly-range-left", "nghiem-2025.ph1_spread", "zareba-2022.T6.2003.mln"),
    ],
)
def test_a_sentence_is_suspected_before_the_row_that_a_total_confirms(
    corpus: Found, rule: str, sentence: str, row: str
) -> None:
    #   780, 362, 1,212, 855 and 909 are the 4,118 of another article; 54 to 16 are its 530
    [case] = corpus.among(sentence, row)

    assert case["rule"] == rule
    assert corpus.suspects[case["fingerprint"]] == {sentence}
    assert corpus.suspects_at_equal_weights[case["fingerprint"]] == {sentence}


def test_a_year_that_one_article_repeats_five_times_is_one_witness(corpus: Found) -> None:
    [case] = corpus.among("zareba-2022.pub_year", "nghiem-2025.bib_zareba")

    suspects = corpus.suspects[case["fingerprint"]]

    assert len(suspects) == 5
    assert "zareba-2022.pub_year" not in suspects


def test_the_word_importer_is_suspected_before_all_who_call_russia_the_seller(
    corpus: Found,
) -> None:
    [case] = corpus.among("zareba-2022.abs_importer", "zareba-2022.abs_exports")

    assert corpus.suspects[case["fingerprint"]] == {
        "zareba-2022.abs_importer",
        "zareba-2022.intro_importer",
    }


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("nghiem-2025:decline-2015-2018", "nghiem-2025.decline_since2018"),
        ("nghiem-2025.abs_divers", "zareba-2022.diversification_since_2014"),
    ],
)
def test_when_a_change_set_in_is_only_advised_on(corpus: Found, one: str, other: str) -> None:
    [onset] = corpus.among(one, other)

    assert (onset["rule"], onset["severity"]) == ("same-fact-disjoint", "advisory")
    assert onset["explanations"][0] == "scope"


def test_missiles_of_about_2003_that_came_in_2005_are_only_advised_on(corpus: Found) -> None:
    [hedged] = corpus.among("nghiem-2025.T2.s300pmu1.received", "zareba-2022.s300_delivered")

    assert (hedged["rule"], hedged["severity"]) == ("hedged-date-missed", "advisory")


@pytest.mark.parametrize(
    ("rule", "key"),
    [
        ("trend-not-borne-out", "zareba-2022:con-rising-belarus"),  # 150, then 113
        ("cited-too-early", "nguyen-2020.strong_75_91"),  # a work of 1983
        ("cited-too-early", "nghiem-2025.shift_2001_2020"),  # a work of 2017
    ],
)
def test_what_may_be_meant_otherwise_is_advised_on(corpus: Found, rule: str, key: str) -> None:
    [advised] = corpus.among(key)

    assert (advised["rule"], advised["severity"]) == (rule, "advisory")
    assert (advised["suspects"], advised["candidates"]) == ([], [])


def test_what_is_only_advised_accuses_nobody(corpus: Found) -> None:
    [advised] = corpus.among("zareba-2022.budget_2022")

    assert advised["severity"] == "advisory"
    assert corpus.suspects[advised["fingerprint"]] == set()


def test_at_equal_weights_the_same_claims_are_suspected_but_for_a_trend(corpus: Found) -> None:
    [trend] = corpus.among("nghiem-2025.ph3_trend", "nghiem-2025.T1.2016.mln")
    equal = {**corpus.suspects_at_equal_weights}

    # Two rows, both borne out by one total, against one sentence: that may come out even.
    assert equal.pop(trend["fingerprint"]) <= {"nghiem-2025.ph3_trend"}
    assert {**equal, trend["fingerprint"]: {"nghiem-2025.ph3_trend"}} == corpus.suspects


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("nghiem-2025.camranh_nov2014", "zareba-2022.camranh_nov2014"),
        ("zareba-2022.T6.2016.mln", "nghiem-2025.T1.2016.mln"),
        ("zareba-2022.T6.2004.mln", "nghiem-2025.T1.2004.mln"),
        ("nghiem-2025.ph1_high", "zareba-2022.T6.2004.mln"),
        ("nguyen-2020.sp_signed", "nguyen-2020.csp"),
        ("kozyrev-2014.csp_2012", "nguyen-2020.csp"),
        ("nghiem-2025.peak_2014", "zareba-2022.t6_largest_year"),
        ("nghiem-2025.abs_peak", "zareba-2022.t6_largest_year"),
        ("nghiem-2025.gagarinsky", "nghiem-2025:joint-statement-2025"),
        ("zareba-2022.T1.2017-2021.pct", "zareba-2022.T1.2002-2006.pct"),
    ],
)
def test_what_can_both_be_true_stays_quiet(corpus: Found, one: str, other: str) -> None:
    #   25 November 2014 lies in November; 702 of 909; 294 of 294; strategic (2001) and
    #   comprehensive (2012) are two partnerships; 18.6 − 26.2 = −7.6
    assert corpus.rules_among(one, other) == []


@pytest.mark.parametrize(
    "key",
    [
        "zareba-2022.T5.2012-2016.Russia.pct",  # 86.6: 3,564 of 4,118
        "zareba-2022.T3.Vietnam.pct",  # 60.5: 6,452 of 10,674
        "zareba-2022.T3.Thailand.pct",  # 0.65: 70 of 10,674
        "zareba-2022.T5.2012-2016.Russia.mln",  # 3,564: rows add up to 3,566
        "zareba-2022.T3.Vietnam.mln",  # 6,452: rows add up to 6,454
        "zareba-2022.T3.Total.mln",  # 10,674: the column adds up
        "zareba-2022.T4.2007-2011.mln",  # 1,410: rows add up to 1,411
        "kozyrev-2014.trade_low",  # 200 million of trade, not of rent
        "zareba-2022.ru_drop_76",
        "zareba-2022.israel_15pp",  # 4.4 to 19 per cent
        "zareba-2022.t6_largest_year",  # 2014 has the largest of all its years
        "nghiem-2025.peak_2014",
        "nghiem-2025.abs_peak",
        "nghiem-2025.rose_2010s",  # a rise from 2010 to 2014, not in each year
        "nghiem-2025.post2019",
        "nghiem-2025.decline_steady",  # the late 2010s begin after 2015
        "zareba-2022.debt_23_years",
        "zareba-2022:con-rising-israel",  # 181, then 352
        "zareba-2022:con-drop-since",  # from Russia, since 2014
        "zareba-2022:decline-window",
        "nghiem-2025.t2_caption",
        "zareba-2022.t3_period",
        "nghiem-2025.camranh_nov2014",  # of 2014, in a work of 2015
        "nghiem-2025.cyber_2024",
        "russia-asean-2014.power_2020",  # expected, in a report of 2011
    ],
)
def test_rounding_and_other_questions_stay_quiet(corpus: Found, key: str) -> None:
    blamed = [row for row in corpus.among(key) if row["rule"] not in ("share-does-not-match",)]
    assert blamed == []
    if key.endswith(".pct"):
        assert corpus.among(key) == []


def test_8_from_all_suppliers_in_2007_is_quoted_as_8_from_russia(corpus: Found) -> None:
    [quoted] = corpus.among("nghiem-2025.ph1_low", "nghiem-2025.T1.2007.mln")

    assert (quoted["rule"], quoted["severity"]) == ("all-quoted-as-one", "advisory")


def test_suppliers_listed_have_4043_of_4118(corpus: Found) -> None:
    assert [row for row in corpus.findings if row["rule"] == "parts-exceed-whole"] == []


def test_no_contract_price_is_compared_with_a_trend_indicator(corpus: Found) -> None:
    for row in corpus.findings:
        assert len({corpus.claims[key]["basis"] for key in row["claims"]}) == 1, row["says"]


def test_what_is_stored_is_what_is_found(corpus: Found) -> None:
    assert corpus.open_cases + len(corpus.settled) == len(corpus.findings)
    assert {row["fingerprint"] for row in corpus.findings} == set(corpus.suspects)


def test_every_finding_quotes_places_in_the_texts(corpus: Found) -> None:
    for row in corpus.findings:
        assert len(row["passages"]) >= len(row["claims"]) >= 1
        assert all(place["start"] < place["end"] for place in row["passages"])
        assert {place["source"] for place in row["passages"]} == set(row["sources"])
