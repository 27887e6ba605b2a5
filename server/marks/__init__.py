"""Marks: what goes into a mail (pixel, signed links, decoy) and comes back as a token."""
