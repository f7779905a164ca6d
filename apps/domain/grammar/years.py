"""Tells the years among the figures of four digits."""

from __future__ import annotations

import re

from apps.domain.grammar.points import Point

EARLIEST_UNLED = 1500
_NOUN_BEHIND = re.compile(
    r" ?(?:%|percent|per cent|million|billion|thousand|tonnes|tons|people|persons|km|metres|meters|"
    r"kg|MW|GW|mm|m\b|troops|soldiers|dollars|euros|roubles|rubles|USD|EUR|hectares|miles|feet|"
    r"men|women|children|pupils|jobs|homes|workers|employees|students|patients|households|copies|"
    r"participants|members|vehicles|vessels|tanks|aircraft|pieces|units|cases|pages|words|hours|"
    r"respondents|samples|votes|seats|places|species|barrels|years|square|cubic|°)(?!\w)"
)
_YEAR_LEAD = re.compile(
    r"(?<!\w)(?:(?i:in|since|by|of|until|till|from|to|year|years|during|before|after|between|and|"
    r"for|early|late|mid|through|throughout|the|around|about|roku|w|năm|в|с|до|к|po|od|summer|"
    r"spring|autumn|winter)|[A-Z][a-z]+)[ ,(-]*$|\($|^$"
)
_BEFORE_FIGURE = re.compile(
    r"(?:[$€£¥]|(?<!\w)(?:USD|EUR|RUB|some|nearly|more than|less than|fewer than|at least|up to|"
    r"only|another|almost|ISO|IEEE|GOST|No\.?|№)) ?$"
)
_SINCE_AT_LEAST = re.compile(r"\b(?:since|by|until|from) at least $", re.IGNORECASE)


def is_no_year(text: str, point: Point) -> bool:
    """Whether four digits only look like a year: 2000 tonnes, Resolution 1929."""
    if not re.fullmatch("[0-9]{4}", point.edtf) or point.end - point.start != 4:
        return False
    behind = _NOUN_BEHIND.match(text, point.end)
    before = text[max(0, point.start - 20) : point.start]
    led = _YEAR_LEAD.search(before)
    if _BEFORE_FIGURE.search(before) and not _SINCE_AT_LEAST.search(before):
        return True
    return not led and (behind is not None or int(point.edtf) < EARLIEST_UNLED)
