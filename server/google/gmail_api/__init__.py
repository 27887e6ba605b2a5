"""Asks the Gmail API about one person's mails, and sends mail."""
