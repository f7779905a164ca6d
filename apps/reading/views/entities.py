"""The authority: finding an entity, and everything that is said about one."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from apps.entities.models import Entity
from apps.reading.audience import Audience
from apps.reading.contexts import in_context
from apps.reading.lookup import find_entities
from apps.reading.profiles import (
    claim_lines,
    claims_about,
    entity_rows,
    mentions_by_source,
    readable_mentions,
)
from apps.ui.screens import render_screen

ENTITIES_A_PAGE = 50
MENTIONS_A_PAGE = 30
CLAIMS_A_PAGE = 25
CLAIM_RESULTS = "reading/_claim_results.html"
MENTION_RESULTS = "reading/_mention_results.html"


@require_safe
def entity_list(request: HttpRequest) -> HttpResponse:
    """Entities whose label or alias fits what is asked for, fifty on a page."""
    asked, kind = request.GET.get("q", "").strip(), request.GET.get("kind", "")
    kind = kind if kind in Entity.Kind.values else ""
    found = Paginator(find_entities(asked, kind), ENTITIES_A_PAGE)
    page = found.get_page(request.GET.get("page"))
    context = {
        "asked": asked,
        "kind": kind,
        "kinds": Entity.Kind.choices,
        "page": page,
        "rows": entity_rows(page.object_list),
    }
    return render_screen(
        request,
        page="reading/entity_list.html",
        fragment="reading/_entity_results.html",
        context=context,
    )


@require_safe
def entity_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """An entity with its aliases, its mentions in context, and the claims about it."""
    entity = get_object_or_404(Entity.objects.prefetch_related("aliases"), slug=slug)
    audience = Audience.of(request.user)
    mentions = readable_mentions(entity, request.user, audience)
    page = Paginator(mentions, MENTIONS_A_PAGE).get_page(request.GET.get("page"))
    claims = Paginator(claims_about(entity, audience), CLAIMS_A_PAGE)
    claims_page = claims.get_page(request.GET.get("claims"))
    context = {
        "entity": entity,
        "wider": entity.part_of.order_by("label"),
        "narrower": entity.parts.order_by("label"),
        "distinct": entity.distinct_from.order_by("label"),
        "counts": mentions_by_source(mentions),
        "page": page,
        "mentions": in_context(page.object_list),
        "claims_page": claims_page,
        "claims": claim_lines(claims_page.object_list),
    }
    asks_for_claims = request.headers.get("HX-Target") == "claim-results"
    return render_screen(
        request,
        page="reading/entity_detail.html",
        fragment=CLAIM_RESULTS if asks_for_claims else MENTION_RESULTS,
        context=context,
    )
