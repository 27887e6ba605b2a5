"""Requests and answers: policies, input, problems, pages, headers, static files, forgery tokens, moments."""
