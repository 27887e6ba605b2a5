"""Messages: what was sent, to whom, with which links, and what became of it in counts."""
