"""Finds what looks like a figure or a name and is neither: addresses, labels, pages, citations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from apps.domain.grammar.name_words import places
from apps.domain.references import Call, calls_in

# Words whose number tells which one, not how many: these in small letters too, the others large.
_SMALL_LABELS = (
    "table figure chart box chapter section article appendix annex volume room note footnote "
    "question step item paragraph clause equation version grade page rule"
)
_LARGE_LABELS = (
    "part phase stage level resolution directive regulation decree decision order protocol case "
    "flight route highway gate platform issue line type model project mark number channel form "
    "bill law act day week lot unit group sample experiment theorem lemma schedule plate map "
    "panel column row agenda annexe appendice listing scenario zone"
)
_SHORT_LABELS = (
    r"[Tt]ab|[Ff]igs?|[Cc]h|[Ss]ect?|[Aa]rts?|[Pp]aras?|[Vv]ols?|[Ii]ss|[Nn]os?|Nr|Mk|[Ee]qs?"
)
_NUMBERS = r"[0-9]+[a-z]?(?:[./–-][0-9]+[a-z]?)*(?:(?:, | and |, and | or | to )[0-9]+(?![\w%.,]))*"
_LABELS = "|".join(
    (
        *(f"[{word[0].upper()}{word[0]}]{word[1:]}s?" for word in _SMALL_LABELS.split()),
        *(f"{word.capitalize()}s?" for word in _LARGE_LABELS.split()),
        rf"(?:{_SHORT_LABELS})\.",
    )
)
_PATTERNS = tuple(
    re.compile(pattern, flags)
    for pattern, flags in (
        (
            r"(?:https?|ftp)://[^\s<>]+|\bwww\.[^\s<>]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+\.[\w.]+",
            re.I,
        ),
        (r"\b(?:doi|arxiv|hdl)\s?:\s?\S+|\b10\.[0-9]{4,}/\S+", re.I),
        (r"\b(?:e-?)?IS[BS]N(?:-1[03])?[:\s]*[0-9][0-9Xx–-]{6,}", 0),
        (r"\b(?:UDC|УДК|ББК|JEL|ORCID|PMID|PACS|ID|VAT|IBAN)(?: ?(?:codes?|iD|no\.?))?:? ?\S*", 0),
        (
            r"(?<![\w.])[0-9]{1,2}[:.][0-9]{2}(?: ?[ap]\.?m\b\.?)|(?<![\w.])[0-9]{1,2}:[0-9]{2}\b",
            re.I,
        ),
        (r"(?<![\w.])[0-9]{1,2} ?[ap](?:\.m\.|m\b)|(?<![\w.])[0-9]{1,2} o'clock", re.I),
        (r"(?<![\w.])v?[0-9]+(?:\.[0-9]+){3,}|\bv[0-9]+(?:\.[0-9]+)+", 0),
        (r"(?<!\w)(?:pp?|pgs?|стр|с|S|s|str|tr)\. ?[0-9]+(?: ?[–-] ?[0-9]+)?(?!\w)", 0),
        (r"\b(?:pages?|lines?) [0-9]+(?: ?[–-] ?[0-9]+| (?:to|and) [0-9]+)?(?! ?%)", 0),
        (rf"(?<!\w)(?:{_LABELS}) ?#?{_NUMBERS}", 0),
        (r"(?<!\w)(?:[Nn]umbers?|№|#|n°|No) ?" + _NUMBERS, 0),
        (r"\[[0-9]+(?:(?:, ?| ?[–-] ?)[0-9]+)*\]", 0),
        (r"\((?:[0-9]{1,2}|[a-z]|[ivx]{1,5})\)", 0),
        (r"(?<!\w)(?<!± )(?<!±)[0-9]{1,2}\)(?= )", 0),
        (r"(?<!\w)(?:[sS]\.? ?[dDeE]\.?|SD|SE) ?[=:]? ?[0-9][0-9 .,]*[0-9]", 0),
        (
            r"(?<!\w)\+[0-9][0-9 ()-]{7,}[0-9]|\b(?:tel|phone|fax)\.?:? ?[0-9+(][0-9 ()./-]{5,}",
            re.I,
        ),
        (r"(?<![\w.,])[0-9]{1,3}(?:\.[0-9]+)?°(?: ?[0-9]{1,2}')?(?: ?[0-9.]+\")? ?[NSEW]\b", 0),
        (r"(?<![\w.,])0[0-9]{2,}(?:[ -][0-9]{2,})*", 0),
        (r"\b(?:US|U\.S\.|AU?|CA?|HK|NZ|S) ?\$", 0),
        (r"\b24/7\b|(?<!\w)[0-9a-f]{12,}(?!\w)", 0),
        # Which unit or reactor, not how many; what a test is sure of; where a street is.
        (
            r"(?<!\w)(?:units?|reactors?|phases?|stages?|blocks?|groups?|levels?|types?|lots?) "
            r"[0-9]{1,2}(?:(?: ?[-–/] ?|, | and |, and | to )[0-9]{1,2})*(?![\w%.,]|[ -]\d)",
            0,
        ),
        (r"(?<!\w)[pP] ?[<=>≤≥] ?0?\.[0-9]+|\b[0-9]{2}(?:\.[0-9])? ?% (?:CI|confidence)\b", 0),
        (
            r"(?<!\w)[0-9]{1,4}[a-z]? (?:[A-Z][\w.'-]+ ){1,3}(?:Street|St\.|Road|Avenue|Ave\.|"
            r"Boulevard|Lane|Square)",
            0,
        ),
    )
)
# What stands where a work is cited, and seldom elsewhere.
_CITES_A_WORK = re.compile(
    r"(?<!\w)(?:pp?|стр|[Cc]it)\. ?[0-9]|(?<!\w)(?:[Vv]ol|[Nn]o|[Ii]ss|[TТ]|№|#)\.? ?[0-9]+[ ,.(;]"
    r"|(?<!\w)(?:accessed|retrieved|available at|last visited|ibid|op\. cit|eds?\.\)|forthcoming)"
    r"|\bdoi\b|https?://|\b[0-9]{1,3} ?\([0-9]{1,4}\),? ?[0-9:]"
    r"|\([^()]{2,40}: [^()]{2,60}, [0-9]{4}\)",
    re.IGNORECASE,
)
_ENDS_IN_DATE = re.compile(r"[^.;?!]{3,160}, (?:[\w.]+,? ){0,3}(?:1[89]|20)[0-9]{2}\.?")
_LONGEST_NOTE = 400
_LONGEST_LINE = 200
_WITH_DIGITS = re.compile(r"[^\s()]*[0-9][^\s()]*")
_NO_AUTHOR = re.compile(r"(?:.*\b)?(?:USD|EUR|RUB|GBP|million|billion|bln|mln)")
_LIST_NUMBER = re.compile(
    r"\(?[0-9]{1,3}(?:\.[0-9]{1,3})*[.)] |[0-9]{1,2}(?:\.[0-9]{1,2})+\.? +(?=\D)"
)
_HEADING_NUMBER = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2})*\.? +(?=[^\W\d_a-z])|[IVX]{1,5}\. ")


def aside_in(text: str, *, is_heading: bool, cites: bool) -> Iterator[tuple[int, int]]:
    """The stretches of a block's words in which nothing is to be read."""
    for pattern in _PATTERNS:
        yield from (match.span() for match in pattern.finditer(text))
    number = (_HEADING_NUMBER if is_heading else _LIST_NUMBER).match(text)
    if number:
        yield number.span()
    yield from ((call.start, call.end) for call in citations_in(text, cites=cites))


