"""Alerts: a mail at the first open, by SMTP, by Gmail, or into the sandbox's mailbox."""
