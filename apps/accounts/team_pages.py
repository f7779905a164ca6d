"""What the admin pages of all rooms share: who may, how a Refusal is shown, what happened."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django import forms
from django.contrib.admin import ModelAdmin
from django.contrib.admin.utils import unquote
from django.core.paginator import Paginator
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from apps.accounts.past import past_of
from apps.accounts.permissions import is_allowed
from apps.domain.refusals import Refusal

LINES = 100


class ReasonedForm(forms.ModelForm):  # type: ignore[type-arg]
    """A form that asks why; the answer stands in the history."""

    reason = forms.CharField(
        max_length=300, help_text="Why you change this. It stays in the history for the others."
    )

    refusal: Refusal | None = None

    def clean(self) -> dict[str, Any] | None:
        """What an action refused is shown like any other mistake, and nothing typed is lost."""
        cleaned = super().clean()
        if self.refusal is not None:
            self.add_error(None, str(self.refusal))
        return cleaned


class TeamPage(ModelAdmin):  # type: ignore[type-arg]
    """Pages over one table. The actions of the room write; nothing is deleted here."""

    act = "load"
    beside: tuple[type[models.Model], ...] = ()
    object_history_template = "admin/past.html"
    show_full_result_count = False

    def has_module_permission(self, request: HttpRequest) -> bool:
        return is_allowed(request.user, self.act)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return is_allowed(request.user, self.act)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return is_allowed(request.user, self.act)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return is_allowed(request.user, self.act)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any):  # type: ignore[no-untyped-def]
        form = super().get_form(request, obj, change=change, **kwargs)
        refusal = getattr(request, "refusal", None)
        return type(form.__name__, (form,), {"refusal": refusal}) if refusal else form

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show a Refusal in the form that caused it; its transaction is undone by then."""
        try:
            response = super().changeform_view(request, *args, **kwargs)
        except Refusal as refusal:
            request.refusal = refusal  # type: ignore[attr-defined]
            response = super().changeform_view(request, *args, **kwargs)
        context = getattr(response, "context_data", None) or {}
        if request.method == "POST" and context.get("errors"):
            response.status_code = HTTPStatus.UNPROCESSABLE_ENTITY
        return response

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Nothing: the action has stored all of it."""

    def construct_change_message(
        self, request: HttpRequest, form: Any, formsets: Any, add: bool = False
    ) -> Any:
        return form.cleaned_data.get("reason", "")

    def _get_obj_does_not_exist_redirect(
        self, request: HttpRequest, opts: Any, object_id: str
    ) -> HttpResponse:
        raise Http404(f"There is no {opts.verbose_name} {unquote(object_id)}.")

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        row = self.get_object(request, unquote(object_id))
        if row is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        pages = Paginator(past_of(row, self.beside), LINES)
        context = {
            **self.admin_site.each_context(request),
            "title": f"History: {row}",
            "lines": pages.get_page(request.GET.get("p")),
            "module_name": self.opts.verbose_name_plural,
            "object": row,
            "opts": self.opts,
            **(extra_context or {}),
        }
        return TemplateResponse(request, self.object_history_template, context)


class TeamInline:
    """Rows that belong to the row of a page; who may do what there may do it here."""

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return is_allowed(request.user, TeamPage.act)

    has_add_permission = has_change_permission = has_delete_permission = has_view_permission


class ReadOnlyPage(TeamPage):
    """Pages that only show."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
