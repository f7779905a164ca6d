"""For whom a page is composed: the public reads what is accepted, the team also the rest."""

from __future__ import annotations

from enum import StrEnum

from apps.accounts.permissions import is_allowed
from apps.annotations.models import Review
from apps.sources.rights import Person


class Audience(StrEnum):
    """All people of one audience see the same marks and cards."""

    PUBLIC = "public"
    TEAM = "team"

    @classmethod
    def of(cls, person: Person) -> Audience:
        """The audience that the person belongs to."""
        return cls.TEAM if is_allowed(person, "read_everything") else cls.PUBLIC

    @property
    def reviews(self) -> tuple[str, ...]:
        """The review states that it sees."""
        if self == Audience.TEAM:
            return (Review.ACCEPTED, Review.PROPOSED)
        return (Review.ACCEPTED,)
