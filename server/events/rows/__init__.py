"""Rows of events: the rows they share, counts, the mails that are locked, partitions, and retention."""
