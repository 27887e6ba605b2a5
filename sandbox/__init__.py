"""A stand-in Google and a stand-in Gmail page, on loopback only: for the demo, for a start without
Google credentials, and for the tests. Nothing here is imported by the server."""
