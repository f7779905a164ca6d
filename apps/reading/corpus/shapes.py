"""What rows of the fixture files must look like, before any action sees them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from apps.domain.complaints import is_storable
from apps.domain.refusals import quoted

# A kind is a type, a Shape for an object with known keys, [kind] for a list, {kind} for an
# object with any keys.
NAMES = {str: "a text", int: "a whole number", bool: "true or false"}


@dataclass(frozen=True)
class Shape:
    """The keys of an object; those under `may` can be left out."""

    must: Mapping[str, Any]
    may: Mapping[str, Any]


def what_is_wrong(value: Any, kind: Any) -> str:
    """The first thing about the value that is not as it should be; nothing if all is well."""
    if isinstance(kind, Shape):
        return _wrong_object(value, kind)
    if isinstance(kind, list):
        return _wrong_list(value, kind[0])
    if isinstance(kind, set):
        return _wrong_values(value, *kind)
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        return f"{quoted(str(value))} is not {NAMES.get(kind, 'a text or null')}"
    if isinstance(value, str) and not is_storable(value):
        return f"{quoted(value)} holds a NUL or half a character, which cannot be stored"
    return ""


def _wrong_object(value: Any, shape: Shape) -> str:
    if not isinstance(value, dict):
        return f"{quoted(str(value))} is no object in braces"
    known = {**shape.must, **shape.may}
    missing = [name for name in shape.must if name not in value]
    if missing:
        return f"{quoted(missing[0])} is missing"
    unknown = [name for name in value if name not in known]
    if unknown:
        return f"{quoted(unknown[0])} is no key here; the keys are {', '.join(known)}"
    wrongs = ((name, what_is_wrong(part, known[name])) for name, part in value.items())
    return next((f"{quoted(name)}: {wrong}" for name, wrong in wrongs if wrong), "")


def _wrong_list(value: Any, kind: Any) -> str:
    if not isinstance(value, list):
        return f"{quoted(str(value))} is no list in brackets"
    return next((wrong for wrong in (what_is_wrong(part, kind) for part in value) if wrong), "")


def _wrong_values(value: Any, kind: Any) -> str:
    if not isinstance(value, dict):
        return f"{quoted(str(value))} is no object in braces"
    return _wrong_list(list(value.values()), kind)


def _all(kind: Any, *names: str) -> dict[str, Any]:
    return dict.fromkeys(names, kind)


PERSON = Shape(must={}, may=_all(str, "family", "given", "literal"))
SOURCE = Shape(
    must={
        **_all(str, "slug", "title"),
        "text": Shape(must={"sha256": str, "length": int}, may={"bytes": int}),
    },
    may={
        **_all([PERSON], "authors", "translators"),
        **_all(str, "container_title", "volume", "issue", "pages", "published", "doi", "url"),
        **_all(str, "issn", "publisher", "language", "kind", "rights", "licence"),
        **_all(str, "licence_url", "rights_statement", "note"),
        "number": int,
    },
)
ENTITY = Shape(
    must=_all(str, "slug", "label", "kind"),
    may={
        **_all(str, "wikidata", "orcid", "note"),
        **_all([str], "part_of", "distinct_from"),
        "aliases": [Shape(must={"form": str}, may=_all(str, "kind", "language"))],
    },
)
LOOK_ALIKE = Shape(must=_all(str, "one", "other", "reason"), may={})
MEASURE = Shape(
    must=_all(str, "slug", "label", "phrase", "kind"),
    may={
        **_all(str, "unit_family", "tells", "note"),
        **_all(str | None, "whole", "share_over"),
        **_all(bool, "additive_over_time", "non_negative", "functional"),
        **_all([str], "additive_over", "follows"),
        "roles": [Shape(must={"slot": str}, may=_all(str, "label", "all_label", "default"))],
    },
)
MENTION = Shape(
    must={**_all(str, "source", "entity", "quote"), **_all(int, "start", "end")}, may={}
)
PLACE = Shape(must={"source": str, **_all(int, "start", "end")}, may={})
VERDICT = Shape(
    must=_all(str, "rule", "kind", "rationale", "by"),
    may={
        **_all([str], "claims", "wrong", "evidence"),
        "places": [PLACE],
        "apart": {str},
        **_all(str, "corrected_reading", "corrected_unit", "would_decide"),
        **_all(str, "differ_in", "distinction"),
    },
)
CLAIM = Shape(
    must={
        **_all(str, "key", "source", "printed", "measure", "subject", "reading"),
        **_all(int, "start", "end"),
    },
    may={
        **_all(str, "period", "unit", "basis", "status", "attribution", "root", "sums", "note"),
        "also": [str],
        "roles": {str},
    },
)
