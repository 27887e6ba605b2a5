"""Accounts, the ways to sign in to them, and the sessions of the people who are signed in."""
