"""Who entered what is marked in a text."""

from __future__ import annotations

from apps.accounts.models import User
from apps.annotations.models import Mention
from apps.claims.models import Evidence
from apps.sources.models import Text


def contributors(text: Text) -> list[User]:
    """People whose mentions or claims are on the text, by name."""
    mentions = Mention.objects.filter(passage__text=text).values("entered_by")
    claims = Evidence.objects.filter(passage__text=text).values("claim__entered_by")
    people = User.objects.filter(pk__in=mentions.union(claims))
    return sorted(people, key=lambda person: person.display_name.casefold())
