"""What Google's answers mean, by endpoint, status, headers and body. Pure."""
