"""Import and export on the admin pages of a table, by the SheetResource of its room."""

from __future__ import annotations

from dataclasses import asdict
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_GET, require_POST
from import_export.admin import ImportExportMixin
from import_export.results import RowResult

from apps.accounts.sheet_forms import SheetConfirmForm, SheetExportForm, SheetImportForm
from apps.accounts.team_pages import TeamPage
from apps.domain.refusals import Refusal
from apps.ui.sheets.formats import SHEETS
from apps.ui.sheets.resource import SheetResult
from apps.ui.sheets.under_way import reached, under_way
from apps.ui.sheets.waiting import WaitingFiles


class SheetPage(ImportExportMixin, TeamPage):  # type: ignore[misc]
    """A table that goes out and comes in as CSV or XLSX, whole or not at all."""

    formats = SHEETS
    import_form_class = SheetImportForm
    confirm_form_class = SheetConfirmForm
    export_form_class = SheetExportForm
    import_template_name = "admin/sheets/import.html"
    export_template_name = "admin/sheets/export.html"
    tmp_storage_class = WaitingFiles
    skip_admin_log = True  # the history has it, with actor and reason

    def has_import_permission(self, request: HttpRequest) -> bool:
        return self.has_change_permission(request)

    def has_export_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def get_import_formats(self) -> list[Any]:
        return list(SHEETS)

    def get_export_formats(self) -> list[Any]:
        return list(SHEETS)

    def get_import_data_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """What the person chose beside the file, and the digest of what they saw."""
        return {"seen": kwargs["form"].cleaned_data.get("seen", "")}

    def import_action(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Show what the file would change; only then can it be confirmed."""
        with under_way(request.POST.get("watch", "")):
            page: TemplateResponse = super().import_action(request, **kwargs)
        context: dict[str, Any] = page.context_data or {}
        confirm = context.get("confirm_form")
        if confirm is not None and context["result"].rows:
            confirm.initial["seen"] = context["result"].digest
            return page
        context.pop("confirm_form", None)
        _forget(context["form"])
        if request.method == "POST" and confirm is None:
            page.status_code = HTTPStatus.UNPROCESSABLE_ENTITY
        return page

    @method_decorator(require_POST)
    def process_import(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Store what the preview showed."""
        if not self.create_confirm_form(request).is_valid():
            raise Refusal(
                "This confirmation belongs to no preview.", remedy="Choose the file again."
            )
        with under_way(request.POST.get("watch", "")):
            answer: HttpResponse = super().process_import(request, **kwargs)
        return answer

    def get_urls(self) -> list[URLPattern]:
        """The pages of the table, and what tells how far an import of it has come."""
        table = f"{self.opts.app_label}_{self.opts.model_name}"
        progress = path(
            "import/progress/<str:watch>/",
            self.admin_site.admin_view(self.import_progress),
            name=f"{table}_import_progress",
        )
        return [progress, *super().get_urls()]

    @method_decorator(require_GET)
    def import_progress(self, request: HttpRequest, watch: str) -> HttpResponse:
        """How far the import has come; no content before it begins and after it ends."""
        if not self.has_import_permission(request):
            raise PermissionDenied
        now = reached(watch)
        return JsonResponse(asdict(now)) if now else HttpResponse(status=HTTPStatus.NO_CONTENT)

    def process_result(self, result: SheetResult, request: HttpRequest) -> HttpResponse:
        if not result.has_errors() and not result.has_validation_errors():
            answer: HttpResponse = super().process_result(result, request)
            return answer
        context = {
            **self.admin_site.each_context(request),
            "title": "Import",
            "form": self.import_form_class(SHEETS, self.get_import_resource_classes(request)),
            "opts": self.opts,
            "result": result,
        }
        return TemplateResponse(
            request, self.import_template_name, context, status=HTTPStatus.UNPROCESSABLE_ENTITY
        )

    def add_success_message(self, result: SheetResult, request: HttpRequest) -> None:
        counts = result.totals
        messages.success(
            request,
            f"Imported: {counts[RowResult.IMPORT_TYPE_NEW]} new, "
            f"{counts[RowResult.IMPORT_TYPE_UPDATE]} changed, "
            f"{counts[RowResult.IMPORT_TYPE_SKIP]} as they were.",
        )

    def add_data_read_fail_error_to_form(self, form: Any, e: Exception) -> None:
        """A file that cannot be read has said why; anything else is our bug and stays loud."""
        if not isinstance(e, Refusal):
            raise e
        form.add_error("import_file", str(e))

    def get_export_filename(self, request: HttpRequest, queryset: Any, file_format: Any) -> str:
        day = timezone.now().date().isoformat()
        return f"{self.opts.verbose_name_plural}-{day}.{file_format.get_extension()}"


def _forget(form: Any) -> None:
    """Remove the file of a preview that cannot be confirmed."""
    name = getattr(form.files.get("import_file"), "tmp_storage_name", None)
    if name:
        WaitingFiles(name=name).remove()
