"""Addresses of contradictions and rules."""

from __future__ import annotations

from django.urls import path

from apps.contradictions import views

app_name = "contradictions"

urlpatterns = [
    path("contradictions/", views.queue, name="queue"),
    path("contradictions/<int:pk>/", views.case, name="case"),
    path("contradictions/<int:pk>/verdict/", views.settle, name="settle"),
    path("contradictions/<int:pk>/take/", views.take, name="take"),
    path("contradictions/<int:pk>/reopen/", views.reopen, name="reopen"),
    path("rules/", views.rule_list, name="rules"),
    path("rules/<slug:code>/", views.rule_detail, name="rule"),
]
