"""The pages that are visited one by one, for accessibility, weight and width."""

from __future__ import annotations

from urllib.parse import quote

from apps.contradictions.models import Contradiction

DISPUTED = "arms-imports|subject=vietnam|supplier=russia|2014|tiv|actual"
CASE_OF = "case of "
READERS = ("kozyrev-2014", "zareba-2022", "nghiem-2025", "russia-asean-2014", "nguyen-2020")
PAGES = {
    "home": "/",
    "sources": "/sources/",
    **{f"reader {slug}": f"/sources/{slug}/" for slug in READERS},
    "record edition": "/sources/zareba-2022/?edition=record",
    "citing": "/sources/zareba-2022/cite/",
    "finding": "/sources/zareba-2022/find/?q=cam+ranh",
    "revisions": "/sources/zareba-2022/revisions/",
    "entities": "/entities/",
    "entities found": "/entities/?q=truong&kind=person",
    "entity": "/entities/vietnam/",
    "facts": "/facts/",
    "fact in dispute": f"/facts/{quote(DISPUTED)}/",
    "series": "/series/",
    "arms imports over time": "/series/arms-imports/vietnam/",
    "works": "/works/",
    "measures": "/measures/",
    "measure": "/measures/arms-imports/",
    "compare": "/compare/",
    "two sources compared": "/compare/zareba-2022/nghiem-2025/",
    "timeline": "/timeline/",
    "entities misspelt": "/entities/?q=Cam+Rahn",
    "contradictions": "/contradictions/",
    "rules": "/rules/",
    "rule": "/rules/rows-miss-total/",
    "agreement": "/agreement/",
    "log in": "/accounts/log-in/",
}
CASES = {
    f"{CASE_OF}{rule}": rule
    for rule in ("rows-miss-total", "same-fact-disjoint", "part-exceeds-whole")
}
OF_THE_TEAM = (
    "/sources/add/",
    "/sources/kozyrev-2014/suggestions/",
    "/sources/kozyrev-2014/mark/?start=3568&end=3572",
    "/sources/zareba-2022/tables/58/",
    "/claims/zareba-2022.T6.2021.mln/edit/",
    "/suggestions/",
    "/apart/",
    "/sources/kozyrev-2014/apart/",
    "/agreement/",
    "/moves/",
    "/entities/vietnam/merge/",
    "/entities/vietnam/split/",
    "/look-alikes/",
    "/contradictions/flag/",
    "/what-if/zareba-2022.T6.2021.mln/",
    "/my-work/",
    "/proposals/",
    "/accounts/me/",
    "/accounts/me/password/",
)
MISSING = "/no-such-page/"


def address(name: str) -> str:
    """The path of a page; that of a case is the first one of its rule."""
    if name in PAGES:
        return PAGES[name]
    found = Contradiction.objects.filter(rule=CASES[name]).order_by("pk").first()
    assert found is not None, f"The corpus has no case of {CASES[name]}."
    return found.get_absolute_url()
