"""No address of the site gives away words that the rights withhold; new addresses are asked too.

The gazette has a word that stands far from every claim, and one that stands beside a claim.
"""

from __future__ import annotations

import io
import json
import time
import zipfile
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from django.contrib import admin
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from apps.accounts.models import User
from apps.annotations.actions import passages_for
from apps.annotations.models import Assignment, Mention, Move, OwnMark, Passage
from apps.claims.models import Claim
from apps.contradictions.models import Comment, Contradiction, Filter
from apps.entities.models import Merge, Split
from apps.sources.actions import correct_source
from apps.sources.models import Source, Text
from tests.listening import ALL, listening
from tests.withheld import BETTER, FAR, NEAR, PASSAGE, a_world_with_a_secret
from tests.world import World

pytestmark = pytest.mark.django_db
SLUG = "chronicle"
# Asked besides the bare address of all that look at such an argument: what narrows, searches and
# chooses editions.
ASKED: tuple[dict[str, Any], ...] = (
    {"edition": "original"},
    {"edition": "record"},
    {"q": FAR[:-1]},  # not all of the word, for some pages say again what was asked
    {"q": NEAR[:-1]},
    {"edition": "original", "cards": "22", "at": "40"},
    {"style": "csl-json"},
    {"format": "json"},
    {"format": "csv"},
    {"after": f"0-{int(time.time())}"},  # all that changed today
)
HEADS: tuple[dict[str, str], ...] = ({}, {"HX-Request": "true"})


@pytest.fixture
def secretive(world: World) -> World:
    """A world with one more source, whose rights each test sets."""
    cache.clear()
    a_world_with_a_secret(world, SLUG)
    return world


def arguments() -> dict[str, list[Any]]:
    """For each argument of an address, named by the step of the path before it, what to ask for."""
    texts = Text.objects.filter(source__slug=SLUG, kind=Text.Kind.ORIGINAL)
    claims = Claim.objects.filter(source__slug=SLUG)
    rows = {model._meta.label_lower: _keys(model) for model in admin.site._registry}
    return {
        "sources/<slug>": [SLUG],
        "entities/<slug>": ["norland", "tank-deal"],
        "facts/<key>": list(claims.values_list("fact_key", flat=True).distinct()),
        "series/<measure>": list(claims.values_list("measure__slug", flat=True).distinct()),
        "<measure>/<subject>": list(claims.values_list("subject__slug", flat=True).distinct()),
        "measures/<slug>": list(claims.values_list("measure__slug", flat=True).distinct()),
        "compare/<one>": [SLUG],
        "<one>/<other>": ["almanac"],
        "claims/<key>": list(claims.values_list("key", flat=True)),
        "passages/<pk>": list(Passage.objects.filter(text__in=texts).values_list("pk", flat=True)),
        "texts/<pk>": list(texts.values_list("pk", flat=True)),
        "moves/<pk>": [Move.objects.in_full().open().get().pk],
        "apart/<pk>": _keys(Assignment),
        "from/<begin>": [0],
        "marks/<pk>": _keys(OwnMark),
        "drafts/<pk>": [1],
        "comments/<pk>": [Comment.objects.get().pk],
        "filters/<pk>": [Filter.objects.get().pk],
        "what-if/<key>": list(claims.values_list("key", flat=True)),
        "merges/<pk>": [Merge.objects.get().pk],
        "splits/<pk>": [Split.objects.get().pk],
        "revisions/<old>": [1],
        "<old>/<new>": [2],
        "contradictions/<pk>": list(Contradiction.objects.values_list("pk", flat=True)),
        "rules/<code>": ["same-fact-disjoint"],
        "admin/<app_label>": ["sources", "claims", "annotations"],
        "admin/<url>": ["nothing-here"],
        "r/<content_type_id>": [1],
        "<content_type_id>/<object_id>": [1],
        **{f"{label.replace('.', '/')}/<object_id>": keys for label, keys in rows.items()},
        "accounts/user/<id>": [1],
        "join/<word>": ["made-up"],
        "progress/<watch>": ["made-up"],
        "proposals/<kind>": ["claim", "mention"],
        "<kind>/<pk>": [*_keys(Claim), *_keys(Mention)],
        "tables/<position>": [0, 1],
        "team/<pk>": [1],
        "invitations/<pk>": [1],
    }


