"""Serves the stand-in Gmail page: what it shows, what its scripts request, and the image proxy."""
