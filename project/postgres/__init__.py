"""The embedded PostgreSQL: starts by itself at the first connection, ends after the last client."""
