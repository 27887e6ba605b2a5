"""Signing in with Google: account chooser, consent, tokens and ID tokens."""
