"""Failures that people are told about: codes, stored with their values, and the sentences for them."""
