"""Helps to operate the server: health check, doctor, status page, and commands."""
