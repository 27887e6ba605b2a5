"""A stand-in for Google and for the Gmail page, on loopback only.

It serves the demo, a start without Google credentials, and the tests. The server imports nothing from here.
"""
