"""Several web nodes and workers on one Redis: what they share, and what a death loses (`make faults`)."""
