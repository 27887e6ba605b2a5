"""The dashboard: the list, one message, what changes live, what is wrong."""
