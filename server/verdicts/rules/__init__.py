"""Defines the rules. Each returns an opinion on a hit, or None; classify.py has their order."""
