"""Which tests a process takes at a time, where several share the work."""

from __future__ import annotations

from xdist.scheduler import LoadFileScheduling

TOGETHER = "tests/corpus/"  # each process that takes one of them has to look at the whole corpus
APART = "tests/journeys/"  # they take long, and share no more than a browser


class Sharing(LoadFileScheduling):  # type: ignore[misc]  # xdist tells no types
    """A process takes a file of tests, all that are on the corpus, or a single journey."""

    def _split_scope(self, nodeid: str) -> str:
        if nodeid.startswith(APART):
            return nodeid
        return TOGETHER if nodeid.startswith(TOGETHER) else super()._split_scope(nodeid)