def _keys(model: Any) -> list[Any]:
    """The newest row of a table, for the secret source came last."""
    return list(model._default_manager.order_by("-pk").values_list("pk", flat=True)[:1])


def addresses() -> Iterator[tuple[str, list[str]]]:
    """Every address of the site: how it is declared, and where it leads with known arguments."""
    known = arguments()
    for declared in sorted(set(_declared(get_resolver(), ""))):
        yield declared, list(_filled(declared, known))


def _declared(resolver: URLResolver, before: str) -> Iterator[str]:
    for entry in resolver.url_patterns:
        route = before + _route(entry)
        if isinstance(entry, URLResolver):
            yield from _declared(entry, route)
        else:
            yield route


def _route(entry: URLPattern | URLResolver) -> str:
    """The pattern with its arguments as <name>, without kinds and regular expressions."""
    plain = str(entry.pattern)
    found = getattr(entry.pattern, "regex", None)
    for name in found.groupindex if found is not None else ():
        for written in (f"<{name}>", f"(?P<{name}>"):
            if written in plain and written.startswith("("):
                plain = _without_group(plain, name)
    for kind in ("int", "str", "slug", "path", "uuid"):
        plain = plain.replace(f"<{kind}:", "<")
    return plain.strip("^$").replace("\\Z", "")


def _without_group(pattern: str, name: str) -> str:
    """A named group of a regular expression, as a plain argument."""
    start = pattern.index(f"(?P<{name}>")
    depth, at = 0, start
    while True:
        depth += {"(": 1, ")": -1}.get(pattern[at], 0)
        at += 1
        if depth == 0:
            return f"{pattern[:start]}<{name}>{pattern[at:]}"


def _filled(declared: str, known: dict[str, list[Any]]) -> Iterator[str]:
    """The address with every known value of its arguments; an unknown argument fails the test."""
    filled = [""]
    steps = declared.split("/")
    for at, step in enumerate(steps):
        values: list[Any] = [step]
        if "<" in step:
            name = step[step.index("<") : step.index(">") + 1]
            keys = ["/".join([*steps[at - back : at], name]) for back in (2, 1)]
            found = [known[key] for key in keys if key in known]
            assert found, f"Nobody said what to ask {declared} for: add {keys[-1]} to arguments()."
            values = [step.replace(name, str(value)) for value in found[0]]
        filled = [f"{path}/{value}" for path in filled for value in values]
    yield from filled


def told_at(client: Client, path: str) -> str:
    """All that an address says, asked in every way that it listens to, also in zipped sheets."""
    is_admin = path.startswith("/admin/")  # one door before all of them
    said = []
    with listening() as heard:
        for head in HEADS[:1] if is_admin else HEADS:
            said.append(_said(client.get(path, headers=head)))
        waiting = [] if is_admin else list(ASKED)
        while understood := [asked for asked in waiting if {ALL, *asked} & heard]:
            waiting = [asked for asked in waiting if asked not in understood]
            for asked, head in product(understood, HEADS):
                said.append(_said(client.get(path, asked, headers=head)))
    said.append(_said(client.post(path, {"q": FAR[:-1], "format": "0", "resource": ""})))
    return "\n".join(said)


def _said(answer: Any) -> str:
    raw = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if raw[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(raw)) as book:
            raw = b"\n".join(book.read(name) for name in book.namelist())
    return raw.decode("utf-8", "replace") + json.dumps(dict(answer.headers))


def grant(world: World, rights: str) -> None:
    source = Source.objects.get(slug=SLUG)
    correct_source(source=source, fields={"rights": rights}, by=world.admin, reason="test")


