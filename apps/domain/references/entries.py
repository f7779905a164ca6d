"""Reads a reference entry: who, when, what, where; what it does not hold stays empty."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from apps.domain.references.days import (
    MONTH,
    PRINTED_DAY,
    day_in_address,
    day_of_month,
    read_day,
)
from apps.domain.references.names import Author, read_authors

Place = tuple[int, int]

_IN_BRACKETS = re.compile(
    rf"\((?:(?P<year>(?:1[5-9]|20)\d\d)(?P<letter>[a-z])?"
    rf"(?:,\s*(?P<day>(?:{MONTH})(?: \d{{1,2}})?))?|(?P<none>n\.\s?d\.))\)"
)
_AFTER_STOP = re.compile(
    r"(?<=\. )(?:(?P<year>(?:1[5-9]|20)\d\d)(?P<letter>[a-z])?(?=[.,] )|(?P<none>n\.\s?d\.)(?= ))"
)
_IN_NOTE = re.compile(r"(?<=, )(?:1[5-9]|20)\d\d(?=\.$|, (?:pp?|Cit)\. )")
_SENTENCE_END = re.compile(r"(?:(?<=[^\W_]{2}[.?!])|(?<=[)\]”\"][.?!]))\s+(?=[^\W\d_a-z\[])")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>]*[^\s<>.,;)\]#]")
_DOI = re.compile(r"\b10\.\d{4,9}/[^\s<>]*[^\s<>.,;)\]]")
_ACCESSED = re.compile(
    rf"(?:accessed|retrieved|visited|access date:?)\s+(?:on\s+)?(?P<day>{PRINTED_DAY})",
    re.IGNORECASE,
)
_FULL_DAY = re.compile(rf"(?<=[.,] )(?:{PRINTED_DAY})")
_SHORT_DAY = re.compile(rf"(?<=[,)] )(?:(?:{MONTH}) \d{{1,2}}|\d{{1,2}} (?:{MONTH}))\b")
_RANGE = r"(?P<first>\d{1,5})(?:\s?[-–—]\s?(?P<last>\d{1,5}))?(?![\d-])"
_PAGES = re.compile(rf"\b(?:pp?|стр|s)\.\s?{_RANGE}(?:, \d+)*")
_BARE_PAGES = re.compile(r"(?<=, )(?P<first>\d{1,5})\s?[-–—]\s?(?P<last>\d{1,5})(?=[.,]|$)")
_VOLUME = re.compile(
    r"(?P<volume>\d{1,4}(?:[-–]\d{1,3})?)\s?\((?P<issue>\d{1,4}(?:[-–]\d{1,3})?)\)"
)
_ISSUE = re.compile(r"(?<=[^\W\d_])\s?\((?P<issue>\d{1,4})\)(?=,)")
_WORDED_VOLUME = re.compile(r"\b[Vv]ol(?:ume|\.)? (?P<volume>\d{1,4})\b")
_LONE_VOLUME = re.compile(r"(?<=[^\W\d_.] )(?P<volume>\d{1,3})(?=[.,] (?!\d{4}\b))")
_NO_CONTAINER = re.compile(r"(?:URL|doi|DOI|Available at)\b|Retrieved from ")
_TAIL = re.compile(r"[.,]?\s+(?:doi|DOI|URL):?\s*$|[.,]?\s{3,}")
_LEAD = re.compile(r"^Quoted from: ")
_QUOTED = re.compile(r"“(?P<title>[^”]+)”")


@dataclass(frozen=True, slots=True)
class Entry:
    """One reference entry; `places` say where in its shown text each part stands."""

    authors: tuple[Author, ...] = ()
    year: str = ""
    letter: str = ""
    title: str = ""
    container: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    doi: str = ""
    url: str = ""
    published: str = ""
    accessed: str = ""
    in_address: str = ""
    is_undated: bool = False
    places: Mapping[str, Place] = field(default_factory=dict)


def read_entry(words: str, italic: Sequence[Place] = ()) -> Entry:
    """Read the shown text of an entry; `italic` are the places in it that are set so."""
    places: dict[str, Place] = {}
    plain, address = _taken_out(_ADDRESS, words, "url", places)
    plain, doi = _taken_out(_DOI, plain, "doi", places)
    plain, accessed = _accessed(plain, places)
    dated = _IN_BRACKETS.search(plain) or _AFTER_STOP.search(plain) or _IN_NOTE.search(plain)
    found = dated.groupdict() if dated else {}
    head, body_at = (plain[: dated.start()], dated.end()) if dated else ("", 0)
    year = _year_of(dated, places)
    is_note = dated is not None and dated.re is _IN_NOTE
    set_so = [plain[start:end] for start, end in italic]
    authors, title, container = _in_note(head) if is_note else _named(head, plain, body_at, set_so)
    published = _published(plain, dated, year, places)
    return Entry(
        authors=authors,
        year=year,
        letter=found.get("letter") or "",
        title=_without_tail(title),
        container=container,
        **_numbers(_blanked(plain, places.get("published", (0, 0))), body_at, places),
        doi=doi or _doi_of(address),
        url=address,
        published=published,
        accessed=accessed,
        in_address=_in_address(address, places),
        is_undated=bool(found.get("none")),
        places=places,
    )


def _taken_out(
    pattern: re.Pattern[str], words: str, name: str, places: dict[str, Place]
) -> tuple[str, str]:
    """The words without what the pattern finds, which is kept with its place."""
    match = pattern.search(words)
    if match is None:
        return words, ""
    places[name] = match.span()
    return _blanked(words, match.span()), match[0]


def _accessed(words: str, places: dict[str, Place]) -> tuple[str, str]:
    match = _ACCESSED.search(words)
    if match is None:
        return words, ""
    places["accessed"] = match.span("day")
    return _blanked(words, match.span()), read_day(match["day"])


def _blanked(words: str, span: Place) -> str:
    """The words with blanks in a place, so that all others stay where they are."""
    start, end = span
    return words[:start] + " " * (end - start) + words[end:]


def _doi_of(address: str) -> str:
    match = _DOI.search(address)
    return match[0] if match else ""


def _year_of(dated: re.Match[str] | None, places: dict[str, Place]) -> str:
    if dated is None or dated.groupdict().get("none"):
        return ""
    group = "year" if "year" in dated.re.groupindex else 0
    places["year"] = dated.span(group)
    return str(dated[group])


def _named(
    head: str, plain: str, body_at: int, italic: Iterable[str]
) -> tuple[tuple[Author, ...], str, str]:
    """Authors, title and container; some entries begin with the title of an unsigned piece."""
    body = _sentences(plain[body_at:].lstrip(" .,)"))
    head = head.strip(" ,")
    if not head:
        title, *rest = [*_sentences(plain), ""]
        return (), title.strip(" .,"), (rest[0] if rest else "").strip(" .,")
    lead = _sentences(head)
    is_unsigned = len(lead) > 1 and len(lead[0].split()) > 2 and not _is_list_of_persons(head)
    if is_unsigned:
        return (), lead[0].strip(" .,"), lead[-1].strip(" .,")
    title, container, *_ = [*body, "", ""]
    return read_authors(head), *_parted(title.strip(" .,"), _container(container), italic)


def _in_note(head: str) -> tuple[tuple[Author, ...], str, str]:
    """Author and title as a note gives them before place and year: the title between quotes."""
    words = _LEAD.sub("", head)
    quoted = _QUOTED.search(words)
    if quoted is None:
        return (), words.strip(" .,"), ""
    behind = words[quoted.end() :].strip(" .,")
    return read_authors(words[: quoted.start()]), quoted["title"].strip(" .,"), behind


def _parted(title: str, container: str, italic: Iterable[str]) -> tuple[str, str]:
    """The title without the container that follows it after a comma, set in italics."""
    for words in italic:
        first, *_ = [*_sentences(words), ""]
        before, found, _ = title.partition(f", {first.strip(' .,')}")
        if first and found:
            return before.strip(" .,"), _container(words)
    return title, container


def _without_tail(title: str) -> str:
    """The title without the word that announced an address, and what was taken out behind it."""
    return _TAIL.split(title, maxsplit=1)[0].strip(" .,")


def _is_list_of_persons(head: str) -> bool:
    return bool(read_authors(head) and read_authors(head)[0].given)


def _sentences(words: str) -> list[str]:
    return [piece for piece in _SENTENCE_END.split(words) if piece.strip(" .,")]


def _container(words: str) -> str:
    """What stands before the first figure of the sentence that names the container."""
    words = re.sub(r"^In: ", "", _NO_CONTAINER.sub("", words.strip()))
    return re.split(r",|\s\d|\(", words, maxsplit=1)[0].strip(" .,:")


def _numbers(plain: str, body_at: int, places: dict[str, Place]) -> dict[str, str]:
    """Volume, issue and pages, from what stands behind the year."""
    pages = _PAGES.search(plain, body_at) or _BARE_PAGES.search(plain, body_at)
    numbered = (
        _VOLUME.search(plain, body_at)
        or _ISSUE.search(plain, body_at)
        or _WORDED_VOLUME.search(plain, body_at)
        or (_LONE_VOLUME.search(plain, body_at) if "year" in places else None)
    )
    found = dict.fromkeys(("volume", "issue", "pages"), "")
    if pages:
        places["pages"] = pages.start("first"), pages.end("last" if pages["last"] else "first")
        found["pages"] = pages["first"] + (f"–{pages['last']}" if pages["last"] else "")
    for name, value in (numbered.groupdict() if numbered else {}).items():
        assert numbered is not None
        places[name], found[name] = numbered.span(name), str(value)
    return found


def _published(plain: str, dated: re.Match[str] | None, year: str, places: dict[str, Place]) -> str:
    """The printed day of publication, from beside the year or from behind the container."""
    if dated is None:
        return ""
    if day := dated.groupdict().get("day"):
        places["published"] = dated.span("day")
        return day_of_month(day, year)
    if full := _FULL_DAY.search(plain, dated.end()):
        places["published"] = full.span()
        return read_day(full[0])
    short = _SHORT_DAY.search(plain, dated.end()) if year else None
    if short is None:
        return ""
    places["published"] = short.span()
    return day_of_month(short[0], year)


def _in_address(address: str, places: dict[str, Place]) -> str:
    found = day_in_address(address)
    if found is None:
        return ""
    start, end, day = found
    places["in_address"] = places["url"][0] + start, places["url"][0] + end
    return day
