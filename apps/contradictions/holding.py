"""Who works on a case: it is taken for a while, let go, and people see who looks at it."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from apps.accounts.history import because
from apps.accounts.models import User
from apps.accounts.permissions import is_allowed
from apps.contradictions.locking import locked, save
from apps.contradictions.models import Contradiction, Notice, Visit
from apps.contradictions.notices import notify
from apps.contradictions.recording import tell
from apps.domain.refusals import Refusal

HELD_FOR = timedelta(minutes=30)
ASSIGNED_FOR = timedelta(days=7)
LOOKS_FOR = timedelta(seconds=60)


@transaction.atomic
def take(*, contradiction: Contradiction, by: User) -> Contradiction:
    """Say that one is working on a case; it is one's own for a while."""
    case = locked(contradiction)
    if not case.is_open:
        raise Refusal(f"Case {case.pk} is {case.get_state_display()}.", remedy="Nothing to take.")
    if case.is_held and case.assigned_to != by:
        raise Refusal(
            f"{case.assigned_to.display_name} has this case until "  # type: ignore[union-attr]
            f"{case.held_until:%H:%M} UTC.",
            remedy="Ask them to let it go, or come back later.",
        )
    with because(by, "took the case for review"):
        is_news = (case.state, case.assigned_to) != (Contradiction.State.IN_REVIEW, by)
        case.state, case.assigned_to = Contradiction.State.IN_REVIEW, by
        case.held_until = timezone.now() + HELD_FOR
        if not is_news:
            case.save(update_fields=["held_until"])
            return case
        save(case, "state", "assigned_to", "held_until")
        tell(case, "taken", "Taken for review.", by)
    return case


@transaction.atomic
def assign(*, contradiction: Contradiction, to: User, by: User) -> Contradiction:
    """Ask an editor to settle a case; they hear of it."""
    if not is_allowed(to, "settle_contradiction"):
        raise Refusal(f"{to.display_name} settles no contradictions.", remedy="Choose an editor.")
    case = locked(contradiction)
    if not case.is_open:
        raise Refusal(f"Case {case.pk} is {case.get_state_display()}.", remedy="Leave it.")
    with because(by, f"asked {to.display_name}"):
        case.state, case.assigned_to = Contradiction.State.IN_REVIEW, to
        case.held_until = timezone.now() + ASSIGNED_FOR
        save(case, "state", "assigned_to", "held_until")
        tell(case, "assigned", f"Assigned to {to.display_name}.", by)
    notify([to], about=Notice.About.ASSIGNMENT, case=case, says=case.says, by=by)
    return case


@transaction.atomic
def let_go(*, contradiction: Contradiction, by: User) -> Contradiction:
    """Leave a case that one took to others."""
    case = locked(contradiction)
    if case.state != Contradiction.State.IN_REVIEW or case.assigned_to != by:
        raise Refusal(f"Case {case.pk} is not yours.", remedy="There is nothing to let go.")
    with because(by, "let the case go"):
        case.state, case.assigned_to, case.held_until = Contradiction.State.OPEN, None, None
        save(case, "state", "assigned_to", "held_until")
        tell(case, "let go", "Let go.", by)
    return case


def stay(*, contradiction: Contradiction, by: User) -> None:
    """Keep a case that one has taken for another while, without a line in its story."""
    until = timezone.now() + HELD_FOR
    mine = Contradiction.objects.taken_by(by).filter(pk=contradiction.pk, held_until__lt=until)
    mine.update(held_until=until)


def look(*, contradiction: Contradiction, by: User) -> list[User]:
    """Say that one has the page of the case open; who else has, by name."""
    now = timezone.now()
    Visit.objects.update_or_create(
        contradiction=contradiction, person=by, defaults={"seen_at": now}
    )
    others = contradiction.visits.filter(seen_at__gt=now - LOOKS_FOR).exclude(person=by)
    return [visit.person for visit in others.select_related("person").order_by("person__username")]
