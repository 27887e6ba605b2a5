"""Ingest: from the network to the disk. A request ends here, once its hit is in the spool."""
