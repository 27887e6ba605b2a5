"""Judges who fetched a pixel or followed a link, and how certain that is. Pure."""
