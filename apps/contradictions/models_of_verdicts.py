"""The answers that editors give to contradictions, and what they leave on the way there."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.db import models
from django.urls import reverse

from apps.accounts.history import recorded, recorded_links
from apps.annotations.models import Passage
from apps.claims.judging import Corrected
from apps.claims.models import Claim
from apps.contradictions.querysets import DistinctionQuerySet, VerdictQuerySet


@recorded()
class Verdict(models.Model):
    """An editor's answer to a contradiction. Never changed; a later one may replace it."""

    class Kind(models.IntegerChoices):
        SOURCE_WRONG = 1, "The source is wrong"
        ONE_RIGHT = 2, "One is right, the other wrong"
        BOTH_STAND = 3, "Both stand"
        TRANSCRIPTION = 4, "Our transcription is wrong"
        ROUNDING = 5, "Within rounding"
        FALSE_ALARM = 6, "False alarm of the rule"
        UNDECIDED = 7, "Cannot be decided yet"

    class Differing(models.TextChoices):
        SCOPE = "scope", "scope: what it is of"
        PERIOD = "period", "period"
        DEFINITION = "definition", "definition: what is counted"
        BASIS = "basis", "unit or price basis"
        STATUS = "status", "status: ordered, delivered, planned"
        VINTAGE = "vintage", "state of the figures"
        ESTIMATE = "estimate", "estimates by different people"
        MANNER = "manner", "manner of writing"

    contradiction = models.ForeignKey(
        "contradictions.Contradiction", models.PROTECT, related_name="verdicts"
    )
    kind = models.PositiveSmallIntegerField(choices=Kind.choices)
    rationale = models.TextField()
    wrong_claims = models.ManyToManyField(Claim, blank=True, related_name="verdicts_against")
    corrected_reading = models.CharField(max_length=250, blank=True)
    corrected_unit = models.CharField(max_length=20, blank=True)
    differ_in = models.CharField(
        max_length=20,
        choices=Differing.choices,
        blank=True,
        help_text="The role in which claims that both stand differ.",
    )
    distinction = models.CharField(
        max_length=250, blank=True, help_text="What sets two claims apart that both stand."
    )
    would_decide = models.CharField(
        max_length=250, blank=True, help_text="What evidence would decide a case that stays open."
    )
    evidence = models.TextField(blank=True, help_text="What it rests on, one thing a line.")
    revises = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        related_name="revised_by",
        help_text="The verdict of which it takes the place.",
    )
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="verdicts")
    given_at = models.DateTimeField(auto_now_add=True)

    objects = VerdictQuerySet.as_manager()

    class Meta:
        ordering = ["given_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(rationale__regex=r"\S.{8,}\S"), name="verdict_has_a_rationale"
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="verdict_is_never_changed", operation=pgtrigger.Update | pgtrigger.Delete
            )
        ]

    def __str__(self) -> str:
        return f"Verdict {self.pk}: {self.get_kind_display()}"

    def claims_out_by_it_alone(self) -> models.QuerySet[Claim]:
        """Claims that it judged wrong and no other standing verdict does."""
        others = Verdict.objects.standing().exclude(pk=self.pk)
        return self.wrong_claims.judged().exclude(verdicts_against__in=others)

    @property
    def corrected(self) -> Corrected | None:
        """How the claims that it judges wrong should read, if it says so."""
        if self.kind != self.Kind.SOURCE_WRONG or not self.corrected_reading:
            return None
        return Corrected(self.corrected_reading, self.corrected_unit)


@recorded_links()
class WrongLink(Verdict.wrong_claims.through):  # type: ignore[name-defined, misc]
    """That a verdict judges a claim wrong, with the history of such links."""

    class Meta:
        proxy = True


@recorded()
class Distinction(models.Model):
    """What one of the claims that both stand is, in the role in which they differ."""

    verdict = models.ForeignKey(Verdict, models.CASCADE, related_name="distinctions")
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="distinctions")
    value = models.CharField(max_length=80, help_text="As orders, or deliveries.")

    objects = DistinctionQuerySet.as_manager()

    class Meta:
        ordering = ["verdict", "claim"]
        constraints = [
            models.UniqueConstraint(fields=["verdict", "claim"], name="claim_set_apart_once"),
            models.CheckConstraint(condition=~models.Q(value=""), name="distinction_has_a_value"),
        ]

    def __str__(self) -> str:
        return f"{self.claim}: {self.value}"


@recorded()
class Ground(models.Model):
    """One thing that a verdict rests on: a claim, a passage, or a work outside."""

    verdict = models.ForeignKey(Verdict, models.CASCADE, related_name="grounds")
    position = models.PositiveSmallIntegerField()
    claim = models.ForeignKey(Claim, models.PROTECT, null=True, related_name="grounds")
    passage = models.ForeignKey(Passage, models.PROTECT, null=True, related_name="grounds")
    words = models.TextField(blank=True, help_text="An address, or the title of a work.")

    class Meta:
        ordering = ["verdict", "position"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(claim__isnull=False, passage__isnull=True, words="")
                | models.Q(claim__isnull=True, passage__isnull=False, words="")
                | (models.Q(claim__isnull=True, passage__isnull=True) & ~models.Q(words="")),
                name="ground_is_one_thing",
            ),
        ]

    def __str__(self) -> str:
        return str(self.claim or self.passage or self.words)

    @property
    def address(self) -> str:
        """Where it can be looked at; nothing for a work that has no address."""
        if self.claim is not None:
            return self.claim.get_absolute_url()
        if self.passage_id is not None:
            return reverse("reading:passage", args=[self.passage_id])
        return self.words if self.words.startswith(("https://", "http://")) else ""


class Draft(models.Model):
    """A verdict that a person is still writing; only they see it."""

    contradiction = models.ForeignKey(
        "contradictions.Contradiction", models.CASCADE, related_name="drafts"
    )
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="drafts")
    typed = models.JSONField(default=dict, help_text="The fields of the form, as they were sent.")
    version = models.PositiveIntegerField(default=1)
    saved_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-saved_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["contradiction", "person"], name="one_draft_of_each_person"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} on {self.contradiction}"


class Visit(models.Model):
    """That a person has the page of a case before them."""

    contradiction = models.ForeignKey(
        "contradictions.Contradiction", models.CASCADE, related_name="visits"
    )
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    seen_at = models.DateTimeField()

    class Meta:
        ordering = ["person"]
        constraints = [
            models.UniqueConstraint(
                fields=["contradiction", "person"], name="one_visit_of_each_person"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} looks at {self.contradiction}"


class Filter(models.Model):
    """A choice among the cases of the queue that a person wants to come back to."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="filters")
    name = models.CharField(max_length=60)
    query = models.TextField(help_text="The facets, as they stand in the address.")

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["person", "name"], name="one_filter_of_each_name"),
        ]

    def __str__(self) -> str:
        return self.name
