"""A stored claim in the form beside its passage: as it was, as it is now, as one would have it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.http import Http404
from django.shortcuts import get_object_or_404

from apps.claims.actions import draft_of as stored_draft
from apps.claims.actions import original_passage
from apps.claims.drafts import ALL, PLAIN, UNSPECIFIED, ClaimDraft
from apps.claims.models import Claim, Measure
from apps.claims.written import as_support
from apps.domain.refusals import Refusal, quoted
from apps.reading.claim_entry import ROLE, all_label_of, draft_of, spellings
from apps.reading.stretches import Stretch, stretch_of, text_to_mark
from apps.reading.support import chips_of
from apps.sources.models import Text

WAS, YOURS = "was-", "yours-"
LONGEST_VERSION = 9
PLACE = ("start", "end")
LABELS = {"start": "Passage", "reading": "Value", "support": "Other passages"}
Typed = Mapping[str, str]


@dataclass(frozen=True)
class Said:
    """What one version of a claim says in a field, and what puts it into the form."""

    side: str
    words: str
    puts: str
    is_in_form: bool


@dataclass(frozen=True)
class Row:
    """A field in which the versions differ."""

    label: str
    versions: tuple[Said, ...]

    @property
    def is_same(self) -> bool:
        """Whether all versions say the same."""
        return len({said.words for said in self.versions}) == 1

    @property
    def is_open(self) -> bool:
        """Whether both sides changed it, each in another way."""
        return len({said.words for said in self.versions}) == len(self.versions)


@dataclass(frozen=True)
class Edit:
    """A claim that somebody edits: what the form was filled with, what is stored, what is typed.

    `yours` is what was typed when it turned out that others had changed the claim.
    """

    claim: Claim
    text: Text
    version: int
    before: Typed
    theirs: Typed
    yours: Typed
    mine: Typed

    @property
    def is_changed(self) -> bool:
        """Whether others made something else of the claim than the form was filled with."""
        return self.before != self.theirs

    @property
    def is_stale(self) -> bool:
        """Whether the claim was changed since the form was filled in, or last compared."""
        return self.version != self.claim.version

    @property
    def merged(self) -> Typed:
        """What is typed; where nothing was, what others have made of it since."""
        if not self.is_stale:
            return self.mine
        return {
            name: self.theirs.get(name, "") if words == self.before.get(name) else words
            for name, words in self.mine.items()
        }

    @property
    def stretch(self) -> Stretch:
        """Where the passage is to stand."""
        return stretch_of(self.text, self.merged)

    @property
    def draft(self) -> ClaimDraft:
        """What would be stored; a role that is left empty is not said."""
        stored, typed = stored_draft(self.claim), self.merged
        made = draft_of(self.stretch, typed, key=self.claim.key)
        slots = Measure.objects.get(slug=made.measure).slots
        roles = {slot: made.roles.get(slot, UNSPECIFIED) for slot in slots}
        untouched = [name for name in PLAIN if typed[name] == self.theirs[name]]
        kept = {name: getattr(stored, name) for name in (*untouched, "root", "sums", "also")}
        return replace(made, roles=roles, **kept)

    @property
    def rows(self) -> list[Row]:
        """Field by field, as far as the three versions are not all the same."""
        every = {**self.before, **self.theirs, **self.yours}
        roles = [(name,) for name in every if name.startswith(ROLE)]
        names = [
            PLACE,
            ("support",),
            ("measure",),
            ("subject",),
            *roles,
            *((name,) for name in PLAIN),
        ]
        return [row for row in map(self._row, names) if not row.is_same]

    def _row(self, names: tuple[str, ...]) -> Row:
        label = LABELS.get(names[0], names[0].removeprefix(ROLE).capitalize())
        versions = {"before": self.before, "theirs": self.theirs, "yours": self.yours}
        return Row(label, tuple(self._said(names, side, each) for side, each in versions.items()))

    def _said(self, names: tuple[str, ...], side: str, version: Typed) -> Said:
        puts = {name: version.get(name, "") for name in names}
        words = self._words(names, puts)
        is_in_form = all(self.merged.get(name, "") == value for name, value in puts.items())
        return Said(side, words, json.dumps(puts), is_in_form)

    def _words(self, names: tuple[str, ...], puts: Typed) -> str:
        """Passages are told by what stands there."""
        if names == PLACE:
            return stretch_of(self.text, puts).shown
        if names == ("support",):
            return "; ".join(chip.stretch.shown for chip in chips_of(self.text, puts["support"]))
        return puts[names[0]]


def claim_to_edit(key: str) -> Claim:
    """The claim of this key, as it is stored."""
    if not key.isprintable():  # PostgreSQL would choke on a NUL
        raise Http404("No claim has such a key.")
    return get_object_or_404(Claim.objects.in_words().select_related("entered_by"), key=key)


def edit_of(claim: Claim, typed: Typed) -> Edit:
    """The claim with what was typed in its form, which carries what it was filled with."""
    text = text_to_mark(claim.source.slug)
    if original_passage(claim).text_id != text.pk:
        raise Refusal(
            f"{quoted(claim.printed)} stands in a former revision of its text.",
            remedy="Say first where it stands in the present one: “passages to review”.",
        )
    theirs = typed_of(stored_draft(claim), claim.measure)
    before = _beginning_with(WAS, typed) or theirs
    mine = {**theirs, **{name: words for name, words in typed.items() if _is_field(name)}}
    said = version_said(typed)
    seen = claim.version if said is None else said
    yours = mine if seen != claim.version else _beginning_with(YOURS, typed) or mine
    return Edit(claim, text, seen, before, theirs, yours, mine)


def version_said(typed: Typed) -> int | None:
    """Of which version the form was filled in; nothing where it does not say so."""
    said = typed.get("version", "")
    return int(said) if said.isdecimal() and len(said) <= LONGEST_VERSION else None


def _beginning_with(mark: str, typed: Typed) -> dict[str, str]:
    """What the form carries along of one version."""
    return {name.removeprefix(mark): word for name, word in typed.items() if name.startswith(mark)}


def _is_field(name: str) -> bool:
    return name in (*PLACE, "support", "measure", "subject", *PLAIN) or name.startswith(ROLE)


def typed_of(draft: ClaimDraft, measure: Measure) -> dict[str, str]:
    """What somebody would type to enter this claim."""
    named = spellings({draft.subject, *draft.roles.values(), *_as_entity(draft, measure)})
    roles = {
        f"{ROLE}{slot}": all_label_of(measure, slot) if value == ALL else named.get(value, "")
        for slot, value in draft.roles.items()
    }
    plain = {name: " ".join(getattr(draft, name).split()) for name in PLAIN}
    plain["reading"] = named.get(plain["reading"], plain["reading"])
    place = {"start": str(draft.start), "end": str(draft.end)}
    subject = named.get(draft.subject, draft.subject)
    place["support"] = as_support(draft.support)
    return {**place, "measure": draft.measure, "subject": subject, **roles, **plain}


def _as_entity(draft: ClaimDraft, measure: Measure) -> list[str]:
    """The entity that is its value, where it is one."""
    return [draft.reading] if measure.kind == Measure.Kind.ENTITY else []


def offered_by(edit: Edit) -> list[str]:
    """Names that the fields for entities offer."""
    versions = (edit.before, edit.theirs, edit.mine)
    named = {name: words for each in versions for name, words in each.items()}
    return sorted(
        {words for name, words in named.items() if name == "subject" or ROLE in name} - {""}
    )
