"""Measures: the controlled vocabulary, and each of its terms by itself."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from apps.claims.models import Measure
from apps.claims.resources import MeasureResource
from apps.contradictions.models import Contradiction
from apps.reading.audience import Audience
from apps.reading.downloads import sheet_answer, sheet_asked_for
from apps.reading.freshness import revalidated
from apps.reading.vocabulary import drawn_subjects, most_told, vocabulary

SUBJECTS_SHOWN = 50


@require_safe
@revalidated
def measure_list(request: HttpRequest) -> HttpResponse:
    """Every measure, by kind."""
    form = sheet_asked_for(request)
    if form is not None:
        return sheet_answer(MeasureResource().export(), form, name="measures")
    measures = Measure.objects.order_by("label", "slug")
    terms = vocabulary(measures, Audience.of(request.user))
    kinds = [
        (kind.label, [term for term in terms if term.measure.kind == kind]) for kind in Measure.Kind
    ]
    context = {"kinds": [(label, group) for label, group in kinds if group], "count": len(terms)}
    return render(request, "reading/measure_list.html", context)


@require_safe
@revalidated
def measure_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One measure: what it asks, how its answers are read, and of whom they tell."""
    measure = get_object_or_404(Measure.objects.select_related("whole"), slug=slug)
    form = sheet_asked_for(request)
    if form is not None:
        rows = Measure.objects.filter(pk=measure.pk)
        return sheet_answer(MeasureResource().export(rows), form, name=measure.slug)
    [term] = vocabulary([measure], Audience.of(request.user))
    context = {
        "term": term,
        "measure": measure,
        "follows": Measure.objects.filter(slug__in=measure.follows).order_by("label"),
        "told_by": Measure.objects.filter(whole=measure).order_by("label"),
        "subjects": most_told(measure, SUBJECTS_SHOWN),
        "over_time": drawn_subjects(measure),
        "shown": SUBJECTS_SHOWN,
        "open": Contradiction.objects.open().narrowed(measure=[measure.slug]).count(),
    }
    return render(request, "reading/measure_detail.html", context)
