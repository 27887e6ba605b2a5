"""A stand-in for Google and for the Gmail page, on loopback only.

The demo, a server without Google credentials, and the tests use it. The server imports nothing from this
package.
"""
