"""The whole project goes out as lines and comes in as it was; a broken line changes nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from pytest_django import DjangoDbBlocker

from apps.accounts.models import User
from apps.annotations.actions import record_mentions
from apps.annotations.drafts import MentionDraft
from apps.claims.facts import restate_all
from apps.claims.models import Claim, Fact
from apps.claims.record_edition import write_record_edition
from apps.contradictions.models import Contradiction, Verdict
from apps.entities.actions import record_entities
from apps.entities.drafts import EntityDraft
from apps.entities.lookup import find_entities
from apps.entities.merging import merge_entities
from apps.entities.models import Entity
from apps.entities.telling_apart import keep_apart
from apps.sources.actions import correct_source
from apps.sources.models import Source, Text
from tests.tiny import row_counts
from tests.withheld import FAR, NEAR, a_world_with_a_secret
from tests.world import ALMANAC, REASON, World, build_world, disagree

Row = dict[str, Any]
TEXTS, PAST, PUBLIC = ("--texts",), ("--texts", "--history"), ("--public",)
EVERY_WAY: tuple[tuple[str, ...], ...] = ((), TEXTS, PAST, PUBLIC)


@dataclass(frozen=True)
class Kept:
    """What a project with all that people do looked like, and the files it was written to."""

    files: Mapping[tuple[str, ...], str]
    facts: list[Any]
    claims: list[Any]
    cases: set[Any]
    hashes: set[str]


@pytest.fixture(scope="module")
def kept(
    tmp_path_factory: pytest.TempPathFactory,
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
) -> Kept:
    """Build it, write it, and leave the database empty as it was."""
    path = tmp_path_factory.mktemp("written") / "project.jsonl"
    with django_db_blocker.unblock(), transaction.atomic():
        _live(build_world())
        kept = Kept(
            files={options: dump(path, *options) for options in EVERY_WAY},
            facts=facts(),
            claims=derived(),
            cases=set(Contradiction.objects.values_list("pk", "fingerprint")),
            hashes=set(Text.objects.values_list("sha256", flat=True)),
        )
        transaction.set_rollback(True)
    return kept


def _live(world: World) -> None:
    """Mentions, verdicts, a corrected claim, entities merged and told apart, record editions."""
    disagree(world)
    world.editor.set_password("black elephant")
    world.editor.save()
    start = ALMANAC.index("Karovia")
    record_mentions(
        drafts=[MentionDraft("almanac", start, start + 7, "karovia", "Karovia")],
        by=world.annotator,
        reason=REASON,
    )
    case = Contradiction.objects.get(topic__contains="tank")
    world.settle(case, Verdict.Kind.ONE_RIGHT, Claim.objects.get(key="gazette.order-date"))
    places = Claim.objects.filter(measure__slug="event-place").order_by("key")
    apart = tuple(zip(places, ("the opening", "the close"), strict=True))
    talks = Contradiction.objects.get(rule="one-valued-attribute")
    world.settle(talks, Verdict.Kind.BOTH_STAND, differ_in="scope", apart=apart, distinction="")
    world.correct(Claim.objects.get(key="almanac.order-date"), note="seen twice")
    drafts = [EntityDraft("norlande", "Norlande", "state")]
    record_entities(drafts=drafts, by=world.admin, reason=REASON)
    entities = {entity.slug: entity for entity in Entity.objects.all()}
    one, norland, other = (entities[slug] for slug in ("norlande", "norland", "karovia"))
    merge_entities(gone=one, kept=norland, by=world.editor, reason="the same by another name")
    keep_apart(one=norland, other=other, by=world.editor, reason="they are two states")
    for source in Source.objects.all():
        write_record_edition(source=source, by=world.admin)
    restate_all()


def dump(path: Path, *options: str) -> str:
    call_command("dump_project", str(path), *options, stdout=StringIO())
    return path.read_text("utf-8")


def load(path: Path, said: str) -> str:
    """Load a file that says this; the last line that the command prints."""
    path.write_text(said, "utf-8")
    out = StringIO()
    call_command("load_project", str(path), stdout=out)
    return out.getvalue().splitlines()[-1]


def facts() -> list[tuple[Any, ...]]:
    return list(Fact.objects.order_by("key").values_list("key", "agreed", "witnesses", "claim_ids"))


def derived() -> list[Any]:
    return list(Claim.objects.order_by("key").values("key", "hard", "period_range", "fact_key"))


@pytest.mark.parametrize("options", EVERY_WAY)
def test_a_project_that_goes_out_and_comes_in_gives_the_same_bytes(
    kept: Kept, db: None, tmp_path: Path, options: tuple[str, ...]
) -> None:
    said = load(tmp_path / "project.jsonl", kept.files[options])

    assert said.endswith("rows. Nobody has a password: manage.py changepassword NAME.")
    assert dump(tmp_path / "after.jsonl", *options) == kept.files[options]


def test_what_follows_from_the_rows_is_reckoned_again(kept: Kept, db: None, tmp_path: Path) -> None:
    load(tmp_path / "project.jsonl", kept.files[TEXTS])

    assert facts() == kept.facts
    assert derived() == kept.claims
    assert [found.entity.slug for found in find_entities("norlande")][:1] == ["norland"]
    out = StringIO()
    call_command("detect", "--all", stdout=out)
    assert out.getvalue().startswith("0 found, 0 reopened, 0 withdrawn")


def test_cases_keep_their_addresses_and_new_rows_get_others(
    kept: Kept, db: None, tmp_path: Path
) -> None:
    load(tmp_path / "project.jsonl", kept.files[()])

    assert set(Contradiction.objects.values_list("pk", "fingerprint")) == kept.cases
    taken = set(Source.objects.values_list("pk", flat=True))
    assert Source.objects.create(slug="fresh", title="Fresh").pk > max(taken)


def test_nobody_keeps_a_password(kept: Kept, db: None, tmp_path: Path) -> None:
    load(tmp_path / "project.jsonl", kept.files[PAST])

    assert "password" not in kept.files[PAST]
    assert [person.has_usable_password() for person in User.objects.all()] == [False] * 5


def test_the_originals_go_along_where_they_are_asked_for(
    kept: Kept, db: None, tmp_path: Path
) -> None:
    load(tmp_path / "project.jsonl", kept.files[()])

    sentence = ALMANAC.splitlines()[2]
    assert [sentence in kept.files[options] for options in ((), TEXTS)] == [False, True]
    assert set(Text.objects.values_list("sha256", flat=True)) == kept.hashes
    assert not Text.objects.originals().installed().exists()


@pytest.mark.parametrize(
    ("rights", "is_told"), [("record", False), ("excerpts", False), ("full", True)]
)
def test_what_the_public_may_have_holds_no_withheld_words(
    world: World, tmp_path: Path, rights: str, is_told: bool
) -> None:
    source = a_world_with_a_secret(world, "chronicle")
    correct_source(source=source, fields={"rights": rights}, by=world.admin, reason=REASON)

    public = dump(tmp_path / "public.jsonl", "--public", "--texts").lower()

    assert [word in public for word in (FAR, NEAR)] == [is_told, is_told]
    assert '"key": "chronicle.order-date"' in public


def test_what_waits_for_an_editor_and_how_people_log_in_is_not_for_the_public(kept: Kept) -> None:
    team, public = kept.files[()], kept.files[PUBLIC]

    assert ['"username": "annotator"' in said for said in (team, public)] == [True, False]
    assert ['"review": "proposed"' in said for said in (team, public)] == [True, False]
    assert ['"first_name": "Annotator"' in said for said in (team, public)] == [True, True]


def test_the_public_has_what_claims_are_that_both_stand(kept: Kept) -> None:
    rows = [json.loads(line) for line in kept.files[PUBLIC].splitlines()]
    told = [row for row in rows if row.get("in") == "contradictions.distinction"]

    assert [(row["claim"], row["value"]) for row in told] == [
        ("almanac.event-place", "the opening"),
        ("gazette.event-place", "the close"),
    ]


def test_the_history_is_not_for_the_public(db: None, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="The history names what was withdrawn"):
        dump(tmp_path / "project.jsonl", "--public", "--history")

    assert not list(tmp_path.iterdir())


def test_a_loaded_row_says_where_it_came_from(kept: Kept, db: None, tmp_path: Path) -> None:
    load(tmp_path / "project.jsonl", kept.files[()])

    events = Claim.pgh_event_model.objects  # type: ignore[attr-defined]
    reasons = set(events.values_list("pgh_context__metadata__reason", flat=True))
    assert reasons == {"load of project.jsonl"}


def test_a_history_that_goes_along_stays_as_it_was(kept: Kept, db: None, tmp_path: Path) -> None:
    load(tmp_path / "project.jsonl", kept.files[PAST])

    claim = Claim.objects.get(key="almanac.order-date")
    events = Claim.pgh_event_model.objects.filter(pgh_obj_id=claim.pk)  # type: ignore[attr-defined]
    assert [event.pgh_label for event in events.order_by("pgh_id")] == ["insert", "update"]


def test_a_project_is_not_loaded_upon_another(kept: Kept, world: World, tmp_path: Path) -> None:
    before = row_counts()

    with pytest.raises(CommandError, match="This database holds a project already"):
        load(tmp_path / "project.jsonl", kept.files[()])

    assert row_counts() == before


def cut(rows: list[Row]) -> None:
    rows.pop()


def alter(table: str, place: int = 0, **fields: Any) -> Callable[[list[Row]], None]:
    """Give other fields to the n-th row of a table; None takes one away."""

    def change(rows: list[Row]) -> None:
        row = [row for row in rows if row.get("in") == table][place]
        row |= {"in": table, **fields}
        for name in [name for name, value in fields.items() if value is None]:
            del row[name]

    return change


def repeat(rows: list[Row]) -> None:
    rows.insert(2, rows[1])
    rows[-1] = {"lines": len(rows) - 2}


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (cut, "The file was cut off"),
        (lambda rows: rows.pop(3), "The file counts"),
        (lambda rows: rows.clear(), "The file is empty"),
        (lambda rows: rows.pop(0), "This is no project file"),
        (repeat, "line 3: accounts.user “admin” is there twice"),
        (alter("accounts.user", id="one"), "line 2: “id” is no whole number"),
        (alter("accounts.user", username=None), "line 2: “username”: It is missing"),
        (alter("accounts.user", role="king"), "line 2: “role”: Value 'king' is not a valid choice"),
        (alter("accounts.user", colour="red"), "line 2: accounts.user has no field “colour”"),
        (alter("accounts.user", date_joined="soon"), "line 2: “date_joined”: “soon” value has an"),
        (alter("accounts.user", is_staff=False), "The database refuses it"),
        (lambda rows: rows[1].update({"in": "accounts.king"}), "There is no table “accounts.king”"),
        (
            alter("claims.claim", subject="atlantis"),
            "“subject” names “atlantis”, which is not there",
        ),
        (alter("claims.claim", reading="a lot"), "The claim “"),
        (alter("claims.claim", reading=""), "The database refuses it"),
        (alter("annotations.passage", quote="xx"), "The text says something else at this place"),
        (alter("entities.entity", part_of=["atlantis"]), "“part_of” names “atlantis”"),
    ],
)
def test_a_line_that_does_not_fit_is_named_and_nothing_is_stored(
    kept: Kept, db: None, tmp_path: Path, spoil: Callable[[list[Row]], Any], said: str
) -> None:
    rows = [json.loads(line) for line in kept.files[TEXTS].splitlines()]
    spoil(rows)
    empty = row_counts()

    with pytest.raises(CommandError) as refused:
        load(tmp_path / "project.jsonl", "".join(json.dumps(row) + "\n" for row in rows))

    assert said in str(refused.value)
    assert row_counts() == empty


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"{no json}", "line 2: It is no JSON"),
        (b"[1]", "line 2: It is no JSON object"),
        (b'{"in": "\xff"}', "line 2: Byte 8 of it is no UTF-8"),
        (b'{"in": "a\\u0000"}', "line 2: It is no JSON object whose text a database can keep"),
        (b"[" * 100_000, "line 2: It is no JSON"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(
    db: None, tmp_path: Path, line: bytes, said: str
) -> None:
    path = tmp_path / "project.jsonl"
    path.write_bytes(b'{"variorum": 1}\n' + line + b'\n{"lines": 1}\n')

    with pytest.raises(CommandError) as refused:
        call_command("load_project", str(path))

    assert said in str(refused.value)


def test_a_file_that_is_nowhere_is_named(db: None, tmp_path: Path) -> None:
    nowhere = tmp_path / "missing" / "project.jsonl"

    with pytest.raises(CommandError, match="cannot be written: No such file or directory"):
        dump(nowhere)

    with pytest.raises(CommandError, match="cannot be read: No such file or directory"):
        call_command("load_project", str(nowhere))
