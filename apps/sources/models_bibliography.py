"""Reference entries and citations of a text, derived from its wording with its blocks."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from apps.domain.references import Author, Call, Entry, Outcome

CALLED = "note"


class Reference(models.Model):
    """An entry of a text's bibliography, or a note that stands for one."""

    text = models.ForeignKey("sources.Text", models.CASCADE, related_name="references")
    position = models.PositiveIntegerField(help_text="In the bibliography.")
    block = models.PositiveIntegerField(help_text="Position of its block.")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    authors = models.JSONField(default=list, help_text="Pairs of family and given name.")
    year = models.CharField(max_length=4, blank=True)
    letter = models.CharField(max_length=1, blank=True)
    title = models.TextField(blank=True)
    container = models.TextField(blank=True)
    volume = models.CharField(max_length=20, blank=True)
    issue = models.CharField(max_length=20, blank=True)
    pages = models.CharField(max_length=20, blank=True)
    doi = models.TextField(blank=True)
    url = models.TextField(blank=True)
    published = models.CharField(max_length=10, blank=True, help_text="EDTF, as printed.")
    accessed = models.CharField(max_length=10, blank=True, help_text="EDTF.")
    in_address = models.CharField(max_length=10, blank=True, help_text="Date that the URL holds.")
    is_undated = models.BooleanField(default=False, help_text="It says n.d.")
    places = models.JSONField(default=dict, help_text="Where in the content each part stands.")
    cites = models.ForeignKey(
        "sources.Source", models.SET_NULL, null=True, related_name="cited_in", db_index=True
    )

    class Meta:
        ordering = ["text", "position"]
        constraints = [
            models.UniqueConstraint(fields=["text", "position"], name="reference_place_is_unique"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """Author and year, or the title's first words where nobody signs."""
        families = [family for family, _ in self.authors]
        signed = " & ".join(families[:2]) + (" et al." if len(families) > 2 else "")
        return f"{signed or ' '.join(self.title.split()[:6])} {self.year or 'n.d.'}".strip()

    @property
    def entry(self) -> Entry:
        """As plain values."""
        return Entry(
            authors=tuple(Author(family, given) for family, given in self.authors),
            places={part: (start, end) for part, (start, end) in self.places.items()},
            **{name: getattr(self, name) for name in PLAIN},
        )


PLAIN = (
    *("year", "letter", "title", "container", "volume", "issue", "pages", "doi", "url"),
    *("published", "accessed", "in_address", "is_undated"),
)


class Citation(models.Model):
    """Words of a text that cite a work, with the entries they may mean, likeliest first."""

    text = models.ForeignKey("sources.Text", models.CASCADE, related_name="citations")
    position = models.PositiveIntegerField(help_text="Among the citations of the text.")
    block = models.PositiveIntegerField(help_text="Position of its block.")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    shape = models.CharField(max_length=8, help_text="How it is set; a note is called.")
    names = ArrayField(models.TextField(), default=list)
    whole = models.TextField(blank=True)
    year = models.CharField(max_length=4, blank=True)
    letter = models.CharField(max_length=1, blank=True)
    day = models.CharField(max_length=10, blank=True)
    volume = models.CharField(max_length=20, blank=True)
    pages = models.CharField(max_length=20, blank=True)
    places = models.JSONField(default=dict, help_text="Where its year and its pages stand.")
    outcome = models.CharField(
        max_length=10, choices=[(outcome.value, outcome.value) for outcome in Outcome]
    )
    meant = ArrayField(models.PositiveIntegerField(), default=list, help_text="Of references.")

    class Meta:
        ordering = ["text", "position"]
        constraints = [
            models.UniqueConstraint(fields=["text", "position"], name="citation_place_is_unique"),
        ]

    def __str__(self) -> str:
        return f"{self.whole or 'note'} {self.year}".strip()

    @property
    def call(self) -> Call:
        """As plain values; its places are those in the content."""
        nowhere = (0, 0)
        return Call(
            start=self.start,
            end=self.end,
            shape=self.shape,
            names=tuple(self.names),
            whole=self.whole,
            year=self.year,
            letter=self.letter,
            day=self.day,
            volume=self.volume,
            pages=self.pages,
            year_at=tuple(self.places.get("year", nowhere)),
            pages_at=tuple(self.places.get("pages", nowhere)),
        )
