"""Failures that people are told of: codes, stored with their values, and the sentences for them."""
