"""Tracking: from a fetched image to an event with a verdict: edge, spool, digest, classify, events."""
