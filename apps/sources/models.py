"""Sources, the immutable revisions of their wording, and the blocks those fall into."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse

from apps.accounts.history import recorded
from apps.sources.models_bibliography import Citation, Reference
from apps.sources.querysets import SourceQuerySet, TextQuerySet

__all__ = ["Block", "Cell", "Citation", "CorpusLoad", "Reference", "Rights", "Source", "Text"]

ISSN = RegexValidator(r"^\d{4}-\d{3}[\dX]\Z", "Eight digits as 1427-9657; the last may be an X.")


class Rights(models.TextChoices):
    """What the public may read of a source; the team reads all."""

    FULL = "full", "full text"
    EXCERPTS = "excerpts", "passages with at most 40 words around them"
    RECORD = "record", "record edition only"


@recorded()
class Source(models.Model):
    """A bibliographic work."""

    slug = models.SlugField(unique=True, max_length=60)
    position = models.PositiveSmallIntegerField(default=0, help_text="Order in lists.")
    title = models.CharField(max_length=400)
    authors = models.JSONField(
        default=list, blank=True, help_text='CSL names: [{"family": …, "given": …}].'
    )
    translators = models.JSONField(
        default=list, blank=True, help_text='CSL names: [{"family": …, "given": …}].'
    )
    container = models.CharField("journal or series", max_length=300, blank=True)
    volume = models.CharField(max_length=30, blank=True)
    issue = models.CharField(max_length=30, blank=True)
    pages = models.CharField(max_length=30, blank=True)
    published = models.CharField(max_length=30, blank=True, help_text="EDTF, as 2022 or 2014-03.")
    doi = models.CharField("DOI", max_length=120, blank=True)
    url = models.URLField("URL", blank=True)
    issn = models.CharField("ISSN", max_length=9, blank=True, validators=[ISSN])
    publisher = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=12, default="en")
    kind = models.CharField(max_length=40, default="article-journal", help_text="CSL type.")
    rights = models.CharField(max_length=10, choices=Rights.choices, default=Rights.EXCERPTS)
    licence = models.CharField(max_length=200, blank=True)
    licence_url = models.URLField("address of the licence", blank=True)
    rights_statement = models.TextField(blank=True)
    note = models.TextField(blank=True)

    objects = SourceQuerySet.as_manager()

    class Meta:
        ordering = ["position", "slug"]

    def __str__(self) -> str:
        return self.short_name

    def get_absolute_url(self) -> str:
        return reverse("reading:source", args=[self.slug])

    @property
    def year(self) -> str:
        """Year of publication as printed in citations, or n.d."""
        return self.published[:4] or "n.d."

    @property
    def rights_in_words(self) -> str:
        """What the public may read, for the public."""
        return str(Rights(self.rights).label)

    @property
    def author_names(self) -> str:
        """Authors as they are written out, or nothing where the source names none."""
        return ", ".join(_full_name(author) for author in self.authors)

    @property
    def translator_names(self) -> str:
        """Translators as they are written out, or nothing where the source names none."""
        return ", ".join(_full_name(translator) for translator in self.translators)

    @property
    def short_name(self) -> str:
        """Author and year, or the title's first words where no author is named."""
        families = [author.get("family") or author.get("literal", "") for author in self.authors]
        if families:
            return f"{' & '.join(families)} {self.year}"
        title = self.title.strip("[]").partition(":")[0]
        return f"{' '.join(title.split()[:4])} {self.year}"


def _full_name(author: dict[str, str]) -> str:
    literal = author.get("literal", "")
    return literal or f"{author.get('given', '')} {author.get('family', '')}".strip()


@recorded(exclude=["content", "is_stale"])
class Text(models.Model):
    """One immutable revision of a source's wording.

    The row of an original exists even where its wording is not installed: its passages are
    known by their offsets, and the record edition stands in for it.
    """

    class Kind(models.TextChoices):
        ORIGINAL = "original", "original"
        RECORD = "record", "record edition"

    source = models.ForeignKey(Source, models.PROTECT, related_name="texts")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    revision = models.PositiveIntegerField(default=1)
    is_current = models.BooleanField(default=True)
    sha256 = models.CharField(max_length=64, help_text="Of the bytes as they came.")
    length = models.PositiveIntegerField(help_text="Code points of the content.")
    content = models.TextField(null=True, help_text="None: the wording is not installed here.")
    is_stale = models.BooleanField(
        default=False,
        editable=False,
        help_text="Of a record edition: the claims have changed since it was written.",
    )
    added_at = models.DateTimeField(auto_now_add=True)

    objects = TextQuerySet.as_manager()

    class Meta:
        ordering = ["source", "kind", "revision"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "kind", "revision"], name="text_revision_is_unique"
            ),
            models.UniqueConstraint(
                fields=["source", "kind"],
                condition=models.Q(is_current=True),
                name="one_current_text_per_kind",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source.slug}, {self.get_kind_display()}, revision {self.revision}"

    @property
    def is_installed(self) -> bool:
        """Whether the wording itself is here."""
        return self.content is not None


class Block(models.Model):
    """A heading, paragraph, table, list item, footnote or reference entry of a text."""

    class Kind(models.TextChoices):
        HEADING = "heading", "heading"
        PARAGRAPH = "paragraph", "paragraph"
        LIST_ITEM = "list_item", "list item"
        FOOTNOTE = "footnote", "footnote"
        REFERENCE = "reference", "reference entry"
        TABLE = "table", "table"
        CAPTION = "caption", "caption"
        ORIGIN = "origin", "origin of a table or chart"

    text = models.ForeignKey(Text, models.CASCADE, related_name="blocks")
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=Kind.choices)
    level = models.PositiveSmallIntegerField(default=0)
    label = models.CharField(max_length=40, blank=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    runs = models.JSONField(default=list, help_text="[start, end, glue] into the content.")
    styles = models.JSONField(default=list, help_text="[start, end, face, to] into the content.")
    lang = models.CharField(max_length=12, default="en")
    is_outside = models.BooleanField(default=False, help_text="Part of another work.")
    table = models.ForeignKey("self", models.CASCADE, null=True, related_name="belongings")

    class Meta:
        ordering = ["text", "position"]
        constraints = [
            models.UniqueConstraint(fields=["text", "position"], name="block_position_is_unique"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.label or self.position}"


class Cell(models.Model):
    """A cell of a table with the heads that apply to it."""

    class Role(models.TextChoices):
        HEAD = "head", "column head"
        ROW_HEAD = "row_head", "row head"
        VALUE = "value", "value"
        EMPTY = "empty", "empty"

    block = models.ForeignKey(Block, models.CASCADE, related_name="cells")
    row = models.PositiveSmallIntegerField()
    column = models.PositiveSmallIntegerField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    role = models.CharField(max_length=10, choices=Role.choices)
    span = models.PositiveSmallIntegerField(default=1)
    row_path = ArrayField(models.TextField(), default=list)
    column_path = ArrayField(models.TextField(), default=list)

    class Meta:
        ordering = ["block", "row", "column"]
        constraints = [
            models.UniqueConstraint(fields=["block", "row", "column"], name="cell_place_is_unique"),
        ]

    def __str__(self) -> str:
        return f"{self.block}, row {self.row}, column {self.column}"


class CorpusLoad(models.Model):
    """What was last loaded from `fixtures/`, so that a start with nothing new costs nothing."""

    fixture_sha256 = models.CharField(
        max_length=64, help_text="Of the fixture files and the originals that were installed."
    )
    loaded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.fixture_sha256[:12]}, {self.loaded_at:%Y-%m-%d %H:%M}"
