"""Requests and responses: policies, input, problems, pages, headers, static files, CSRF tokens, dates."""
