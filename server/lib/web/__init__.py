"""Pages: answers, headers, static files, forgery tokens, moments as people say them."""
