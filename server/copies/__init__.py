"""Individual copies: one separately marked mail per recipient, sent through the sender's own Gmail."""
