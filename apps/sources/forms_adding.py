"""The form by which an editor adds a work with its text."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.text import slugify

from apps.sources.models import Rights, Source

LONGEST_SLUG = 60
WORDS_OF_TITLE = 4


class AddTextForm(forms.ModelForm):  # type: ignore[type-arg]
    """What is known about the work, and its text: a file, or pasted."""

    file = forms.FileField(
        required=False,
        allow_empty_file=True,
        label="File",
        help_text="Plain text in UTF-8, at most 20 MB.",
    )
    pasted = forms.CharField(
        required=False,
        strip=False,
        label="Or paste the text",
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    waiting = forms.RegexField("^[0-9a-f]{32}$", required=False, widget=forms.HiddenInput)
    authors = forms.CharField(required=False, help_text="Kozyrev, Vitaly; Zaręba, Michał")

    class Meta:
        model = Source
        fields = (
            *("title", "authors", "published", "container", "volume", "issue", "pages"),
            *("doi", "url", "language", "rights", "licence", "licence_url", "rights_statement"),
            "slug",
        )
        labels = {
            "published": "Published",
            "container": "Journal or series",
            "rights": "What the public may read",
            "licence_url": "Address of the licence",
            "rights_statement": "Statement of rights",
            "slug": "Name in addresses",
        }
        help_texts = {
            "slug": "As zareba-2022. Left empty, it is made from author and year.",
            "rights": "The team reads everything.",
            "language": "As en, vi, pl or ru.",
        }
        widgets = {"rights_statement": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["slug"].required = False

    def clean_authors(self) -> list[dict[str, str]]:
        """One name with a comma is family and given name, one without is taken as it is."""
        names = [name.strip() for name in self.cleaned_data["authors"].split(";")]
        return [_person(name) for name in names if name]

    def clean(self) -> dict[str, Any] | None:
        fields: dict[str, Any] = super().clean() or self.cleaned_data
        if fields.get("title") and not fields.get("slug"):
            fields["slug"] = _slug_of(fields)
        if (
            fields.get("rights") == Rights.FULL
            and not fields.get("licence")
            and not fields.get("rights_statement")
        ):
            self.add_error("rights", "Say by which licence, or by what right, all may read it.")
        return fields

    def fields_of_source(self) -> dict[str, Any]:
        """What the action takes."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}


def _person(name: str) -> dict[str, str]:
    family, comma, given = (part.strip() for part in name.partition(","))
    return {"family": family, "given": given} if comma and given else {"literal": name}


def _slug_of(fields: dict[str, Any]) -> str:
    """Author and year as in zareba-2022, else the first words of the title."""
    authors = fields.get("authors") or []
    year = (fields.get("published") or "")[:4]
    if authors:
        named = authors[0].get("family") or authors[0]["literal"]
    else:
        named = " ".join(fields["title"].split()[:WORDS_OF_TITLE])
    return slugify(named.translate(APART) + f" {year}")[:LONGEST_SLUG].strip("-") or "source"


# Letters that Unicode does not take apart into a base and a mark.
APART = str.maketrans({"đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "ø": "o", "ı": "i"})
