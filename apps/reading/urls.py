"""Addresses of the reading room."""

from __future__ import annotations

from django.urls import path

from apps.reading.views.apart import (
    apart,
    apart_begin,
    apart_done,
    apart_form,
    apart_list,
    apart_off,
    apart_rows,
    apart_settle,
    apart_undo,
    own_mark,
    own_mark_drop,
)
from apps.reading.views.begun import begun_drop, begun_keep
from apps.reading.views.citing import source_cite
from apps.reading.views.comparing import compare_detail, compare_list
from apps.reading.views.editing import claim_check, claim_edit, claim_save
from apps.reading.views.entities import entity_accept, entity_detail, entity_list
from apps.reading.views.facts import fact_detail, fact_list
from apps.reading.views.home import home
from apps.reading.views.in_text import source_find, source_lines, source_next
from apps.reading.views.live import source_live, source_news
from apps.reading.views.look_alikes import look_alike_again, look_alike_later, look_alike_list
from apps.reading.views.marking import (
    mark,
    mark_check,
    mark_claim,
    mark_mention,
    mark_names,
    mark_undo,
)
from apps.reading.views.measures import measure_detail, measure_list
from apps.reading.views.merging import entity_apart, entity_merge, merge_undo
from apps.reading.views.moves import move_accept, move_detail, move_drop, move_list, move_reopen
from apps.reading.views.permalinks import claim_permalink, passage_permalink
from apps.reading.views.reader import source_blocks, source_cards, source_detail
from apps.reading.views.revisions import comparison, revision_add, revision_list, revision_preview
from apps.reading.views.series import series_detail, series_list
from apps.reading.views.sources import source_list
from apps.reading.views.splitting import entity_split, split_undo
from apps.reading.views.stopping import source_stop
from apps.reading.views.suggestions import (
    suggestion_accept_all,
    suggestion_accuracy,
    suggestion_decide,
    suggestion_list,
    suggestion_places,
    suggestion_preview,
)
from apps.reading.views.table_claims import table_check, table_claims, table_form
from apps.reading.views.talk import comment_enter, comment_form, talk
from apps.reading.views.timeline import timeline
from apps.reading.views.works import work_list

app_name = "reading"

