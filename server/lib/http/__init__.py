"""Limits what a connection may cost: the size and time of its requests, its idle time; and their number."""
