"""What list, popup and API ask of messages: one search, one table of filters, one cursor."""
