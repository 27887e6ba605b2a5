"""Messages: what was sent, to whom and with which links, and counts of what happened to it."""