def figures_of_a_work(text: str, kind: str) -> Iterator[tuple[int, int]]:
    """The years and numbers of a note, or a line of a title page, that only tells of a work."""
    is_note = kind in ("footnote", "origin") and len(text) < _LONGEST_NOTE
    is_line = kind == "paragraph" and len(text) < _LONGEST_LINE and not text.endswith(".")
    if (is_note and _ENDS_IN_DATE.fullmatch(text)) or (
        (is_note or is_line) and _CITES_A_WORK.search(text)
    ):
        yield from (match.span() for match in _WITH_DIGITS.finditer(text))


def citations_in(text: str, *, cites: bool) -> Iterator[Call]:
    """The citations of a block; where the text cites nowhere else, only Rahman (2011)."""
    for call in calls_in(text):
        named = call.shape in ("named", "owned")
        is_author = not _NO_AUTHOR.fullmatch(call.whole) and call.whole.lower() not in places()
        if (cites or named) and is_author:
            yield call


def cited_names(text: str, *, cites: bool) -> Iterator[tuple[int, int]]:
    """Where the names stand by which works are cited."""
    for call in citations_in(text, cites=cites):
        at = call.start
        for name in call.names:
            found = text.find(name, at, call.end)
            if found >= 0 and name[:1].isupper() and ":" not in name:
                yield found, found + len(name)
                at = found + len(name)
