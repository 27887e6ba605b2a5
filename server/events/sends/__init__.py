"""Sends: mails are recorded as sent, and their marks are looked for in Gmail's copy."""
