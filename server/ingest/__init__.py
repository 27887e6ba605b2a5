"""Ingest takes hits from the network to disk: a request is done once its hit is in the spool."""
