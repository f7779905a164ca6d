"""What one measure may tell about another, so that rules can hold the two together."""

from __future__ import annotations

from django.db import models


class Tells(models.TextChoices):
    """Named from the measure that is told about: when it is highest, how much it rises."""

    HIGHEST = "highest", "when it is highest"
    LOWEST = "lowest", "when it is lowest"
    DIRECTION = "direction", "which way it goes over the period"
    RISE = "rise", "how much it rises from the start of the period to its end"
    FALL = "fall", "how much it falls from the start of the period to its end"
    ROWS = "rows", "of a caption: which period the rows of its table are of"
    ADDEND = "addend", "one of the parts that make it up"
    FIRST = "first", "when there was the first of it"
    LAST = "last", "when there was the last of it"
    RANK = "rank", "which place the subject takes by it among others"
    LENGTH = "length", "of a thing's end: how long the thing lasts until then"
    STRETCH = "stretch", "of a period: that it is meant from its first day to its last"
    HOLDS = "holds", "of an answer: that it alone holds all through its period"
