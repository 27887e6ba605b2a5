"""Mailboxes: mails as values and as RFC 5322 bytes, their labels, history, pictures and bounces."""
