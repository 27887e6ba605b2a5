"""Serves the part of the Gmail API v1 that the server and the tests use."""
