"""Which tests a process takes at a time, and when, where several share the work."""

from __future__ import annotations

from xdist.scheduler import LoadFileScheduling

TOGETHER = "tests/corpus/"  # each process that takes one of them has to look at the whole corpus
APART = "tests/journeys/"  # they take long, and share no more than a browser
# Who takes one of them last works alone while the others have nothing left to do.
LONG = (
    TOGETHER,
    "tests/contradictions/test_any_path.py",
    "tests/contradictions/test_any_edit.py",
    "tests/contradictions/test_detection.py",
    "tests/contradictions/test_soundness.py",
    "tests/domain/layout/test_any_text.py",
    "tests/reading/test_load_corpus.py",
)


class Sharing(LoadFileScheduling):  # type: ignore[misc]  # xdist tells no types
    """A process takes a file of tests, all that are on the corpus, or a single journey."""

    def _split_scope(self, nodeid: str) -> str:
        if nodeid.startswith(APART):
            return nodeid
        return TOGETHER if nodeid.startswith(TOGETHER) else super()._split_scope(nodeid)


def turn(nodeid: str) -> int:
    """Long ones come first; journeys last, for they wait for what a browser shows."""
    if nodeid.startswith(APART):
        return 2
    return 0 if nodeid.startswith(LONG) else 1
