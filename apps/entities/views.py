"""The authority as a reconciliation service, so that OpenRefine and others can match against it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from csp.decorators import csp_replace
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from apps.domain.complaints import is_storable
from apps.domain.refusals import Refusal
from apps.entities import reconciling
from apps.entities.models import Entity

CALLBACK = re.compile(r"[A-Za-z_$][\w$]{0,99}(\.[A-Za-z_$][\w$]{0,99}){0,4}", re.ASCII)
SUGGESTED = 20
PREVIEW = {"width": 420, "height": 220}

Answer = Callable[..., Any]
asked_by_get = require_http_methods(["GET", "HEAD", "OPTIONS"])


def open_to_all(answer: Answer) -> Callable[..., HttpResponse]:
    """JSON for any page of any site (CORS), or as a script for the oldest (JSONP)."""

    @wraps(answer)
    def view(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method == "OPTIONS":
            response = HttpResponse(status=HTTPStatus.NO_CONTENT)
        else:
            response = _json(request, answer, *args, **kwargs)
        response["Access-Control-Allow-Origin"] = "*"
        response["Access-Control-Allow-Methods"] = "GET, POST, OPTIONS"
        response["Access-Control-Allow-Headers"] = "Content-Type"
        return response

    return view


def _json(request: HttpRequest, answer: Answer, *args: Any, **kwargs: Any) -> HttpResponse:
    callback = request.GET.get("callback", "")
    if callback and not CALLBACK.fullmatch(callback):
        return HttpResponseBadRequest("The callback is no name of a function.")
    try:
        said, status = answer(request, *args, **kwargs), 200
    except Refusal as refusal:
        said, status = {"error": str(refusal)}, 400
    except _TooManyError as error:
        said, status = {"error": str(error)}, HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    if callback and status == 200:
        script = f"/**/{callback}({json.dumps(said)});"
        return HttpResponse(script, content_type="application/javascript")
    return JsonResponse(said, status=status)


class _TooManyError(Exception):
    """More queries in one batch than the manifest allows."""


@csrf_exempt
@require_http_methods(["GET", "HEAD", "OPTIONS", "POST"])
@open_to_all
def service(request: HttpRequest) -> Any:
    """The manifest; candidates for ?queries= or ?query=; values for ?extend=."""
    asked = request.POST if request.method == "POST" else request.GET
    if "queries" in asked:
        batch = _read(asked["queries"])
        if isinstance(batch, dict) and len(batch) > reconciling.BATCH_SIZE:
            raise _TooManyError(f"A batch has at most {reconciling.BATCH_SIZE} queries.")
        return reconciling.answer_batch(batch)
    if "query" in asked:
        query = asked["query"]
        plain = _read(query) if query.lstrip().startswith("{") else {"query": query}
        return {"result": reconciling.candidates(plain)}
    if "extend" in asked:
        return reconciling.extended(_read(asked["extend"]))
    return _manifest(request)


def _manifest(request: HttpRequest) -> Any:
    root = request.build_absolute_uri(reverse("entities:reconcile"))
    entities = request.build_absolute_uri("/entities/")
    what = ("entity", "type", "property")
    return {
        "versions": ["0.2"],
        "name": "Variorum entities",
        "identifierSpace": entities,
        "schemaSpace": f"{root}properties",
        "defaultTypes": [reconciling.type_of(kind) for kind in Entity.Kind.values],
        "view": {"url": f"{entities}{{{{id}}}}/"},
        "preview": {"url": f"{root}preview?id={{{{id}}}}", **PREVIEW},
        "suggest": {
            name: {"service_url": root.rstrip("/"), "service_path": f"/suggest/{name}"}
            for name in what
        },
        "extend": {
            "propose_properties": {
                "service_url": root.rstrip("/"),
                "service_path": "/properties",
            },
            "property_settings": [],
        },
        "batchSize": reconciling.BATCH_SIZE,
    }


@asked_by_get
@open_to_all
def suggest_entity(request: HttpRequest) -> Any:
    """Entities whose name begins like, or is like, what is typed."""
    found = reconciling.named(_prefix(request))
    return _page(
        request,
        [
            {
                "id": entity.slug,
                "name": entity.label,
                "description": reconciling.described(entity),
                "notable": [reconciling.type_of(entity.kind)],
            }
            for entity in found
        ],
    )


@asked_by_get
@open_to_all
def suggest_type(request: HttpRequest) -> Any:
    """Kinds of entities."""
    return _page(request, _beginning(request, map(reconciling.type_of, Entity.Kind.values)))


@asked_by_get
@open_to_all
def suggest_property(request: HttpRequest) -> Any:
    """Properties by which entities are matched and extended."""
    return _page(request, _beginning(request, _properties()))


@asked_by_get
@open_to_all
def properties(request: HttpRequest) -> Any:
    """What can be fetched for entities of a type; it is the same for all."""
    proposed = _properties()
    said: dict[str, Any] = {"type": request.GET.get("type", ""), "properties": proposed}
    if "limit" in request.GET:
        said["limit"] = _number(request.GET["limit"])
        said["properties"] = proposed[: said["limit"]]
    return said


@require_safe
@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})
def preview(request: HttpRequest) -> HttpResponse:
    """A small page on one entity, for the frame of another site."""
    asked = request.GET.get("id", "")
    known = reconciling.full(Entity.objects.public())
    entity = get_object_or_404(known, slug=asked if is_storable([asked]) else "")
    response = render(request, "entities/preview.html", {"entity": entity})
    response["Access-Control-Allow-Origin"] = "*"
    return response


def _properties() -> list[dict[str, str]]:
    return [{"id": key, "name": name} for key, (name, _) in reconciling.PROPERTIES.items()]


def _beginning(request: HttpRequest, choices: Any) -> list[Any]:
    prefix = _prefix(request).casefold()
    return [
        one for one in choices if one["name"].casefold().startswith(prefix) or one["id"] == prefix
    ]


def _prefix(request: HttpRequest) -> str:
    prefix = request.GET.get("prefix", "").strip()
    return prefix if is_storable([prefix]) else ""


def _page(request: HttpRequest, found: list[Any]) -> Any:
    start = _number(request.GET.get("cursor", "0"))
    return {"result": found[start : start + SUGGESTED]}


def _number(typed: str) -> int:
    if not re.fullmatch(r"[0-9]{1,6}", typed):
        raise Refusal("Cursor and limit are whole numbers.", "Leave it out, or write digits.")
    return int(typed)


def _read(typed: str) -> Any:
    try:
        return json.loads(typed)
    except (ValueError, RecursionError):
        raise Refusal("What was sent is no JSON.", reconciling.REMEDY) from None
