"""Queries messages for the list, the popup and the API: with one search, one table of filters, one cursor."""
