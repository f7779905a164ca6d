"""What waits for one person: cases they took, what they began to write, what they should hear."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from apps.accounts.models import User
from apps.annotations.models import Assignment, Mention
from apps.claims.models import BegunClaim, Claim
from apps.contradictions.models import Appraisal, Comment, Contradiction, Draft, Notice, Verdict

SHOWN = 50


@dataclass(frozen=True)
class MyWork:
    """All that the page of one person lays out."""

    notices: Sequence[Notice]
    cases: Sequence[Contradiction]
    drafts: Sequence[Draft]
    begun: Sequence[BegunClaim]
    verdicts: Sequence[Verdict]
    questions: Sequence[Comment]
    appraisals: Sequence[Appraisal]
    apart: Sequence[Assignment]
    waiting: int


def my_work(person: User) -> MyWork:
    """Gather it, the newest first."""
    questions = person.comments.filter(is_resolved=False)
    return MyWork(
        notices=list(person.notices.select_related("contradiction", "by")[:SHOWN]),
        cases=list(Contradiction.objects.taken_by(person).in_brief()[:SHOWN]),
        drafts=list(person.drafts.select_related("contradiction")[:SHOWN]),
        begun=list(BegunClaim.objects.of(person).in_full()[:SHOWN]),
        verdicts=list(Verdict.objects.on_claims_of(person).in_full()[:SHOWN]),
        questions=list(questions.select_related("contradiction", "passage")[:SHOWN]),
        appraisals=list(Appraisal.objects.on_work_of(person).in_full()[:SHOWN]),
        apart=[
            one
            for one in Assignment.objects.running().of(person).in_full()
            if person in one.awaited
        ],
        waiting=sum(
            rows.filter(entered_by=person).count()
            for rows in (Claim.objects.proposed(), Mention.objects.proposed())
        ),
    )


def read_notices(*, by: User) -> None:
    """Mark all notices of a person as read."""
    Notice.objects.filter(person=by, is_read=False).update(is_read=True)
