"""How the authors of a source are written in one cell or one box, the same in both."""

from __future__ import annotations

NAME_PARTS = ("family", "given", "literal", "suffix", "non-dropping-particle", "dropping-particle")