@pytest.mark.parametrize(
    ("rights", "withheld", "person"),
    [
        ("record", (FAR, NEAR), None),
        ("record", (FAR, NEAR), "reader"),
        ("excerpts", (FAR,), None),
    ],
)
def test_no_address_tells_the_public_a_withheld_word(
    client: Client, secretive: World, rights: str, withheld: tuple[str, ...], person: str | None
) -> None:
    grant(secretive, rights)
    if person is not None:
        client.force_login(getattr(secretive, person))

    for _, paths in addresses():
        for path in paths:
            told = told_at(client, path).lower()
            if person is not None and "log-out" in path:
                client.force_login(getattr(secretive, person))
            assert [word for word in withheld if word in told] == [], path


def test_the_words_are_told_where_the_rights_allow_it(client: Client, secretive: World) -> None:
    """So that the test above can fail."""
    page = f"/sources/{SLUG}/"
    grant(secretive, "excerpts")
    excerpted = told_at(client, page).lower()
    grant(secretive, "full")
    full = told_at(client, page).lower()
    grant(secretive, "record")
    client.force_login(secretive.annotator)
    team = told_at(client, page).lower()

    assert [word in excerpted for word in (FAR, NEAR)] == [False, True]
    assert [word in full for word in (FAR, NEAR)] == [True, True]
    assert [word in team for word in (FAR, NEAR)] == [True, True]


def test_what_a_page_looks_at_is_heard(client: Client, secretive: World) -> None:
    with listening() as of_the_reader:
        client.get(f"/sources/{SLUG}/", {"cards": "22"})
    with listening() as of_the_team:
        client.get("/my-work/")
    with listening() as of_a_list:
        client.get("/facts/")

    assert {"edition", "cards", "at"} <= of_the_reader
    assert of_the_team == set()
    assert {"q", "format", ALL} <= of_a_list


@pytest.mark.parametrize("command", ["claims", "findings"])
def test_rows_for_other_programs_hold_no_wording(secretive: World, command: str) -> None:
    out = io.StringIO()

    call_command(command, "--json", stdout=out)

    assert "chronicle." in out.getvalue()
    assert FAR not in out.getvalue().lower()
    assert NEAR not in out.getvalue().lower()


def test_a_change_of_rights_is_seen_by_the_next_who_asks_whether_a_page_changed(
    client: Client, secretive: World
) -> None:
    page = f"/sources/{SLUG}/"
    grant(secretive, "full")
    first = client.get(page)
    known = {
        "If-None-Match": first.headers.get("ETag", '"none"'),
        "If-Modified-Since": first.headers.get("Last-Modified", "Sun, 06 Nov 1994 08:49:37 GMT"),
    }

    grant(secretive, "record")

    after = client.get(page, headers=known)
    assert after.status_code == 200
    assert FAR not in after.content.decode().lower()


def test_no_cache_shared_by_many_keeps_a_page_past_a_change_of_rights(
    client: Client, secretive: World
) -> None:
    grant(secretive, "full")

    public = client.get(f"/sources/{SLUG}/")
    client.force_login(secretive.annotator)
    team = client.get(f"/sources/{SLUG}/")

    assert "max-age=0, must-revalidate" in public["Cache-Control"]
    assert "private" in team["Cache-Control"]
    assert "Cookie" in public["Vary"]


def test_a_person_who_leaves_the_team_reads_no_more(client: Client, secretive: World) -> None:
    grant(secretive, "record")
    client.force_login(secretive.annotator)
    assert FAR in client.get(f"/sources/{SLUG}/").content.decode().lower()

    User.objects.filter(pk=secretive.annotator.pk).update(role="reader")

    assert FAR not in client.get(f"/sources/{SLUG}/").content.decode().lower()


def test_a_passage_that_the_team_marked_does_not_open_it_to_the_public(
    client: Client, secretive: World
) -> None:
    grant(secretive, "excerpts")
    text = Text.objects.get(source__slug=SLUG, revision=2)
    start = BETTER.index(FAR)
    end = start + len(FAR)

    passage = passages_for(text=text, spans=[(start, end, FAR)], by=None)[start, end]

    assert FAR not in told_at(client, f"/passages/{passage.pk}/").lower()
    assert PASSAGE not in told_at(client, f"/sources/{SLUG}/").lower()
