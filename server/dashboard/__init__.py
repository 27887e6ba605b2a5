"""The dashboard: the list of messages, the page of a message, live updates and problems."""
