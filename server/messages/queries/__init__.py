"""Queries of messages by the list, the popup and the API: one search, one table of filters, one cursor."""
