"""Reads mails: header fields and addresses."""
