"""Who stands behind a claim: of its sentence, and of those who only repeat it, each counts once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from apps.claims.models import Claim
from apps.contradictions.repairs import Witness, Witnesses
from apps.contradictions.sentences import sentences_of
from apps.contradictions.weights import WEIGHTS, Weights, print_of

Conflicts = Collection[frozenset[str]]
AreOne = Callable[[str, str], bool]


@dataclass(frozen=True)
class Asserted:
    """A claim as it is weighed: by whom, on which fact, in which sentence."""

    key: str
    fact: str
    root: str
    source: str
    sentence: str
    weight: int


def asserted(keys: Collection[str], weights: Weights = WEIGHTS) -> Mapping[str, Asserted]:
    """These claims as they are weighed, by key."""
    claims = Claim.objects.filter(key__in=keys).select_related("measure", "source").order_by("key")
    sentences = sentences_of(keys)
    return {
        claim.key: Asserted(
            key=claim.key,
            fact=claim.fact_key,
            root=claim.root or claim.source.slug,
            source=claim.source.slug,
            sentence=sentences.get(claim.key, ""),
            weight=weights[print_of(claim)],
        )
        for claim in claims
    }


def witnesses_of(conflicts: Conflicts, known: Mapping[str, Asserted]) -> Witnesses:
    """For each claim of the conflicts the witnesses of whom one has to be wrong if it is.

    Claims of one sentence that speak against the same claim are one witness. Where several roots
    answer a question each is one witness, however often it is printed; where there is one root,
    each source that prints it is, and within one source each of its prints.
    """
    claims = [known[key] for key in sorted(frozenset().union(*conflicts))]
    named: dict[str, list[Witness]] = {claim.key: [] for claim in claims}
    together = [*_in_one_sentence(claims, _against(conflicts)), *_with_one_voice(claims, conflicts)]
    for number, group in enumerate(together, start=1):
        if len(group) > 1:
            for claim in group:
                named[claim.key].append(Witness(f"witness {number}", claim.weight))
    return {
        claim.key: tuple(named[claim.key]) or (Witness(claim.key, claim.weight),)
        for claim in claims
    }


def _against(conflicts: Conflicts) -> Mapping[str, set[str]]:
    """For each claim those that stand in a conflict with it."""
    against: dict[str, set[str]] = {}
    for conflict in conflicts:
        for key in conflict:
            against.setdefault(key, set()).update(conflict - {key})
    return against


def _in_one_sentence(
    claims: Iterable[Asserted], against: Mapping[str, set[str]]
) -> Iterator[list[Asserted]]:
    sentences: dict[tuple[str, int], list[Asserted]] = {}
    for claim in claims:
        if claim.sentence:
            sentences.setdefault((claim.sentence, claim.weight), []).append(claim)
    for sentence in sentences.values():
        yield from _grouped(sentence, lambda one, other: bool(against[one] & against[other]))


def _with_one_voice(claims: Iterable[Asserted], conflicts: Conflicts) -> Iterator[list[Asserted]]:
    disagree = {conflict for conflict in conflicts if len(conflict) == 2}
    facts: dict[str, list[Asserted]] = {}
    for claim in claims:
        facts.setdefault(claim.fact, []).append(claim)
    for fact in facts.values():
        by_root = len({claim.root for claim in fact}) > 1
        if not by_root and len({claim.source for claim in fact}) == 1:
            continue
        voices: dict[tuple[str, int], list[Asserted]] = {}
        for claim in fact:
            name = claim.root if by_root else claim.source
            voices.setdefault((name, claim.weight), []).append(claim)
        for voice in voices.values():
            yield from _grouped(voice, lambda one, other: frozenset((one, other)) not in disagree)


def _grouped(claims: Iterable[Asserted], are_one: AreOne) -> list[list[Asserted]]:
    """Claims of which each is one with all others of its group."""
    groups: list[list[Asserted]] = []
    for claim in claims:
        for group in groups:
            if all(are_one(claim.key, other.key) for other in group):
                group.append(claim)
                break
        else:
            groups.append([claim])
    return groups
