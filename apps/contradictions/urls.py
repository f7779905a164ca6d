"""Addresses of contradictions and rules."""

from __future__ import annotations

from django.urls import path

from apps.contradictions.views import cases, queue, rules, writing

app_name = "contradictions"

urlpatterns = [
    path("contradictions/", queue.queue, name="queue"),
    path("contradictions/<int:pk>/", cases.case, name="case"),
    path("contradictions/<int:pk>/verdict/", cases.settle, name="settle"),
    path("contradictions/<int:pk>/take/", cases.take, name="take"),
    path("contradictions/<int:pk>/revise/", cases.revise, name="revise"),
    path("contradictions/<int:pk>/let-go/", cases.let_go, name="let-go"),
    path("contradictions/<int:pk>/draft/", writing.draft, name="draft"),
    path("contradictions/<int:pk>/draft/drop/", writing.drop, name="draft-drop"),
    path("contradictions/<int:pk>/preview/", writing.preview, name="preview"),
    path("contradictions/<int:pk>/here/", writing.here, name="here"),
    path("contradictions/<int:pk>/reopen/", cases.reopen, name="reopen"),
    path("rules/", rules.rule_list, name="rules"),
    path("rules/<slug:code>/", rules.rule_detail, name="rule"),
]
