"""Addresses of the room `accounts`."""

from __future__ import annotations

from django.urls import path

from apps.accounts.views import account, doors, provider, team

app_name = "accounts"
urlpatterns = [
    path("log-in/", doors.log_in, name="log-in"),
    path("log-out/", doors.log_out, name="log-out"),
    path("provider/", provider.provider_begin, name="provider"),
    path("provider/back/", provider.provider_back, name="provider-back"),
    path("join/<str:word>/", doors.join_form, name="join"),
    path("join/<str:word>/enter/", doors.join_enter, name="join-enter"),
    path("me/", account.account, name="account"),
    path("me/profile/", account.profile, name="profile"),
    path("me/password/", account.password, name="password"),
    path("me/sign-out/", account.sign_out, name="sign-out"),
    path("me/leave/", account.leave, name="leave"),
    path("team/", team.team, name="team"),
    path("team/invitations/add/", team.invitation_add, name="invitation-add"),
    path("team/invitations/<int:pk>/withdraw/", team.invitation_withdraw, name="withdraw"),
    path("team/<int:pk>/role/", team.role, name="role"),
    path("team/<int:pk>/close/", team.close, name="close"),
    path("team/<int:pk>/reopen/", team.reopen, name="reopen"),
]
