"""How many passages land on wrong words or get lost: python tests/benchmarks/anchoring.py"""

from __future__ import annotations

import random
import sys
from pathlib import Path
from time import process_time

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).resolve().parents[2])

from apps.domain.anchoring import compared, moved
from tests.corpus.five_texts import SOURCES, content_of
from tests.edits import noisy
from tests.trials import KINDS, Tally, passages_of, trial

HEAD = "{:<22} {:>8} {:>6} {:>9} {:>9} {:>8} {:>7}"
LINE = "{:<22} {:>8,} {:>6,} {:>8.2%} {:>8.2%} {:>8} {:>7}"
BOOK = 2_000_000  # characters
WORDS = 30_000
PASSAGES = 3_000
ROUNDS = 3


def main() -> None:
    """Every kind of edit over the five texts, then the time that a book takes."""
    print(HEAD.format("edit", "passages", "false", "of them", "reviewed", "moved", "CPU s"))
    for kind in KINDS:
        tally, before = Tally(), process_time()
        for source in SOURCES:
            for seed in range(ROUNDS):
                tally += trial(content_of(source), passages_of(source), kind, random.Random(seed))
        _show(kind, tally, process_time() - before)
    _measure_a_book()


def _show(kind: str, tally: Tally, seconds: float) -> None:
    row = (tally.touched or tally.passages, tally.false)
    false = tally.false / max(1, tally.touched or tally.passages)
    reviewed = tally.reviewed / max(1, tally.touched or tally.passages)
    print(LINE.format(kind, *row, false, reviewed, f"{tally.moved:,}", f"{seconds:.1f}"))
    print(f"{'':<22} lost among the untouched: {tally.lost:,} of {tally.untouched:,}, ", end="")
    print(f"false among them: {tally.false_beside:,}")


def _measure_a_book() -> None:
    """Drawn words with noise, once and twice as many: the time grows as they do."""
    draw = random.Random(1)
    letters = "abcdefghilmnoprstuvz"
    words = ["".join(draw.choices(letters, k=draw.randint(2, 11))) for _ in range(WORDS)]
    for length in (BOOK // 2, BOOK):
        content = " ".join(draw.choices(words, k=length // 7))[:length]
        edited = noisy(content, draw, 0.01)
        before = process_time()
        moved(
            compared(content, edited.content),
            [(at, at + 12) for at in range(0, len(content) - 12, length // PASSAGES)],
        )
        spent = process_time() - before
        print(f"{length:,} characters, 1 % noise, {PASSAGES:,} passages: {spent:.1f} s CPU")


if __name__ == "__main__":
    main()
