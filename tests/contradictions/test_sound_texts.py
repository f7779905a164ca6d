"""What a text cites and sets as it should is never flagged; one slip is, whatever the style."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from hypothesis import given, settings
from hypothesis import strategies as st

from apps.contradictions.findings import Finding
from apps.contradictions.printed import PrintedCitation, PrintedEntry, PrintedText
from apps.contradictions.rulebook import rules
from apps.domain.layout import read_layout
from apps.domain.references import Entry, calls_in, links_of, read_entry

FEW = settings(max_examples=40, deadline=None)
AUTHORS = ("Marsh", "Olech", "Quist", "Thorn", "Vandel", "Brisk", "Holmgren", "Jarvik")
PUBLISHED = 2022


@dataclass(frozen=True)
class Work:
    """A work as it really is."""

    author: str
    year: int
    volume: int
    first: int
    last: int

    @property
    def pages(self) -> str:
        """With the last page in full."""
        return f"{self.first}–{self.last}"

    @property
    def shortened(self) -> str:
        """With as few digits of the last page as say it."""
        first, last = str(self.first), str(self.last)
        if len(first) != len(last) or len(last) < 2 or first[:-2] != last[:-2]:
            return self.pages
        return f"{first}–{last[-2:]}"


works = st.lists(
    st.builds(
        lambda author, year, volume, first, length: Work(
            author, year, volume, first, first + length
        ),
        author=st.sampled_from(AUTHORS),
        year=st.integers(1985, PUBLISHED - 1),
        volume=st.integers(2, 40),
        first=st.integers(1, 480),
        length=st.integers(2, 30),
    ),
    min_size=3,
    max_size=6,
    unique_by=lambda work: work.author,
)
LISTINGS: tuple[Callable[[Work, str], str], ...] = (
    lambda work, pages: (
        f"{work.author}, C. {work.year}. The ties of old. Envoy {work.volume}(2), pp. {pages}."
    ),
    lambda work, pages: (
        f"{work.author}, C. ({work.year}). The ties of old. Envoy, {work.volume}(2), {pages}."
    ),
    lambda work, pages: (
        f"{work.author}, C. {work.year}. The ties of old. Envoy {work.volume}(2), "
        f"pp. {pages}. https://site.org/a (accessed 1.04.{PUBLISHED})."
    ),
)
CITINGS: tuple[Callable[[str, int, int], str], ...] = (
    lambda author, year, page: f"Ties grew ({author}, {year}: {page}).",
    lambda author, year, page: f"Ties grew [{author} {year}: {page}].",
    lambda author, year, page: f"As {author} ({year}: {page}) has it, ties grew.",
)


def read(words: str, listed: list[str], stored: Work | None = None) -> PrintedText:
    """A text of these words above this bibliography; the first entry may be of a stored source."""
    content, entries = words, []
    for line in listed:
        content += f"\n\n{line}"
        entries.append(_entry(line, len(content) - len(line)))
    if stored is not None:
        own = Entry(year=f"{stored.year}", volume=f"{stored.volume}", pages=stored.pages)
        entries[0] = replace(entries[0], stored=own)
    linked = links_of(calls_in(words), [entry.entry for entry in entries])
    citations = tuple(
        PrintedCitation(
            f"{' and '.join(call.names)} {call.year}",
            call,
            link.outcome,
            tuple(entries[at] for at in link.entries),
        )
        for call, link in linked
    )
    return PrintedText("study", "Study", f"{PUBLISHED}", 1, content, (), tuple(entries), citations)


def _entry(line: str, start: int) -> PrintedEntry:
    entry = read_entry(line)
    places = {part: (start + at, start + end) for part, (at, end) in entry.places.items()}
    name = f"{entry.authors[0].family} {entry.year}"
    return PrintedEntry(name, start, start + len(line), replace(entry, places=places))


def found(text: PrintedText) -> list[Finding]:
    """What all rules that read texts find in it."""
    readers = [declared.reads for declared in rules().values() if declared.reads]
    return [finding for reads in readers for finding in reads(text)]


@FEW
@given(data=st.data(), known=works)
def test_what_is_cited_as_it_is_listed_is_never_flagged(
    data: st.DataObject, known: list[Work]
) -> None:
    cites = data.draw(st.sampled_from(CITINGS))
    words, listed = [], []
    for work in known:
        pages = data.draw(st.sampled_from((work.pages, work.shortened)))
        listed.append(data.draw(st.sampled_from(LISTINGS))(work, pages))
        words.append(cites(work.author, work.year, data.draw(st.integers(work.first, work.last))))

    assert [finding.says for finding in found(read(" ".join(words), listed, known[0]))] == []


@FEW
@given(data=st.data(), known=works)
def test_one_wrong_year_or_page_of_a_citation_is_found_in_any_style(
    data: st.DataObject, known: list[Work]
) -> None:
    cites, lists = data.draw(st.sampled_from(CITINGS)), data.draw(st.sampled_from(LISTINGS))
    slip = data.draw(st.sampled_from(known))
    by_year = data.draw(st.booleans())
    year = slip.year + data.draw(st.sampled_from((-10, -1, 1, 10))) if by_year else slip.year
    page = slip.first if by_year else slip.last + data.draw(st.integers(1, 90))
    words = [
        cites(slip.author, year, page)
        if work is slip
        else cites(work.author, work.year, work.first)
        for work in known
    ]

    [finding] = found(read(" ".join(words), [lists(work, work.pages) for work in known]))

    assert finding.rule == "citation-not-borne-out"
    assert finding.spots[0].quote == f"{year if by_year else page}"


@FEW
@given(data=st.data(), known=works)
def test_one_wrong_part_of_an_entry_for_a_stored_source_is_found(
    data: st.DataObject, known: list[Work]
) -> None:
    part = data.draw(st.sampled_from(("year", "volume", "last")))
    own = replace(known[0], **{part: getattr(known[0], part) + data.draw(st.integers(1, 9))})
    words = " ".join(CITINGS[0](work.author, work.year, work.first) for work in known)

    [finding] = found(read(words, [LISTINGS[0](work, work.pages) for work in known], own))

    assert finding.rule == "citation-against-stored-source"


def set_with(mark: str, figures: list[int]) -> str:
    """A paragraph of figures whose thousands are parted so."""
    return " and ".join(f"{figure:,} guns".replace(",", mark) for figure in figures) + " came."


@FEW
@given(
    figures=st.lists(st.integers(1000, 9_999_999), min_size=2, max_size=5),
    mark=st.sampled_from((",", " ", "\u00a0", "\u202f", ".", "")),
    at=st.integers(0, 4),
)
def test_figures_set_in_one_way_are_quiet_and_one_set_otherwise_is_not(
    figures: list[int], mark: str, at: int
) -> None:
    def flagged(words: str) -> list[str]:
        text = PrintedText("study", "Study", "2022", 1, words, read_layout(words))
        return [finding.rule for finding in found(text)]

    #   one of them with a comma among blanks, or with a blank among commas
    other = figures.pop(at % len(figures))
    mixed = f"{set_with(',', figures)} {set_with(' ', [other])}"

    assert flagged(set_with(mark, [*figures, other])) == []
    assert flagged(mixed) == ["figure-formatting"]
