"""Addresses of contradictions and rules."""

from __future__ import annotations

from django.urls import path
from django.views.decorators.http import require_safe

from apps.contradictions.feeds import VerdictFeed
from apps.contradictions.views import (
    cases,
    flagging,
    pairs,
    proposals,
    queue,
    rules,
    talk,
    what_if,
    writing,
)

app_name = "contradictions"

urlpatterns = [
    path("contradictions/", queue.queue, name="queue"),
    path("contradictions/flag/", flagging.flag_form, name="flag"),
    path("contradictions/flag/add/", flagging.flag_add, name="flag-add"),
    path("contradictions/filters/", queue.keep, name="filter-keep"),
    path("contradictions/filters/<int:pk>/drop/", queue.drop, name="filter-drop"),
    path("contradictions/<int:pk>/next/", queue.following, name="next"),
    path("contradictions/<int:pk>/", cases.case, name="case"),
    path("contradictions/<int:pk>/verdict/", cases.settle, name="settle"),
    path("contradictions/<int:pk>/take/", cases.take, name="take"),
    path("contradictions/<int:pk>/revise/", cases.revise, name="revise"),
    path("contradictions/<int:pk>/let-go/", cases.let_go, name="let-go"),
    path("contradictions/<int:pk>/draft/", writing.draft, name="draft"),
    path("contradictions/<int:pk>/draft/drop/", writing.drop, name="draft-drop"),
    path("contradictions/<int:pk>/preview/", writing.preview, name="preview"),
    path("contradictions/<int:pk>/here/", writing.here, name="here"),
    path("contradictions/<int:pk>/apart/", pairs.ask_two, name="pair"),
    path("contradictions/<int:pk>/apart/verdict/", pairs.opine, name="pair-opine"),
    path("contradictions/<int:pk>/apart/off/", pairs.call_off, name="pair-off"),
    path("agreement/", pairs.agreement_page, name="agreement"),
    path("contradictions/<int:pk>/reopen/", cases.reopen, name="reopen"),
    path("contradictions/<int:pk>/assign/", talk.hand_over, name="assign"),
    path("contradictions/<int:pk>/comment/", talk.comment, name="comment"),
    path("contradictions/<int:pk>/review.json", cases.review, name="review"),
    path("contradictions/verdicts.atom", require_safe(VerdictFeed()), name="feed"),
    path("passages/<int:pk>/comment/", talk.comment_on_passage, name="passage-comment"),
    path("comments/<int:pk>/resolve/", talk.resolve, name="resolve"),
    path("my-work/", talk.work, name="my-work"),
    path("my-work/read/", talk.read, name="notices-read"),
    path("proposals/", proposals.proposal_list, name="proposals"),
    path("proposals/decide/", proposals.decide, name="proposal-decide"),
    path("proposals/together/", proposals.together, name="proposals-together"),
    path("proposals/together/accept/", proposals.accept_all, name="proposals-accept"),
    path("proposals/undo/", proposals.undo, name="proposals-undo"),
    path("proposals/<slug:kind>/<int:pk>/", proposals.proposal, name="proposal"),
    path("proposals/<slug:kind>/<int:pk>/correct/", proposals.correct, name="proposal-correct"),
    path("what-if/<str:key>/", what_if.what_if, name="what-if"),
    path("rules/", rules.rule_list, name="rules"),
    path("rules/<slug:code>/", rules.rule_detail, name="rule"),
]
