"""Measures, and the claims that sources make about them."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField, DateRangeField, DecimalRangeField
from django.db import models
from django.urls import reverse

from apps.accounts.history import recorded
from apps.annotations.models import Review
from apps.annotations.touching import touches
from apps.claims.models_of_begun import BegunClaim
from apps.claims.models_of_evidence import Evidence
from apps.claims.models_of_facts import Fact
from apps.claims.models_of_strokes import Stroke
from apps.claims.models_of_tallies import PairTally, SeriesTally, SourceTally
from apps.claims.querysets import ClaimQuerySet
from apps.claims.telling import Tells
from apps.entities.models import Entity
from apps.sources.models import Source

__all__ = [
    "BegunClaim",
    "Claim",
    "ClaimRole",
    "Evidence",
    "Fact",
    "Measure",
    "PairTally",
    "SeriesTally",
]
__all__ += ["SourceTally", "Stroke"]


@recorded()
class Measure(models.Model):
    """A controlled kind of question, and what may be reckoned with its answers."""

    class Kind(models.TextChoices):
        QUANTITY = "quantity", "quantity"
        SHARE = "share", "share of a whole"
        COUNT = "count", "count"
        RANK = "rank", "rank"
        DATE = "date", "date"
        ENTITY = "entity", "entity"
        TEXT = "text", "text"

    slug = models.SlugField(unique=True, max_length=60)
    label = models.CharField(max_length=120)
    phrase = models.CharField(
        max_length=200, help_text="With {subject} and the roles, as: imports of {subject}."
    )
    kind = models.CharField(max_length=10, choices=Kind.choices)
    unit_family = models.CharField(max_length=20, blank=True)
    roles = models.JSONField(
        default=list,
        blank=True,
        help_text='[{"slot": …, "label": …, "all_label": …, "default": …}]',
    )
    is_additive_over_time = models.BooleanField(default=False)
    additive_over = ArrayField(
        models.CharField(max_length=40),
        default=list,
        blank=True,
        help_text="Slots whose parts add up to the whole, subject among them.",
    )
    is_non_negative = models.BooleanField(default=True)
    is_functional = models.BooleanField(default=True, help_text="One value per fact.")
    whole = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, help_text="What it is of, or tells about."
    )
    tells = models.CharField(
        max_length=10, choices=Tells, blank=True, help_text="For other than shares and ranges."
    )
    share_over = models.CharField(
        max_length=40, blank=True, help_text="For a share: the slot that widens to the whole."
    )
    follows = ArrayField(
        models.SlugField(max_length=60), default=list, blank=True, help_text="Dates never later."
    )
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.label

    @property
    def slots(self) -> tuple[str, ...]:
        """The role slots in their declared order."""
        return tuple(role["slot"] for role in self.roles)


@touches(
    passages="SELECT passage_id FROM claims_evidence WHERE claim_id IN (SELECT id FROM changed)",
    public="review = 'accepted'",
)
@recorded()
class Claim(models.Model):
    """This source asserts, in this passage, that MEASURE of SUBJECT in PERIOD was VALUE.

    The lower half of the fields is derived from the upper half and never typed.
    """

    key = models.CharField(unique=True, max_length=120)
    also = ArrayField(models.CharField(max_length=120), default=list, blank=True)
    source = models.ForeignKey(Source, models.PROTECT, related_name="claims")
    measure = models.ForeignKey(Measure, models.PROTECT, related_name="claims")
    subject = models.ForeignKey(Entity, models.PROTECT, related_name="claims")
    period = models.CharField(max_length=40, blank=True, help_text="EDTF, as 2014 or 2017/2021.")
    printed = models.TextField(help_text="The exact characters of the source.")
    reading = models.CharField(
        max_length=250, help_text="What a person confirmed: 1056, over 60, 1.5..2, 2014-11-25."
    )
    unit = models.CharField(max_length=20, blank=True)
    basis = models.CharField(max_length=20, blank=True, help_text="tiv, nominal or empty.")
    status = models.CharField(max_length=12, blank=True, help_text="delivered, ordered, expected…")
    attribution = models.CharField(max_length=300, blank=True, help_text="Whom the source cites.")
    root = models.CharField(
        max_length=60, blank=True, help_text="The witness that this goes back to; else the source."
    )
    sums = models.CharField(
        max_length=40, blank=True, help_text="Slot over which its own table's rows are complete."
    )
    note = models.TextField(blank=True)

    review = models.CharField(
        max_length=10, choices=Review.choices, default=Review.PROPOSED, editable=False
    )
    is_judged_wrong = models.BooleanField(default=False, editable=False)
    corrected_reading = models.CharField(
        max_length=250, blank=True, editable=False, help_text="What counts instead of the print."
    )
    corrected_unit = models.CharField(max_length=20, blank=True, editable=False)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="claims", editable=False
    )
    entered_at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    hard = DecimalRangeField(null=True, editable=False, help_text="In the family's base unit.")
    plausible = DecimalRangeField(null=True, editable=False)
    ulp = models.DecimalField(max_digits=40, decimal_places=12, null=True, editable=False)
    value_entity = models.ForeignKey(
        Entity, models.PROTECT, null=True, editable=False, related_name="+"
    )
    period_range = DateRangeField(null=True, editable=False)
    slot_key = models.TextField(editable=False)
    wider_slot_keys = ArrayField(models.TextField(), default=list, editable=False)
    strand = models.TextField(editable=False)
    fact_key = models.TextField(editable=False)
    part_fact_key = models.TextField(blank=True, editable=False)
    whole_fact_key = models.TextField(blank=True, editable=False)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        ordering = ["source", "key"]
        indexes = [
            models.Index(fields=["fact_key"], name="claim_fact"),
            models.Index(fields=["fact_key"], condition=~models.Q(sums=""), name="claim_sums"),
            models.Index(
                fields=["fact_key"], condition=~models.Q(attribution=""), name="claim_attributed"
            ),
            models.Index(
                fields=["fact_key"], condition=models.Q(is_judged_wrong=True), name="claim_judged"
            ),
            models.Index(
                fields=["source"], condition=models.Q(review="accepted"), name="claim_accepted"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(reading="") & ~models.Q(printed=""),
                name="claim_has_print_and_reading",
            ),
            models.CheckConstraint(
                condition=models.Q(hard__isnull=True) | models.Q(hard__isempty=False),
                name="claim_range_is_not_empty",
            ),
            models.CheckConstraint(
                condition=models.Q(period_range__isnull=True)
                | models.Q(period_range__isempty=False),
                name="claim_period_is_not_empty",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.printed} ({self.key})"

    def get_absolute_url(self) -> str:
        return reverse("reading:claim", args=[self.key])

    @property
    def is_corrected(self) -> bool:
        """Whether a verdict reads it otherwise than it is printed."""
        return self.corrected_reading != ""

    @property
    def reading_now(self) -> str:
        """What counts in the network: the corrected reading, else what is printed."""
        return self.corrected_reading or self.reading

    @property
    def unit_now(self) -> str:
        """The unit of what counts."""
        return self.corrected_unit if self.is_corrected else self.unit


@recorded()
class ClaimRole(models.Model):
    """What fills one role slot of a claim: an entity, ALL, or UNSPECIFIED (never equal to ALL)."""

    class Scope(models.TextChoices):
        ENTITY = "entity", "an entity"
        ALL = "ALL", "all"
        UNSPECIFIED = "UNSPECIFIED", "unspecified"

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="filled_roles")
    slot = models.CharField(max_length=40)
    scope = models.CharField(max_length=12, choices=Scope.choices)
    entity = models.ForeignKey(Entity, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["claim", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["claim", "slot"], name="slot_filled_once"),
            models.CheckConstraint(
                condition=models.Q(scope="entity", entity__isnull=False)
                | (~models.Q(scope="entity") & models.Q(entity__isnull=True)),
                name="entity_scope_names_an_entity",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.slot}: {self.entity or self.scope}"
