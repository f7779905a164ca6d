"""The entities and measures of the small world."""

from __future__ import annotations

from typing import Any


def _slot(name: str, default: str = "") -> dict[str, str]:
    return {"slot": name, "label": name, "all_label": f"all {name}s", "default": default}


ENTITIES: list[dict[str, Any]] = [
    {"slug": "world", "label": "all countries", "kind": "region"},
    {"slug": "marches", "label": "the Marches", "kind": "region", "part_of": ("world",)},
    {"slug": "karovia", "label": "Karovia", "kind": "state", "part_of": ("marches",)},
    {"slug": "tresia", "label": "Tresia", "kind": "state", "part_of": ("marches",)},
    {"slug": "ostrava-isles", "label": "the Isles", "kind": "state", "part_of": ("world",)},
    {"slug": "league", "label": "the League", "kind": "region", "part_of": ("world",)},
    {"slug": "norland", "label": "Norland", "kind": "state", "part_of": ("league",)},
    {"slug": "sudland", "label": "Sudland", "kind": "state", "part_of": ("league",)},
    {"slug": "westland", "label": "Westland", "kind": "state", "part_of": ("world",)},
    {"slug": "lindau", "label": "Lindau", "kind": "place", "part_of": ("karovia",)},
    {"slug": "hafen", "label": "Hafen", "kind": "place", "part_of": ("norland",)},
    {"slug": "talks", "label": "the ministers' talks", "kind": "event"},
    {"slug": "package", "label": "the package", "kind": "deal"},
    {"slug": "tank-deal", "label": "the order of tanks", "kind": "deal", "part_of": ("package",)},
    {"slug": "boat-deal", "label": "the order of boats", "kind": "deal", "part_of": ("package",)},
    {"slug": "tank", "label": "tanks", "kind": "weapon"},
]

MEASURES: dict[str, dict[str, Any]] = {
    "arms-imports": {
        "label": "arms imports",
        "phrase": "arms imports of {subject} from {supplier}",
        "kind": "quantity",
        "unit_family": "usd",
        "roles": [_slot("supplier")],
        "is_additive_over_time": True,
        "additive_over": ["subject", "supplier"],
    },
    "supplier-share": {
        "label": "share of a supplier",
        "phrase": "share of {supplier} in the arms imports of {subject}",
        "kind": "share",
        "unit_family": "percent",
        "roles": [_slot("supplier")],
        "whole": "arms-imports",
        "share_over": "supplier",
    },
    "recipient-share": {
        "label": "share of a recipient",
        "phrase": "share of {subject} in what {within} imported from {supplier}",
        "kind": "share",
        "unit_family": "percent",
        "roles": [_slot("supplier"), _slot("within", "world")],
        "additive_over": ["subject"],
        "whole": "arms-imports",
        "share_over": "subject",
    },
    "deal-value": {
        "label": "value of a deal",
        "phrase": "value of {subject}",
        "kind": "quantity",
        "unit_family": "usd",
        "additive_over": ["subject"],
    },
    "deal-quantity": {
        "label": "quantity of a deal",
        "phrase": "number of {item} in {subject}",
        "kind": "count",
        "unit_family": "count",
        "roles": [_slot("item")],
        "additive_over": ["subject", "item"],
    },
    "growth": {
        "label": "growth",
        "phrase": "growth of {subject}",
        "kind": "quantity",
        "unit_family": "percent",
        "is_non_negative": False,
    },
    "importer-rank": {
        "label": "rank among importers",
        "phrase": "rank of {subject} among importers",
        "kind": "rank",
        "unit_family": "rank",
    },
    "order-date": {
        "label": "order date",
        "phrase": "order date of {subject}",
        "kind": "date",
        "unit_family": "date",
        "is_non_negative": False,
    },
    "event-place": {
        "label": "place",
        "phrase": "place of {subject}",
        "kind": "entity",
        "unit_family": "entity",
        "is_non_negative": False,
    },
    "motto": {
        "label": "motto",
        "phrase": "motto of {subject}",
        "kind": "text",
        "unit_family": "text",
    },
}
