"""The rules, one file each. They know no Django, clock, network or database."""
