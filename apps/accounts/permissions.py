"""Who may do what, in one readable table."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from apps.accounts.models import EDITORS, EVERY_TEAM_ROLE, Role, User

ADMINS = frozenset({Role.ADMIN})

MAY: dict[str, frozenset[Role]] = {
    # act                     roles
    "keep_place": frozenset(Role),
    "keep_account": frozenset(Role),
    "read_everything": EVERY_TEAM_ROLE,
    "annotate": EVERY_TEAM_ROLE,
    "review": EDITORS,
    "edit_claims_of_others": EDITORS,
    "revise_text": EDITORS,
    "settle_contradiction": EDITORS,
    "add_text": EDITORS,
    "merge_entities": EDITORS,
    "load": ADMINS,
    "change_rights": ADMINS,
    "change_people": ADMINS,
}


class TeamRequest(HttpRequest):
    """A request that `may` has let through: somebody of the team is behind it."""

    user: User


View = Callable[..., HttpResponse]


def is_allowed(person: User | AnonymousUser, act: str) -> bool:
    """Whether the person may do the act; an unknown act is a KeyError, never a silent no."""
    roles = MAY[act]
    return isinstance(person, User) and person.is_active and person.role in roles


def may(act: str) -> Callable[[View], View]:
    """Guard a view: anonymous people are sent to log in, the wrong role gets 403."""
    roles = MAY[act]

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if request.user.role not in roles:
                raise PermissionDenied(f"Your role does not allow this: {act.replace('_', ' ')}.")
            return view(request, *args, **kwargs)

        return guarded

    return guard
