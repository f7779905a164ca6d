"""Texts for tests of what is printed: a source with a wording, and what is found in it."""

from __future__ import annotations

from typing import Any

from apps.contradictions.models import Contradiction
from apps.sources.actions import add_source, add_text
from apps.sources.models import Text

REFERENCES = """Marsh, C. 2013. A bear comes home again. Envoy 4(2), pp. 282–99.

Olech, A. 2020. The bases abroad. Warszawa: Institute.

Quist, B., Olech, A. 2002. The bays of old. Envoy 1–2(25), pp. 452–473.

Hoa Mai. 2014. The first aid of all. Envoy 5(1), pp. 1–9.

Hoa Mai. 2014. The second aid of all. Envoy 5(2), pp. 1–9.

Strand, T. n.d. The undated paper. Envoy.
"""


def printed(words: str, references: str = REFERENCES, /, **fields: Any) -> Text:
    """The text of a new source that says these words above a bibliography."""
    slug = fields.setdefault("slug", "study")
    known = {"title": f"A Study Called {slug}", "published": "2022", **fields}
    source = add_source(fields=known, by=None, reason="entered for a test")
    wording = f"A Study of Ties\n\n{words}\n\nReferences\n\n{references}"
    return add_text(source=source, raw=wording.encode(), by=None, reason="entered for a test")


def found(rule: str) -> list[Contradiction]:
    """The open cases of a rule."""
    return list(Contradiction.objects.open().filter(rule=rule))


def quotes(case: Contradiction) -> list[str]:
    """What stands at the places that the case is about."""
    return [seen.quote for seen in case.sightings.all()]
