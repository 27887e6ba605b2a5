"""Stores tracked mails: what was sent, to whom and with which links, and counts of what happened to each."""
