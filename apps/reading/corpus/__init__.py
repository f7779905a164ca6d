"""The demonstration corpus: from the files in fixtures/ to the database, through the actions."""
