"""Two named where only one can be, drawn."""

from __future__ import annotations

from apps.contradictions.findings import Severity
from tests.contradictions.stating import judged, named


def test_flags_two_places_for_one_meeting() -> None:
    sochi, moscow = named("sochi"), named("moscow")

    [finding] = judged("one-valued-attribute", claims=(sochi, moscow))

    assert finding.severity == Severity.LIKELY
    assert finding.headline == ("sochi", "moscow")
    assert finding.conflicts == (frozenset({sochi.key, moscow.key}),)


def test_flags_only_the_claims_that_differ() -> None:
    #   Russia holds both towns, so it contradicts neither
    russia = named("russia")
    sochi = named("sochi", wider_answers=frozenset({"russia"}))
    moscow = named("moscow", wider_answers=frozenset({"russia"}))

    [finding] = judged("one-valued-attribute", claims=(russia, sochi, moscow))

    assert {part.statement.key for part in finding.parts} == {sochi.key, moscow.key}


def test_flags_places_of_a_loosely_named_meeting_as_an_advisory() -> None:
    loose = {"slot_key": "subject=talks|host=UNSPECIFIED"}

    [finding] = judged("one-valued-attribute", claims=(named("a", **loose), named("b", **loose)))

    assert finding.severity == Severity.ADVISORY


def test_quiet_when_one_answer_lies_within_the_other() -> None:
    sochi = named("sochi", wider_answers=frozenset({"russia"}))

    assert judged("one-valued-attribute", claims=(sochi, named("russia"))) == []
    assert judged("one-valued-attribute", claims=(named("sochi"), named("sochi"))) == []
