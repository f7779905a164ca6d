"""The authority: finding an entity, and everything that is said about one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST, require_safe

from apps.accounts.permissions import TeamRequest, is_allowed, may
from apps.claims.models import SeriesTally
from apps.entities.actions import accept_entity
from apps.entities.lookup import MOST_FOUND, Found
from apps.entities.models import Entity, Split
from apps.reading.audience import Audience
from apps.reading.contexts import in_context
from apps.reading.downloads import asks_for_csv, csv_answer
from apps.reading.entity_search import EntitySearch
from apps.reading.entity_ties import aliases_by_language, dated_lines, in_claims, kept_apart
from apps.reading.mentioned import readable_mentions
from apps.reading.profiles import EntityRow, claims_about, entity_rows, lines_of
from apps.reading.works import works_of
from apps.sources.rights import Person
from apps.ui.screens import render_screen

ENTITIES_A_PAGE = 50
MENTIONS_A_PAGE = 30
CLAIMS_A_PAGE = 25
CLAIM_RESULTS = "reading/_claim_results.html"
MENTION_RESULTS = "reading/_mention_results.html"


@require_safe
def entity_list(request: HttpRequest) -> HttpResponse:
    """Entities whose label or alias fits what is asked for: fifty on a page, all as a file."""
    is_for_team = is_allowed(request.user, "read_everything")
    search = EntitySearch.of(request.GET.dict(), is_for_team=is_for_team)
    if asks_for_csv(request):
        return _list_as_csv(entity_rows(_each(search.found()), Audience.of(request.user)))
    page = Paginator(search.found(), ENTITIES_A_PAGE).get_page(request.GET.get("page"))
    shown: Any = page.object_list
    context = {
        "search": search,
        "facets": search.facets(),
        "page": page,
        "is_cut": search.words and page.paginator.count == MOST_FOUND,
        "rows": entity_rows(_each(shown), Audience.of(request.user)),
        "may_merge": is_allowed(request.user, "merge_entities"),
    }
    return render_screen(
        request,
        page="reading/entity_list.html",
        fragment="reading/_entity_results.html",
        context=context,
    )


def _each(entities: Iterable[Entity | Found]) -> list[Found]:
    """Those that were not looked for by name were found by none."""
    return [one if isinstance(one, Found) else Found(one, "", 0) for one in entities]


def _list_as_csv(rows: Iterable[EntityRow]) -> HttpResponse:
    return csv_answer(
        ("label", "kind", "slug", "wikidata", "mentions", "claims"),
        (
            (
                *(row.entity.label, row.entity.kind, row.entity.slug, row.entity.wikidata),
                *(row.mentions, row.claims),
            )
            for row in rows
        ),
    )


@require_safe
def entity_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """An entity with its aliases, its mentions in context, and the claims about it."""
    audience = Audience.of(request.user)
    seen = Entity.objects.all() if audience == Audience.TEAM else Entity.objects.accepted()
    entity = get_object_or_404(seen.prefetch_related("aliases"), slug=slug)
    if entity.merged_into is not None:
        return redirect(entity.merged_into)
    mentions = readable_mentions(entity, request.user, audience)
    shown: Any = mentions.within(request.GET.get("in", ""))
    page = Paginator(shown, MENTIONS_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "entity": entity,
        **_tied(entity),
        **_told(entity),
        **_claimed(request, entity, audience),
        "works": works_of(entity, mentions.all),
        **_offered(entity, request.user),
        "count": len(mentions),
        "named": mentions.named,
        "shown": shown.named,
        "page": page,
        "mentions": in_context(page.object_list),
    }
    asks_for_claims = request.headers.get("HX-Target") == "claim-results"
    return render_screen(
        request,
        page="reading/entity_detail.html",
        fragment=CLAIM_RESULTS if asks_for_claims else MENTION_RESULTS,
        context=context,
    )


@require_POST
@may("review")
def entity_accept(request: TeamRequest, slug: str) -> HttpResponse:
    """Let everybody see an entity that an annotator proposed."""
    entity = get_object_or_404(Entity.objects.living(), slug=slug)
    accept_entity(entity=entity, by=request.user)
    messages.success(request, f"{entity} is accepted: everybody sees it now.")
    return redirect(entity)


def _offered(entity: Entity, person: Person) -> dict[str, bool]:
    """What this person may do with it."""
    return {
        "may_merge": is_allowed(person, "merge_entities"),
        "may_accept": entity.is_proposed and is_allowed(person, "review"),
    }


def _claimed(request: HttpRequest, entity: Entity, audience: Audience) -> dict[str, Any]:
    """A page of the claims in which it stands, its dates, and with whom it stands there."""
    stands = in_claims(entity, audience)
    keys = claims_about(entity, audience).values_list("pk", flat=True)
    about = Paginator(keys, CLAIMS_A_PAGE)
    about.count = stands.count
    page = about.get_page(request.GET.get("claims"))
    return {
        "dates": dated_lines(entity, audience) if stands.dated else [],
        "met": stands.met,
        "claims_page": page,
        "claims": lines_of(list(page.object_list)),
    }


def _told(entity: Entity) -> dict[str, Any]:
    """How it is called, and what is told of it over time."""
    return {
        "spoken": aliases_by_language(entity.aliases.all()),
        "series": SeriesTally.objects.over_time().filter(subject=entity),
    }


def _tied(entity: Entity) -> dict[str, Any]:
    """The entities beside it, and those that were merged into it."""
    return {
        "wider": entity.part_of.order_by("label"),
        "narrower": entity.parts.order_by("label"),
        "distinct": kept_apart(entity),
        "splits": Split.objects.of(entity),
        "merges": entity.merges.filter(undone_by=None).select_related("gone", "merged_by"),
    }
