"""The page on which an editor adds a source with its text."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from apps.accounts.permissions import TeamRequest, may
from apps.domain.refusals import Refusal
from apps.sources.actions import add_source_with_text, install_original
from apps.sources.decoding import Wording, read_wording
from apps.sources.forms_adding import AddTextForm
from apps.sources.preview import preview_of, same_text
from apps.sources.upload import forget, kept, raw_from

REASON = "added with its text"


@require_http_methods(["GET", "HEAD", "POST"])
@may("add_text")
def add_source(request: TeamRequest) -> HttpResponse:
    """Enter the work, look at the layout of its text, then save both at once."""
    if request.method != "POST":
        return _page(request, AddTextForm())
    form = AddTextForm(request.POST, request.FILES)
    is_filled_in = form.is_valid()
    try:
        raw, name = raw_from(
            file=form.cleaned_data.get("file"),
            pasted=form.cleaned_data.get("pasted", ""),
            waiting=form.cleaned_data.get("waiting", ""),
        )
        wording = read_wording(raw, name)
    except Refusal as refusal:
        return _page(request, form, refusal=refusal)
    refused = None
    try:
        if "install" in request.POST:
            return _installed(request, raw, wording, form)
        if "save" in request.POST and is_filled_in:
            return _saved(request, raw, form)
    except Refusal as refusal:
        refused = refusal
    waiting = "" if form.cleaned_data.get("pasted", "").strip() else kept(raw)
    return _page(request, form, wording=wording, waiting=waiting, refusal=refused)


def _saved(request: TeamRequest, raw: bytes, form: AddTextForm) -> HttpResponse:
    source = add_source_with_text(
        fields=form.fields_of_source(), raw=raw, by=request.user, reason=REASON
    )
    forget(form.cleaned_data.get("waiting", ""))
    messages.success(request, f"Added: {source.title}")
    return redirect(source)


def _installed(
    request: TeamRequest, raw: bytes, wording: Wording, form: AddTextForm
) -> HttpResponse:
    text = same_text(wording)
    if text is None or text.is_installed:
        raise Refusal("No source waits for this text.", remedy="Add it as a source of its own.")
    install_original(text=text, raw=raw, by=request.user)
    forget(form.cleaned_data.get("waiting", ""))
    messages.success(request, f"The text of {text.source} is installed.")
    return redirect(text.source)


def _page(
    request: TeamRequest,
    form: AddTextForm,
    *,
    wording: Wording | None = None,
    waiting: str | None = None,
    refusal: Refusal | None = None,
) -> HttpResponse:
    """The form as it was filled in, with a preview of the text that it holds."""
    context = {
        "form": form,
        "preview": preview_of(wording) if wording is not None else None,
        "waiting": form["waiting"].value() if waiting is None else waiting,
        "refusal": refusal,
    }
    is_well = refusal is None and not form.errors
    status = 200 if is_well else HTTPStatus.UNPROCESSABLE_ENTITY
    return render(request, "sources/source_add.html", context, status=status)
