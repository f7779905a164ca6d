"""Logging in and out."""

from __future__ import annotations

from django.contrib.auth.views import LoginView, LogoutView

log_in = LoginView.as_view(template_name="accounts/log_in.html")
log_out = LogoutView.as_view(next_page="reading:home")
