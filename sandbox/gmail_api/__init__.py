"""The Gmail API v1, as far as the official client uses it here."""
