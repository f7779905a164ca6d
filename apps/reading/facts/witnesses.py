"""Names the witnesses that claims go back to: places that print one series are one witness."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from apps.claims.models import Claim
from apps.entities.models import Entity
from apps.sources.models import Source


def witness(claim: Claim) -> str:
    """The root that the claim goes back to, else its source."""
    return claim.root or claim.source.slug


def witness_names(claims: Iterable[Claim]) -> dict[str, str]:
    """For each witness its name in words: a source, a known work, or as most claims cite it."""
    claims = list(claims)
    cited = Counter((claim.root, claim.attribution) for claim in claims if claim.attribution)
    names = {root: root for root in {claim.root for claim in claims if claim.root}}
    names |= {root: words for (root, words), _ in reversed(cited.most_common()) if root}
    known = Entity.objects.filter(slug__in=names)
    names |= dict(known.values_list("slug", "label"))
    stored = Source.objects.filter(slug__in=names)
    names |= {source.slug: source.short_name for source in stored}
    return names | {c.source.slug: c.source.short_name for c in claims if not c.root}
