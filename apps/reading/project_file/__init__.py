"""The whole project as one file of JSON Lines: out, and in again on an empty database."""
