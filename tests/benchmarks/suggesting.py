"""How long the grammar reads: `python -m tests.benchmarks.suggesting [FILE]`, by hand.

Prints CPU seconds for 100 KB with and without the layout, and for doubled nasty strings the
ratio of the times, which is 2 where reading is linear.
"""

from __future__ import annotations

import sys
from pathlib import Path
from time import process_time

from apps.domain.grammar import suggest
from apps.domain.layout import read_layout
from tests.domain.grammar.made_up import TABLE, TEXTS
from tests.domain.grammar.scoring import unmarked

NASTY = ("a", "1,", "one ", "2014-", "May ", "(", "A. ", "of the Bank ", "5 to ", "x.", "A-", "$")
SIZE = 10_000


def main() -> None:
    text = Path(sys.argv[1]).read_text() if len(sys.argv) > 1 else _made_up()
    suggest(text[:SIZE])
    started = process_time()
    blocks = read_layout(text)
    laid = process_time()
    found = suggest(text, blocks=blocks)
    read = process_time()
    size = len(text.encode()) / 100_000
    print(f"layout {(laid - started) / size:.2f} s, grammar {(read - laid) / size:.2f} s CPU")
    print(f"for 100 KB; {len(found)} suggestions in {len(text):,} characters")
    for nasty in NASTY:
        short, long = (_seconds(nasty, size) for size in (SIZE, 2 * SIZE))
        print(f"{nasty!r:16} twice as long takes {long / short:.1f} times as long")


def _made_up() -> str:
    whole = "\n\n".join(unmarked(text.strip())[0] for text in (*TEXTS.values(), TABLE))
    return "\n\n".join([whole] * 10)


def _seconds(nasty: str, size: int) -> float:
    started = process_time()
    suggest((nasty * size)[:size])
    return process_time() - started


if __name__ == "__main__":
    main()
