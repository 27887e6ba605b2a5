"""The Gmail page: what it shows, what its scripts ask, and the image proxy."""
