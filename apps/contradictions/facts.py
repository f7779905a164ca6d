"""Which facts a detection has to look at: those that changed, or all that look suspicious."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from apps.claims.changes import Touched
from apps.claims.facts import Ids, ids_of, reached
from apps.contradictions.sifting import Suspects, suspects


@dataclass(frozen=True)
class Scope:
    """What to look at: facts as wholes, and which facts have changed, if that is known.

    Where all is looked at, `sifted` holds for each rule the facts that look suspicious.
    """

    wholes: Ids = frozenset()
    changed: Ids | None = None
    sifted: Suspects = field(default_factory=dict)

    @classmethod
    def everything(cls) -> Scope:
        """All facts, sifted beforehand."""
        return cls(sifted=suspects())

    @classmethod
    def of(cls, touched: Touched) -> Scope:
        """The facts that changed, and all that contain them or did so before."""
        return cls(touched.reached, ids_of(touched.facts))

    def asked(self, rule: str) -> Ids:
        """The facts that the screen of a rule is asked about."""
        return self.wholes if self.changed is not None else self.sifted.get(rule, frozenset())

    def with_wholes(self, keys: Collection[str]) -> Scope:
        """The same, and these facts as wholes."""
        return replace(self, wholes=self.wholes | ids_of(keys)) if keys else self


def around(keys: frozenset[str]) -> Touched:
    """These facts as if they had changed."""
    return Touched(keys, reached(keys))
