"""A source with words that only those may read whom its rights allow it."""

from __future__ import annotations

from apps.annotations.actions import record_mentions
from apps.annotations.assigning import keep_mark
from apps.annotations.drafts import MentionDraft
from apps.annotations.models import Review
from apps.claims.apart import Part, assign, mention_apart
from apps.claims.revising import revise_text
from apps.contradictions.filters import keep_filter
from apps.contradictions.models import Contradiction
from apps.contradictions.talking import comment
from apps.entities.actions import record_entities
from apps.entities.drafts import EntityDraft
from apps.entities.merging import merge_entities
from apps.entities.models import Entity
from apps.entities.splitting import SplitDraft, split_entity
from apps.sources.actions import add_source, add_text
from apps.sources.models import Source
from tests.world import GAZETTE, REASON, World, printed_in

FAR = "xylograph"  # far from everything that is claimed
NEAR = "quagmire"  # beside what is claimed
PASSAGE = "nobody knew"  # beside FAR
FILLING = "\n\n".join(
    " ".join(f"filling{paragraph}x{word}" for word in range(60)) for paragraph in range(20)
)
CHRONICLE = f"""A Chronicle of Karovia

{FILLING}

The order of the tanks, a {NEAR} of papers, dates from 2018 and went to Norland.

{FILLING.replace("filling", "padding")}

Of the {FAR} in the cellar {PASSAGE} anything.
"""


BETTER = CHRONICLE.replace("A Chronicle of Karovia", "A Chronicle")


def a_world_with_a_secret(world: World, slug: str) -> Source:
    """Add the chronicle, which contradicts the gazette, with a claim and mentions.

    A second revision took the place of its text, which left one mention behind, and an entity
    that it names was merged, another one split. The team speaks of the word that is far off.
    """
    source = add_source(
        fields={"slug": slug, "title": "A Chronicle of Karovia", "position": 5},
        by=world.admin,
        reason=REASON,
    )
    add_text(source=source, raw=CHRONICLE.encode(), by=world.admin, reason=REASON)
    dated = {"measure": "order-date", "subject": "tank-deal"}
    world.record(
        printed_in(CHRONICLE, slug, "2018", key=f"{slug}.order-date", **dated),
        printed_in(GAZETTE, "gazette", "2017", **dated),
    )
    norlund = EntityDraft("norlund", "Norlund", "state", part_of=("league",))
    record_entities(drafts=[norlund], by=world.editor, reason=REASON)
    record_mentions(
        drafts=[mention(slug, "norlund", "Norland"), mention(slug, "karovia", "Karovia")],
        by=world.annotator,
        reason=REASON,
        review=Review.ACCEPTED,
    )
    revise_text(source=source, raw=BETTER.encode(), name="", by=world.editor, reason=REASON)
    gone, kept = (Entity.objects.get(slug=name) for name in ("norlund", "norland"))
    merge_entities(gone=gone, kept=kept, by=world.editor, reason=REASON)
    aliases = list(kept.aliases.values_list("pk", flat=True))
    isle = SplitDraft("norland-isle", "Norland Isle", "place", aliases=aliases)
    split_entity(origin=kept, draft=isle, by=world.editor, reason=REASON)
    case = Contradiction.objects.earliest("pk")
    comment(contradiction=case, words=f"What of the {FAR}?", by=world.annotator)
    annotate_apart(source, world)
    keep_filter(name="dates", query="rule=same-fact-disjoint", by=world.editor)
    return source


def annotate_apart(source: Source, world: World) -> None:
    """Two annotate it apart, and one has marked the secret word."""
    text = source.texts.originals().current().get()
    part, start = Part(0, text.length, FAR), (text.content or "").index(FAR)
    asked = assign(
        text=text, part=part, one=world.admin, other=world.second_editor, by=world.editor
    )
    draft = MentionDraft(source.slug, start, start + len(FAR), "norland", FAR)
    keep_mark(assignment=asked, mark=mention_apart("key-of-admin", draft, None), by=world.admin)


def mention(slug: str, entity: str, printed: str) -> MentionDraft:
    """Where the chronicle first prints it."""
    start = CHRONICLE.index(printed)
    return MentionDraft(slug, start, start + len(printed), entity, printed)
