"""Stands in for Google's sign-in: account chooser, consent page, tokens and ID tokens."""
