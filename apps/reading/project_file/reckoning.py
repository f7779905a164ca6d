"""Reckons what a project file does not carry, and whether its passages quote their texts."""

from __future__ import annotations

from django.db import connection

from apps.annotations.models import Passage
from apps.annotations.naming import restate_namings
from apps.claims.checking import Desk
from apps.claims.facts import restate_all
from apps.claims.filling import DERIVED, derived, entered, terms_now
from apps.claims.models import Claim
from apps.claims.planning import know_tables
from apps.claims.storing import store_again
from apps.domain.refusals import Refusal, quoted
from apps.entities.models import Entity
from apps.entities.naming import restate_names
from apps.reading.project_file.reading import ProjectFile
from apps.reading.project_file.tables import Model, tables
from apps.sources.models import Text

OTHER_LENGTH = "SELECT id FROM sources_text WHERE length <> char_length(content)"
OTHER_QUOTE = """
SELECT passage.id
  FROM annotations_passage passage JOIN sources_text text ON text.id = text_id
 WHERE substr(content, start + 1, "end" - start) <> quote
"""


def reckon_the_rest(file: ProjectFile) -> None:
    """Names, namings and facts, which have no history; passages that misquote are complained of."""
    _complain(file, Text, OTHER_LENGTH, "Its wording has another length.")
    _complain(file, Passage, OTHER_QUOTE, "The text says something else at this place.")
    restate_namings()
    restate_names(Entity.objects.values_list("pk", flat=True))
    restate_all()
    know_tables()


def _complain(file: ProjectFile, model: Model, query: str, wrong: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(query)
        broken = {number for (number,) in cursor.fetchall()}
    for line in file.rows.get(tables()[model].name, []):
        if line.id in broken:
            file.complain(line.number, wrong)


def derive_claims(file: ProjectFile) -> None:
    """Fill in what follows from the claims; those that do not fit are complained of."""
    desk = Desk.laid()
    lines = {line.id: line.number for line in file.rows.get(tables()[Claim].name, [])}
    claims = []
    for claim in Claim.objects.in_words():
        try:
            claims.append(derived(claim, terms_now(claim, entered(claim), desk), desk))
        except Refusal as refusal:
            file.complain(lines[claim.pk], f"The claim {quoted(claim.key)}: {refusal}")
    store_again(claims, DERIVED)
