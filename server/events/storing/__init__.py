"""Storing: the digest stores hits, overflow and view times from the spool."""
