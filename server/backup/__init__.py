"""Backups: one encrypted file with the database, the waiting hits and the keys; its check; its restore."""
