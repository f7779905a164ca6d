"""Named reads over mentions."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from apps.accounts.models import User
    from apps.annotations.models import Decision, Mention, Move, Naming, Touch  # noqa: F401
    from apps.annotations.models_of_assignments import Assignment, OwnMark  # noqa: F401
    from apps.sources.models import Source, Text


class MentionQuerySet(models.QuerySet["Mention"]):
    """Reads over mentions."""

    def accepted(self) -> MentionQuerySet:
        """What the public reads."""
        return self.filter(review="accepted")

    def proposed(self) -> MentionQuerySet:
        """What waits for an editor."""
        return self.filter(review="proposed")

    def in_text(self, text: Text) -> MentionQuerySet:
        """Mentions in one text, in reading order."""
        return (
            self.filter(passage__text=text)
            .select_related("passage", "entity")
            .order_by("passage__start", "passage__end", "pk")
        )


class NamingQuerySet(models.QuerySet["Naming"]):
    """Reads over which entities are named in which text."""

    def in_originals(self) -> NamingQuerySet:
        """In the present wording of the sources; of each there is one."""
        return self.filter(text__kind="original", text__is_current=True)

    def entities_by_text(self) -> dict[int, int]:
        """For each text, by primary key, how many entities it names."""
        named = self.order_by().values_list("text")
        return dict(named.annotate(entities=models.Count("entity", distinct=True)))


class MoveQuerySet(models.QuerySet["Move"]):
    """Reads over what became of passages."""

    def open(self) -> MoveQuerySet:
        """Those that an editor has to look at."""
        return self.filter(state="open")

    def decided(self) -> MoveQuerySet:
        """Those that a person decided, the newest first."""
        return self.filter(decided_by__isnull=False).order_by("-decided_at", "-pk")

    def of_source(self, source: Source) -> MoveQuerySet:
        """Passages of one source."""
        return self.filter(text__source=source)

    def in_full(self) -> MoveQuerySet:
        """With all that a page says about them but the wordings."""
        return self.select_related("passage__text", "text__source", "to", "decided_by").defer(
            "passage__text__content", "text__content"
        )

    def counted(self) -> dict[str, int]:
        """How many have which state."""
        return dict(self.order_by().values_list("state").annotate(models.Count("pk")))


class DecisionQuerySet(models.QuerySet["Decision"]):
    """Reads over what people made of suggestions."""

    def places_in(self, text: Text, by: User) -> set[tuple[int, int, str]]:
        """Where in a text, and of which kind, a suggestion needs no look of this person any more.

        What somebody else skipped still does.
        """
        done = self.filter(~models.Q(outcome="skipped") | models.Q(decided_by=by), text=text)
        return set(done.values_list("start", "end", "kind"))

    def counted(self) -> dict[tuple[str, str], int]:
        """How many of each kind have which outcome."""
        rows = self.order_by().values_list("kind", "outcome").annotate(models.Count("pk"))
        return {(kind, outcome): count for kind, outcome, count in rows}


class TouchQuerySet(models.QuerySet["Touch"]):
    """Reads over what was changed of late."""

    def on(self, text: int, *, since: int) -> TouchQuerySet:
        """Those of one text whose transaction had not ended at a horizon."""
        return self.filter(text=text, written_by__gte=since)

    def before(self, moment: datetime) -> TouchQuerySet:
        """Those that nobody asks for any more."""
        return self.filter(at__lt=moment)


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    """Reads over texts that two annotate apart."""

    def running(self) -> AssignmentQuerySet:
        """Those whose marks are unseen."""
        is_done = models.Q(one_done_at__isnull=False, other_done_at__isnull=False)
        return self.filter(~is_done, called_off_at__isnull=True)

    def done(self) -> AssignmentQuerySet:
        """Those that both have finished."""
        return self.filter(
            one_done_at__isnull=False, other_done_at__isnull=False, called_off_at__isnull=True
        )

    def standing(self) -> AssignmentQuerySet:
        """Those that run, and those of which something is still to be settled."""
        waiting = self.done().filter(marks__outcome="").values("pk")
        return self.running() | self.filter(pk__in=waiting)

    def of(self, person: User) -> AssignmentQuerySet:
        """Those in which this person annotates."""
        return self.filter(models.Q(one=person) | models.Q(other=person))

    def within(self, text: Text, start: int, end: int) -> AssignmentQuerySet:
        """Those that share a character with this stretch."""
        return self.filter(text=text, start__lt=end, end__gt=start)

    def in_full(self) -> AssignmentQuerySet:
        """With all that a page says about them but the wordings."""
        return self.select_related("text__source", "one", "other").defer("text__content")


class OwnMarkQuerySet(models.QuerySet["OwnMark"]):
    """Reads over what people marked apart."""

    def of(self, person: User) -> OwnMarkQuerySet:
        """What this person marked, in reading order."""
        return self.filter(person=person)

    def waiting(self) -> OwnMarkQuerySet:
        """What is not settled."""
        return self.filter(outcome="")
