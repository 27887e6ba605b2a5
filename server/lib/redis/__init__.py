"""Connects nodes through Redis: items for subscribers, and rates."""
