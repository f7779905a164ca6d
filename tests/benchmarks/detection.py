"""What it costs to find contradictions: python tests/benchmarks/detection.py"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).resolve().parents[2])

from tests.benchmarks.workbench import measured, show, site

CLAIM = "nghiem-2025.T1.2021.mln"  # in the largest strand, and in two cases
GOAL_OF_A_SCAN = 100.0
GOAL_OF_A_SAVE = 50.0


def main() -> None:
    """Measure the scan of everything, and of what one saved claim touches."""
    with site(with_corpus=True):
        from django.db import connection

        from apps.claims.models import Claim
        from apps.contradictions.detection import find

        print(f"{Claim.objects.count()} claims, {len(find())} findings")
        fresh = measured(find, times=5)
        show("find(), just loaded", fresh, wall_goal=GOAL_OF_A_SCAN)
        with connection.cursor() as cursor:  # as autovacuum does after a minute
            cursor.execute("ANALYZE")
        _measure_with_statistics()


def _measure_with_statistics() -> None:
    from apps.contradictions.actions import detect
    from apps.contradictions.detection import find

    scan = measured(find, times=15)
    show("find(), once PostgreSQL has statistics", scan, wall_goal=GOAL_OF_A_SCAN)
    everything = measured(lambda: detect(facts=None, by=None), times=7)
    show("detect --all: the cases brought in line too", everything, against=scan)
    saved = measured(_undone(_correct), times=7)
    show("save one claim, with detection", saved, against=scan, wall_goal=GOAL_OF_A_SAVE)
    show("save one claim, without", measured(_undone(_correct_only), times=7), against=saved)


def _correct() -> None:
    """Change what a claim says, as an editor would."""
    from apps.accounts.demonstration import corpus_person
    from apps.claims.actions import correct_claim, draft_of
    from apps.claims.models import Claim

    claim = Claim.objects.get(key=CLAIM)
    correct_claim(
        claim=claim,
        draft=replace(draft_of(claim), reading="under 21 estimated"),
        by=corpus_person(),
        reason="benchmark",
        version=claim.version,
    )


def _correct_only() -> None:
    from unittest import mock

    with mock.patch("apps.claims.changes.tell"):
        _correct()


def _undone(act: Callable[[], None]) -> Callable[[], None]:
    """The act in a transaction that is rolled back, so that each time is like the first."""
    from django.db import transaction

    def done_and_undone() -> None:
        with transaction.atomic():
            act()
            transaction.set_rollback(True)

    return done_and_undone


if __name__ == "__main__":
    main()
