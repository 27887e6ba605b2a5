"""Inbound mail: what a received mail is (an answer, a vacation note, a bounce), and what it is about."""
