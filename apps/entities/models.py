"""The authority: normalized persons, places, organisations, weapon systems, deals, events."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models.functions import Greatest, Least
from django.urls import reverse

from apps.accounts.history import recorded, recorded_links
from apps.entities.numbers import validate_orcid
from apps.entities.querysets import (
    KEPT,
    EntityQuerySet,
    LookAlikeQuerySet,
    NameQuerySet,
    SplitQuerySet,
)

WORLD = "world"


@recorded()
class Entity(models.Model):
    """What passages name and claims are about."""

    class Kind(models.TextChoices):
        PERSON = "person", "person"
        ORGANISATION = "organisation", "organisation"
        PLACE = "place", "place"
        REGION = "region", "region"
        STATE = "state", "state"
        WEAPON = "weapon", "weapon system"
        DOCUMENT = "document", "document"
        EVENT = "event", "event"
        DEAL = "deal", "deal"
        PROJECT = "project", "project"
        COMPANY = "company", "company"
        SERIES = "series", "publication series"

    slug = models.SlugField(unique=True, max_length=80)
    label = models.CharField(max_length=250)
    kind = models.CharField(max_length=14, choices=Kind.choices)
    part_of = models.ManyToManyField("self", symmetrical=False, related_name="parts", blank=True)
    distinct_from = models.ManyToManyField("self", blank=True)
    wikidata = models.CharField(max_length=20, blank=True)
    orcid = models.CharField(
        "ORCID iD",
        max_length=19,
        blank=True,
        validators=[validate_orcid],
        help_text="Of a person, as 0000-0002-1825-0097.",
    )
    note = models.TextField(blank=True)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, editable=False, related_name="merged"
    )
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        help_text="Who made it while marking a passage, where that was no editor.",
    )
    is_proposed = models.BooleanField(
        default=False,
        editable=False,
        help_text="No editor accepted it yet; the team alone sees it.",
    )

    objects = EntityQuerySet.as_manager()

    class Meta:
        ordering = ["label"]
        verbose_name_plural = "entities"
        indexes = [
            models.Index(
                fields=["id"], condition=models.Q(is_proposed=True), name="entity_proposed"
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(is_proposed=False) | models.Q(proposed_by__isnull=False),
                name="somebody_proposed_it",
            )
        ]

    def __str__(self) -> str:
        return self.label

    def get_absolute_url(self) -> str:
        return reverse("reading:entity", args=[self.slug])


@recorded()
class Alias(models.Model):
    """Another form under which sources name an entity, OCR slips included."""

    entity = models.ForeignKey(Entity, models.CASCADE, related_name="aliases")
    form = models.CharField(max_length=250)
    kind = models.CharField(max_length=20, blank=True)
    language = models.CharField(max_length=12, blank=True)

    class Meta:
        ordering = ["entity", "form"]
        verbose_name_plural = "aliases"
        constraints = [
            models.UniqueConstraint(fields=["entity", "form"], name="alias_once_per_entity"),
        ]

    def __str__(self) -> str:
        return self.form


@recorded()
class Merge(models.Model):
    """That one entity stands for another too, with what moved, so that it can be undone."""

    gone = models.ForeignKey(Entity, models.PROTECT, related_name="merges_away")
    kept = models.ForeignKey(Entity, models.PROTECT, related_name="merges")
    reason = models.TextField()
    merged_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    merged_at = models.DateTimeField(auto_now_add=True)
    moved = models.JSONField(help_text="The keys of the rows that went along, by kind.")
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering = ["-merged_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["gone"],
                condition=models.Q(undone_by__isnull=True),
                name="merged_into_one_at_a_time",
            ),
            models.CheckConstraint(
                condition=~models.Q(gone=models.F("kept")), name="merge_joins_two"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.gone} → {self.kept}"


@recorded()
class Split(models.Model):
    """That an entity was made of what another one held too much, and what it was given."""

    origin = models.ForeignKey(Entity, models.PROTECT, related_name="splits")
    made = models.OneToOneField(Entity, models.PROTECT, related_name="split_off")
    reason = models.TextField()
    split_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    split_at = models.DateTimeField(auto_now_add=True)
    moved = models.JSONField(help_text="The keys of the rows that were given away, by kind.")
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    objects = SplitQuerySet.as_manager()

    class Meta:
        ordering = ["-split_at"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(origin=models.F("made")), name="split_parts_two"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.origin} → {self.made}"


@recorded()
class LookAlike(models.Model):
    """What somebody decided on two entities that look alike."""

    class Choice(models.TextChoices):
        APART = "apart", "kept apart"
        LATER = "later", "left for later"

    one = models.ForeignKey(Entity, models.CASCADE, related_name="+")
    other = models.ForeignKey(Entity, models.CASCADE, related_name="+")
    choice = models.CharField(max_length=5, choices=Choice.choices)
    reason = models.TextField(blank=True, help_text="How one tells them from each other.")
    chosen_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    chosen_at = models.DateTimeField(auto_now=True)

    objects = LookAlikeQuerySet.as_manager()

    class Meta:
        ordering = ["one", "other"]
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="look_alikes_decided_once"),
            models.UniqueConstraint(
                Least("one", "other"), Greatest("one", "other"), name="look_alikes_either_way_once"
            ),
            models.CheckConstraint(
                condition=~models.Q(one=models.F("other")), name="look_alikes_are_two"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.one} / {self.other}"


class Name(models.Model):
    """A label or alias as it is looked up. Derived and never typed, see naming.py."""

    entity = models.ForeignKey(Entity, models.CASCADE, related_name="names")
    form = models.CharField(max_length=250)
    folded = models.TextField(help_text="Lower-case ASCII words.", db_collation="C")
    keys = ArrayField(models.TextField(), help_text="Words, their beginnings, slips and sounds.")

    objects = NameQuerySet.as_manager()

    class Meta:
        ordering = ["entity", "form"]
        constraints = [
            models.UniqueConstraint(fields=["entity", "form"], name="name_once_per_entity"),
        ]
        indexes = [
            GinIndex(KEPT, name="name_kept", fastupdate=False),
            models.Index(fields=["folded"], include=["entity", "form"], name="name_folded"),
        ]

    def __str__(self) -> str:
        return self.form


@recorded_links()
class PartLink(Entity.part_of.through):  # type: ignore[name-defined, misc]
    """That one entity is part of another, with the history of such links."""

    class Meta:
        proxy = True


@recorded_links()
class ApartLink(Entity.distinct_from.through):  # type: ignore[name-defined, misc]
    """That two entities look alike and must stay apart, with the history of such links."""

    class Meta:
        proxy = True
