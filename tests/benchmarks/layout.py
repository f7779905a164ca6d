"""What it costs to read the layout of a text: python tests/benchmarks/layout.py"""

from __future__ import annotations

import sys
from pathlib import Path
from time import process_time

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).resolve().parents[2])

from apps.domain.layout import read_layout, removed

SMALL, LARGE = 200_000, 2_000_000
GOAL = 3.0  # CPU seconds for the large one
LINEAR = 15.0  # at most, large : small; ten times the text should take ten times as long
SENTENCE = "The mill stood by the stream for two hundred years, and nobody asked why it did. "
SHAPES = {
    "one single line": SENTENCE,
    "a wrapped book": "\n".join([SENTENCE[:72]] * 9) + "\n\n\n",
    "a line a paragraph": SENTENCE * 5 + "\n",
    "verse": "The mill goes round\nand round again,\nthe water falls\nlike summer rain.\n\n",
    "a list": "- the wheel\n- the stone\n",
    "one table": "1901\t12\t3\n",
    "marked headings": f"## The mill\n\n{SENTENCE * 4}\n\n",
    "notes and addresses": f"*{SENTENCE}*.1 https://mill.org/a_b <www.mill.org>\n\n1. A note.\n\n",
}


def main() -> None:
    """Read each shape of text at two sizes."""
    print(f"{'':22}{'s at 2 MB':>11}{'s per MB':>10}{'2 : 0.2':>9}")
    for name, piece in SHAPES.items():
        small, large = _seconds(piece, SMALL), _seconds(piece, LARGE)
        misses = [f"over {GOAL} s"] * (large > GOAL) + ["not linear"] * (large > LINEAR * small)
        figures = f"{large:11.2f}{large / LARGE * 1_000_000:10.2f}{large / small:9.1f}"
        print(f"{name:22}{figures}  {', '.join(misses) or 'reached'}")


def _seconds(piece: str, size: int) -> float:
    """CPU seconds to find the blocks of so many characters and to name all that is not shown."""
    text = (piece * (size // len(piece) + 1))[:size]
    before = process_time()
    removed(text, read_layout(text))
    return process_time() - before


if __name__ == "__main__":
    main()
