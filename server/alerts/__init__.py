"""Alerts by mail (SMTP, Gmail or the sandbox's mailbox) and browser notifications."""
