"""Keeps the mailboxes: mails as values and as RFC 5322 bytes, labels, history, pictures and bounces."""
