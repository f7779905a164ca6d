"""The corpus as it is loaded from the repository alone, without the originals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from pytest_django import DjangoDbBlocker

from apps.accounts.demonstration import corpus_editors
from apps.claims.exchange import claim_rows
from apps.claims.models import Claim
from apps.contradictions.blaming import store_blame
from apps.contradictions.exchange import finding_rows
from apps.contradictions.models import Contradiction, Verdict
from apps.contradictions.weights import EQUAL
from apps.reading.corpus import shapes
from apps.reading.corpus.rows import rows_of
from apps.reading.corpus.verdicts import load_verdicts
from apps.reading.project_file.dumping import dumped
from apps.reading.project_file.extent import Extent
from apps.sources.store import checkout
from tests.databases import connected_to, copied, told_of, with_corpus, without_originals

Row = dict[str, Any]


@dataclass(frozen=True)
class Found:
    """What the rules find in the corpus, and what is stored of it."""

    findings: list[Row]
    claims: dict[str, Row]
    suspects: dict[str, set[str]]
    suspects_at_equal_weights: dict[str, set[str]]
    open_cases: int
    project: str
    settled: set[str]
    verdicts: list[Row]
    told: list[str]
    told_again: list[str]
    given_again: int

    def among(self, *keys: str) -> list[Row]:
        """The findings in which all these claims take part."""
        unknown = [key for key in keys if key not in self.claims]
        assert not unknown, f"The corpus has no claims {unknown}."
        return [row for row in self.findings if set(keys) <= set(row["claims"])]

    def rules_among(self, *keys: str) -> list[str]:
        return [row["rule"] for row in self.among(*keys)]


@pytest.fixture(scope="session")
def corpus(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Found:
    """Look at a copy, which is thrown away."""
    with django_db_blocker.unblock():
        loaded = with_corpus(originals=False)
        with copied(loaded, "found") as database, connected_to(database), without_originals():
            return _found(told_of(loaded).splitlines())


def _found(told: list[str]) -> Found:
    told_again = list[str]()
    rows = rows_of(checkout() / "fixtures" / "verdicts.jsonl", shapes.VERDICT)
    verdicts = _verdicts()
    load_verdicts(rows, editors=corpus_editors(), tell=told_again.append)
    findings, suspects = finding_rows(), _suspects()
    project = "".join(dumped(Extent()))
    store_blame(None, weights=EQUAL)
    return Found(
        findings=findings,
        claims={row["key"]: row for row in claim_rows(Claim.objects.all())},
        suspects=suspects,
        suspects_at_equal_weights=_suspects(),
        open_cases=Contradiction.objects.open().count(),
        project=project,
        settled=set(Contradiction.objects.settled().values_list("fingerprint", flat=True)),
        verdicts=verdicts,
        told=told,
        told_again=told_again,
        given_again=Verdict.objects.count(),
    )


def _verdicts() -> list[Row]:
    """Each verdict that was given, in plain words."""
    return [
        {
            "rule": given.contradiction.rule,
            "kind": given.get_kind_display(),
            "wrong": [claim.key for claim in given.wrong_claims.all()],
            "by": given.given_by.username,
            "rationale": given.rationale,
            "stands": given.contradiction.settled_by_id == given.pk,
        }
        for given in Verdict.objects.in_full()
    ]


def _suspects() -> dict[str, set[str]]:
    """For each case, by its fingerprint, the claims of highest regret, if any has some.

    Those of a settled case are as they were when its verdict was given.
    """
    suspects = {}
    for case in Contradiction.objects.public():
        regrets = {row.claim.key: row.regret or 0 for row in case.involvements.all()}
        highest = max(regrets.values(), default=0)
        suspects[case.fingerprint] = {
            key for key, regret in regrets.items() if regret == highest > 0
        }
    return suspects
