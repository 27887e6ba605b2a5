"""Rows: reads, writes, counts and deletes events, and locks the mails that events are added to."""