urlpatterns = [
    path("", home, name="home"),
    path("sources/", source_list, name="sources"),
    path("sources/<slug:slug>/", source_detail, name="source"),
    path("sources/<slug:slug>/blocks/", source_blocks, name="blocks"),
    path("sources/<slug:slug>/cards/", source_cards, name="cards"),
    path("sources/<slug:slug>/find/", source_find, name="find"),
    path("sources/<slug:slug>/lines/", source_lines, name="lines"),
    path("sources/<slug:slug>/live/", source_live, name="live"),
    path("sources/<slug:slug>/news/", source_news, name="news"),
    path("sources/<slug:slug>/mark/", mark, name="mark"),
    path("sources/<slug:slug>/mark/names/", mark_names, name="mark-names"),
    path("sources/<slug:slug>/mark/mention/", mark_mention, name="mark-mention"),
    path("sources/<slug:slug>/mark/check/", mark_check, name="mark-check"),
    path("sources/<slug:slug>/mark/claim/", mark_claim, name="mark-claim"),
    path("sources/<slug:slug>/mark/undo/", mark_undo, name="mark-undo"),
    path("sources/<slug:slug>/mark/draft/", begun_keep, name="begun-keep"),
    path("drafts/<int:pk>/drop/", begun_drop, name="begun-drop"),
    path("sources/<slug:slug>/next/", source_next, name="next"),
    path("sources/<slug:slug>/stop/", source_stop, name="stop"),
    path("sources/<slug:slug>/cite/", source_cite, name="cite"),
    path("sources/<slug:slug>/revisions/", revision_list, name="revisions"),
    path("sources/<slug:slug>/revisions/preview/", revision_preview, name="revision-preview"),
    path("sources/<slug:slug>/revisions/add/", revision_add, name="revision-add"),
    path("sources/<slug:slug>/revisions/<int:old>/<int:new>/", comparison, name="comparison"),
    path("sources/<slug:slug>/suggestions/", suggestion_list, name="suggestions"),
    path("sources/<slug:slug>/suggestions/places/", suggestion_places, name="suggestion-places"),
    path("sources/<slug:slug>/suggestions/decide/", suggestion_decide, name="suggestion-decide"),
    path("sources/<slug:slug>/suggestions/all/", suggestion_preview, name="suggestion-preview"),
    path(
        "sources/<slug:slug>/suggestions/accept-all/",
        suggestion_accept_all,
        name="suggestion-accept-all",
    ),
    path("sources/<slug:slug>/tables/<int:position>/", table_form, name="table"),
    path("sources/<slug:slug>/tables/<int:position>/check/", table_check, name="table-check"),
    path("sources/<slug:slug>/tables/<int:position>/claims/", table_claims, name="table-claims"),
    path("sources/<slug:slug>/apart/", apart_form, name="apart-form"),
    path("sources/<slug:slug>/apart/begin/", apart_begin, name="apart-begin"),
    path("apart/", apart_list, name="apart-list"),
    path("apart/<int:pk>/", apart, name="apart"),
    path("apart/<int:pk>/from/<int:begin>/", apart, name="apart-from"),
    path("apart/<int:pk>/rows/", apart_rows, name="apart-rows"),
    path("apart/<int:pk>/done/", apart_done, name="apart-done"),
    path("apart/<int:pk>/off/", apart_off, name="apart-off"),
    path("apart/<int:pk>/undo/", apart_undo, name="apart-undo"),
    path("apart/<int:pk>/settle/", apart_settle, name="apart-settle"),
    path("apart/marks/<int:pk>/", own_mark, name="own-mark"),
    path("apart/marks/<int:pk>/drop/", own_mark_drop, name="own-mark-drop"),
    path("suggestions/", suggestion_accuracy, name="suggestion-accuracy"),
    path("moves/", move_list, name="moves"),
    path("moves/<int:pk>/", move_detail, name="move"),
    path("moves/<int:pk>/accept/", move_accept, name="move-accept"),
    path("moves/<int:pk>/drop/", move_drop, name="move-drop"),
    path("moves/<int:pk>/reopen/", move_reopen, name="move-reopen"),
    path("entities/", entity_list, name="entities"),
    path("entities/<slug:slug>/", entity_detail, name="entity"),
    path("facts/", fact_list, name="facts"),
    path("facts/<path:key>/", fact_detail, name="fact"),
    path("series/", series_list, name="series-list"),
    path("series/<slug:measure>/<slug:subject>/", series_detail, name="series"),
    path("measures/", measure_list, name="measures"),
    path("measures/<slug:slug>/", measure_detail, name="measure"),
    path("works/", work_list, name="works"),
    path("compare/", compare_list, name="compare-list"),
    path("compare/<slug:one>/<slug:other>/", compare_detail, name="compare"),
    path("timeline/", timeline, name="timeline"),
    path("entities/<slug:slug>/accept/", entity_accept, name="entity-accept"),
    path("entities/<slug:slug>/merge/", entity_merge, name="entity-merge"),
    path("entities/<slug:slug>/apart/", entity_apart, name="entity-apart"),
    path("entities/<slug:slug>/split/", entity_split, name="entity-split"),
    path("splits/<int:pk>/undo/", split_undo, name="split-undo"),
    path("look-alikes/", look_alike_list, name="look-alikes"),
    path("look-alikes/later/", look_alike_later, name="look-alike-later"),
    path("look-alikes/again/", look_alike_again, name="look-alike-again"),
    path("merges/<int:pk>/undo/", merge_undo, name="merge-undo"),
    path("claims/<str:key>/", claim_permalink, name="claim"),
    path("claims/<str:key>/edit/", claim_edit, name="claim-edit"),
    path("claims/<str:key>/edit/check/", claim_check, name="claim-check"),
    path("claims/<str:key>/edit/save/", claim_save, name="claim-save"),
    path("passages/<int:pk>/", passage_permalink, name="passage"),
    path("passages/<int:pk>/talk/", talk, name="talk"),
    path("sources/<slug:slug>/comment/", comment_form, name="comment"),
    path("sources/<slug:slug>/comment/enter/", comment_enter, name="comment-enter"),
]
