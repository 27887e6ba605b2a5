"""Rules: each is asked in turn whether it knows what a hit is. Their order is in classify.py."""
