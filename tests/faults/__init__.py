"""Kills, starves and disconnects one server, and counts what was lost (`make faults`)."""
